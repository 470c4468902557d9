"""Tables of a page without drawn rules: columns by channels that no line crosses, rows by the places of their cells.

Only what fits exactly is a table: every cell of a column stands in the middle of its row, or every one at the top.
Knows characters with places; of words only what a column is called.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.flattened.header_words import name_to_kind
from corpus.reading.glyphs import Glyph, baselines
from corpus.reading.marks import text_to_mark
from corpus.reading.pdf_furniture import is_page_number
from corpus.reading.pdf_rows import rows_of_columns
from corpus.reading.pdf_tables import Box

__all__ = ["Channels", "find_unruled"]

_NARROWEST, _SAME_LINE, _LIFT = 1.5, 0.2, 0.3
_FEWEST_CHANNELS, _MOST_LINES, _MOST_STRAY = 2, 200, 2
_LONGEST_NAME = 24
_WIDEST = 10_000.0

Channels = tuple[tuple[float, float], ...]
"""The stretches between columns, from left to right."""
_Line = tuple[Glyph, ...]
_ALL: Channels = ((float("-inf"), float("inf")),)


@dataclass(frozen=True, slots=True)
class _Zone:
    """Lines that may be a table, channels that none of them crosses, whether it goes on from the page before."""

    lines: tuple[_Line, ...]
    channels: Channels
    across: tuple[_Line, ...] = ()
    """Lines between rows that are one cell over all columns."""
    goes_on: bool = False

    @property
    def edges(self) -> list[float]:
        """Where its columns begin and the last ends: the same on every page, its sides far outside of words."""
        return [0.0, *(end - _NARROWEST / 2 for _, end in self.channels), _WIDEST]

    def columns(self) -> list[list[_Line]]:
        """By column, what stands in it of the lines."""
        cut = [
            [tuple(one for one in line if left <= one.x < right) for line in self.lines]
            for left, right in pairwise(self.edges)
        ]
        return [[line for line in column if line] for column in cut]


def find_unruled(glyphs: Sequence[Glyph], above: Channels = ()) -> tuple[list[Box], Channels]:
    """The cells of the first table of a page, and its channels where it may go on behind the page; nothing where there
    is none. `above` are the channels of a table that the page before ended with.
    """
    lines = [tuple(line) for line in baselines(glyphs, _SAME_LINE)]
    if lines and is_page_number("".join(glyph.text for glyph in lines[-1])):
        lines.pop()
    if len(lines) > _MOST_LINES:
        return [], ()
    for zone in _zones(lines, above):
        columns = (zone := _with_bodies(zone)).columns()
        breaks = [line[0].y for line in zone.across]
        rows = rows_of_columns([[line[0].y for line in column] for column in columns], breaks, goes_on=zone.goes_on)
        last = lines[-1] in (zone.lines[-1], *zone.across[-1:])
        begins = len(rows) > (0 if last else 2) and _is_header(columns, rows[0][1])
        if rows and (zone.goes_on or begins):
            return _boxes(zone, rows), zone.channels if last else ()
    return [], ()


def _zones(lines: Sequence[_Line], above: Channels) -> Iterator[_Zone]:
    """What may be a table, the likeliest first; each also without its last lines, which may be words below it."""
    grown = [_grown(lines, above, goes_on=True)] if above else []
    grown += [_grown(lines[at:], _beginning(lines[at:])) for at in range(len(lines))]
    for zone in grown:
        for stray in range(_MOST_STRAY + 1):
            kept = zone.lines[: len(zone.lines) - stray]
            if len(zone.channels) >= _FEWEST_CHANNELS and kept:
                across = zone.across if not stray else tuple(one for one in zone.across if one[0].y < kept[-1][0].y)
                yield replace(zone, lines=kept, across=across)


def _with_bodies(zone: _Zone) -> _Zone:
    """The zone without the channels on whose right nothing stands below the header: those between words of a name."""
    head = zone.lines[0]
    filled = [any(line[0] not in head for line in column) for column in zone.columns()]
    kept = (one for one, full in zip(zone.channels, filled[1:], strict=True) if full or not zone.lines[1:])
    return replace(zone, channels=tuple(kept))


def _grown(lines: Sequence[_Line], channels: Channels, *, goes_on: bool = False) -> _Zone:
    """The lines from the first on that cross no channel, and the headings among them that run on over some of these."""
    kept: list[_Line] = []
    across: list[_Line] = []
    for line in lines:
        shared = _shared(channels, _gaps(line))
        if len(shared) >= len(channels):
            channels = shared
            kept.append(line)
        elif _heads(line):
            across.append(line)
        else:
            break
    return _Zone(tuple(kept), channels, tuple(across), goes_on=goes_on)


def _heads(line: _Line) -> bool:
    """Whether it is one run of words behind a number, as what heads some rows of a table is."""
    numbered = text_to_mark("".join(glyph.text for glyph in line)) is not None
    return numbered and all(right.x - left.right < left.size for left, right in pairwise(line))


def _beginning(lines: Sequence[_Line]) -> Channels:
    """The channels that as many lines as can be leave open, each channel counted for every line; headings aside."""
    best: Channels = ()
    channels, most = _ALL, 0
    for at, line in enumerate(lines, start=1):
        shared = _shared(channels, _gaps(line))
        if len(shared) < len(channels) and _heads(line):
            continue
        channels = shared
        inner = channels[1:-1]
        if len(inner) * at >= most:
            best, most = inner, len(inner) * at
    return best


def _gaps(line: _Line) -> Channels:
    """What a line leaves open, the margins too."""
    ends = [float("-inf"), *(glyph.right for glyph in line)]
    starts = [*(glyph.x for glyph in line), float("inf")]
    return tuple((end, start) for end, start in zip(ends, starts, strict=True) if start - end >= _NARROWEST)


def _shared(channels: Channels, gaps: Channels) -> Channels:
    """What of the channels is open in both."""
    both = ((max(one[0], other[0]), min(one[1], other[1])) for one in channels for other in gaps)
    return tuple((start, end) for start, end in both if end - start >= _NARROWEST)


def _is_header(columns: Sequence[Sequence[_Line]], bottom: float) -> bool:
    """Whether what stands above `bottom` names every column, the first or half of them in a usual way."""
    names = ["".join(glyph.text for line in column for glyph in line if glyph.y <= bottom) for column in columns]
    if not all(0 < len(name) <= _LONGEST_NAME and "。" not in name for name in names):
        return False
    usual = [name_to_kind(name) is not None for name in names]
    return usual[0] or sum(usual) * 2 >= len(usual)


def _boxes(zone: _Zone, rows: Sequence[tuple[float, float]]) -> list[Box]:
    """The cells between the columns' edges and the middles between rows; `rows` are first and last baselines."""
    size = max(glyph.size for line in zone.lines for glyph in line)
    breaks = {line[0].y for line in zone.across}
    every = sorted([*rows, *((at, at) for at in breaks)])
    middles = [(above[1] + below[0]) / 2 - _LIFT * size for above, below in pairwise(every)]
    heights = [every[0][0] - size, *middles, every[-1][1] + _LIFT * size]
    return [
        Box(left, top, right, bottom)
        for (first, _), (top, bottom) in zip(every, pairwise(heights), strict=True)
        for left, right in ([(zone.edges[0], zone.edges[-1])] if first in breaks else pairwise(zone.edges))
    ]
