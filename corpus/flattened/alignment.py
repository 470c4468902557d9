"""Alignment: which column each figure belongs to when a row prints fewer figures than there are columns.

A rate (60%) only fits a column of rates, and the total row is a checksum: the alignment whose columns add up is right.
Knows figures and rows, no tokens and no document.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import combinations, islice, product

_MOST_HOLES = 3
_MOST_WAYS = 4000
_DASHES = frozenset("—–-/")

Row = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The rows with a figure or None in every column.

    `unreadable` are the indexes of rows that fit no way (their columns are all None); `unsure` those that fit several
    ways alike; `wrong_sums` are the columns whose figures do not add up to the total, with the sum and the total.
    """

    rows: tuple[Row, ...]
    unreadable: tuple[int, ...]
    unsure: tuple[int, ...]
    wrong_sums: tuple[tuple[int, Decimal, Decimal], ...]


def align(
    rows: Sequence[Sequence[str]], total: int | None, count: int, named_rates: AbstractSet[int] = frozenset()
) -> Alignment:
    """Align `rows` (figures as printed) to `count` columns.

    `total` is the index of the row that adds up the others, `named_rates` are the columns whose names promise rates.
    """
    rates = {column for row in rows if len(row) == count for column, value in enumerate(row) if is_rate(value)}
    choices = [list(_ways(row, count, rates | named_rates)) or list(_ways(row, count, rates)) for row in rows]
    unreadable = tuple(index for index, ways in enumerate(choices) if not ways)
    filled = [ways or [(None,) * count] for ways in choices]
    checked = None if unreadable else total
    tried = list(_candidates(filled))
    bad = [_badness(way, checked, rates) for way in tried]
    rivals = [way for way, own in zip(tried, bad, strict=True) if own == min(bad)]
    best = rivals[0]
    unsure = tuple(index for index in range(len(rows)) if any(way[index] != best[index] for way in rivals))
    return Alignment(best, unreadable, unsure, tuple(_wrong_sums(best, checked, rates)))


@lru_cache(maxsize=4096)
def figure_to_decimal(value: str | None) -> Decimal | None:
    """The figure as a number; an empty cell or a dash is nothing."""
    if value is None or set(value) <= _DASHES:
        return None
    try:
        return Decimal(value.rstrip("%％").replace(",", "").replace("−", "-"))
    except InvalidOperation:
        return None


def is_rate(value: str) -> bool:
    """Whether the figure is printed as a percentage."""
    return value.endswith(("%", "％"))


def _ways(row: Sequence[str], count: int, rates: AbstractSet[int]) -> Iterator[Row]:
    """All ways to leave columns of a row empty so that rates stand under rates and nothing else does."""
    missing = count - len(row)
    if not 0 <= missing <= _MOST_HOLES:
        return
    for holes in islice(combinations(range(count), missing), _MOST_WAYS):
        figures = iter(row)
        way = tuple(None if column in holes else next(figures) for column in range(count))
        if all(value is None or is_rate(value) == (column in rates) for column, value in enumerate(way)):
            yield way


def _candidates(choices: Sequence[Sequence[Row]]) -> Iterator[tuple[Row, ...]]:
    """Whole tables to compare: all combinations where they are few, else the same holes in all rows that have any."""
    ways = 1
    for each in choices:
        ways *= len(each)
    if ways <= _MOST_WAYS:
        yield from product(*choices)
        return
    shaped = [{_holes(way): way for way in each} for each in choices if len(each) > 1]
    for shape in sorted(frozenset.intersection(*map(frozenset, shaped))):
        ways_of = iter(shaped)
        yield tuple(each[0] if len(each) == 1 else next(ways_of)[shape] for each in choices)
    yield tuple(each[0] for each in choices)


def _holes(way: Row) -> tuple[int, ...]:
    return tuple(column for column, value in enumerate(way) if value is None)


def _badness(rows: Sequence[Row], total: int | None, rates: AbstractSet[int]) -> tuple[int, int]:
    """How many columns do not add up, then how many different sets of empty columns there are."""
    return len(list(_wrong_sums(rows, total, rates))), len({_holes(row) for row in rows} - {()})


def _wrong_sums(
    rows: Sequence[Row], total: int | None, rates: AbstractSet[int]
) -> Iterator[tuple[int, Decimal, Decimal]]:
    if total is None:
        return
    for column, printed in enumerate(rows[total]):
        if column in rates or (expected := figure_to_decimal(printed)) is None:
            continue
        parts = (figure_to_decimal(row[column]) for index, row in enumerate(rows) if index != total)
        found = sum((part for part in parts if part is not None), Decimal(0))
        if found != expected:
            yield column, found, expected
