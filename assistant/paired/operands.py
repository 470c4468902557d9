"""Printed numbers with what they are called, as far as a question may mean them. Knows no arithmetic."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from assistant.facts.evidence import distinct
from assistant.facts.folding import Term, summed
from assistant.facts.measuring import without_scale
from assistant.facts.rates import for_each
from assistant.facts.record_rows import SECTION, Record, RecordTable
from assistant.facts.record_saying import to_term
from assistant.facts.record_tables import record_tables
from assistant.prose.windows import Window
from assistant.reading.words import Terms, pairs, pairs_of
from assistant.sentences import text_to_sentences
from corpus.facts import Library
from corpus.folding.amounts import Amount, find_amounts
from corpus.folding.units import unit_family
from corpus.folding.years import find_years
from corpus.target import Bound, Quantity

_SUM = -1
"""Stands for the column of what a row adds up to."""
QUESTION = "question"
"""What the numbers stand in that a question names itself."""
_TABLES, _ROWS, _COLUMNS, _FEW = 4, 4, 12, 3
"""So many tables, rows of each and columns are looked at; a table of so few rows is looked at whole."""
_PLAIN = frozenset({Bound.EQ, Bound.APPROX, Bound.GE, Bound.GT, Bound.LE, Bound.LT})
_MARKS = "，,；;。：:、（()）"
_NOUN = 8
"""So many characters behind a number may say what it counts."""


@dataclass(frozen=True)
class Operand:
    """A printed number: the value, what it is called, and where it stands."""

    term: Term
    row: str
    """What its row is called; in a passage nothing."""
    column: str
    """What its column is called, or the words that stand by it."""
    place: tuple[object, object, int]
    """What it stands in (a table, a passage), which row or sentence of it, and which column or number."""
    around: frozenset[str]
    """The pairs of what stands around: caption and title, the passage."""
    years: frozenset[int] = frozenset()
    whole: bool = False
    """Whether it is a printed total, or the sum of all rows."""
    is_sum: bool = False
    """Whether it is what printed numbers add up to."""
    of_all: bool = False
    """Whether its column adds up others (合计, 全市 beside 市本级)."""

    @cached_property
    def named(self) -> frozenset[str]:
        """The pairs of its row's name."""
        return pairs(self.row)

    @cached_property
    def called(self) -> frozenset[str]:
        """The pairs of its column's name."""
        return pairs(self.column)


def tables_meant(terms: Terms, documents: Collection[str], library: Library) -> list[RecordTable]:
    """The tables in scope that hold most of a question's words."""
    scope = [one for one in record_tables(library) if one.document in documents and one.numbers]
    held = [(terms.coverage(_around(one, library) | _rows_words(one)), one) for one in scope]
    return [one for share, one in sorted(held, key=lambda told: -told[0]) if share > 0][:_TABLES]


def cells_of(one: RecordTable, terms: Terms, library: Library) -> list[list[Operand]]:
    """Row by row the numbers of the rows that the words name, and of those that print totals."""
    told = [(terms.coverage(_names(record, one)), at) for at, record in enumerate(one.records)]
    best = sorted((-share, at) for share, at in told if share > 0)[:_ROWS]
    rows = [one.records[at] for _, at in best] or (list(one.records) if len(one.records) <= _FEW else [])
    around = _around(one, library)
    every = [*((row, False) for row in rows), *((row, True) for row in one.totals[:1])]
    return [list(_cells(row, at, one, around, whole=whole)) for at, (row, whole) in enumerate(every)]


def all_cells(one: RecordTable, library: Library) -> list[list[Operand]]:
    """Row by row the numbers of all rows."""
    around = _around(one, library)
    return [list(_cells(row, at, one, around, whole=False)) for at, row in enumerate(one.records)]


def sums_of(one: RecordTable, terms: Terms, library: Library) -> list[list[Operand]]:
    """Column by column what the rows add up to that are named, that share a value that is said, and all."""
    around = _around(one, library)
    groups = {rows: name for name, rows in _groups(one, terms) if len(rows) > 1}
    columns = one.numbers[:_COLUMNS]
    cells = {at: {id(row): to_term(row, at, one) for row in one.records} for at in columns if groups}
    return [
        [found for at in columns if (found := _sum([cells[at][id(row)] for row in rows], name, at, one, around))]
        for rows, name in groups.items()
    ]


def _groups(one: RecordTable, terms: Terms) -> Iterator[tuple[str, tuple[Record, ...]]]:
    for column in (*one.categories, *one.texts, SECTION):
        for value, rows in one.grouped(one.records, column).items():
            if terms.coverage(pairs(value)):
                yield value, tuple(rows)
    named = tuple(row for row in one.records if terms.coverage(pairs(one.called(row)) - pairs(one.column(one.name))))
    if len(named) <= _ROWS:
        yield "、".join(map(one.called, named)), named
    yield "", one.records


def _sum(
    cells: Sequence[Term | None], name: str, column: int, one: RecordTable, around: frozenset[str]
) -> Operand | None:
    terms = [term for term in cells if term and unit_family(term.unit) != "rate"]
    folded = summed(terms) if len(terms) > 1 else None
    if folded is None:
        return None
    term, place = folded.called(name or "全部"), (_at(one), name, column)
    return Operand(term, name, one.label(column), place, around, _years(column, one), whole=not name, is_sum=True)


def _cells(record: Record, at: int, one: RecordTable, around: frozenset[str], *, whole: bool) -> Iterator[Operand]:
    row = "".join(dict.fromkeys([one.called(record), *(record.text(column) for column in one.categories)]))
    for column in one.numbers[:_COLUMNS]:
        term, label = to_term(record, column, one), one.label(column)
        if term is not None and not term.ranged:
            own, years = replace(term, unit=for_each(term.unit, label)), _years(column, one)
            yield Operand(own, row, label, (_at(one), at, column), around, years, whole, of_all=column in one.sums)


def asked_numbers(amounts: Sequence[Quantity]) -> list[Operand]:
    """The numbers that a question names itself."""
    terms = (Term.of(one) for one in amounts if one.high is None)
    return [Operand(term, "", "", (QUESTION, at, at), frozenset()) for at, term in enumerate(terms)]


def series_of(row: Sequence[Operand], asked: Collection[int]) -> Operand | None:
    """What the numbers of a row or sentence add up to that measure the same: those of the years asked for, else all."""
    row = [one for one in row if unit_family(one.term.unit) != "rate" and not one.of_all]
    within = [one for one in row if one.years & {*asked}] if asked else []
    chosen = within or [one for one in row if not one.whole]
    folded = summed([one.term for one in chosen]) if len(chosen) > 1 else None
    if folded is None or len({without_scale(one.term.unit) for one in chosen}) > 1:
        return None
    first = chosen[0]
    evidence = distinct(item for one in chosen for item in one.term.evidence)
    term = Term(first.term.name, folded.value, folded.unit, folded.text, evidence)
    names = "、".join(dict.fromkeys(one.column for one in chosen))
    years = frozenset(year for one in chosen for year in one.years)
    return Operand(term, first.row, names, (*first.place[:2], _SUM), first.around, years, is_sum=True)


def numbers_of(window: Window, at: int) -> list[Operand]:
    """The exact numbers of a passage, each with its words: from the mark or number before it to the noun behind."""
    found = []
    around = pairs(window.text) | pairs(window.head) | pairs(window.above)
    for number, sentence in enumerate(text_to_sentences(window.text)):
        amounts = find_amounts(sentence, spelled=False)
        before = 0
        for place, one in enumerate(amounts):
            following = amounts[place + 1].start if place + 1 < len(amounts) else len(sentence)
            own = _words_of(sentence, one, before, following)
            before = one.end
            if one.quantity.high is None and one.quantity.bound in _PLAIN:
                unit = for_each(one.quantity.unit, own)
                term = Term.of(one.quantity, unit=unit)
                years = frozenset(year for told in find_years(own) for year in range(told.first, told.last + 1))
                found.append(Operand(term, "", own, (f"window {at}", number, place), around, years))
    return found


def _words_of(sentence: str, one: Amount, before: int, following: int) -> str:
    mark = max(sentence.rfind(mark, before, one.number) for mark in _MARKS) + 1
    head = sentence[max(before, mark) : one.number]
    if len(head) < 2:  # 发放消费券2000万元，其中汽车、家电各800万元
        head = sentence[before : one.number]
    tail = sentence[one.end : min(following, one.end + _NOUN)]
    ends = [found for mark in _MARKS if (found := tail.find(mark)) >= 0]
    return head + one.quantity.unit + tail[: min(ends, default=len(tail))]


def _years(column: int, one: RecordTable) -> frozenset[int]:
    return frozenset(year for head in one.headers if head.at == column for year in head.years)


def _at(one: RecordTable) -> tuple[str, int | None]:
    """The document and number of a table."""
    return one.document, one.table.place.table_no


@lru_cache(maxsize=256)
def _around(one: RecordTable, library: Library) -> frozenset[str]:
    title = library.document(one.document).metadata.title
    return (
        pairs(title)
        | pairs(one.table.caption)
        | pairs_of(one.table.place.path[-1:])
        | pairs_of([one.label(at) for at in one.numbers])
    )


@lru_cache(maxsize=256)
def _rows_words(one: RecordTable) -> frozenset[str]:
    return frozenset().union(*(_names(record, one) for record in one.records))


def _names(record: Record, one: RecordTable) -> frozenset[str]:
    """The pairs of what names a row: its name, its values of few, the heading row above it."""
    return pairs_of([one.called(record), record.section, *(record.text(at) for at in one.categories)])
