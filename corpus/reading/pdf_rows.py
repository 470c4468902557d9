"""The rows of a table without rules, from where the lines of its columns stand: one column has one line in each row,
and the cells of every other stand in the middle of it or at its top. Knows heights, no words.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise, product

__all__ = ["rows_of_columns"]

_ALIKE = 1.0
_Cells = list[list[float]]
"""By row the lines of a cell; the first are those above all rows, of a row that the page before began."""


def rows_of_columns(
    columns: Sequence[Sequence[float]], breaks: Sequence[float] = (), *, goes_on: bool
) -> list[tuple[float, float]]:
    """The first and the last line of every row, between `breaks`; nothing where the columns do not fit together
    exactly.
    """
    if not all(columns):
        return []
    fewest = min(map(len, columns))
    likely = [column for at, column in enumerate(columns) if at == 0 or len(column) == fewest]
    for fit, anchors in product((_at_top, _in_middle), likely):
        cells = [fit(column, anchors, goes_on=goes_on) for column in columns]
        rows = _extents([one for one in cells if one is not None]) if all(cells) else []
        if rows and _are_apart([*rows, *((at, at) for at in breaks)], columns):
            return rows
    return []


def _are_apart(rows: Sequence[tuple[float, float]], columns: Sequence[Sequence[float]]) -> bool:
    """Whether rows are no nearer to one another than lines."""
    pitch = min((low - high for column in columns for high, low in pairwise(column)), default=0.0) - _ALIKE
    return all(lower[0] - upper[1] >= pitch for upper, lower in pairwise(sorted(rows)))


def _extents(columns: Iterable[_Cells]) -> list[tuple[float, float]]:
    lines = [[line for cell in row for line in cell] for row in zip(*columns, strict=True)]
    return [(min(row), max(row)) for row in lines if row]


def _at_top(column: Sequence[float], anchors: Sequence[float], *, goes_on: bool) -> _Cells | None:
    """The cells of a column whose first lines stand beside the anchors."""
    starts = [0, *(bisect_left(column, anchor - _ALIKE) for anchor in anchors), len(column)]
    cells = [list(column[start:end]) for start, end in pairwise(starts)]
    if cells[0] and not goes_on:
        return None
    beside = zip(cells[1:], anchors, strict=True)
    return cells if all(not cell or abs(cell[0] - anchor) <= _ALIKE for cell, anchor in beside) else None


def _in_middle(column: Sequence[float], anchors: Sequence[float], *, goes_on: bool) -> _Cells | None:
    """The cells of a column in whose middles the anchors stand, as few of them empty as can be."""
    size, count = len(column), len(anchors)

    @cache
    def best(start: int, row: int) -> tuple[int, tuple[int, ...]] | None:
        if row == count:
            return (0, ()) if start == size else None
        found = [best(start, row + 1)]
        ways = [(0, start, found[0])] if found[0] else []
        for end in range(start + 1, size + 1):
            middle = (column[start] + column[end - 1]) / 2 - anchors[row]
            if middle > _ALIKE:
                break
            rest = best(end, row + 1) if middle >= -_ALIKE else None
            ways += [(1, end, rest)] if rest else []
        told = [(filled + rest[0], (end, *rest[1])) for filled, end, rest in ways if rest]
        return max(told, default=None)

    openings = [(found, start) for start in range(size + 1 if goes_on else 1) if (found := best(start, 0))]
    if not openings:
        return None
    (_, ends), start = max(openings, key=lambda item: (item[0][0], -item[1]))
    edges = [0, start, *ends]
    return [list(column[first:last]) for first, last in pairwise(edges)]
