"""Graded rules (1000万元以上的，奖励300万元；…): the grades that the amounts asked about fall into."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.prose.ranking import Ranked
from assistant.prose.windows import Kind, as_statement
from assistant.reading.ask import Ask
from assistant.reading.words import Terms, pairs
from assistant.sentences import sentence_to_clauses, text_to_sentences
from corpus.folding.amounts import find_amounts
from corpus.folding.units import base_unit, in_base_units
from corpus.target import Bound, Quantity

__all__ = ["fitting_grade"]

_LOOKED_AT = 10
_FEWEST = 2
_BOUNDS = 2
_MOST = 3
"""So many cases are told apart in one question (8人给多少，12人呢)."""
_ASKS_AMOUNT = frozenset({"how_much", "money", "how_long", "share", "ask_count"})


@dataclass(frozen=True, slots=True)
class _Grade:
    """A segment of a rule: the amounts it is for and the amounts it grants."""

    at: int
    text: str
    limit: Quantity
    most: Decimal | None
    """Where it ends, if that is said; in base units."""
    includes: bool

    @property
    def least(self) -> Decimal:
        """Where it begins, or where it ends if it is one of those below a bound; in base units."""
        return self.limit.in_base

    @property
    def is_below(self) -> bool:
        """Whether it is for amounts below its bound."""
        return self.limit.bound in (Bound.LE, Bound.LT)

    def holds(self, amount: Quantity) -> bool:
        """Whether an amount falls into this grade."""
        value = amount.in_base
        inside = value < self.least if self.is_below else value > self.least
        return (inside or (value == self.least and self.includes)) and (self.most is None or value <= self.most)


def fitting_grade(ask: Ask, found: Sequence[Ranked], terms: Terms) -> Ranked | None:
    """What announces a list of grades and the grades that the amounts of the question fall into, all of one unit; None
    where the best passages hold no such list.
    """
    amounts = ask.where.amounts
    of_one = len({base_unit(one.unit) for one in amounts}) == 1 and len(amounts) <= _MOST
    if not of_one or not ask.heard & _ASKS_AMOUNT:
        return None
    graded = (_picked(one, amounts, terms) for one in found[:_LOOKED_AT])
    return next((one for one in graded if one), None)


def _picked(one: Ranked, amounts: Sequence[Quantity], terms: Terms) -> Ranked | None:
    segments = [part for text in text_to_sentences(one.window.passage) for part in sentence_to_clauses(text, "；;")]
    unit = base_unit(amounts[0].unit)
    grades = [grade for grade in _grades(segments, terms) if base_unit(grade.limit.unit) == unit]
    fitting = [[grade for grade in grades if grade.holds(amount)] for amount in amounts]
    if len(grades) < _FEWEST or not all(fitting):
        return None
    best = [max(some, key=lambda grade: (grade.least, not grade.is_below)) for some in fitting]
    first = grades[0].at
    return _shown(one, segments[max(0, first - 1) : first], list(dict.fromkeys(grade.text for grade in best)))


def _grades(segments: Sequence[str], terms: Terms) -> Iterator[_Grade]:
    """The segments with an amount before their first comma and one behind it, about a thing the question names."""
    for at, segment in enumerate(segments):
        condition, *rest = sentence_to_clauses(segment, "，,")
        limits = [amount.quantity for amount in find_amounts(condition)]
        named = any(not terms.items[held].forms[0][:1].isdigit() for held in terms.held(pairs(condition)))
        if 0 < len(limits) <= _BOUNDS and find_amounts("".join(rest)) and named:
            yield _grade(at, segment, condition, limits)


def _grade(at: int, segment: str, condition: str, limits: Sequence[Quantity]) -> _Grade:
    first, last = limits[0], limits[-1]
    high = last.high if last.high is not None else last.value if len(limits) == _BOUNDS else None
    includes = first.bound not in (Bound.GT, Bound.LT) or "含" in condition
    return _Grade(at, segment, first, None if high is None else in_base_units(high, last.unit), includes)


def _shown(one: Ranked, intro: Sequence[str], grades: Sequence[str]) -> Ranked:
    cited = tuple((part.strip(), one.window.place) for part in (*intro, *grades))
    text = "".join([*(part.strip() for part in intro), *map(as_statement, grades)])
    window = replace(one.window, kind=Kind.LIST, text=text, cited=cited)
    return one._replace(window=window)
