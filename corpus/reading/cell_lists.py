"""Tables that were printed one cell a line (序号 / 指标 / 预期值 / 1 / …), to Grids: lines put back into rows.

Knows serial numbers only. What does not run on from 1 in rows of one length is no such table.
"""

from collections.abc import Iterator, Sequence
from itertools import count, takewhile

from corpus.folding.numerals import numeral_to_int
from corpus.grid import Grid, GridRow
from corpus.line import Line
from corpus.quoting import compact
from corpus.reading.captions import find_caption
from corpus.table import Cell, Column

_SERIAL = ("序号", "编号")
_LONGEST_CELL = 120
_FEWEST_COLUMNS, _MOST_COLUMNS = 2, 10
_FEWEST_ROWS = 2


def cell_list_tables(lines: Sequence[Line]) -> list[Grid]:
    """The tables of `lines` that were printed one cell a line, in order."""
    return list(_tables(lines))


def _tables(lines: Sequence[Line]) -> Iterator[Grid]:
    filled = [at for at, line in enumerate(lines) if line.text]
    taken = -1
    for start, at in enumerate(filled):
        if at > taken and compact(lines[at].text) in _SERIAL and (grid := _at(lines, filled, start)):
            yield grid
            taken = grid.last


def _at(lines: Sequence[Line], filled: Sequence[int], start: int) -> Grid | None:
    """The table whose header begins with a filled line, if its rows are numbered from 1 on."""
    near = filled[start : start + _MOST_COLUMNS + 1]
    width = next((at for at, index in enumerate(near) if _number(lines[index]) == 1), 0)
    if not _FEWEST_COLUMNS <= width <= _MOST_COLUMNS:
        return None
    parts = ([lines[index] for index in filled[at : at + width]] for at in count(start + width, width))
    rows = [row for _, row in takewhile(lambda one: _is_row(one[1], width, one[0]), enumerate(parts, 1))]
    if len(rows) < _FEWEST_ROWS:
        return None
    header = [lines[index] for index in near[:width]]
    caption = find_caption(lines, filled[start])
    return Grid(
        caption=caption.text,
        unit_note=caption.unit_note,
        columns=tuple(Column(path=(compact(one.text),)) for one in header),
        rows=tuple(_row(row) for row in rows),
        notes=(),
        first=caption.first,
        last=filled[start + (len(rows) + 1) * width - 1],
        header_start=header[0].start,
        header_end=header[-1].end,
    )


def _row(row: Sequence[Line]) -> GridRow:
    return GridRow(tuple(Cell(text=one.text) for one in row), tuple(row), row[0].start, row[-1].end)


def _is_row(row: Sequence[Line], width: int, serial: int) -> bool:
    short = all(len(one.text) <= _LONGEST_CELL for one in row)
    return len(row) == width and _number(row[0]) == serial and short


def _number(line: Line) -> int | None:
    text = compact(line.text).rstrip(".．、")
    return numeral_to_int(text) if len(text) < len("1000") else None
