"""Rules read out of sentences: every rate, share and sum with whom it is for, its limit and its term."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.reading.cases import nth_year
from assistant.rules.roles import EACH, EVERY_STEP, LIMIT, TIMES_A_YEAR, UNTIL, Number, numbers_of
from assistant.rules.rule import Kind, Rule
from assistant.rules.splits import respective, splits_of
from assistant.sentences import sentence_to_clauses, text_to_sentences
from corpus.document import Paragraph
from corpus.facts import Evidence
from corpus.folding.characters import fold
from corpus.folding.numerals import number_text, numeral_to_int
from corpus.folding.tiers import tier_amounts
from corpus.folding.units import base_unit
from corpus.target import Bound, Quantity

__all__ = ["rate_of", "rules_in"]

_MORE = re.compile(r"(?:上浮|增加|上调|提高|增发|加发)(?:了)?$")
_LESS = re.compile(r"(?:下浮|下调|降低|核减|扣减|减少|减发)(?:了)?$")
_USE = re.compile(r"(?:用于|作为|由|为|安排|归)[^，,。；;\d]{2,20}")
_TERM = re.compile(
    r"(?:期限|最长|为期|连续|累计)[^，,。；;\d]{0,8}?(?P<number>\d{1,2}|[一二两三四五])(?P<unit>年|个月)"
)
_PLAN = re.compile(r"(20\d\d)[-—~至到](20\d\d)年(?=[^，,。；;]{0,6}每年)")
_YEARLY = re.compile(r"每年|年度|一年|当年|年(?=[一-鿿]{2,4}(?:最高|不超过))")
_HALF = re.compile(r"(?P<label>[^。；;]{0,60}?)(?P<what>[一-鿿]{2,8})减半")
_LONGER = 2
_TAIL_END = re.compile(r"[、\d]")
_NOTHING = Quantity(value=Decimal(0), unit="")


def rules_in(paragraph: Paragraph, head: str) -> list[Rule]:
    """The rules of a paragraph; `head` are the words above it."""
    found: list[Rule] = []
    for sentence in text_to_sentences(paragraph.text):
        text, said = fold(sentence), sentence.strip()
        evidence = (Evidence(quote=said, place=paragraph.place),)
        shown = Rule(Kind.SUM, _NOTHING, "", "", said, evidence, about=f"{head} {said}")
        parts = [
            rule for part in sentence_to_clauses(text, "；;") for rule in _shortened(list(_of_segment(part, shown)))
        ]
        own = [*respective(parts), *splits_of(text, shown), *_halves(text, shown)]
        found = [*(found if own else _limited(found, text)), *own, *_terms(text, shown)]
    return found


def rate_of(unit: str) -> tuple[tuple[str, ...], str]:
    """What a unit of money is for each of, and how often it is given: 元/亩, 元/月."""
    parts = [one for one in re.split(r"[/·.]", unit.partition("/")[2]) if one]
    every = next((one for one in parts if one in TIMES_A_YEAR), "")
    return tuple(base_unit(one) for one in parts if one not in TIMES_A_YEAR), every


def _of_segment(text: str, shown: Rule) -> Iterator[Rule]:
    """The rules of a piece between semicolons: what is for whom stands before what is granted, its limit behind it."""
    begin, last = 0, None
    bounds: list[Quantity] = []
    for number in numbers_of(text):
        one = number.one
        if number.role == "bound":
            bounds.append(one.quantity)
        elif number.role == "limit":
            yearly = bool(_YEARLY.search(number.clause))
            last, begin = replace(last, cap=one.quantity, yearly_cap=yearly) if last else None, one.end
        elif number.role:
            yield from (last,) if last else ()
            last = _rule(number, text[begin : one.start], shown, tuple(bounds))
            begin, bounds = one.end, []
    yield from (last,) if last else ()


def _shortened(rules: Sequence[Rule]) -> Iterator[Rule]:
    """The rules of a piece; the label of the first of several told one behind the other (县道每公里…、乡道每公里…) is
    no longer than the next one: its head is that of all.
    """
    for at, one in enumerate(rules):
        behind = rules[at + 1].label if at + 1 < len(rules) else ""
        listed = behind.startswith(("、", "，")) and len(behind) > _LONGER and one.each == rules[at + 1].each
        yield replace(one, label=one.label[-len(behind) - _LONGER :]) if listed else one


def _rule(number: Number, label: str, shown: Rule, bounds: tuple[Quantity, ...]) -> Rule:
    printed = number.one.quantity
    quantity = printed.model_copy(update={"bound": Bound.EQ})
    most = printed.bound in {Bound.LE, Bound.LT} or bool(LIMIT.search(number.clause[-UNTIL:]))
    rule = replace(
        shown, quantity=quantity, label=label, tail=_TAIL_END.split(number.behind)[0], bounds=bounds, most=most
    )
    if number.role == "factor":
        return _factor(rule, number)
    each, every = rate_of(quantity.unit)
    for found in EACH.finditer(label):
        of_time = found["each"] in TIMES_A_YEAR
        each, every = (each, found["each"]) if of_time else ((*each, base_unit(found["each"])), every)
    steps = [one.quantity for one in tier_amounts(label) if EVERY_STEP.search(label[: one.start])]
    each = (base_unit(steps[-1].unit),) if steps else each
    kind = Kind.RATE if each or every else Kind.SUM
    each = tuple(dict.fromkeys(each))
    return replace(rule, kind=kind, each=each, every=every, size=steps[-1].in_base if steps else Decimal(1))


def _factor(rule: Rule, number: Number) -> Rule:
    use = _USE.match(number.behind)
    rule = replace(rule, kind=Kind.FACTOR, label=use[0] if use else rule.label)
    if nth_year(number.clause):
        rule = replace(rule, name=number.clause.strip("，, "))
    share, told = rule.quantity.value / 100, f"{number_text(rule.quantity.value)}%"
    if _MORE.search(number.clause):
        return replace(rule, share=1 + share, times=f"(1+{told})")
    if _LESS.search(number.clause):
        return replace(rule, share=1 - share, times=f"(1-{told})")
    return replace(rule, share=share, times=told)


def _halves(text: str, shown: Rule) -> Iterator[Rule]:
    """What is halved for whom: 第二次及以后住院的，起付标准减半."""
    for found in _HALF.finditer(text):
        yield replace(shown, kind=Kind.FACTOR, label=found[0], share=Decimal("0.5"), times="÷2")


def _terms(text: str, shown: Rule) -> Iterator[Rule]:
    """For how long something is given: 期限最长3年, 不超过36个月, 2025—2027年每年."""
    for found in _TERM.finditer(text):
        number = numeral_to_int(found["number"]) or 0
        yield _term(number * (12 if found["unit"] == "年" else 1), text[: found.start()], found[0][-3:], shown)
    for found in _PLAN.finditer(text):
        years = int(found[2]) - int(found[1]) + 1
        yield _term(years * 12, "", f"{years}年", shown)


def _term(months: int, label: str, said: str, shown: Rule) -> Rule:
    quantity = Quantity(value=Decimal(months), unit="个月")
    return replace(shown, kind=Kind.TERM, quantity=quantity, label=label, times=said)


def _limited(found: Sequence[Rule], text: str) -> list[Rule]:
    """The rules before a sentence that only limits, with its limit (单个食堂年度运营补助最高不超过12万元)."""
    limits = [one for one in numbers_of(text) if one.role == "limit"]
    if len(limits) != 1 or not found:
        return list(found)
    cap, yearly = limits[0].one.quantity, bool(_YEARLY.search(limits[0].clause))
    last = [one.text == found[-1].text and one.cap is None for one in found]
    return [replace(one, cap=cap, yearly_cap=yearly) if own else one for own, one in zip(last, found, strict=True)]
