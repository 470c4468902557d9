"""Text set in two columns: each column is read to its end before the other, and never across the gap between them.

A gap counts where many lines in a row end before it on the left and begin behind it on the right, both sides set to
their full width like prose; cells side by side and names of signers are not. Knows characters with places, no words.
"""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from corpus.reading.glyphs import Glyph

__all__ = ["glyphs_to_columns"]

_FEWEST_ROWS = 6
_NARROWEST = 1.0
_SIDE = 0.25
_FULL = 2.0
_FULL_SHARE = 0.5
_BOTH_SHARE = 0.6
_FEWEST_ACROSS = 7
_SAME_ROW = 0.5


def glyphs_to_columns(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The characters of each column in reading order; all in one where the page is not set in columns. Those of a right
    column are moved to the margin of the left one.
    """
    rows = _rows(glyphs)
    gap = _gap(rows) if len(rows) >= _FEWEST_ROWS else None
    if gap is None:
        return [list(glyphs)] if glyphs else []
    columns: list[list[Glyph]] = []
    for run, divided in _runs(rows, gap):
        flat = [glyph for row in run for glyph in row]
        columns += _divide(flat, gap) if divided else [flat]
    return columns


def _rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: each.y):
        if not rows or glyph.y - rows[-1][0].y > _SAME_ROW * glyph.size:
            rows.append([])
        rows[-1].append(glyph)
    return [sorted(row, key=lambda each: each.x) for row in rows]


def _gap(rows: Sequence[Sequence[Glyph]]) -> float | None:
    """The middle of the gap between two columns; None where there are none."""
    size = median(glyph.size for row in rows for glyph in row)
    left, right = min(row[0].x for row in rows), max(row[-1].right for row in rows)
    step = size / 4
    places = [left + at * step for at in range(int((right - left) / step))]
    inner = [place for place in places if left + _SIDE * (right - left) < place < right - _SIDE * (right - left)]
    counts = {place: sum(_is_open(row, place, size) for row in rows) for place in inner}
    most = max(counts.values(), default=0)
    found = median(place for place in inner if counts[place] == most) if most else left
    return found if most and _is_gap(rows, found, size) else None


def _is_open(row: Sequence[Glyph], place: float, size: float) -> bool:
    """Whether a row has words on both sides of a place and none around it."""
    half = _NARROWEST * size / 2
    near = any(glyph.x < place + half and glyph.right > place - half for glyph in row)
    return not near and row[0].x < place < row[-1].right


def _is_gap(rows: Sequence[Sequence[Glyph]], place: float, size: float) -> bool:
    """Whether enough rows are open there, and both of their sides set to the full width like prose."""
    beyond = [row for row in rows if row[-1].right > place]
    if sum(_is_open(row, place, size) for row in beyond) < max(_FEWEST_ROWS, len(beyond) * _BOTH_SHARE):
        return False
    sides = [
        [[glyph for glyph in row if (glyph.x < place) is left] for row in rows if not _crosses(row, place)]
        for left in (True, False)
    ]
    return all(_is_prose([side for side in lines if side], size) for lines in sides)


def _is_prose(lines: Sequence[Sequence[Glyph]], size: float) -> bool:
    edge = max(line[-1].right for line in lines)
    full = sum(line[-1].right > edge - _FULL * size for line in lines)
    long = median(len(line) for line in lines) >= _FEWEST_ACROSS
    starts = min(line[0].x for line in lines)
    aligned = sum(line[0].x < starts + 2.5 * size for line in lines)
    return long and full >= len(lines) * _FULL_SHARE and aligned >= len(lines) * 0.9


def _crosses(row: Sequence[Glyph], place: float) -> bool:
    return any(glyph.x < place < glyph.right for glyph in row) or (
        row[0].x < place < row[-1].right and not _is_open(row, place, row[0].size)
    )


def _runs(rows: Sequence[list[Glyph]], gap: float) -> list[tuple[list[list[Glyph]], bool]]:
    """Rows in runs that are divided by the gap and runs that are not."""
    runs: list[tuple[list[list[Glyph]], bool]] = []
    for row in rows:
        divided = not _crosses(row, gap) and not _is_alone(row, gap, runs)
        if not runs or runs[-1][1] is not divided:
            runs.append(([], divided))
        runs[-1][0].append(row)
    return runs


def _is_alone(row: Sequence[Glyph], gap: float, runs: Sequence[tuple[list[list[Glyph]], bool]]) -> bool:
    """Whether a row before the first columns is a short title: it stands on one side only."""
    return not any(divided for _, divided in runs) and not row[0].x < gap < row[-1].right


def _divide(glyphs: Sequence[Glyph], gap: float) -> list[list[Glyph]]:
    sides = [[glyph for glyph in glyphs if glyph.x < gap], [glyph for glyph in glyphs if glyph.x >= gap]]
    if not all(sides):
        return [list(glyphs)]
    shift = min(glyph.x for glyph in sides[1]) - min(glyph.x for glyph in sides[0])
    return [sides[0], [replace(glyph, x=glyph.x - shift, right=glyph.right - shift) for glyph in sides[1]]]
