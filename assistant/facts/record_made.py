"""Numbers of rows that no column prints: so much for each of something, a rate, what is left of a whole."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TypeVar

from assistant.facts.evidence import distinct
from assistant.facts.folding import Folded, Term, difference, share, summed
from assistant.facts.measuring import agreement, convertible, families, in_base, without_scale
from assistant.facts.rates import each
from assistant.facts.record_rows import Header, Record, RecordTable, bare
from assistant.facts.record_saying import to_term
from assistant.reading.ask import Ask
from assistant.reading.made_of import MadeOf
from assistant.reading.words import fold, pairs
from corpus.table import Column

__all__ = ["Made", "made_in", "turned_for"]

_T = TypeVar("_T")
_HALF = 0.5
_NOT = ("不", "未", "无")
_ANY = families("个")
"""What is counted in 个 may be anything: it is told by its name alone."""
_RATE, _LONG = 2, 4
"""Characters before 率 by which a printed rate is known again, and by which a part of a whole is."""


@dataclass(frozen=True, slots=True)
class Made:
    """One column divided by another; of `rest`, what is left of the second without the first."""

    above: int
    below: int
    way: MadeOf
    rest: bool = False
    yearly: bool = False
    """Whether the rows are years."""

    def name(self, one: RecordTable) -> str:
        """What it is called in a sentence."""
        above = f"（{one.label(self.below)}-{one.label(self.above)}）" if self.rest else one.label(self.above)
        return f"{above}÷{one.label(self.below)}"

    def of(self, records: Sequence[Record], one: RecordTable, called: str = "") -> Term | None:
        """The number over some rows: of one, or of the sums of several."""
        terms = [_added(records, at, one) for at in (self.below, self.above)]
        below, above = terms
        left = difference(below, above) if self.rest and below and above else None
        part = left.called("") if left else above
        folded = self._folded(part, below) if part and below else None
        if folded is None:
            return None
        told = [f"{term.name}{term.said}" for term in terms if term] if self.rest or len(records) > 1 else []
        text = "，".join([*told, *([f"相差{left.text}"] if left else []), folded.text])
        return Term(called, folded.value, folded.unit, text, distinct(item for t in terms if t for item in t.evidence))

    def _folded(self, above: Term, below: Term) -> Folded | None:
        if self.way.way == "each" or not convertible(above.unit, below.unit):
            return each(above, below, scale=self.way.scale, unit=self.way.unit)
        return share([above], below)


def _added(records: Sequence[Record], at: int, one: RecordTable) -> Term | None:
    terms = [term for record in records if (term := to_term(record, at, one))]
    folded = summed(terms) if len(terms) == len(records) else None
    return folded.called(one.label(at)) if folded else None


def made_in(one: RecordTable, columns: Sequence[int], ask: Ask) -> Made | None:
    """What an ask wants made of two columns of a table, where both are there and no column prints it already."""
    years = set(ask.where.years)
    numbers = [
        head for head in one.headers if head.at in one.numbers and (not years & _years(one) or _is_of(head, years))
    ]
    ways = {"each": _each, "rate": _rate, "over": _over}
    made = (ways[way.way](way, one, numbers, columns, ask) for way in ask.made_of if way.way in ways)
    return next((found for found in made if found is not None), None)


def _years(one: RecordTable) -> set[int]:
    return {year for head in one.headers for year in head.years}


def _is_of(head: Header, years: Collection[int]) -> bool:
    return not head.years or any(year in years for year in head.years)


def _each(way: MadeOf, one: RecordTable, numbers: Sequence[Header], columns: Sequence[int], ask: Ask) -> Made | None:
    """So much for one of something: a column that counts it, and another one that is asked for."""
    below = _best(numbers, lambda head: _counts(way, head, one), _HALF)
    printed = any(f"{way.unit}均" in head.words or "/" in one.unit(head.at) for head in numbers if head.at in columns)
    if below is None or printed:
        return None
    told, said = pairs(way.above) or pairs(way.below) - pairs(below.words), pairs(ask.where.words)
    above = _best(
        [head for head in numbers if head is not below and agreement(ask.measures, one.unit(head.at)) >= 0],
        lambda head: 4 * _share(told, head) + 2 * (head.at in columns) + _share(said, head)
        + agreement(ask.measures, one.unit(head.at)),
        _HALF,
    )  # fmt: skip
    return Made(above.at, below.at, way) if above else None


def _counts(way: MadeOf, head: Header, one: RecordTable) -> float:
    """How well a column counts what is divided by: by its unit, by its name."""
    noun, unit = _share(pairs(way.below), head), one.unit(head.at)
    asked, counted = families(way.unit), families(way.below[-1:]) - _ANY
    if asked and (asked != _ANY or noun == 0) and way.unit != "个":
        same = bool(families(unit) & asked) if asked != _ANY else without_scale(unit) == way.unit
        return (1 + noun) * same
    return noun + _HALF * bool(families(unit) & counted)


def _rate(way: MadeOf, one: RecordTable, numbers: Sequence[Header], _columns: Sequence[int], ask: Ask) -> Made | None:
    """A part of its whole, or what is left of it: a column that counts the part, and one that is nowhere less."""
    rate = f"{way.above[-_RATE:]}率"
    if any(rate in text for text in (*(one.column(head.at) for head in one.headers), *map(one.called, one.records))):
        return None
    part = [way.above[at : at + 2] for at in range(max(len(way.above) - _LONG, 0), len(way.above) - 1)]
    above = _best(
        numbers, lambda head: max((at + 1 for at, pair in enumerate(part) if pair in head.words), default=0), 1
    )
    wholes = [head for head in numbers if above and head is not above and _holds(head, above, one)]
    below = _best(wholes, lambda head: 1 + len(pairs(ask.gist) & pairs(head.words)), 1)
    if above is None or below is None:
        return None
    shared = next(pair for pair in reversed(part) if pair in above.words)
    rest = any(f"{no}{shared}" in above.words and f"{no}{shared}" not in way.above for no in _NOT)
    return Made(above.at, below.at, way, rest)


def _holds(whole: Header, part: Header, one: RecordTable) -> bool:
    """Whether a column measures the same as another, of the same years, and is nowhere less."""
    two = [(one.quantity(record, whole.at), one.quantity(record, part.at)) for record in one.records]
    alike = all(convertible(a.unit, b.unit) and in_base(a) >= in_base(b) for a, b in two if a and b)
    return alike and whole.years == part.years and any(a and b for a, b in two)


def _over(way: MadeOf, _one: RecordTable, numbers: Sequence[Header], _columns: Sequence[int], _ask: Ask) -> Made | None:
    """A column divided by another, where the words name both."""
    two = _two_like(way, [head.words for head in numbers])
    return Made(numbers[two[0]].at, numbers[two[1]].at, way) if two else None


def _two_like(way: MadeOf, names: Sequence[str]) -> tuple[int, int] | None:
    """Which of the names are like the words above and below; None where there are not two."""
    below = _best(range(len(names)), lambda at: _likeness(way.below, names[at]), _HALF)
    above = _best([at for at in range(len(names)) if at != below], lambda at: _likeness(way.above, names[at]), _HALF)
    return (above, below) if above is not None and below is not None else None


def _share(said: frozenset[str], head: Header) -> float:
    """The share of some words that the name of a column holds."""
    return len(said & pairs(head.words)) / len(said) if said else 0.0


def _likeness(words: str, name: str) -> float:
    """How alike two names are: the share of both that they have in common."""
    own, other = pairs(words), pairs(fold(name))
    return 2 * len(own & other) / (len(own) + len(other)) if own and other else 0.0


def _best(items: Sequence[_T], score: Callable[[_T], float], least: float) -> _T | None:
    """The first of those that score best, if that is enough."""
    best = max(items, key=score, default=None)
    return best if best is not None and score(best) >= least else None


def turned_for(one: RecordTable, ask: Ask) -> tuple[RecordTable, tuple[Record, ...], Made] | None:
    """A table of indicators by year turned, so that one indicator can be divided by another year by year: its columns
    are the two named, its rows the years asked for.
    """
    years = [head for head in one.headers if head.at in one.numbers and head.years and not head.words]
    named = [way for way in ask.made_of if way.way == "over"] if len(years) > 1 else []
    for way in named:
        if two := _two_like(way, [one.called(record) for record in one.records]):
            return _turned(one, (one.records[two[0]], one.records[two[1]]), years, ask, way)
    return None


def _turned(
    one: RecordTable, two: tuple[Record, Record], years: Sequence[Header], ask: Ask, way: MadeOf
) -> tuple[RecordTable, tuple[Record, ...], Made]:
    units = [f"（{row.text(one.units)}）" if one.units is not None else "" for row in two]
    names = [Column(path=(f"{bare(one.called(row))}{unit}",)) for row, unit in zip(two, units, strict=True)]
    table = one.table.model_copy(update={"columns": (Column(path=("年份",)), *names)})
    rows = tuple(row for record in two for row in record.rows)
    records = tuple(
        Record(rows, (one.label(head.at), *(row.text(head.at) for row in two)), "", frozenset()) for head in years
    )
    asked = tuple(row for row, head in zip(records, years, strict=True) if set(head.years) & set(ask.where.years))
    turned = RecordTable(one.document, table, records, (), None, 0, (), (1, 2), None, one.plain)
    return turned, asked or records, Made(1, 2, way, yearly=True)
