"""Text set in two columns: each column is read to its end before the other, and never across the gap between them.

A gap counts where many lines in a row end before it on the left and begin behind it on the right, both sides set to
their full width like prose; cells side by side and names of signers are not. Knows characters with places, no words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from corpus.reading.glyphs import Glyph, baselines

_FEWEST_ROWS = 6
_NARROWEST = 1.0
_NEAREST = 0.3
_SIDE = 0.25
_FULL = 2.0
_FULL_SHARE = 0.5
_OPEN_SHARE = 0.6
_FEWEST_ACROSS = 7
_SAME_ROW = 0.5
_INDENT = 2.5
_ALIGNED_SHARE = 0.9
_MOST_STEPS = 2000
"""More than any page has; characters of a damaged one may stand anywhere."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Characters on one baseline from left to right, and the stretches that they and half an em around them cover."""

    glyphs: tuple[Glyph, ...]
    inked: tuple[tuple[float, float], ...]

    @property
    def left(self) -> float:
        return self.glyphs[0].x

    @property
    def right(self) -> float:
        return self.glyphs[-1].right

    def is_open(self, place: float) -> bool:
        """Whether nothing stands at or near a place."""
        return not any(start < place < end for start, end in self.inked)

    def ends_at(self, place: float) -> bool:
        """Whether no words run over a place, though they may come nearer to it than those of other rows."""
        before = [glyph.right for glyph in self.glyphs if glyph.x < place]
        behind = [glyph.x for glyph in self.glyphs if glyph.x >= place]
        if not before or not behind:
            return max(before, default=place) <= place
        return max(before) <= place and min(behind) - max(before) >= _NEAREST * self.glyphs[0].size


def glyphs_to_columns(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The characters of each column in reading order; all in one where the page is not set in columns. Those of a right
    column are moved to the margin of the left one.
    """
    rows = [_to_row(row) for row in baselines(glyphs, _SAME_ROW)]
    gap = _gap(rows) if len(rows) >= _FEWEST_ROWS else None
    if gap is None:
        return [list(glyphs)] if glyphs else []
    columns: list[list[Glyph]] = []
    for divided, run in groupby(rows, key=lambda row: row.ends_at(gap)):
        flat = [glyph for row in run for glyph in row.glyphs]
        columns += _divide(flat, gap) if divided else [flat]
    return columns


def _to_row(glyphs: Sequence[Glyph]) -> _Row:
    inked: list[tuple[float, float]] = []
    for glyph in glyphs:
        half = glyph.size * _NARROWEST / 2
        start, end = glyph.x - half, glyph.right + half
        if inked and start <= inked[-1][1]:
            inked[-1] = inked[-1][0], max(end, inked[-1][1])
        else:
            inked.append((start, end))
    return _Row(tuple(glyphs), tuple(inked))


def _gap(rows: Sequence[_Row]) -> float | None:
    """The middle of the gap between two columns; None where there are none."""
    size = median(glyph.size for row in rows for glyph in row.glyphs)
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    margin = _SIDE * (right - left)
    steps = int(max(0.0, right - left - 2 * margin) / max(size, 1.0) * 4)
    places = [left + margin + at * size / 4 for at in range(min(steps, _MOST_STEPS))]
    counts = {place: sum(row.is_open(place) for row in rows) for place in places}
    most = max(counts.values(), default=0)
    if most < _FEWEST_ROWS:
        return None
    found = median(place for place in places if counts[place] == most)
    return found if _is_gap(rows, found, size) else None


def _is_gap(rows: Sequence[_Row], place: float, size: float) -> bool:
    """Whether enough rows are open there on either side, and both sides are set to their full width like prose."""
    open_rows = [row for row in rows if row.is_open(place)]
    beyond = sum(row.right > place for row in rows)
    if sum(row.right > place for row in open_rows) < max(_FEWEST_ROWS, beyond * _OPEN_SHARE):
        return False
    sides = [
        [[glyph for glyph in row.glyphs if (glyph.x < place) is left] for row in open_rows] for left in (True, False)
    ]
    lines = [[line for line in side if line] for side in sides]
    return all(len(side) >= _FEWEST_ROWS and _is_prose(side, size) for side in lines)


def _is_prose(lines: Sequence[Sequence[Glyph]], size: float) -> bool:
    edge = max(line[-1].right for line in lines)
    full = sum(line[-1].right > edge - _FULL * size for line in lines)
    long = median(len(line) for line in lines) >= _FEWEST_ACROSS
    starts = min(line[0].x for line in lines)
    aligned = sum(line[0].x < starts + _INDENT * size for line in lines)
    return long and full >= len(lines) * _FULL_SHARE and aligned >= len(lines) * _ALIGNED_SHARE


def _divide(glyphs: Sequence[Glyph], gap: float) -> list[list[Glyph]]:
    sides = [[glyph for glyph in glyphs if glyph.x < gap], [glyph for glyph in glyphs if glyph.x >= gap]]
    if not all(sides):
        return [list(glyphs)]
    shift = min(glyph.x for glyph in sides[1]) - min(glyph.x for glyph in sides[0])
    return [sides[0], [replace(glyph, x=glyph.x - shift, right=glyph.right - shift) for glyph in sides[1]]]
