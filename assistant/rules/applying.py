"""What rules come to in the case that a question puts: which rule is meant, and what follows from it, spelled out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.calculating import printed
from assistant.reading.ask import Ask
from assistant.reading.cases import Case
from assistant.reading.words import Terms, pairs
from assistant.rules.bearing import bearing_on, term_of, threshold_of
from assistant.rules.meant import alike, meant_of
from assistant.rules.rule import Kind, Rule, counts, holds, same_unit
from assistant.rules.spelling import Worth, capped, less, part, started
from corpus.folding.units import base_unit, unit_family
from corpus.target import Bound, Quantity

__all__ = ["Applied", "applied"]

_HELD = 0.2
"""The share of the question that a rule and its surroundings must hold."""
_TIER = 0.2
"""What it is worth beside that share that a rule is graded for an amount that the question names."""
_MOST = 3
"""So many cases of one rule are told side by side."""
_TAKERS, _THINGS = frozenset({"people", "firms"}), frozenset({"个", "项", "台", "套", "辆"})
"""What counts those that are each given a sum."""
_EXACT = frozenset({Bound.EQ, Bound.APPROX})
_SMALL = 10000
"""A price is less than so many 元."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What a rule comes to, in words; the rules that it follows from, and the share of the question they hold."""

    said: str
    rules: tuple[Rule, ...]
    share: float

    @property
    def text(self) -> str:
        """The rules as printed, and what follows."""
        shown = dict.fromkeys(one.text.rstrip("。；;，,") for one in self.rules)
        return "。".join([*shown, *([self.said] if self.said else [])]) + "。"


def applied(ask: Ask, terms: Terms, book: Mapping[str, tuple[Rule, ...]]) -> list[Applied]:
    """What the rules of the documents in scope come to, those first that hold most of the question; none where no rule
    is for what it names.
    """
    found: list[Applied] = []
    for document in ask.where.documents or book:
        rules = book.get(document, ())
        for group in _groups(one for one in rules if _fits(one, ask.case)):
            found += _of_group(group, terms, rules, ask)
    return sorted((one for one in found if one.share >= _HELD), key=lambda one: -one.share)


def _share(rules: Sequence[Rule], terms: Terms) -> float:
    return max(terms.coverage(pairs(one.words)) for one in rules)


def _groups(rules: Iterable[Rule]) -> list[list[Rule]]:
    groups: dict[object, list[Rule]] = {}
    for one in rules:
        groups.setdefault((one.group, one.kind, one.each, bool(one.every)), []).append(one)
    return list(groups.values())


def _fits(rule: Rule, case: Case) -> bool:
    """Whether what the question names is within its bounds."""
    return all(holds(bound, one) for bound in rule.bounds for one in case.amounts if same_unit(bound, one))


def _of_group(group: Sequence[Rule], terms: Terms, rules: Sequence[Rule], ask: Ask) -> list[Applied]:
    """What those rules of a sentence or a table come to that the question means."""
    if _share(group, terms) + _TIER < _HELD:
        return []
    meant = meant_of(group, ask)
    tiers = any(_is_tier(one, rules, ask.case) for one in meant)
    share = _share(meant, terms) + _TIER * tiers
    told_apart = len(meant) <= _MOST and len({one.label for one in meant}) == len(meant)
    if share < _HELD or not told_apart or not all(_takes(one, rules, ask) for one in meant):
        return []
    told = [(one, *_worked_out(one, rules, ask)) for one in meant]
    said = "；".join(f"{alike(one, meant)}：{text}" if len(told) > 1 else text for one, text, _ in told if text)
    said = said or "；".join(_grade(one) for one in meant if one.group == group[0].group and _has_rivals(one, rules))
    used = tuple(dict.fromkeys(rule for one, _, others in told for rule in (one, *others)))
    return [Applied(said, used, share)] if said or tiers else []


def _grade(one: Rule) -> str:
    """The grade that a case falls into, where the sentence tells others as well."""
    return f"适用“{one.label.strip('，,、：:；; ')}{printed(one.quantity)}”"


def _has_rivals(one: Rule, rules: Sequence[Rule]) -> bool:
    return any(other is not one and other.text == one.text and other.kind is one.kind for other in rules)


def _takes(rule: Rule, rules: Sequence[Rule], ask: Ask) -> bool:
    """Whether there is anything that a rule can be applied to."""
    case = ask.case
    if rule.kind is Kind.RATE and rule.each:
        return bool(_sizes(rule, case))
    if rule.kind is Kind.FACTOR:
        return rule.grants and not rule.name_of_part and any(_is_money(one) for one in case.amounts)
    if rule.kind is Kind.TERM or rule.is_threshold:
        return False
    bears = bearing_on(rule, rules, ask) or term_of(rule, rules, ask)
    return bool(_counted(rule, case) or _is_tier(rule, rules, case) or bears)


def _is_tier(rule: Rule, rules: Sequence[Rule], case: Case) -> bool:
    """Whether it is one of several that are graded by what the question names an amount of."""
    units = {base_unit(bound.unit) for bound in rule.bounds} & {base_unit(one.unit) for one in case.amounts}
    beside = (one for one in rules if one is not rule and one.path == rule.path) if units else ()
    return any(units & {base_unit(bound.unit) for bound in one.bounds} for one in beside)


def _counted(rule: Rule, case: Case) -> list[Quantity]:
    """How many there are of those that each get a sum: 1500户 of which each is given 3000元."""
    if rule.kind is not Kind.SUM or not rule.gives:
        return []
    return [one for one in case.amounts if _counts_takers(one.unit) and one.high is None and one.value > 1]


def _counts_takers(unit: str) -> bool:
    return unit_family(unit) in _TAKERS or base_unit(unit) in _THINGS


def _sizes(rule: Rule, case: Case) -> list[Quantity]:
    """How many there are of what a rate is for each of."""
    return [one for unit in rule.each for one in case.amounts if counts(one.unit, unit) and one.high is None]


def _is_money(one: Quantity) -> bool:
    """Whether it is a sum of money: what is less or more than one (连15万都不到) is none."""
    return unit_family(one.unit) == "money" and "/" not in one.unit and one.bound in _EXACT


def _worked_out(rule: Rule, rules: Sequence[Rule], ask: Ask) -> tuple[str, tuple[Rule, ...]]:
    """What one rule comes to, and what else it follows from; empty where nothing is to be worked out."""
    bearing, term = bearing_on(rule, rules, ask), term_of(rule, rules, ask)
    changes, parts = [one for one in bearing if one.changes], [one for one in bearing if not one.changes]
    starts, others = _starts(rule, rules, ask)
    said: list[str] = []
    for start in starts:
        once = start
        for one in changes:
            once = once.times(one.times, one.share)
        whole = capped(term.over(once, rule) if term else once, None if rule.yearly_cap else rule.cap)
        said += [whole.text] if whole.steps else []
        said += [part(once if ask.case.yearly else whole, one.times, one.share, _owner(one)) for one in parts]
    return "；".join(said), (*others, *bearing, *((term.rule,) if term and term.rule else ()))


def _owner(one: Rule) -> str:
    return f"{one.name}为" if one.name else ""


def _starts(rule: Rule, rules: Sequence[Rule], ask: Ask) -> tuple[list[Worth], tuple[Rule, ...]]:
    """What the rule grants before anything else bears on it, and the threshold below which it grants nothing."""
    case = ask.case
    if rule.kind is not Kind.FACTOR:
        sizes = _sizes(rule, case) or _counted(rule, case)[:1]
        return [_multiplied(rule, sizes, case)], ()
    threshold = threshold_of(rule, rules, ask)
    sums = [started(one) for one in case.amounts if _is_money(one)]
    if threshold:
        sums = [less(one, threshold.worth) for one in sums]
    head = "最多" if rule.most else ""
    return [one.times(rule.times, rule.share, head) for one in sums], threshold.rules if threshold else ()


def _multiplied(rule: Rule, sizes: Sequence[Quantity], case: Case) -> Worth:
    """A rate times all that it is for each of; what is really paid stands for the highest rate where it is less."""
    paid = [one for one in case.amounts if unit_family(one.unit) == "money" and one.in_base < _SMALL]
    real = [one for one in paid if rule.most and rule.each and one.in_base < rule.quantity.in_base]
    worth = started(real[0] if real else rule.quantity)
    for at, one in enumerate(sizes):
        worth = worth.by(one, rule.size, "最多" if rule.most and not paid and not at else "")
    return worth
