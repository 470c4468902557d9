"""The rows of a table without rules, from where the lines of its columns stand: one column has one line in each row,
and the cells of every other stand in the middle of it or at its top, or rows are further apart than lines. Knows
heights, no words.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise, product

_ALIKE = 1.0
_UNEVEN, _WIDEST = 0.25, 2.0
_WIDER = 1.2, 1.1
_Cells = list[list[float]]
"""By row the lines of a cell; the first are those above all rows, of a row that the page before began."""


def rows_of_columns(
    columns: Sequence[Sequence[float]],
    breaks: Sequence[float] = (),
    *,
    goes_on: bool,
    runs_on: bool = False,
    size: float,
) -> list[tuple[float, float]]:
    """The first and the last line of every row, between `breaks`; nothing where the columns do not fit together
    exactly, and no wider space parts the rows. A row may begin on the page before (`goes_on`) or end on the next
    (`runs_on`); `size` is that of the characters.
    """
    filled = [column for column in columns if column]
    if not filled or (len(filled) < len(columns) and not goes_on):
        return []
    if not columns[0]:
        lines = [line for column in filled for line in column]
        return [(min(lines), max(lines))]
    fewest, pitch = min(map(len, filled)), _pitch(filled, size)
    likely = [column for at, column in enumerate(filled) if at == 0 or len(column) == fewest]
    fits = (_at_top, _in_middle, *([_in_middle_cut] if runs_on else []))
    for fit, anchors in product(fits, likely):
        cells = [fit(column, anchors, goes_on=goes_on) for column in filled]
        rows = _extents([one for one in cells if one is not None]) if all(cells) and not _has_lone(cells) else []
        if rows and _are_apart([*rows, *((at, at) for at in breaks)], pitch):
            return rows
    lines = sorted(line for column in filled for line in column)
    for wider in _WIDER:
        parted = _parted(lines, pitch * wider)
        whole = parted[1:] if goes_on and filled[0][0] > parted[0][1] else parted
        if any(_is_one_each(anchors, whole) for anchors in likely) or _are_even(filled[0], parted, whole, pitch):
            return parted
    return []


def _has_lone(columns: Sequence[_Cells | None]) -> bool:
    """Whether a row that begins here is one cell beside empty ones: rather the second line of the row above."""
    rows = zip(*(cells[1:] for cells in columns if cells), strict=True)
    return any(sum(map(bool, row)) == 1 for row in rows) and len(columns) > 1


def _parted(lines: Sequence[float], space: float) -> list[tuple[float, float]]:
    """The first and the last of the lines that stand no further apart than `space`."""
    starts = [0, *(at for at, (high, low) in enumerate(pairwise(lines), 1) if low - high > space), len(lines)]
    return [(lines[start], lines[end - 1]) for start, end in pairwise(starts)]


def _is_one_each(anchors: Sequence[float], rows: Sequence[tuple[float, float]]) -> bool:
    """Whether each row has one of the lines."""
    return len(anchors) == len(rows) and all(
        first <= line <= last for line, (first, last) in zip(anchors, rows, strict=True)
    )


def _are_even(
    first: Sequence[float], rows: Sequence[tuple[float, float]], whole: Sequence[tuple[float, float]], pitch: float
) -> bool:
    """Whether rows are all as far apart, and no whole one is without a line of the first column."""
    spaces = [lower[0] - upper[1] for upper, lower in pairwise(rows)]
    even = len(spaces) > 1 and max(spaces) - min(spaces) <= _UNEVEN * pitch
    return even and all(any(top <= line <= bottom for line in first) for top, bottom in whole)


def _pitch(columns: Sequence[Sequence[float]], size: float) -> float:
    """How far apart the lines of a cell are: those of rows are further apart, and few are printed a little higher."""
    apart = (low - high for column in columns for high, low in pairwise(column))
    near = sorted(space for space in apart if space <= _WIDEST * size)
    return near[len(near) // 4] if near else _WIDEST * size


def _are_apart(rows: Sequence[tuple[float, float]], pitch: float) -> bool:
    """Whether rows are no nearer to one another than lines."""
    return all(lower[0] - upper[1] >= pitch - _ALIKE for upper, lower in pairwise(sorted(rows)))


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


def _in_middle_cut(column: Sequence[float], anchors: Sequence[float], *, goes_on: bool) -> _Cells | None:
    """The same where the last row goes on on the next page, so that its cells stand at its top."""
    last = bisect_left(column, anchors[-1] - _ALIKE)
    if last < len(column) and abs(column[last] - anchors[-1]) > _ALIKE:
        return None
    whole = _in_middle(column[:last], anchors[:-1], goes_on=goes_on)
    return [*whole, list(column[last:])] if whole else None


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
