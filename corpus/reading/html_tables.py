"""Tables of web pages: which of them hold data, their cells with row and column spans, and the grids of these.

Knows elements and cells; how the words were written to lines it is told by offsets.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from corpus.grid import Grid, GridRow
from corpus.line import Line
from corpus.reading.captions import find_caption
from corpus.reading.table_header import header_to_columns
from corpus.table import Cell

__all__ = ["Matrix", "WrittenTable", "is_data_table", "table_to_matrix", "written_table_to_grid"]

_LARGEST_SPAN = 200
_LARGEST_TABLE = 100_000
_FIELD = re.compile(r"索\s{0,3}引\s{0,3}号|发文(?:机关|字号)|发布(?:机构|日期)|成文日期|主题分类|.{1,8}[：:]")
_PROSE = 600


@dataclass(frozen=True, slots=True)
class Matrix:
    """A rectangular table with `depth` header rows; covered positions hold the spanning cell's text, marked carried."""

    cells: list[list[Cell]]
    depth: int


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A matrix and the offsets at which its cells were written."""

    matrix: Matrix
    offsets: Mapping[tuple[int, int], int]


def is_data_table(table: HtmlElement) -> bool:
    """Whether a table holds rows of data rather than the layout of a page or the 索引号 box above a document."""
    rows = list(_rows(table))
    if next(table.iterdescendants("table"), None) is not None or len(rows) < 2:
        return False
    if sum(len(row) > 1 for row in rows) < 2 or _FIELD.fullmatch("".join(rows[0][0].text_content().split())):
        return False
    return all(len(cell.text_content()) <= _PROSE for cell in rows[0])


def table_to_matrix(table: HtmlElement, words: Callable[[HtmlElement], str]) -> Matrix:
    """The cells of a table, spans filled in; `words` gives the text of an element."""
    placed: dict[tuple[int, int], Cell] = {}
    depth = 1
    for row, elements in enumerate(_rows(table)):
        column = 0
        for element in elements:
            while (row, column) in placed:
                column += 1
            height, width = _span(element, "rowspan"), _span(element, "colspan")
            if len(placed) + height * width > _LARGEST_TABLE:
                return _to_matrix(placed, depth)
            depth = max(depth, height) if row == 0 and _has_lower_level(table) else depth
            _fill(placed, words(element), range(row, row + height), range(column, column + width))
            column += width
    return _to_matrix(placed, depth)


def written_table_to_grid(table: WrittenTable, lines: Sequence[Line]) -> Grid:
    """The grid of a table whose cells stand at the offsets given, in `lines` of the written text."""
    matrix, depth = table.matrix, table.matrix.depth
    edges = [_edges(matrix.cells[row], row, table.offsets) for row in range(len(matrix.cells))]
    starts = [line.start for line in lines]
    body = [row for row in range(depth, len(matrix.cells)) if edges[row][0] < edges[row][1]]
    first, last = _line_index(starts, edges[0][0]), _line_index(starts, edges[body[-1] if body else depth - 1][0])
    caption = find_caption(lines, first)
    header = [[cell.text for cell in cells] for cells in matrix.cells[:depth]]
    return Grid(
        caption=caption.text,
        unit_note=caption.unit_note,
        columns=header_to_columns(header, len(matrix.cells[0])),
        rows=tuple(
            GridRow(tuple(matrix.cells[row]), (lines[_line_index(starts, edges[row][0])],), *edges[row]) for row in body
        ),
        notes=(),
        first=caption.first,
        last=last,
        header_start=edges[0][0],
        header_end=edges[depth - 1][1],
    )


def _rows(table: HtmlElement) -> Iterator[list[HtmlElement]]:
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        if cells:
            yield cells


def _has_lower_level(table: HtmlElement) -> bool:
    """Whether a cell of the first row spans columns, so that the rows it shares with taller cells are header too."""
    first = next(_rows(table))
    return any(_span(cell, "colspan") > 1 for cell in first)


def _span(element: HtmlElement, name: str) -> int:
    value = (element.get(name) or "1").strip()
    return min(_LARGEST_SPAN, max(1, int(value))) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _fill(placed: dict[tuple[int, int], Cell], text: str, rows: range, columns: range) -> None:
    for row in rows:
        for column in columns:
            carried = (row, column) != (rows[0], columns[0]) and bool(text)
            placed.setdefault((row, column), Cell(text=text, carried=carried))


def _to_matrix(placed: Mapping[tuple[int, int], Cell], depth: int) -> Matrix:
    height = max(row for row, _ in placed) + 1
    width = max(column for _, column in placed) + 1
    blank = Cell(text="")
    cells = [[placed.get((row, column), blank) for column in range(width)] for row in range(height)]
    return Matrix(cells, min(depth, max(1, height - 1)))


def _edges(cells: Sequence[Cell], row: int, offsets: Mapping[tuple[int, int], int]) -> tuple[int, int]:
    """Offsets of the first and behind the last own character of a row; equal where it has none."""
    own = [column for column, cell in enumerate(cells) if cell.text and not cell.carried]
    if not own:
        return offsets[row, 0], offsets[row, 0]
    return offsets[row, own[0]], offsets[row, own[-1]] + len(cells[own[-1]].text)


def _line_index(starts: Sequence[int], offset: int) -> int:
    return max(0, bisect_right(starts, offset) - 1)
