"""What is done with values once they are selected: sum, mean, share, difference, ratio, growth. In Decimal, and spelled
out so that a reader can check it. Knows neither targets nor tables.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from assistant.facts.measuring import convertible, families, number_words, scaled_words, without_scale
from assistant.reading.ask import Ask
from corpus.facts import Evidence
from corpus.folding.units import base_unit, in_base_units, is_counter, unit_family
from corpus.target import Quantity

_PLACES, _TENTH = Decimal("0.01"), Decimal("0.1")
_RATES = frozenset({"%", "％"})


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

    @classmethod
    def of(cls, quantity: Quantity, name: str = "", unit: str = "", evidence: tuple[Evidence, ...] = ()) -> "Term":
        """A quantity without its bound, in another `unit` (元/台) than is printed behind it."""
        said = number_words(quantity.value, quantity.unit)
        return cls(name, quantity.value, unit or quantity.unit, said, evidence)


@dataclass(frozen=True, slots=True)
class Folded:
    """A result: its value, and the words for it with the arithmetic."""

    value: Decimal
    unit: str
    text: str
    terms: tuple[Term, ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What the terms rest on."""
        return tuple(item for term in self.terms for item in term.evidence)

    def called(self, name: str) -> Term:
        """The result as a term of another fold."""
        return Term(name, self.value, self.unit, self.text, self.evidence)


def quotient(part: Decimal, whole: Decimal, places: Decimal = _PLACES) -> tuple[Decimal, str]:
    """A quotient, rounded half up to some places, and the sign to stand before it: = or ≈."""
    result = (part / whole).quantize(places, ROUND_HALF_UP)
    return result, "=" if result * whole == part else "≈"


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
    mean, equals = quotient(total.value, Decimal(count))
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
    result, equals = quotient(part * 100, chosen[-1].value)
    addition = ""
    *said, of = _spelled([*parts, whole])
    if len(parts) > 1:
        addition, said = "+".join(said) + f"={scaled_words(part, unit)}；", [scaled_words(part, unit)]
    told = f"{said[0]}÷{of}{equals}{number_words(result, '%')}"
    whole_percent = result.quantize(Decimal(1), ROUND_HALF_UP)
    if whole_percent and whole_percent != result:
        told += f"≈{whole_percent}%"
    text = f"{number_words(result, '%')}（{addition}{told}）"
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
    """By how many per cent the second is more or less than the first, where a growth is asked for or its steepness, and
    whether that is doubled where that is asked; of percentages only that.
    """
    chosen, grows = in_one_unit([before, after]), "growth" in ask.heard or "steep" in ask.hints
    doubled = "doubled" in ask.heard
    if chosen is None or not chosen[0].value or not (grows or doubled):
        return ""
    first, second, unit = chosen[0].value, chosen[1].value, chosen[0].unit
    told = _doubled(first, second, unit) if doubled else ""
    if unit in _RATES:
        return told
    rise = second - first
    percent, equals = quotient(abs(rise) * 100, first, _TENTH)
    result, parts = number_words(percent, "%"), f"{number_words(abs(rise), unit)}÷{number_words(first, unit)}"
    return f"，{more if rise >= 0 else '下降'}{result}（{parts}{equals}{result}）{told}"


def _doubled(first: Decimal, second: Decimal, unit: str) -> str:
    times, equals = quotient(second, first)
    before, shown = number_words(first, unit), number_words(times, "倍")
    verdict = "翻了一番" if second == 2 * first else "超过一番" if second / first > 2 else "未翻番"
    return f"，是{before}的{shown}（{number_words(second, unit)}÷{before}{equals}{shown}），{verdict}"


def ratio(left: Term, right: Term) -> Folded | None:
    """How many times the second the first is: 12÷3=4倍."""
    chosen = in_one_unit([left, right])
    if chosen is None or not chosen[1].value:
        return None
    above, below = chosen
    result, equals = quotient(above.value, below.value)
    told = "÷".join(_spelled((left, right))) + equals
    return Folded(result, "倍", f"{number_words(result, '倍')}（{told}{number_words(result)}）", (above, below))
