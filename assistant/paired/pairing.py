"""Every two numbers that stand together, in a row, a column or a passage, and what may be made of them: how far they
lie apart, which share or how many times the one is of the other, so much for each. How well a question calls them
orders them; no pattern tells which are meant.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations
from typing import TYPE_CHECKING

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
from assistant.prose.ranking import Ranked, ranked
from assistant.reading.ask import Ask, Fold
from assistant.reading.words import terms_of
from corpus.facts import Library

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["paired_of"]

_WINDOWS = 6
"""So many of the best windows are looked at."""
_ASKED: Mapping[Fold, frozenset[str]] = {
    Fold.DIFFERENCE: frozenset({"difference", "growth", "doubled"}),
    Fold.SHARE: frozenset({"share", "rated"}),
    Fold.RATIO: frozenset({"ratio", "doubled"}),
    Fold.AVERAGE: frozenset({"average", "each"}),
    Fold.SUM: frozenset({"total", "sum"}),
}
"""By what is made of two numbers, the senses and hints that ask for it."""
_AMOUNT = frozenset({"how_much", "ask_count", "money", "rise", "falls", "rest", "above", "below"})
"""What asks for an amount, which may have to be reckoned."""
_OF_SUMS = frozenset({Fold.SUM, Fold.SHARE, Fold.DIFFERENCE})
"""What may be made of numbers that are added up first."""
_EXTREME = frozenset({"most", "least"})
_MADE = (Fold.DIFFERENCE, Fold.SHARE, Fold.AVERAGE)


def paired_of(ask: Ask, index: "Index") -> list[Paired]:
    """Every two numbers that stand together, with each thing made of them that is asked for, the likeliest first."""
    senses = ask.heard | ask.hints | ({"each"} if any(one.way == "each" for one in ask.made_of) else frozenset())
    asked = [fold for fold, said in _ASKED.items() if said & senses]
    if not (asked or senses & _AMOUNT):
        return []
    folds = [fold for fold in asked if fold is not Fold.SUM] or [Fold.DIFFERENCE, Fold.PRODUCT]
    terms = terms_of(ask.gist, index.library)
    tables = tables_meant(terms, ask.where.documents or tuple(index.library.documents), index.library)
    rows = [row for table in tables for row in cells_of(table, terms, index.library)]
    passages = [(one, numbers_of(one.window, at)) for at, one in enumerate(_apart(ranked(ask, index)))]
    tried = chain(
        _in_tables(rows, folds),
        (replace(one, at=at) for at, row in passages for two in combinations(row, 2) for one in ways(two, folds)),
        _of_case(rows, passages, ask),
        _added(tables, rows, passages, folds, ask, index.library) if _OF_SUMS & {*asked} else (),
        _foremost(tables, asked, ask, index.library) if ask.heard & _EXTREME else (),
    )
    found = [replace(one, features=features_of(one, terms, ask, asked)) for one in tried]
    return sorted(found, key=lambda one: -one.score)


def _in_tables(rows: Sequence[Sequence[Operand]], folds: Sequence[Fold]) -> Iterator[Paired]:
    """Two numbers of one row, and two of one column."""
    twos = [two for row in rows for two in combinations(row, 2)]
    columns = [{(one.place[0], one.place[2]): one for one in row} for row in rows]
    twos += [(one[at], other[at]) for one, other in combinations(columns, 2) for at in one.keys() & other.keys()]
    yield from (paired for two in twos for paired in ways(two, folds))


def _of_case(
    rows: Sequence[Sequence[Operand]], passages: Iterable[tuple[Ranked, Sequence[Operand]]], ask: Ask
) -> Iterator[Paired]:
    """So much for each of so many that the question names, or a share of its amount."""
    for own in asked_numbers(ask.where.amounts or ask.case.amounts):
        yield from (Paired(one, own, Fold.PRODUCT) for row in rows for one in row if product(one.term, own.term))
        yield from (
            Paired(one, own, Fold.PRODUCT, at=at) for at, row in passages for one in row if product(one.term, own.term)
        )


def _added(
    tables: Iterable[RecordTable],
    rows: Iterable[Sequence[Operand]],
    passages: Iterable[tuple[Ranked, Sequence[Operand]]],
    folds: Sequence[Fold],
    ask: Ask,
    library: Library,
) -> Iterator[Paired]:
    """What columns add up to, rows and the numbers of a sentence; which share a part is of all."""
    terms = terms_of(ask.gist, library)
    every = [one for table in tables for sums in sums_of(table, terms, library) for one in sums]
    every += [one for row in rows if (one := series_of(row, ask.where.years))]
    yield from (Paired(one, one, Fold.SUM) for one in every)
    parts, wholes = [one for one in every if not one.whole], [one for one in every if one.whole]
    alike = ((part, whole) for part in parts for whole in wholes if part.place[::2] == whole.place[::2])
    yield from (paired for two in alike for paired in ways(two, [Fold.SHARE]))
    for at, row in passages:
        sentences = {one.place[1]: [other for other in row if other.place[1] == one.place[1]] for one in row}
        yield from (
            replace(one, at=at) for same in sentences.values() for one in _of_sentence(same, folds, ask.where.years)
        )


def _of_sentence(row: Sequence[Operand], folds: Sequence[Fold], years: Sequence[int]) -> Iterator[Paired]:
    """What the numbers of a sentence add up to, and what those behind the first leave of it."""
    added, others = series_of(row, years), series_of(row[1:], ())
    yield from (Paired(added, added, Fold.SUM),) if added else ()
    yield from ways((row[0], others), [fold for fold in folds if fold is not Fold.PRODUCT]) if others else ()


def _foremost(tables: Iterable[RecordTable], asked: Sequence[Fold], ask: Ask, library: Library) -> Iterator[Paired]:
    """The row for which something made of two of its numbers is the most or the least; the first and the last of a
    column where both are asked for.
    """
    low = "least" in ask.heard
    for table in tables:
        rows = [{one.place[2]: one for one in row} for row in all_cells(table, library)]
        for at in table.numbers if ask.heard >= _EXTREME else ():
            ordered = sorted((row[at] for row in rows if at in row), key=lambda one: one.term.value)
            yield from ways((ordered[0], ordered[-1]), asked or _MADE) if len(ordered) > 1 else ()
        for two in combinations(table.numbers, 2):
            each = [list(ways((row[two[0]], row[two[1]]), asked or _MADE)) for row in rows if row.keys() >= {*two}]
            for same in zip(*each, strict=False) if len(each) > 1 else ():
                values = [(folded.value, at) for at, one in enumerate(same) if (folded := one.folded(ask))]
                if values and len({one.fold for one in same}) == 1:
                    value, at = min(values) if low else max(values)
                    alone = sum(value == other for other, _ in values) == 1
                    yield from [replace(same[at], foremost="最小" if low else "最大")] if alone else []


def _apart(found: Sequence[Ranked]) -> list[Ranked]:
    """The best windows, none within another."""
    kept: list[Ranked] = []
    for one in found:
        if len(kept) == _WINDOWS:
            break
        if not any(one.window.text in other.window.text or other.window.text in one.window.text for other in kept):
            kept.append(one)
    return kept
