"""So much for each of something: found from a sum and a number, and multiplied by one. In Decimal, spelled out."""

import re
from decimal import ROUND_HALF_UP, Decimal

from assistant.facts.folding import Folded, Term
from assistant.facts.measuring import counted, number_words, scaled_words, without_scale
from corpus.folding.units import UNIT, unit_family

__all__ = ["each", "for_each", "product"]

_PLACES_FROM = ((Decimal(100), Decimal("0.1")), (Decimal(1), Decimal("0.01")), (Decimal(0), Decimal("0.0001")))
_LOWER = {"亿": ("万", Decimal("0.1")), "万": ("", Decimal(1))}
"""What is less for each is told in a smaller unit: 144.94元 rather than 0.01万元."""
_EACH = re.compile(rf"每(?:满)?[1一]?({UNIT}|年)")
_SCALES = {100: "百", 1000: "千", 10000: "万"}


def each(above: Term, below: Term, *, scale: int = 1, unit: str = "") -> Folded | None:
    """So much of the first for one of the second, or for a thousand: 8.61万元/个（3100万÷360≈8.61万）."""
    count = counted(below.value, below.unit) / scale
    if above.ranged or below.ranged or not count:
        return None
    value, of = above.value, above.unit
    for large, (lower, least) in _LOWER.items():
        if of.startswith(large) and abs(value) < least * count:
            value, of = value * 10000, lower + of[1:]
    result = (value / count).quantize(_places(value / count), ROUND_HALF_UP)
    below_words = scaled_words(below.value, below.unit)
    prefix = f"{below_words}÷{scale}={number_words(count)}；" if scale > 1 else ""
    if not result:
        return None
    equals = "=" if result * count == value else "≈"
    quotient = f"{scaled_words(above.value, above.unit)}÷{number_words(count) if prefix else below_words}{equals}"
    per = f"{of}/{_SCALES.get(scale, '')}{without_scale(below.unit) or unit}".rstrip("/")
    text = f"{number_words(result, per)}（{prefix}{quotient}{scaled_words(result, of)}）"
    return Folded(result, per, text, (above, below))


def product(rate: Term, amount: Term) -> Folded | None:
    """A share of an amount, or so much for each of so many: 420万元（1200万×35%=420万）; None where neither is one."""
    if rate.ranged or amount.ranged:
        return None
    if _is_rate(rate) and not _is_rate(amount):
        value, unit, by = rate.value / 100 * amount.value, amount.unit, f"{number_words(rate.value)}%"
    else:
        of, _, one = rate.unit.partition("/")
        if not one or "/" in one or without_scale(amount.unit) != one:
            return None
        scale = amount.unit.removesuffix(one)
        value, unit, by = rate.value * amount.value, scale + of, scaled_words(rate.value, of)
        if scale and of != without_scale(of):
            value, unit = rate.value * counted(amount.value, amount.unit), of
    told = f"{scaled_words(amount.value, amount.unit)}×{by}={scaled_words(value, unit)}"
    return Folded(value, unit, f"{number_words(value, unit)}（{told}）", (rate, amount))


def for_each(unit: str, called: str) -> str:
    """The unit of so much for each of something, by what a number is called: 元/台 of 每台补助."""
    found = None if "/" in unit or unit_family(unit) == "rate" else _EACH.search(called)
    return f"{unit}/{found[1]}" if found and without_scale(unit) != found[1] else unit


def _is_rate(one: Term) -> bool:
    return unit_family(one.unit) == "rate"


def _places(value: Decimal) -> Decimal:
    """To how many places a quotient is told: to four figures or two places."""
    return next(places for least, places in _PLACES_FROM if abs(value) >= least)
