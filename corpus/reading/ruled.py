"""Tables whose cells and spans are known for certain (ruled PDF, DOCX, web page): cells to a matrix, matrix to a Grid.

Knows positions and offsets; knows nothing of files or of what a table means.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus.grid import Grid, GridRow
from corpus.line import Line
from corpus.quoting import compact
from corpus.reading.captions import find_caption
from corpus.reading.cell_words import header_to_columns, is_figure
from corpus.table import Cell

_DEEPEST = 4
_LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell as printed: its words, its upper left position and how many rows and columns it covers.

    As far as the source tells, `full` says that its words reach its lower edge, `cut` that this edge is not drawn.
    """

    text: str
    row: int
    column: int
    height: int = 1
    width: int = 1
    full: bool = False
    cut: bool = False

    @property
    def rows(self) -> range:
        """The rows it covers."""
        return range(self.row, self.row + self.height)

    @property
    def columns(self) -> range:
        """The columns it covers."""
        return range(self.column, self.column + self.width)


@dataclass(frozen=True, slots=True)
class Matrix:
    """A rectangular table with `depth` header rows; covered positions hold the spanning cell's text, marked carried."""

    cells: tuple[tuple[Cell, ...], ...]
    depth: int


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A matrix and, per row and column, the offset in the written text at which the cell stands."""

    matrix: Matrix
    offsets: tuple[tuple[int, ...], ...]


class TableParts(NamedTuple):
    """A table taken apart; `rows` are those of the whole that `cells` are left of, counted anew from 0."""

    heads: tuple[str, ...]
    cells: tuple[PrintedCell, ...]
    notes: tuple[str, ...]
    rows: range


def table_width(cells: Sequence[PrintedCell]) -> int:
    """How many columns the cells cover."""
    return max((cell.columns.stop for cell in cells), default=0)


def cells_to_matrix(cells: Sequence[PrintedCell]) -> Matrix:
    """The cells in a rectangle, spans filled in; where two claim one position the first has it."""
    placed: dict[tuple[int, int], Cell] = {}
    for cell in cells:
        for row in cell.rows:
            for column in cell.columns:
                carried = (row, column) != (cell.row, cell.column) and bool(cell.text)
                placed.setdefault((row, column), Cell(text=cell.text, carried=carried))
    height = max((cell.rows.stop for cell in cells), default=0)
    blank, columns = Cell(text=""), range(table_width(cells))
    rows = tuple(tuple(placed.get((row, column), blank) for column in columns) for row in range(height))
    return Matrix(rows, min(_header_depth(cells), max(1, height - 1)))


def is_data_table(cells: Sequence[PrintedCell]) -> bool:
    """Whether the cells hold rows of data rather than a box around words."""
    filled: dict[int, int] = {}
    for cell in cells:
        filled[cell.row] = filled.get(cell.row, 0) + bool(cell.text)
    return table_width(cells) > 1 and sum(count > 1 for count in filled.values()) > 1


def split_full_rows(cells: Sequence[PrintedCell]) -> TableParts:
    """A table without the rows above its header that are one cell (a caption, 单位：) and those below it (notes)."""
    width = table_width(cells)
    whole = {cell.row: cell for cell in cells if cell.width == width > 1 and cell.height == 1}
    height = max((cell.rows.stop for cell in cells), default=0)
    top = next((row for row in range(height) if not _is_heading(whole.get(row))), height)
    end = next((row + 1 for row in reversed(range(top, height)) if row not in whole), top)
    end = next((row for row in range(end, height) if _is_note(whole[row])), height)
    return TableParts(
        heads=tuple(whole[row].text for row in range(top) if whole[row].text),
        cells=tuple(replace(cell, row=cell.row - top) for cell in cells if top <= cell.row < end),
        notes=tuple(whole[row].text for row in range(end, height) if whole[row].text),
        rows=range(top, end),
    )


def written_table_to_grid(table: WrittenTable, lines: Sequence[Line]) -> Grid:
    """The grid of a table whose cells stand at the offsets given, in `lines` of the written text."""
    rows, depth = table.matrix.cells, table.matrix.depth
    edges = [_edges(cells, offsets) for cells, offsets in zip(rows, table.offsets, strict=True)]
    starts = [line.start for line in lines]
    body = [row for row in range(depth, len(rows)) if edges[row][0] < edges[row][1]]
    first, last = _line_index(starts, edges[0][0]), _line_index(starts, edges[body[-1] if body else depth - 1][0])
    caption = find_caption(lines, first)
    header = [[cell.text for cell in cells] for cells in rows[:depth]]
    return Grid(
        caption=caption.text,
        unit_note=caption.unit_note,
        columns=header_to_columns(header, len(rows[0])),
        rows=tuple(
            GridRow(tuple(rows[row]), (lines[_line_index(starts, edges[row][0])],), *edges[row]) for row in body
        ),
        notes=(),
        first=caption.first,
        last=last,
        header_start=edges[0][0],
        header_end=edges[depth - 1][1],
    )


def _is_heading(cell: PrintedCell | None) -> bool:
    return cell is not None and len(cell.text) <= _LONGEST_HEADING


def _is_note(cell: PrintedCell | None) -> bool:
    return cell is not None and (not cell.text or compact(cell.text).startswith(("注", "备注", "说明")))


def _header_depth(cells: Sequence[PrintedCell]) -> int:
    """How many rows are header: a row under names that span columns is, if every other column goes on in it or has
    one more name over its figures.
    """
    at = {(row, column): cell for cell in reversed(cells) for row in cell.rows for column in cell.columns}
    depth = 1
    while depth < _DEEPEST and _has_lower_level(at, depth - 1):
        depth += 1
    return depth


def _has_lower_level(at: Mapping[tuple[int, int], PrintedCell], row: int) -> bool:
    level = {column: cell for (line, column), cell in at.items() if line == row}
    spanning = {column for column, cell in level.items() if cell.width > 1 and cell.rows.stop == row + 1}
    lower = {column: at.get((row + 1, column)) for column in level}
    divided = any(cell is not None and cell.width < level[column].width for column, cell in _of(lower, spanning))
    return divided and all(
        below is level[column]
        or below is None
        or not below.text
        or not level[column].text
        or _is_over_figure(below, at.get((row + 2, column)))
        for column, below in lower.items()
        if column not in spanning
    )


def _is_over_figure(cell: PrintedCell, below: PrintedCell | None) -> bool:
    return below is not None and is_figure(below.text) and not is_figure(cell.text)


def _of(lower: Mapping[int, PrintedCell | None], columns: Iterable[int]) -> Iterator[tuple[int, PrintedCell | None]]:
    return ((column, lower[column]) for column in columns)


def _edges(cells: Sequence[Cell], offsets: Sequence[int]) -> tuple[int, int]:
    """Offsets of the first and behind the last own character of a row; equal where it has none."""
    own = [column for column, cell in enumerate(cells) if cell.text and not cell.carried]
    if not own:
        return offsets[0], offsets[0]
    return offsets[own[0]], offsets[own[-1]] + len(cells[own[-1]].text)


def _line_index(starts: Sequence[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)
