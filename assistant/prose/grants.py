"""What a rule grants for an amount that a question names: so much for each, or a share of it, up to a limit."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.sentences import sentence_to_clauses, text_to_sentences
from corpus.folding.amounts import find_amounts
from corpus.folding.numerals import number_text
from corpus.folding.units import base_unit, unit_family
from corpus.target import Quantity

__all__ = ["granted"]

_EACH = re.compile(r"每(?:个)?(平方米|亩|户|家|人|名|吨|台|辆|张|个|项)(?!月|年)")
_EVERY = re.compile(r"每(?:个)?(?:月|年|季度)")
"""A rule for each month or year needs to know how many there are."""
_LIMIT = re.compile(r"最高|不超过|上限|封顶")
_TEN_THOUSAND = Decimal(10000)


def granted(text: str, passage: str, amounts: Sequence[Quantity]) -> str:
    """What follows for each amount from the rule in `text`, spelled out (1500平方米×200元=30万元); empty where there is
    no rule for such amounts, or where its passage has another one of its kind, so that the case must be told apart.
    """
    rules = _rules(text)
    if len(rules) != 1 or sum(each == rules[0][1] for _, each, _ in _rules(passage)) > 1:
        return ""
    rate, each, limit = rules[0]
    told = [said for one in amounts if (said := _said(one, rate, each, limit))]
    return "；".join(told)


def _rules(text: str) -> list[tuple[Quantity, str, Quantity | None]]:
    return [rule for part in _segments(text) if not _EVERY.search(part) and (rule := _rule(part))]


def _segments(text: str) -> Iterator[str]:
    for sentence in text_to_sentences(text):
        yield from sentence_to_clauses(sentence, "；;")


def _rule(segment: str) -> tuple[Quantity, str, Quantity | None] | None:
    """The rate of a rule, what it is for each of (empty for a share), and its limit."""
    each = _EACH.search(segment)
    found = find_amounts(segment, spelled=False)
    limits = [one for one in found if unit_family(one.quantity.unit) == "money" and _is_limit(segment, one.start)]
    plain = [one.quantity for one in found if one not in limits and (not each or one.start >= each.start())]
    rates = [one for one in plain if (unit_family(one.unit) == "money" if each else one.unit == "%")]
    if len(rates) != 1 or len(limits) > 1:
        return None
    return rates[0], each[1] if each else "", limits[0].quantity if limits else None


def _is_limit(segment: str, start: int) -> bool:
    return bool(_LIMIT.search(segment, max(0, start - 4), start + 4))


def _said(amount: Quantity, rate: Quantity, each: str, limit: Quantity | None) -> str:
    if (base_unit(amount.unit) != base_unit(each)) if each else unit_family(amount.unit) != "money":
        return ""
    value = amount.in_base * rate.in_base / (1 if each else 100)
    factor = f"{number_text(rate.value)}{rate.unit}"
    sum_ = f"{number_text(amount.value)}{amount.unit}×{factor}={_money(value)}"
    if limit is None or value <= limit.in_base:
        return sum_
    return f"{sum_}，超过上限，为{number_text(limit.value)}{limit.unit}"


def _money(value: Decimal) -> str:
    if value >= _TEN_THOUSAND:
        return f"{number_text(value / _TEN_THOUSAND)}万元"
    return f"{number_text(value)}元"
