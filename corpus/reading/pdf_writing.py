"""The parts of all pages of a PDF to one text: page furniture dropped, tables stitched, indents and gaps kept.

Knows parts of pages; no characters, no library.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.reading.pdf_furniture import find_furniture
from corpus.reading.pdf_lines import PrintedLine, body_size, indents, joined_title, left_margin, line_gap
from corpus.reading.pdf_pieces import Piece
from corpus.reading.pdf_stitching import PagedTable, extend_table, piece_to_table
from corpus.reading.ruled import WrittenTable, is_data_table, split_full_rows
from corpus.reading.written import TextWriter

_INDENT = "\u3000"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page taken apart."""

    number: int
    height: float
    parts: list[PrintedLine | Piece]

    @property
    def lines(self) -> list[PrintedLine]:
        """Its lines outside tables."""
        return [part for part in self.parts if isinstance(part, PrintedLine)]


def sheets_to_text(sheets: Sequence[Sheet], pages: int) -> tuple[str, tuple[WrittenTable, ...]]:
    """The text with a form feed behind each of the `pages`, and the tables in it."""
    printer = _Printer(sheets)
    body = body_size([line for sheet in sheets for line in sheet.lines])
    for part, page in _stitch(_with_whole_titles(_without_furniture(sheets), body)):
        if isinstance(part, PagedTable):
            printer.table(part)
        else:
            printer.line(part, page)
    printer.writer.to_page(pages + 1)
    return printer.writer.text, tuple(printer.writer.tables)


def _without_furniture(sheets: Sequence[Sheet]) -> Iterator[tuple[PrintedLine | Piece, int]]:
    furniture = find_furniture([sheet.lines for sheet in sheets], [sheet.height for sheet in sheets])
    for sheet, dropped in zip(sheets, furniture, strict=True):
        for part in sheet.parts:
            if isinstance(part, Piece) or part not in dropped:
                yield part, sheet.number


def _with_whole_titles(
    parts: Iterator[tuple[PrintedLine | Piece, int]], body: float
) -> Iterator[tuple[PrintedLine | Piece, int]]:
    """The parts, the lines of a title on one page made one."""
    above: tuple[PrintedLine, int] | None = None
    for part, page in parts:
        title = None
        if above and isinstance(part, PrintedLine) and above[1] == page:
            title = joined_title(above[0], part, body)
        if above and title is None:
            yield above
        above = None
        if isinstance(part, PrintedLine):
            above = title or part, page
        else:
            yield part, page
    if above:
        yield above


def _stitch(parts: Iterator[tuple[PrintedLine | Piece, int]]) -> Iterator[tuple[PrintedLine | PagedTable, int]]:
    """The parts, pieces made tables: one right behind a table of the page before may belong to it."""
    table: PagedTable | None = None
    for part, page in parts:
        if isinstance(part, PrintedLine):
            if table:
                yield table, table.pages[0]
            table = None
            yield part, page
        else:
            grown = extend_table(table, part, page) if table and table.lines and table.pages[-1] == page - 1 else None
            if table and grown is None:
                yield table, table.pages[0]
            table = grown or piece_to_table(part, page)
    if table:
        yield table, table.pages[0]


class _Printer:
    """Writes parts; knows the left margin of the document and the line pitch of each page."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.writer = TextWriter()
        self.margin = left_margin([line for sheet in sheets for line in sheet.lines])
        self.gaps = {sheet.number: line_gap(sheet.lines) for sheet in sheets}
        self.above: tuple[PrintedLine, int] | None = None

    def line(self, line: PrintedLine, page: int) -> None:
        """A line behind its indent, an empty line above it where it stands apart."""
        self.writer.to_page(page)
        if self.above and self.above[1] == page and line.y - self.above[0].y > self.gaps[page] > 0:
            self.writer.line("")
        self.writer.line(_INDENT * indents(line, self.margin) + line.text)
        self.above = line, page

    def table(self, table: PagedTable) -> None:
        """A table as rows; a box, which holds no rows of data, as lines."""
        parts = split_full_rows(table.cells)
        if not is_data_table(parts.cells):
            for page, line in table.lines:
                self.line(line, page)
            return
        self.writer.to_page(table.pages[0])
        self.writer.parts(parts, [table.pages[row] for row in parts.rows])
        self.above = None
