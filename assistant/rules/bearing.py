"""What else bears on a rule in a case: a share of it for somebody or of some year, more or less of it, how long it is
given, and the threshold below which nothing is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.reading.ask import Ask
from assistant.reading.cases import nth_year, payers_of
from assistant.reading.words import fold
from assistant.rules.meant import GRANTED, asked_pairs
from assistant.rules.rule import Kind, Rule, counts, holds, same_unit
from assistant.rules.spelling import Worth, capped, started
from corpus.folding.units import unit_family
from corpus.quoting import bigrams

__all__ = ["Term", "Threshold", "bearing_on", "term_of", "threshold_of"]

_FEWEST = 2
"""So many pairs of characters of its condition must the question say that a rule of its own words bears on a case."""
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Term:
    """For how many months something is given that is given every so often, and the rule that says so."""

    months: int
    rule: Rule | None = None

    def over(self, worth: Worth, rule: Rule) -> Worth:
        """All that is given in that time, of each year no more than the rule allows."""
        years, rest = divmod(self.months, _YEAR)
        if rule.every == "月" and (rest or not years):
            return worth.times(f"{self.months}个月", Decimal(self.months))
        if rule.every == "月":
            worth = worth.times("12个月", Decimal(_YEAR))
        worth = capped(worth, rule.cap, "每年") if rule.yearly_cap else worth
        return worth.times(f"{years}年", Decimal(years)) if years > 1 else worth


@dataclass(frozen=True, slots=True)
class Threshold:
    """A sum below which nothing is given, and the rules that it follows from."""

    worth: Worth
    rules: tuple[Rule, ...]


def term_of(rule: Rule, rules: Sequence[Rule], ask: Ask) -> Term | None:
    """For how long the question asks, or else the rules say that it is given, where all of it is asked for; of what is
    given every month for each of something, one year.
    """
    case = ask.case
    if not rule.every:
        return None
    if case.months:
        return Term(case.months)
    told = [one for one in rules if one.kind is Kind.TERM and _related(one, rule)]
    sized = rule.every == "月" and any(counts(one.unit, each) for one in case.amounts for each in rule.each)
    if (case.whole_term or sized or "total" in ask.heard) and len({one.quantity.value for one in told}) == 1:
        return Term(int(told[0].quantity.value), told[0])
    return Term(_YEAR) if rule.every == "月" and (sized or case.yearly) else None


def threshold_of(rule: Rule, rules: Sequence[Rule], ask: Ask) -> Threshold | None:
    """The threshold in the row or the sentence of a share, with what the question brings to bear on it (减半)."""
    own = next((one for one in rules if one.is_threshold and one.evidence[0] == rule.evidence[0]), None)
    if own is None:
        return None
    bearing = [one for one in bearing_on(own, rules, ask) if one.of_threshold]
    worth = started(own.quantity)
    for one in bearing:
        worth = worth.times(one.times, one.share)
    return Threshold(worth, (own, *bearing))


def bearing_on(rule: Rule, rules: Sequence[Rule], ask: Ask) -> list[Rule]:
    """The factors that the question brings to bear on a rule, of several called alike the last."""
    found = [one for one in rules if one.kind is Kind.FACTOR and one is not rule and _bears(one, rule, ask)]
    return list({(one.name or one.label): one for one in found}.values())


def _bears(factor: Rule, rule: Rule, ask: Ask) -> bool:
    """Whether the question names whom a factor is for (a payer, a year, a grade, a case) and it is one of this rule."""
    case, near = ask.case, factor.group == rule.group
    if not all(holds(bound, one) for bound in factor.bounds for one in case.amounts if same_unit(bound, one)):
        return False
    if factor.of_threshold != rule.is_threshold:
        return False
    if factor.name:
        if year := nth_year(factor.name):
            return year == case.year and _related(factor, rule)
        return bool(payers_of(factor.name) & case.payers) and near
    if payers_of(factor.clause) & case.payers:
        return near
    if any(
        same_unit(bound, one) and unit_family(one.unit) != "money" for bound in factor.bounds for one in case.amounts
    ):
        return _related(factor, rule)
    return not factor.most and _is_named(factor, rule, ask, near=near)


def _is_named(factor: Rule, rule: Rule, ask: Ask, *, near: bool) -> bool:
    """Whether the question says the words of a factor's own; a part of a rule is told in its sentence, or beside a rule
    that the case is an amount of.
    """
    sized = near and any(counts(one.unit, each) for one in ask.case.amounts for each in rule.each)
    if not factor.changes and (rule.kind is Kind.FACTOR or not (factor.text == rule.text or sized)):
        return False
    own = factor.own - bigrams(fold(rule.label))
    return len(own & asked_pairs(ask)) >= _FEWEST and _related(factor, rule)


def _related(one: Rule, rule: Rule) -> bool:
    """Whether two rules of a document are of one thing: in one paragraph, or called alike."""
    if one.group == rule.group:
        return True
    return bool((bigrams(fold(one.label)) - GRANTED) & (bigrams(fold(rule.label)) - GRANTED))
