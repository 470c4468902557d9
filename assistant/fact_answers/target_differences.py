"""Two targets set against each other: by how much one is larger, by the year too. In Decimal and spelled out."""

from decimal import ROUND_HALF_UP, Decimal

from assistant.draft import Statement
from assistant.fact_answers.target_words import area_words, number_words, scaled_words, value_words, year_words
from assistant.facts.evidence import targets_evidence
from corpus.facts import Library
from corpus.target import Target

__all__ = ["by_the_year", "difference_of"]

_PLACES = Decimal("0.01")


def difference_of(left: Target, right: Target, library: Library) -> Statement | None:
    """By how much the larger of two targets is larger; None where their units differ."""
    if left.quantity.unit != right.quantity.unit:
        return None
    larger, smaller = sorted((left, right), key=lambda one: -one.quantity.value)
    one_thing = larger.indicator == smaller.indicator
    names = [
        _name(one, library, area=larger.scope != smaller.scope, indicator=not one_thing) for one in (larger, smaller)
    ]
    unit = _difference_unit(larger)
    difference = larger.quantity.value - smaller.quantity.value
    terms = (larger.quantity.value, smaller.quantity.value, difference)
    sums = "{}-{}={}".format(*(scaled_words(term, larger.quantity.unit) for term in terms))
    head = f"{larger.indicator}：" if one_thing else ""
    told = f"{head}{names[0]}{value_words(larger)}，{names[1]}{value_words(smaller)}，"
    relation = "两者相同" if not difference else f"{names[0]}高{number_words(difference, unit)}（{sums}）"
    return Statement(f"{told}{relation}。", targets_evidence([larger, smaller], library))


def by_the_year(left: Target, right: Target) -> str:
    """年均1.8幢（2020-2015=5，9÷5=1.8）."""
    earlier, later = sorted((left, right), key=lambda one: one.year or 0)
    if not earlier.year or not later.year or later.year == earlier.year:
        return ""
    years, difference = later.year - earlier.year, abs(later.quantity.value - earlier.quantity.value)
    mean = (difference / years).quantize(_PLACES, ROUND_HALF_UP)
    equals = "=" if mean * years == difference else "≈"
    sums = f"{later.year}-{earlier.year}={years}，{number_words(difference)}÷{years}"
    return f"，年均{number_words(mean, _difference_unit(later))}（{sums}{equals}{number_words(mean)}）"


def _name(one: Target, library: Library, *, area: bool, indicator: bool) -> str:
    """What tells a target from the one it is set against."""
    place = one.scope or area_words(one, library) if area else ""
    return f"{place}{year_words(one)}{one.indicator if indicator else ''}"


def _difference_unit(one: Target) -> str:
    return "个百分点" if one.quantity.unit in {"%", "％"} else one.quantity.unit
