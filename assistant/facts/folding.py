"""What is done with values once they are selected: sum, mean, share, difference, ratio, rank. In Decimal, and spelled
out so that a reader can check it. Knows neither targets nor tables.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from assistant.calculating import growth
from assistant.facts.measuring import convertible, families, number_words, scaled_words, without_scale
from assistant.reading.ask import Ask
from corpus.facts import Evidence
from corpus.folding.units import base_unit, in_base_units, is_counter, unit_family
from corpus.target import Quantity

__all__ = [
    "Folded", "Term", "averaged", "change", "difference", "extreme", "growth_words", "in_one_unit", "ordered",
    "rank_words", "ratio", "share", "summed",
]  # fmt: skip

_PLACES = Decimal("0.01")
_RATES = frozenset({"%", "％"})
_NUMBERS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Term:
    """One value that takes part: `name` tells it from the others (昆山市, 2023年, a project)."""

    name: str
    value: Decimal
    unit: str
    said: str
    """As it is to be shown: 40万平方米, 85%以上, or the sum it is."""
    evidence: tuple[Evidence, ...] = ()
    ranged: bool = False
    """Printed as a range (10—15个): nothing is calculated from it."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A result: its value, and the words for it with the arithmetic."""

    value: Decimal
    unit: str
    text: str
    terms: tuple[Term, ...]
    aside: tuple[Term, ...] = ()
    """Terms that could not take part."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What the terms rest on."""
        return tuple(item for term in self.terms for item in term.evidence)

    def called(self, name: str) -> Term:
        """The result as a term of another fold."""
        return Term(name, self.value, self.unit, self.text, self.evidence)


def in_one_unit(terms: Sequence[Term]) -> list[Term] | None:
    """The terms in one unit, that of the first where all share it, else the base; None where they measure different
    things or one is a range.
    """
    if any(term.ranged for term in terms):
        return None
    if len({term.unit for term in terms}) <= 1:
        return list(terms)
    if all(is_counter(term.unit) for term in terms) and not any(
        convertible(terms[0].unit, term.unit) for term in terms[1:]
    ):
        return _counted(terms)
    if not all(convertible(terms[0].unit, term.unit) for term in terms):
        return None
    base = base_unit(terms[0].unit)
    return [Term(t.name, in_base_units(t.value, t.unit), base, t.said, t.evidence) for t in terms]


def _counted(terms: Sequence[Term]) -> list[Term] | None:
    """Things counted by different words (个, 家), where one of them may count anything."""
    shared = frozenset.intersection(*(families(term.unit) for term in terms))
    unit = next((term.unit for term in terms if unit_family(term.unit) != "items"), terms[0].unit)
    if not shared or any(in_base_units(Decimal(1), term.unit) != 1 for term in terms):
        return None
    return [Term(t.name, t.value, unit, t.said, t.evidence) for t in terms]


def summed(terms: Sequence[Term]) -> Folded | None:
    """15万+15万+10万=40万平方米."""
    chosen = in_one_unit(terms)
    if not chosen:
        return None
    unit = chosen[0].unit
    total = sum((term.value for term in chosen), Decimal(0))
    words = number_words(total, unit)
    if len(chosen) == 1:
        return Folded(total, unit, words, tuple(chosen))
    addition = "+".join(scaled_words(term.value, unit) for term in chosen)
    return Folded(total, unit, f"{words}（{addition}={words}）", tuple(chosen))


def averaged(terms: Sequence[Term]) -> Folded | None:
    """The mean: the sum, then its quotient."""
    total = summed(terms)
    if total is None:
        return None
    count = len(terms)
    mean = (total.value / count).quantize(_PLACES, ROUND_HALF_UP)
    equals = "=" if mean * count == total.value else "≈"
    plus = "+".join(scaled_words(term.value, total.unit) for term in total.terms)
    whole = scaled_words(total.value, total.unit)
    text = (
        f"{number_words(mean, total.unit)}（{plus}={whole}；{whole}÷{count}个{equals}{scaled_words(mean, total.unit)}）"
    )
    return Folded(mean, total.unit, text, total.terms)


def share(parts: Sequence[Term], whole: Term) -> Folded | None:
    """40÷87≈45.98%≈46%; several parts are added first."""
    chosen = in_one_unit([*parts, whole])
    if chosen is None or not chosen[-1].value:
        return None
    unit = chosen[-1].unit
    part = sum((term.value for term in chosen[:-1]), Decimal(0))
    result = (part / chosen[-1].value * 100).quantize(_PLACES, ROUND_HALF_UP)
    equals = "=" if result * chosen[-1].value == part * 100 else "≈"
    addition = ""
    *said, of = _spelled([*parts, whole])
    if len(parts) > 1:
        addition, said = "+".join(said) + f"={scaled_words(part, unit)}；", [scaled_words(part, unit)]
    quotient = f"{said[0]}÷{of}{equals}{number_words(result, '%')}"
    whole_percent = result.quantize(Decimal(1), ROUND_HALF_UP)
    if whole_percent and whole_percent != result:
        quotient += f"≈{whole_percent}%"
    text = f"{number_words(result, '%')}（{addition}{quotient}）"
    return Folded(result, "%", text, tuple(chosen))


def difference(left: Term, right: Term) -> Folded | None:
    """The first less the second, never below zero in words: 40-5=35幢. Percentages differ by 个百分点."""
    chosen = in_one_unit([left, right])
    if chosen is None:
        return None
    (high, more), (low, less) = sorted(zip(chosen, _spelled((left, right)), strict=True), key=lambda one: -one[0].value)
    unit = "个百分点" if high.unit in _RATES else high.unit
    result = high.value - low.value
    sums = f"{more}-{less}={scaled_words(result, high.unit)}"
    return Folded(result, unit, f"{number_words(result, unit)}（{sums}）", (high, low))


def _spelled(terms: Sequence[Term]) -> list[str]:
    """The terms of an expression as printed: with their unit where one has another 万 than the others."""
    if len({term.unit.removesuffix(without_scale(term.unit)) for term in terms}) == 1:
        return [scaled_words(term.value, term.unit) for term in terms]
    return [number_words(term.value, term.unit) for term in terms]


def change(before: Term, after: Term, ask: Ask) -> Folded | None:
    """How far a number has risen, in per cent where it is asked how steeply: 480人（940-460=480），下降51.1%（…）. Of
    falls asked for how far it has fallen; None where it has not.
    """
    chosen, folded = in_one_unit([before, after]), difference(before, after)
    if chosen is None or folded is None:
        return None
    rise = chosen[1].value - chosen[0].value
    falls = "falls" in ask.hints
    told = growth_words(ask, before, after) if chosen[0].unit not in _RATES and chosen[0].value else ""
    if falls and rise >= 0:
        return None
    value, unit = (rise / chosen[0].value * 100, "%") if told else (rise, folded.unit)
    return Folded(-value if falls else value, unit, folded.text + told, (before, after))


def growth_words(ask: Ask, before: Term, after: Term, *, more: str = "增长") -> str:
    """By how many per cent the second is more or less than the first, where a growth is asked for or its steepness."""
    chosen = in_one_unit([before, after])
    if chosen is None:
        return ""
    first, second = (Quantity(value=one.value, unit=one.unit) for one in chosen)
    heard = ask.heard | ({"growth"} if "steep" in ask.hints else frozenset())
    return growth(first, second, heard, more=more)


def ratio(left: Term, right: Term) -> Folded | None:
    """How many times the second the first is: 12÷3=4倍."""
    chosen = in_one_unit([left, right])
    if chosen is None or not chosen[1].value:
        return None
    above, below = chosen
    result = (above.value / below.value).quantize(_PLACES, ROUND_HALF_UP)
    equals = "=" if result * below.value == above.value else "≈"
    quotient = "÷".join(_spelled((left, right))) + equals
    return Folded(result, "倍", f"{number_words(result, '倍')}（{quotient}{number_words(result)}）", (above, below))


def ordered(terms: Sequence[Term], *, low: bool = False) -> list[Term]:
    """The terms that can be set against each other, the largest first (the smallest with `low`); of falls alone
    (下降15%、下降33%) the steepest is the largest.
    """
    chosen = in_one_unit(terms)
    if chosen is None:
        unit = max({term.unit for term in terms}, key=lambda one: sum(term.unit == one for term in terms))
        chosen = [term for term in terms if term.unit == unit and not term.ranged]
    falls = all(term.value < 0 for term in chosen)
    return sorted(chosen, key=lambda term: term.value, reverse=low is falls)


def extreme(terms: Sequence[Term], *, rank: int = 1, top: int = 0, low: bool = False) -> list[Term]:
    """Those at `rank` (ranks counted by different values), or the first `top` with all that tie with the last of
    them.
    """
    order = ordered(terms, low=low)
    if not order:
        return []
    values = list(dict.fromkeys(term.value for term in order))
    if top:
        first = values[: values.index(order[min(top, len(order)) - 1].value) + 1]
        return [term for term in order if term.value in first]
    return [term for term in order if term.value == values[rank - 1]] if rank <= len(values) else []


def rank_words(rank: int, *, low: bool = False, rate: bool = False) -> str:
    """最多, 第二多, 最少; rates are 高 and 低."""
    which = "最" if rank == 1 else f"第{_NUMBERS[rank - 1]}" if rank <= len(_NUMBERS) else f"第{rank}"
    return which + (("低" if low else "高") if rate else ("少" if low else "多"))
