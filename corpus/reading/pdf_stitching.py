"""Pieces of a table on following pages to one table: repeated headers dropped, merged cells and rows that a page break
cut put together again. Knows cells and edges, no points of a page.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from corpus.quoting import compact
from corpus.reading.cell_words import is_figure, is_total
from corpus.reading.pdf_lines import PrintedLine
from corpus.reading.pdf_pieces import Piece
from corpus.reading.ruled import PrintedCell

_ENDS = ("。", "；", ";", "！", "？", "：")
_PROSE_SHARE = 0.6
_TAIL_SHARE = 0.5
_REST = re.compile(r"0[0,]{0,12}0")
_PAIRS = ("“”", "（）", "《》", "()")
_SAME_COLUMN = 4.0
_DEEPEST_HEADER = 4


@dataclass(frozen=True, slots=True)
class ColumnHabit:
    """`merged`: cells of the column cover several rows; `sentences`: they end with a full stop; `length` is usual;
    `repeated`: words that fill several cells; `endings`: the last characters of its cells, where these are few;
    `filled`: no cell of it is blank, but for one at most.
    """

    merged: bool
    sentences: bool
    length: float
    repeated: frozenset[str]
    endings: frozenset[str]
    filled: bool


def cells_to_habit(cells: Sequence[PrintedCell]) -> ColumnHabit:
    """The habit of the column that these cells are the body of."""
    texts = [cell.text for cell in cells if cell.text]
    endings = Counter(text[-1] for text in texts)
    ended = sum(text.endswith(_ENDS) for text in texts)
    return ColumnHabit(
        merged=any(cell.height > 1 for cell in cells),
        sentences=bool(texts) and ended >= len(texts) * _PROSE_SHARE,
        length=median(map(len, texts)) if texts else 0.0,
        repeated=frozenset(text for text, count in Counter(texts).items() if count > 1),
        endings=frozenset(last for last, count in endings.items() if count > 1 and len(endings) * 2 <= len(texts)),
        filled=1 < len(texts) >= len(cells) - 1,
    )


def row_goes_on(
    foot: Mapping[int, PrintedCell], head: Mapping[int, PrintedCell], columns: Mapping[int, ColumnHabit]
) -> bool:
    """Whether the row `foot` of a page and the row `head` of the next are one, by column.

    They are where no rule is drawn between them; where one is, this may be drawn at every page break.
    Figures never go on, but for noughts, which are the rest of one. A row
    without a number, where all others have one, goes on in it the sentence, or the header,
    above. Elsewhere words that go on fill the cell above them, and beyond that either a cell is blank that is filled
    above and in a column without merged cells, or a sentence is cut.
    """
    if all(cell.cut for cell in foot.values()):
        return True
    shared = [(foot.get(column), cell) for column, cell in head.items() if cell.text]
    pairs = [(above, cell) for above, cell in shared if above is not None and above.text]
    if not pairs or len(pairs) < len(shared):
        return False
    if any(_REST.fullmatch(cell.text) and is_figure(above.text) for above, cell in pairs):
        return True
    if any(is_figure(cell.text) and (is_figure(above.text) or cell.column == 0) for above, cell in pairs):
        return False
    blank = [foot[column] for column, cell in head.items() if not cell.text and column in foot]
    missing = {above.column for above in blank if above.text and not columns[above.column].merged}
    cut = any(columns[above.column].sentences and not above.text.endswith(_ENDS) for above, _ in pairs)
    if 0 in missing and columns[0].filled and (cut or all(cell.row == 0 for cell in foot.values())):
        return True
    return all(above.full for above, _ in pairs) and (bool(missing) or cut)


def is_one_cell(above: PrintedCell, below: PrintedCell, column: ColumnHabit) -> bool:
    """Whether two cells on both sides of a page break, in different rows, are one merged cell."""
    if above.width != below.width:
        return False
    if above.cut:
        return True
    if not (column.merged or above.height > 1 or below.height > 1):
        return False
    if not below.text:
        return bool(above.text)
    if not above.text:
        return above.height > 1
    tail = len(below.text) < column.length * _TAIL_SHARE and below.text not in column.repeated
    cut = bool(column.endings) and above.text[-1] not in column.endings
    return above.full and (tail or cut or _is_open(above.text))


def _is_open(text: str) -> bool:
    return any(text.count(pair[0]) > text.count(pair[1]) for pair in _PAIRS)


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
