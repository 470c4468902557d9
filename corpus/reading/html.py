"""Web pages written anew as text: the words of the page without its navigation, its data tables as grids.

The text is written anew, a line per block, so that everything behind it (lines, headings, metadata) is the same as for
text files. Scripts never run and nothing is fetched. Knows nothing of headings or metadata.
"""

import re
from collections.abc import Iterator

import lxml.html
from lxml.html import HtmlElement

from corpus.errors import UnreadableDocument
from corpus.reading.decoding import bytes_to_text, unescaped
from corpus.reading.html_pages import drop_leaf_edges, open_wrappings
from corpus.reading.html_tables import field_rows, is_data_table, own_cells, table_to_cells
from corpus.reading.html_words import BLOCK, Words
from corpus.reading.left_out import struck_warning
from corpus.reading.ruled import cells_to_matrix, split_full_rows
from corpus.reading.written import TextWriter, Written

__all__ = ["html_to_written"]

_SPACE = re.compile(r"[ \t\r\n\f\v\xa0]+")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\xad]")
_SERVER = re.compile(r"<%.{0,2000}?%>", re.DOTALL)
"""What a server would have replaced (JSP, ASP)."""
_SITE = re.compile(r"(?<!\s)\s*[_|｜].*$|(?<!\s)\s+[-—]\s+.*$")


def html_to_written(data: bytes, name: str) -> Written:
    """The words and tables of a web page; raises UnreadableDocument where no page can be made out."""
    source = _SERVER.sub("", _INVISIBLE.sub("", unescaped(bytes_to_text(data, name))))
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
        root = lxml.html.document_fromstring(source.encode("utf-8"), parser=parser)
    except lxml.etree.LxmlError:
        raise UnreadableDocument(f"文件“{name}”不是完整的网页。", "请重新保存网页，或另存为文本。") from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableDocument(f"文件“{name}”嵌套过深，读不完整。", "请另存为文本后重试。")
    open_wrappings(root)
    drop_leaf_edges(root)
    printer = _Printer("\n".join(style.text or "" for style in root.iter("style")))
    printer.write(root)
    warnings = tuple(struck_warning(printer.words.struck))
    return Written(printer.writer.text, tuple(printer.writer.tables), warnings=warnings, title=_page_title(root))


class _Printer:
    """Writes the visible words of a page as lines, its data tables as rows."""

    def __init__(self, styles: str) -> None:
        self.writer = TextWriter()
        self.words = Words(styles)

    def write(self, element: HtmlElement) -> None:
        """The words of an element, its children in turn."""
        if self.words.is_skipped(element):
            return
        if element.tag == "table" and self._write_as_table(element):
            return
        up = self.words.raised(element)
        if up is not None:
            self.writer.words(up)
            return
        block = BLOCK.fullmatch(element.tag) is not None
        if block or element.tag == "br":
            self.writer.end_line()
        self._write_inside(element)
        if block:
            self.writer.end_line()

    def _write_inside(self, element: HtmlElement) -> None:
        self._write_words(element.text)
        for child in element:
            self.write(child)
            self._write_words(child.tail)

    def _write_words(self, text: str | None) -> None:
        words = _SPACE.sub(" ", text or "")
        self.writer.words(words.lstrip(" ") if self.writer.at_line_start else words)

    def _write_as_table(self, element: HtmlElement) -> bool:
        """Whether a table was written, as rows or as the fields of a box above a document."""
        fields = field_rows(element, self.words.of)
        if fields is not None:
            self.writer.end_line()
            for field in fields:
                self.writer.line(field)
        elif is_data_table(element):
            self._write_table(element)
        else:
            return False
        return True

    def _write_table(self, element: HtmlElement) -> None:
        """A table, and behind it the tables in its cells."""
        self.writer.end_line()
        for caption in element.findall("caption"):
            self.writer.line(self.words.of(caption))
        parts = split_full_rows(table_to_cells(element, self.words.of))
        for head in parts.heads:
            self.writer.line(head)
        self.writer.table(cells_to_matrix(parts.cells))
        for note in parts.notes:
            self.writer.line(note)
        for cell in own_cells(element):
            for inner in _outermost_tables(cell):
                self.write(inner)


def _outermost_tables(element: HtmlElement) -> Iterator[HtmlElement]:
    for child in element:
        if child.tag == "table":
            yield child
        else:
            yield from _outermost_tables(child)


def _page_title(root: HtmlElement) -> str | None:
    title = root.find(".//title")
    words = _SITE.sub("", _SPACE.sub(" ", title.text_content()).strip()) if title is not None else ""
    return words or None
