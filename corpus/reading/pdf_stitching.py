"""Pieces of a table on following pages to one table: repeated headers dropped, merged cells and rows that a page break
cut put together again. Knows cells and edges, no points of a page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.quoting import compact
from corpus.reading.cell_words import is_total
from corpus.reading.pdf_breaks import ColumnHabit, cells_to_habit, is_one_cell, row_goes_on
from corpus.reading.pdf_lines import PrintedLine
from corpus.reading.pdf_pieces import Piece
from corpus.reading.ruled import PrintedCell

__all__ = ["PagedTable", "extend_table", "piece_to_table"]

_SAME_COLUMN = 4.0
_DEEPEST_HEADER = 4


@dataclass(frozen=True, slots=True)
class PagedTable:
    """A table over one or more pages; `pages` tells the page of every row, `edges` the columns.

    `lines` are its words as printed lines with their pages, for a table that turns out to be none.
    """

    edges: tuple[float, ...]
    cells: tuple[PrintedCell, ...]
    pages: tuple[int, ...]
    lines: tuple[tuple[int, PrintedLine], ...]


def piece_to_table(piece: Piece, page: int) -> PagedTable:
    """A table that begins with this piece."""
    return PagedTable(piece.edges, piece.cells, (page,) * _height(piece.cells), _paged(piece, page))


def extend_table(table: PagedTable, piece: Piece, page: int) -> PagedTable | None:
    """The table with the piece at the top of the next page; None where that is another table."""
    aligned = _align(table, piece)
    if aligned is None:
        return None
    upper, lower, edges = aligned
    repeated = _repeated_rows(upper, lower)
    if not repeated and _looks_like_header(upper, lower):
        return None
    lower = [replace(cell, row=cell.row - repeated) for cell in lower if cell.row >= repeated]
    whole = PagedTable(edges, tuple(upper), table.pages, table.lines + _paged(piece, page))
    return _join(whole, lower, page) if lower else whole


def _paged(piece: Piece, page: int) -> tuple[tuple[int, PrintedLine], ...]:
    return tuple((page, line) for line in piece.lines)


def _align(table: PagedTable, piece: Piece) -> tuple[list[PrintedCell], list[PrintedCell], tuple[float, ...]] | None:
    """Both on common columns; None where their outer edges are at different distances or their inner ones disagree."""
    shift = table.edges[0] - piece.edges[0]
    moved = [edge + shift for edge in piece.edges]
    longer, shorter = (table.edges, moved) if len(table.edges) >= len(moved) else (moved, table.edges)
    if any(min(abs(edge - other) for other in longer) > _SAME_COLUMN for edge in shorter):
        return None
    if abs(table.edges[-1] - moved[-1]) > _SAME_COLUMN:
        return None
    return _remap(table.cells, table.edges, longer), _remap(piece.cells, moved, longer), tuple(longer)


def _remap(cells: Sequence[PrintedCell], edges: Sequence[float], onto: Sequence[float]) -> list[PrintedCell]:
    """Cells with their columns counted by the edges of `onto`."""
    place = [min(range(len(onto)), key=lambda at, edge=edge: abs(onto[at] - edge)) for edge in edges]  # type: ignore[misc]
    return [
        replace(cell, column=place[cell.column], width=place[cell.columns.stop] - place[cell.column]) for cell in cells
    ]


def _repeated_rows(upper: Sequence[PrintedCell], lower: Sequence[PrintedCell]) -> int:
    """How many rows at the head of `lower` print the header of `upper` again."""
    count = 0
    while count < min(_DEEPEST_HEADER, _height(lower)) and _row_words(upper, count) == _row_words(lower, count):
        count += 1
    return count


def _looks_like_header(upper: Sequence[PrintedCell], lower: Sequence[PrintedCell]) -> bool:
    """Whether `lower` opens with a header of its own: as many names, the first the same kind of word (序号)."""
    first, other = _row_words(upper, 0), _row_words(lower, 0)
    return bool(other) and first[0][1] == other[0][1] and first != other


def _row_words(cells: Sequence[PrintedCell], row: int) -> list[tuple[int, str]]:
    return [(cell.column, compact(cell.text)) for cell in cells if cell.row == row and cell.text]


def _height(cells: Sequence[PrintedCell]) -> int:
    return max((cell.rows.stop for cell in cells), default=0)


def _join(table: PagedTable, lower: Sequence[PrintedCell], page: int) -> PagedTable:
    """Rows below rows: a row that goes on is one with the last, a blank below a merged cell belongs to it."""
    height = _height(table.cells)
    columns = _columns([*(cell for cell in table.cells if cell.row), *lower])
    foot = {cell.column: cell for cell in table.cells if height - 1 in cell.rows}
    head = {cell.column: cell for cell in lower if cell.row == 0}
    goes_on = row_goes_on(foot, head, columns)
    total = any(is_total(cell.text) for cell in head.values())
    upper, kept = list(table.cells), []
    for cell in lower:
        above = foot.get(cell.column) if cell.row == 0 else None
        if above is not None and (goes_on or (not total and is_one_cell(above, cell, columns[cell.column]))):
            grown = replace(
                above,
                text=above.text + cell.text,
                height=above.height + cell.height - goes_on,
                cut=cell.cut,
                full=cell.full,
            )
            upper[upper.index(above)] = grown
        else:
            kept.append(replace(cell, row=cell.row + height - goes_on))
    pages = table.pages + (page,) * (_height(lower) - goes_on)
    return replace(table, cells=(*upper, *kept), pages=pages)


def _columns(body: Sequence[PrintedCell]) -> dict[int, ColumnHabit]:
    """How each column is filled."""
    columns = {cell.column for cell in body}
    return {column: cells_to_habit([cell for cell in body if cell.column == column]) for column in columns}
