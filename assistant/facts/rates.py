"""So much for each of something: found from a sum and a number, and multiplied by one. In Decimal, spelled out."""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import NamedTuple

from assistant.arithmetic import PARTS
from assistant.facts.folding import Folded, Term, quotient
from assistant.facts.measuring import counted, number_words, scaled_words, without_scale
from corpus.folding.units import UNIT, base_unit, in_base_units, is_counter, unit_family
from corpus.target import Quantity

_PLACES_FROM = ((Decimal(100), Decimal("0.1")), (Decimal(1), Decimal("0.01")), (Decimal(0), Decimal("0.0001")))
_LOWER = {"亿": ("万", Decimal("0.1")), "万": ("", Decimal(1))}
"""What is less for each is told in a smaller unit: 144.94元 rather than 0.01万元."""
_EACH = re.compile(rf"每(?:满)?[1一]?({UNIT}|年)")
_ALIKE = (frozenset({"人", "名", "位"}), frozenset({"家", "户"}))
_LONG, _MYRIAD = 100_000, 10_000
_TIMES = "倍"


class Times(NamedTuple):
    """How often something that is told by the month or day comes about, and that as spelled in arithmetic."""

    number: Decimal
    said: str = ""


ONCE = Times(Decimal(1))
_OVER = {"a_year": Times(Decimal(12), "×12个月"), "half_year": Times(Decimal(6), "×12个月÷2")}
_MONTHLY = re.compile(r"每个?月|按月|月租|[/·•・]月|人月")
_YEARLY = re.compile(r"每年|逐年|/年")
_DAILY = re.compile(r"每[日天]|[按逐]日|日加收|[/·•・][日天]")
_LASTING = ((_DAILY, frozenset({"天", "日"})), (_MONTHLY, frozenset({"个月", "月"})))
_AND_MONTHLY = re.compile(rf"/月[·•・/]?({UNIT})|/({UNIT})[·•・/]?月|/月")
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
    result, equals = quotient(value, count, _places(value / count))
    below_words = scaled_words(below.value, below.unit)
    prefix = f"{below_words}÷{scale}={number_words(count)}；" if scale > 1 else ""
    if not result:
        return None
    told = f"{scaled_words(above.value, above.unit)}÷{number_words(count) if prefix else below_words}{equals}"
    per = f"{of}/{_SCALES.get(scale, '')}{without_scale(below.unit) or unit}".rstrip("/")
    text = f"{number_words(result, per)}（{prefix}{told}{scaled_words(result, of)}）"
    return Folded(result, per, text, (above, below))


def product(rate: Term, amount: Term, times: Times = ONCE) -> Folded | None:
    """A share of an amount, some times as much, or so much for each of so many, `times` over: 420万元
    （1200万×35%=420万）, 36000元（200×15×12个月=36000）, 800万元（8000×1000=800万）, 1万元（10万×5‰×20天=1万）; None
    where neither is one.
    """
    if rate.ranged or amount.ranged:
        return None
    share, of_parts = in_base_units(rate.value, rate.unit), base_unit(rate.unit)
    value, unit, by = rate.value * amount.value, amount.unit, number_words(rate.value)
    if is_lasting := amount.unit == "年" or unit_family(amount.unit) == "days":
        times = ONCE
    if unit_family(amount.unit) == "rate" or (is_lasting and "/" not in rate.unit):
        return None
    if of_parts in PARTS:
        value, by = share / PARTS[of_parts] * amount.value, number_words(share, of_parts)
    elif rate.unit != _TIMES or unit_family(amount.unit) not in {"", "money"}:
        of, _, one = rate.unit.partition("/")
        counts = without_scale(amount.unit)
        if not one or "/" in one or not _is_counted_by(one, counts):
            return None
        scale = amount.unit.removesuffix(counts)
        unit, by = scale + of, scaled_words(rate.value, of)
        if scale and of != without_scale(of):
            value, unit = rate.value * counted(amount.value, amount.unit), of
    (value, unit), by = _in_myriads(value * times.number, unit), by + times.said
    told = f"{scaled_words(amount.value, amount.unit)}×{by}={scaled_words(value, unit)}"
    return Folded(value, unit, f"{number_words(value, unit)}（{told}）", (rate, amount))


def _in_myriads(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """A long round number as it is written: 800万元 for 8000000元."""
    if value < _LONG or value % _MYRIAD or not unit or unit != without_scale(unit):
        return value, unit
    return value / _MYRIAD, f"万{unit}"


def _is_counted_by(one: str, counts: str) -> bool:
    """Whether so much for each is for each of what is counted: 元/人 for 10名, and for 10个 of whatever it is."""
    same = base_unit(counts) == base_unit(one) and in_base_units(Decimal(1), counts) == in_base_units(Decimal(1), one)
    return same or any({one, counts} <= alike for alike in _ALIKE) or (counts == "个" and is_counter(one))


def for_each(unit: str, called: str) -> str:
    """The unit of so much for each of something, by what a number is called: 元/台 of 每台补助, and of 元/台·月."""
    if unit_family(unit) == "rate":
        return unit
    if found := _AND_MONTHLY.search(called):
        return f"{unit.partition('/')[0]}/{found[1] or found[2] or '月'}"
    each_one = None if "/" in unit else _EACH.search(called)
    return f"{unit}/{each_one[1]}" if each_one and without_scale(unit) != each_one[1] else unit


def times_over(called: str, hints: Collection[str], amounts: Sequence[Quantity] = ()) -> Times:
    """How often a number comes about that is called yearly, monthly or daily: over the years, months or days that a
    question names, over the year that it asks for.
    """
    years = next((one.value for one in amounts if one.unit == "年" and one.high is None), None)
    for told, units in _LASTING:
        named = (one for one in amounts if one.unit in units and one.high is None)
        if told.search(called) and (lasting := next(named, None)):
            return Times(lasting.value, f"×{number_words(lasting.value, lasting.unit)}")
    if _MONTHLY.search(called):
        once = next((_OVER[one] for one in _OVER if one in hints), ONCE)
        return Times(12 * years, f"×12个月×{number_words(years, '年')}") if years and once is ONCE else once
    return Times(years, f"×{number_words(years, '年')}") if years and _YEARLY.search(called) else ONCE


def _places(value: Decimal) -> Decimal:
    """To how many places a quotient is told: to four figures or two places."""
    return next(places for least, places in _PLACES_FROM if abs(value) >= least)
