"""Word documents written anew as text: a line per paragraph, tables as rows, in the order of the body.

The archive is checked before it is unpacked, and XML that declares anything of its own is refused. No library for
Word: what is needed are a dozen elements, and one that resolves entities or loads pictures is not. Knows no meaning.
"""

from collections.abc import Iterator

from lxml import etree

from corpus.errors import UnreadableDocument
from corpus.quoting import squeeze
from corpus.reading.archive import HINT, Archive, read_part, refuse_declarations
from corpus.reading.docx_numbers import Numbers
from corpus.reading.docx_styles import WORD, Styles
from corpus.reading.docx_words import ALTERNATIVE, BOX, MOST_CELLS, Words, children, table_to_cells
from corpus.reading.ruled import is_data_table, split_full_rows
from corpus.reading.written import TextWriter, Written, hidden_warning, struck_warning

_BODY = "word/document.xml"
_NOTES = ("footnotes", "endnotes")
_INDENT = "\u3000"
_EM = 240
_TEXT = f"{WORD}t"
_SIGNS = (f"{WORD}sym", f"{WORD}numPr")


def docx_to_written(data: bytes, name: str) -> Written:
    """The words and tables of a Word document; raises UnreadableDocument."""
    archive = Archive(data, name)
    refuse_declarations(archive, name)
    document = read_part(archive, _BODY, name)
    body = None if document is None else document.find(f"{WORD}body")
    if body is None:
        raise UnreadableDocument(f"文件“{name}”里没有正文，不是 Word 文档。", HINT)
    styles = Styles(read_part(archive, "word/styles.xml", name))
    printer = _Printer(Words(styles), Numbers(read_part(archive, "word/numbering.xml", name), styles))
    printer.blocks(body)
    for kind in _NOTES:
        printer.notes(read_part(archive, f"word/{kind}.xml", name))
    return Written(printer.writer.text, tuple(printer.writer.tables), None, tuple(printer.warnings()))


class _Printer:
    """Writes the blocks of the body in order."""

    def __init__(self, words: Words, numbers: Numbers) -> None:
        self.writer = TextWriter()
        self.words, self.numbers = words, numbers
        self.cut = 0

    def blocks(self, parent: etree._Element) -> None:
        """Paragraphs and tables, those in text boxes behind the paragraph that holds the box."""
        for element in children(parent, "p", "tbl"):
            if element.tag == f"{WORD}tbl":
                self.table(element)
            else:
                self.paragraph(element)
                for box in _boxes(element):
                    self.blocks(box)

    def paragraph(self, element: etree._Element) -> None:
        """A line, behind its indent and the automatic number that Word shows."""
        number, words = self.numbers.next(element), self.words.of(element)
        self.writer.line(_indent(element) + (number + words if words.strip() else words))

    def table(self, element: etree._Element) -> None:
        """A table as rows and behind it the tables in its cells; a box, which holds no rows of data, as lines."""
        if not self._holds_data(element):
            for cell in _cells(element):
                self.blocks(cell)
            return
        cells = table_to_cells(element, self.cell)
        self.cut += max(cell.rows.stop for cell in cells) < sum(1 for row in children(element, "tr") if len(row))
        parts = split_full_rows(cells)
        self.writer.parts(parts)
        for cell in _cells(element):
            for inner in children(cell, "tbl"):
                self.table(inner)

    def _holds_data(self, element: etree._Element) -> bool:
        plain = table_to_cells(element, lambda cell: "".join(_plain(cell)))
        return is_data_table(split_full_rows(plain).cells)

    def cell(self, element: etree._Element) -> str:
        """The words of a cell, those of boxes in it too, not those of tables."""
        return squeeze("\n".join(self._cell_lines(element)))

    def _cell_lines(self, element: etree._Element) -> Iterator[str]:
        for paragraph in children(element, "p"):
            yield self.numbers.next(paragraph) + self.words.of(paragraph)
            for box in _boxes(paragraph):
                yield from self._cell_lines(box)

    def notes(self, part: etree._Element | None) -> None:
        """Footnotes, behind the text."""
        for note in () if part is None else part:
            words = squeeze("\n".join(self.words.of(paragraph) for paragraph in note.iter(f"{WORD}p")))
            if words:
                self.writer.line(f"注：{words}")

    def warnings(self) -> Iterator[str]:
        """What was not read."""
        yield from struck_warning(self.words.struck)
        yield from hidden_warning(self.words.hidden)
        if self.cut:
            yield f"表格超过 {MOST_CELLS} 格，其余的行没有读入；请拆分文件。"


def _cells(table: etree._Element) -> Iterator[etree._Element]:
    """The cells of a table, not those of tables in it."""
    return (cell for row in children(table, "tr") for cell in children(row, "tc"))


def _plain(cell: etree._Element) -> Iterator[str]:
    """The words of a cell outside the tables in it, whatever they look like; a mark for symbols and numbers."""
    for paragraph in children(cell, "p"):
        yield from (part.text or "" if part.tag == _TEXT else "·" for part in paragraph.iter(_TEXT, *_SIGNS))


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The outermost text boxes in a paragraph, each once."""
    for box in element.iter(BOX):
        above = [parent.tag for parent in box.iterancestors()]
        outer = above[: above.index(f"{WORD}p")] if element.tag == f"{WORD}p" else above
        if ALTERNATIVE not in outer and BOX not in outer:
            yield box


def _indent(paragraph: etree._Element) -> str:
    """The indent of a first line in characters."""
    properties = paragraph.find(f"{WORD}pPr/{WORD}ind")
    if properties is None:
        return ""
    chars, points = properties.get(f"{WORD}firstLineChars", ""), properties.get(f"{WORD}firstLine", "")
    if chars.isdecimal() and len(chars) < 5:
        return _INDENT * round(int(chars) / 100)
    return _INDENT * min(20, round(int(points) / _EM)) if points.isdecimal() and len(points) < 6 else ""
