"""Tables of a page without drawn rules: columns by channels that no line crosses, rows by the places of their cells.

Only what fits exactly is a table: every cell of a column stands in the middle of its row, or every one at the top.
Knows characters with places; of words only what a column is called.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.flattened.header_words import name_to_kind
from corpus.reading.glyphs import Glyph, baselines
from corpus.reading.marks import text_to_mark
from corpus.reading.pdf_furniture import is_page_number
from corpus.reading.pdf_rows import rows_of_columns
from corpus.reading.pdf_tables import Box

_NARROWEST, _SAME_LINE, _LIFT, _SHIFT = 1.5, 0.2, 0.3, 6.0
_FEWEST_CHANNELS, _MOST_LINES, _MOST_STRAY = 2, 200, 2
_LONGEST_NAME = 24
_NUMBERS = re.compile(r"[\d.,%％—–-]{1,4000}")
_WIDEST = 10_000.0

Channels = tuple[tuple[float, float], ...]
"""The stretches between columns, from left to right."""
Running = tuple[Channels, tuple[float, ...]]
"""The channels of a table that may go on on the next page, and where its columns are divided."""
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
    runs_on: bool = False
    """Whether it reaches the foot of the page."""
    marks: tuple[float, ...] = ()
    """Where the page before divides the columns, of what goes on."""

    @property
    def edges(self) -> list[float]:
        """Where its columns begin and the last ends: on every page as near as can be to where the first divides them,
        its sides far outside of words.
        """
        marks = self.marks or [max((start + end) / 2, end - _SHIFT) for start, end in self.channels]
        inner = (min(max(mark, start), end) for mark, (start, end) in zip(marks, self.channels, strict=True))
        return [0.0, *inner, _WIDEST]

    def columns(self) -> list[list[_Line]]:
        """By column, what stands in it of the lines."""
        cut = [
            [tuple(one for one in line if left <= one.x < right) for line in self.lines]
            for left, right in pairwise(self.edges)
        ]
        return [[line for line in column if line] for column in cut]


def find_unruled(glyphs: Sequence[Glyph], above: Running | None = None) -> tuple[list[list[Box]], Running | None]:
    """The cells of each table of a page, and what may go on behind the page. `above` is what the page before ended
    with.
    """
    lines = [tuple(line) for line in baselines(glyphs, _SAME_LINE)]
    if lines and is_page_number("".join(glyph.text for glyph in lines[-1])):
        lines.pop()
    tables: list[list[Box]] = []
    running: Running | None = None
    while lines and len(lines) <= _MOST_LINES:
        zone, rows = _first_table(lines, above)
        if zone is None:
            break
        tables.append(_boxes(zone, rows))
        end = max(line[0].y for line in (*zone.lines, *zone.across))
        lines, above = [line for line in lines if line[0].y > end], None
        running = None if lines else (zone.channels, tuple(zone.edges[1:-1]))
    return tables, running


def _first_table(lines: Sequence[_Line], above: Running | None) -> tuple[_Zone | None, list[tuple[float, float]]]:
    """The lines of the first table with its rows; none where there is no table."""
    for grown in _zones(lines, above):
        zone, rows = _settled(grown if grown.goes_on else _with_bodies(grown, grown.lines[0][0].y))
        if len(zone.channels) < _FEWEST_CHANNELS or _has_heaped_numbers(zone, rows):
            continue
        if rows and (zone.goes_on or (len(rows) > (0 if zone.runs_on else 2) and _has_header(zone, rows[0][1]))):
            return zone, rows
    return None, []


def _settled(zone: _Zone) -> tuple[_Zone, list[tuple[float, float]]]:
    """The zone with its rows, without the channels that only a header of several lines has."""
    rows = _rows(zone)
    slim = _with_bodies(zone, rows[0][1]) if rows and not zone.goes_on else zone
    return (zone, rows) if slim.channels == zone.channels else (slim, _rows(slim))


def _rows(zone: _Zone) -> list[tuple[float, float]]:
    heights = [[line[0].y for line in column] for column in zone.columns()]
    breaks = [line[0].y for line in zone.across]
    return rows_of_columns(heights, breaks, goes_on=zone.goes_on, runs_on=zone.runs_on, size=_size(zone))


def _zones(lines: Sequence[_Line], above: Running | None) -> Iterator[_Zone]:
    """What may be a table, the likeliest first; each also without its last lines, which may be words below it."""
    grown = [replace(_grown(lines, above[0]), goes_on=True, marks=above[1])] if above else []
    grown += [_grown(lines[at:], _beginning(lines[at:])) for at in range(len(lines))]
    for zone in grown:
        for stray in range(_MOST_STRAY + 1):
            kept = zone.lines[: len(zone.lines) - stray]
            if len(zone.channels) >= _FEWEST_CHANNELS and kept:
                across = zone.across if not stray else tuple(one for one in zone.across if one[0].y < kept[-1][0].y)
                yield replace(zone, lines=kept, across=across, runs_on=zone.runs_on and not stray)


def _with_bodies(zone: _Zone, bottom: float) -> _Zone:
    """The zone without the channels between words of a name: those on whose right nothing stands below the header that
    ends at `bottom`, and narrow ones on whose left nothing does.
    """
    if zone.lines[-1][0].y <= bottom:
        return zone
    filled = [any(line[0].y > bottom for line in column) for column in zone.columns()]
    kept: list[tuple[float, float]] = []
    left = filled[0]
    for (start, end), right in zip(zone.channels, filled[1:], strict=True):
        if right and (left or end - start > _LIFT * _size(zone)):
            kept.append((start, end))
        left = left or right
    return replace(zone, channels=tuple(kept))


def _grown(lines: Sequence[_Line], channels: Channels) -> _Zone:
    """The lines from the first on that cross no channel, and the headings among them that run on over some of these."""
    kept: list[_Line] = []
    across: list[_Line] = []
    for line in lines:
        left = [_widest(_shared((one,), _gaps(line))) for one in channels]
        if all(left):
            channels = tuple(one for part in left for one in part)
            kept.append(line)
        elif _heads(line):
            across.append(line)
        else:
            break
    whole = len(kept) + len(across) == len(lines)
    return _Zone(tuple(kept), channels, tuple(across), runs_on=whole)


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


def _widest(parts: Channels) -> Channels:
    """The widest part of a channel that words of a cell reach into; none where nothing of it is open."""
    return tuple(sorted(parts, key=lambda one: one[0] - one[1])[:1])


def _shared(channels: Channels, gaps: Channels) -> Channels:
    """What of the channels is open in both."""
    both = ((max(one[0], other[0]), min(one[1], other[1])) for one in channels for other in gaps)
    return tuple((start, end) for start, end in both if end - start >= _NARROWEST)


def _has_header(zone: _Zone, bottom: float) -> bool:
    """Whether what stands above `bottom` names every column, the first or half of them in a usual way, or all but the
    first are numbers below it.
    """
    names, bodies = _parted(zone, lambda glyph: glyph.y <= bottom), _parted(zone, lambda glyph: glyph.y > bottom)
    if not all(0 < len(name) <= _LONGEST_NAME and "。" not in name for name in names):
        return False
    usual = [name_to_kind(name) is not None for name in names]
    if usual[0] or sum(usual) * 2 >= len(usual):
        return True
    return not any(map(_NUMBERS.fullmatch, names)) and all(map(_NUMBERS.fullmatch, bodies[1:]))


def _has_heaped_numbers(zone: _Zone, rows: Sequence[tuple[float, float]]) -> bool:
    """Whether a cell has a number below a number: of two rows taken for one, or cut where nobody can tell."""
    for column in zone.columns():
        numbers = [line[0].y for line in column if _NUMBERS.fullmatch("".join(glyph.text for glyph in line))]
        if any(sum(top <= at <= bottom for at in numbers) > 1 for top, bottom in rows):
            return True
    return False


def _parted(zone: _Zone, belongs: Callable[[Glyph], bool]) -> list[str]:
    """By column, the words of some of the characters."""
    return ["".join(glyph.text for line in column for glyph in line if belongs(glyph)) for column in zone.columns()]


def _size(zone: _Zone) -> float:
    return max(glyph.size for line in zone.lines for glyph in line)


def _boxes(zone: _Zone, rows: Sequence[tuple[float, float]]) -> list[Box]:
    """The cells between the columns' edges and the middles between rows; `rows` are first and last baselines."""
    size = _size(zone)
    breaks = {line[0].y for line in zone.across}
    every = sorted([*rows, *((at, at) for at in breaks)])
    middles = [(above[1] + below[0]) / 2 - _LIFT * size for above, below in pairwise(every)]
    heights = [every[0][0] - size, *middles, every[-1][1] + _LIFT * size]
    return [
        Box(left, top, right, bottom)
        for (first, _), (top, bottom) in zip(every, pairwise(heights), strict=True)
        for left, right in ([(zone.edges[0], zone.edges[-1])] if first in breaks else pairwise(zone.edges))
    ]
