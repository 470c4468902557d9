"""Every two numbers that stand together, in a row, a column or a passage, and what may be made of them: how far they
lie apart, which share or how many times the one is of the other, so much for each. How well a question calls them
orders them; no pattern tells which are meant.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations
from typing import NamedTuple

from assistant.facts.rates import product
from assistant.facts.record_rows import RecordTable
from assistant.paired.operands import (
    Operand,
    all_cells,
    asked_numbers,
    cells_of,
    numbers_of,
    series_of,
    sums_of,
    tables_meant,
)
from assistant.paired.paired import Paired, features_of, ways
from assistant.prose.ranking import Ranked
from assistant.reading.ask import Ask, Fold
from assistant.reading.lasting import case_of
from assistant.reading.words import Terms, terms_of
from corpus.facts import Library
from indexing.index import Index

_WINDOWS = 6
"""So many of the best windows are looked at."""
_ASKED: Mapping[Fold, frozenset[str]] = {
    Fold.DIFFERENCE: frozenset({"difference", "growth", "doubled"}),
    Fold.SHARE: frozenset({"share", "rated"}),
    Fold.RATIO: frozenset({"ratio", "doubled"}),
    Fold.AVERAGE: frozenset({"average", "each", "apiece"}),
    Fold.SUM: frozenset({"total", "sum"}),
}
"""By what is made of two numbers, the senses and hints that ask for it."""
_AMOUNT = frozenset({"how_much", "ask_count", "money", "rise", "falls", "rest", "above", "below"})
"""What asks for an amount, which may have to be reckoned."""
_OF_SUMS = frozenset({Fold.SUM, Fold.SHARE, Fold.DIFFERENCE})
"""What may be made of numbers that are added up first."""
_EXTREME = frozenset({"most", "least"})
_MADE = (Fold.DIFFERENCE, Fold.SHARE, Fold.AVERAGE)


def paired_of(ask: Ask, windows: Sequence[Ranked], index: Index) -> list[Paired]:
    """Every two numbers that stand together in tables and the windows found, with each thing made of them that is asked
    for, the likeliest first.
    """
    senses = ask.heard | ask.hints
    asked = [fold for fold, said in _ASKED.items() if said & senses]
    if not (asked or senses & _AMOUNT):
        return []
    folds = [fold for fold in asked if fold is not Fold.SUM] or [Fold.DIFFERENCE, Fold.PRODUCT]
    terms = terms_of(ask.gist, index.library)
    tables = tables_meant(terms, ask.where.documents or tuple(index.library.documents), index.library)
    passages = [(one, numbers_of(one.window, at)) for at, one in enumerate(_apart(windows))]
    numbers = _Numbers(tables, [row for one in tables for row in cells_of(one, terms, index.library)], passages)
    tried = chain(
        _of_row_or_column(numbers.rows, folds),
        (replace(one, at=at) for at, row in passages for two in combinations(row, 2) for one in ways(two, folds)),
        _of_case(numbers, ask),
        _added(numbers, folds, terms, ask, index.library) if _OF_SUMS & {*asked} else (),
        _foremost(numbers, asked or _MADE, ask, index.library) if ask.heard & _EXTREME else (),
    )
    found = [replace(one, features=features_of(one, terms, ask, asked)) for one in tried]
    return sorted(found, key=lambda one: -one.score)


class _Numbers(NamedTuple):
    """What a question may mean: tables, the numbers of their rows that it names, and those of the best passages."""

    tables: Sequence[RecordTable]
    rows: Sequence[Sequence[Operand]]
    passages: Sequence[tuple[Ranked, Sequence[Operand]]]


def _of_row_or_column(rows: Sequence[Sequence[Operand]], folds: Sequence[Fold]) -> Iterator[Paired]:
    """Two numbers of one row, and two of one column."""
    twos = [two for row in rows for two in combinations(row, 2)]
    columns = [{(one.place[0], one.place[2]): one for one in row} for row in rows]
    twos += [(one[at], other[at]) for one, other in combinations(columns, 2) for at in one.keys() & other.keys()]
    yield from (paired for two in twos for paired in ways(two, folds))


def _of_case(numbers: _Numbers, ask: Ask) -> Iterator[Paired]:
    """So much for each of so many that the question names, or a share of its amount."""
    printed: list[tuple[Ranked | None, Operand]] = [(None, one) for row in numbers.rows for one in row]
    printed += [(at, one) for at, row in numbers.passages for one in row]
    for own in asked_numbers(case_of(ask)):
        yield from (Paired(one, own, Fold.PRODUCT, at=at) for at, one in printed if product(one.term, own.term))


def _added(numbers: _Numbers, folds: Sequence[Fold], terms: Terms, ask: Ask, library: Library) -> Iterator[Paired]:
    """What columns add up to, rows and the numbers of a sentence; which share a part is of all."""
    every = [one for table in numbers.tables for sums in sums_of(table, terms, library) for one in sums]
    every += [one for row in numbers.rows if (one := series_of(row, ask.where.years))]
    yield from (Paired(one, one, Fold.SUM) for one in every)
    parts, wholes = [one for one in every if not one.whole], [one for one in every if one.whole]
    alike = ((part, whole) for part in parts for whole in wholes if part.place[::2] == whole.place[::2])
    yield from (paired for two in alike for paired in ways(two, [Fold.SHARE]))
    for at, row in numbers.passages:
        sentences = {one.place[1]: [other for other in row if other.place[1] == one.place[1]] for one in row}
        made = (one for same in sentences.values() for one in _of_sentence(same, folds, ask.where.years))
        yield from (replace(one, at=at) for one in made)


def _of_sentence(row: Sequence[Operand], folds: Sequence[Fold], years: Sequence[int]) -> Iterator[Paired]:
    """What the numbers of a sentence add up to, and what those behind the first leave of it."""
    added, others = series_of(row, years), series_of(row[1:], ())
    if added:
        yield Paired(added, added, Fold.SUM)
    if others:
        yield from ways((row[0], others), [fold for fold in folds if fold is not Fold.PRODUCT])


def _foremost(numbers: _Numbers, folds: Sequence[Fold], ask: Ask, library: Library) -> Iterator[Paired]:
    """The row for which something made of two of its numbers is the most or the least; the first and the last of a
    column where both are asked for.
    """
    for table in numbers.tables:
        rows = [{one.place[2]: one for one in row} for row in all_cells(table, library)]
        for at in table.numbers if ask.heard >= _EXTREME else ():
            ordered = sorted((row[at] for row in rows if at in row), key=lambda one: one.term.value)
            yield from ways((ordered[0], ordered[-1]), folds) if len(ordered) > 1 else ()
        for one, other in combinations(table.numbers, 2):
            both = [(row[one], row[other]) for row in rows if row.keys() >= {one, other}]
            yield from _first_rows(both, folds, ask)


def _first_rows(rows: Sequence[tuple[Operand, Operand]], folds: Sequence[Fold], ask: Ask) -> Iterator[Paired]:
    """Of what can be made of two columns in every row alike, the first row, where no other comes up to it."""
    low = "least" in ask.heard
    made: dict[tuple[Fold, int, int], list[Paired]] = {}
    for one in (paired for two in rows for paired in ways(two, folds)):
        made.setdefault((one.fold, one.above.place[2], one.below.place[2]), []).append(one)
    for same in made.values():
        values = [folded.value for one in same if (folded := one.folded(ask))]
        if len(values) == len(rows) > 1 and values.count(best := min(values) if low else max(values)) == 1:
            yield replace(same[values.index(best)], foremost="最小" if low else "最大")


def _apart(found: Sequence[Ranked]) -> list[Ranked]:
    """The best windows, none within another."""
    kept: list[Ranked] = []
    for one in found:
        if len(kept) == _WINDOWS:
            break
        if not any(one.window.text in other.window.text or other.window.text in one.window.text for other in kept):
            kept.append(one)
    return kept
