"""Word documents written anew as text: a line per paragraph, tables as rows, in the order of the body.

The archive is checked before it is unpacked, and XML that declares anything of its own is refused. No library for
Word: what is needed are a dozen elements, and one that resolves entities or loads pictures is not. Knows no meaning.
"""

from collections.abc import Iterator

from lxml import etree

from corpus.errors import UnreadableDocument
from corpus.quoting import squeeze
from corpus.reading.archive import Archive
from corpus.reading.docx_tables import WORD, children, table_to_cells, value
from corpus.reading.ruled import cells_to_matrix, is_data_table, split_full_rows
from corpus.reading.written import TextWriter, Written

__all__ = ["docx_to_written"]

_BODY = "word/document.xml"
_HINT = "请用 Word 或 WPS 重新另存为 docx 后再添加。"
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{WORD}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText")} | {_ALTERNATIVE}
_BOX = f"{WORD}txbxContent"
_SIGNS = {f"{WORD}tab": " ", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-", f"{WORD}ptab": " "}
_NOTES = ("footnotes", "endnotes")
_INDENT = "\u3000"
_EM = 240


def docx_to_written(data: bytes, name: str) -> Written:
    """The words and tables of a Word document; raises UnreadableDocument."""
    archive = Archive(data, name)
    for path in archive.names:
        if path.endswith((".xml", ".rels")):
            _refuse_declarations(archive.part(path) or b"", name)
    body = _parse(archive.part(_BODY), name).find(f"{WORD}body")
    if body is None:
        raise UnreadableDocument(f"文件“{name}”里没有正文。", _HINT)
    printer = _Printer()
    printer.blocks(body)
    for kind in _NOTES:
        printer.notes(archive.part(f"word/{kind}.xml"), name)
    return Written(printer.writer.text, tuple(printer.writer.tables), None, tuple(printer.warnings()))


class _Printer:
    """Writes the blocks of the body in order."""

    def __init__(self) -> None:
        self.writer = TextWriter()
        self.numbered = 0

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
        """A line, behind its indent; an automatic number is no text and only counted."""
        words = _words(element)
        self.numbered += bool(words.strip()) and value(element, "pPr", "numPr", "numId") not in {None, "0"}
        self.writer.line(_indent(element) + words)

    def table(self, element: etree._Element) -> None:
        """A table as rows; a box, which holds no rows of data, as lines."""
        parts = split_full_rows(table_to_cells(element, self.cell))
        if not is_data_table(parts.cells):
            for cell in element.iter(f"{WORD}tc"):
                self.blocks(cell)
            return
        for head in parts.heads:
            self.writer.line(head)
        self.writer.table(cells_to_matrix(parts.cells))
        for note in parts.notes:
            self.writer.line(note)

    def cell(self, element: etree._Element) -> str:
        """The words of a cell, those of tables in it too."""
        paragraphs = [paragraph for paragraph in element.iter(f"{WORD}p") if _is_shown(paragraph)]
        self.numbered += sum(value(paragraph, "pPr", "numPr", "numId") not in {None, "0"} for paragraph in paragraphs)
        return squeeze("\n".join(map(_words, paragraphs)))

    def notes(self, part: bytes | None, name: str) -> None:
        """Footnotes, behind the text."""
        if part is None:
            return
        for note in _parse(part, name):
            words = squeeze("\n".join(_words(paragraph) for paragraph in note.iter(f"{WORD}p")))
            if words:
                self.writer.line(f"注：{words}")

    def warnings(self) -> Iterator[str]:
        """What was not read."""
        if self.numbered:
            yield f"有 {self.numbered} 段使用自动编号；编号不是文字，没有读入，请核对序号。"


def _refuse_declarations(part: bytes, name: str) -> None:
    plain = part.replace(b"\x00", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise UnreadableDocument(f"文件“{name}”含有 DOCTYPE 或实体声明，拒绝读取。", _HINT)


def _parse(part: bytes | None, name: str) -> etree._Element:
    if part is None:
        raise UnreadableDocument(f"文件“{name}”里没有正文，不是 Word 文档。", _HINT)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError:
        raise UnreadableDocument(f"文件“{name}”的正文不是完整的 XML。", _HINT) from None


def _words(paragraph: etree._Element) -> str:
    """The words of a paragraph, without deleted ones and those of boxes."""
    return "".join(_pieces(paragraph))


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED or child.tag == _BOX:
            continue
        if child.tag == f"{WORD}t":
            yield (child.text or "").replace("\t", " ")
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        else:
            yield from _pieces(child)


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The outermost text boxes in a paragraph, each once."""
    if element.tag == f"{WORD}tbl":
        return
    for box in element.iter(_BOX):
        above = {parent.tag for parent in box.iterancestors()}
        if _ALTERNATIVE not in above and not any(parent.tag == _BOX for parent in box.iterancestors()):
            yield box


def _is_shown(paragraph: etree._Element) -> bool:
    return all(parent.tag not in _SKIPPED for parent in paragraph.iterancestors())


def _indent(paragraph: etree._Element) -> str:
    """The indent of a first line in characters."""
    properties = paragraph.find(f"{WORD}pPr/{WORD}ind")
    if properties is None:
        return ""
    chars, points = properties.get(f"{WORD}firstLineChars", ""), properties.get(f"{WORD}firstLine", "")
    if chars.isdigit() and len(chars) < 5:
        return _INDENT * round(int(chars) / 100)
    return _INDENT * min(20, round(int(points) / _EM)) if points.isdigit() and len(points) < 6 else ""
