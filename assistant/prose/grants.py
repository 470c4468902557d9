"""What a rule grants for an amount that a question names: so much for each, or a share of it, up to a limit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.calculating import printed
from assistant.sentences import sentence_to_clauses, text_to_sentences
from corpus.folding.amounts import Amount, find_amounts
from corpus.folding.characters import fold
from corpus.folding.numerals import number_text, numeral_to_int
from corpus.folding.units import base_unit, unit_family
from corpus.quoting import bigrams
from corpus.target import Quantity

__all__ = ["granted"]

_EACH = re.compile(r"每(?:个)?(平方米|亩|户|家|人|名|吨|台|辆|张|个|项)(?!月|年)")
_EVERY = re.compile(r"每(?:个)?(月|年|季度)")
_TIMES_A_YEAR = {"月": 12, "季度": 4, "年": 1}
_COUNTED = {"月": "个月", "季度": "个季度"}
_LIMIT = re.compile(r"最高|不超过|上限|封顶")
_MOST = re.compile(r"最高|不超过|不高于|至多|以内")
_YEARLY = re.compile(r"每年|年度|一年|当年")
_YEARS = re.compile(r"(?:期限|为期|连续|最长)[^，,。；;\d]{0,6}?(\d|[一二两三四五])年")
_CONDITION = re.compile(r"[如若当].{1,60}的[，,]?")
_CASE = re.compile(r"[^，,。；;：:]{2,40}的(?=[，,])")
_MONEY = "元"
_TEN_THOUSAND = Decimal(10000)
_NEAR = 6
"""Characters between what a rate is for each of and the rate itself."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """The rate of a rule, what it is for each of (empty for a share), and what bounds it."""

    rate: Quantity
    each: str
    every: str
    """The month, quarter or year that it is given for again; empty for what is given once."""
    most: bool
    """Whether the rate is the highest there may be."""
    limit: Quantity | None
    case: str
    """For whom it is, in the words of the rule."""


def granted(text: str, passage: str, words: str, amounts: Sequence[Quantity]) -> str:
    """What follows for each amount from the rules in `text`, spelled out (1500平方米×200元=30万元); empty where there
    is no rule for such amounts, or where its passage has another of its kind that must be told apart.
    """
    text, passage = fold(text), fold(passage)
    rules = _rules(text)
    kinds = {(one.each, one.every) for one in rules}
    if len(kinds) != 1 or sum((one.each, one.every) in kinds for one in _rules(passage)) > len(rules):
        return ""
    if len(rules) > 1 and len({one.case for one in rules} - {""}) < len(rules):
        return ""
    told = [(one.case, said) for one in _meant(rules, words) for said in _each(one, text, passage, amounts)]
    return "；".join(f"{case}：{said}" if len(rules) > 1 else said for case, said in told)


def _meant(rules: Sequence[_Rule], words: str) -> list[_Rule]:
    """The rules whose cases the question tells from the others; all where it tells none."""
    asked = bigrams(words)
    named = [
        one for one in rules
        if (bigrams(one.case) - {pair for other in rules if other is not one for pair in bigrams(other.case)}) & asked
    ]  # fmt: skip
    return named or list(rules)


def _each(rule: _Rule, text: str, passage: str, amounts: Sequence[Quantity]) -> list[str]:
    if not rule.every:
        return [said for one in amounts if (said := _once(one, rule))]
    limits = _yearly_limits(text)
    if limits != _yearly_limits(passage) or len(limits) > 1 or (rule.limit and rule.limit not in limits):
        return []
    sizes = [one for one in amounts if base_unit(one.unit) == base_unit(rule.each)]
    paid = [one for one in amounts if unit_family(one.unit) == "money" and one.in_base < _TEN_THOUSAND and rule.most]
    return [_yearly(size, one, rule, limits, _years(text)) for size in sizes for one in paid or (None,)]


def _rules(text: str) -> list[_Rule]:
    return [rule for part in _segments(text) if (rule := _rule(part))]


def _segments(text: str) -> Iterator[str]:
    for sentence in text_to_sentences(text):
        yield from sentence_to_clauses(sentence, "；;")


def _rule(segment: str) -> _Rule | None:
    """The rule of a segment: what a condition names (如租金小于50元的) is no rate."""
    said = "".join(part for part in sentence_to_clauses(segment, "，,") if not _CONDITION.fullmatch(part.strip()))
    each, every = _EACH.search(said), _EVERY.search(said)
    found = find_amounts(said, spelled=False)
    direct = _direct(found, max(one.end() for one in (each, every))) if each and every else None
    limits = [one for one in found if one is not direct and _is_limit(said, one)]
    plain = [one for one in found if one not in limits and (not each or one.start >= each.start())]
    rates = [one for one in plain if (unit_family(one.quantity.unit) == "money" if each else one.quantity.unit == "%")]
    if len(rates) != 1 or len(limits) > 1 or bool(every and not each):
        return None
    before = sentence_to_clauses(said[: rates[0].start + 1], "，,")[-1]
    limit = limits[0].quantity if limits else None
    case = _CASE.findall(segment)
    return _Rule(
        rates[0].quantity, each[1] if each else "", every[1] if every else "", bool(_MOST.search(before)), limit,
        case[0] if case else "",
    )  # fmt: skip


def _direct(found: Sequence[Amount], end: int) -> Amount | None:
    """The amount right behind what a rate is for each of, though it is the highest."""
    return next((one for one in found if 0 <= one.start - end <= _NEAR), None)


def _is_limit(segment: str, one: Amount) -> bool:
    money = unit_family(one.quantity.unit) == "money"
    return money and bool(_LIMIT.search(segment, max(0, one.start - 4), one.start + 4))


def _yearly_limits(text: str) -> list[Quantity]:
    """The most that is given in a year, wherever it is said."""
    clauses = [part for sentence in text_to_sentences(text) for part in sentence_to_clauses(sentence)]
    found = [(part, one) for part in clauses if _YEARLY.search(part) for one in find_amounts(part, spelled=False)]
    return [one.quantity for part, one in found if _is_limit(part, one) and not _EACH.search(part)]


def _years(text: str) -> int:
    """For how many years it is given; 0 where that is not said."""
    found = _YEARS.search(text)
    return numeral_to_int(found[1].replace("两", "二")) or 0 if found else 0


def _once(amount: Quantity, rule: _Rule) -> str:
    if base_unit(amount.unit) != base_unit(rule.each or _MONEY):
        return ""
    value = amount.in_base * rule.rate.in_base / (1 if rule.each else 100)
    sum_ = f"{'最多' if rule.most else ''}{printed(amount)}×{printed(rule.rate)}={_money(value)}"
    if rule.limit is None or value <= rule.limit.in_base:
        return sum_
    return f"{sum_}，超过上限，为{printed(rule.limit)}"


def _yearly(size: Quantity, paid: Quantity | None, rule: _Rule, limits: Sequence[Quantity], years: int) -> str:
    """What is given in a year, by what is really paid where that is less than the highest rate, and in all years."""
    rate = min(paid, rule.rate, key=lambda one: one.in_base) if paid else rule.rate
    times = _TIMES_A_YEAR[rule.every]
    value = size.in_base * rate.in_base * times
    head = "最多" if rule.most and not paid else ""
    if paid:
        head = f"实际{'低于' if paid.in_base < rule.rate.in_base else '不低于'}{printed(rule.rate)}的，"
    counted = f"×{times}{_COUNTED[rule.every]}" if times > 1 else ""
    told = f"{head}一年为{printed(size)}×{number_text(rate.value)}元{counted}={_money(value)}"
    if limits and value > limits[0].in_base:
        value = limits[0].in_base
        told += f"，超过上限，为每年{_money(value)}"
    in_all = _money(value * years)
    return f"{told}，{years}年合计{in_all}（{_money(value)}×{years}={in_all}）" if years else told


def _money(value: Decimal) -> str:
    if value >= _TEN_THOUSAND:
        return f"{number_text(value / _TEN_THOUSAND)}万元"
    return f"{number_text(value)}元"
