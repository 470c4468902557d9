"""Web pages written anew as text: the words of the page without its navigation, its data tables as grids.

The text is written anew, a line per block, so that everything behind it (lines, headings, metadata) is the same as for
text files. Before, what wraps the whole page is opened, and the edges of its leaves are taken away: the feet of a page
turned leaf by leaf in a browser (12, 下一页) and the heads that run on above every leaf, which stand in the middle of
sentences. Scripts never run and nothing is fetched. Knows nothing of headings or metadata.
"""

import re
from collections.abc import Iterator
from itertools import takewhile

import lxml.html
from lxml.html import HtmlElement

from corpus.errors import UnreadableDocument
from corpus.quoting import compact
from corpus.reading.decoding import bytes_to_text, unescaped
from corpus.reading.html_tables import field_rows, is_data_table, own_cells, table_to_cells
from corpus.reading.html_words import BLOCK, Words, is_furniture, plain
from corpus.reading.ruled import split_full_rows
from corpus.reading.written import TextWriter, Written, struck_warning

_SPACE = re.compile(r"[ \t\r\n\f\v\xa0]+")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\xad]")
_SERVER = re.compile(r"<%.{0,2000}?%>", re.DOTALL)
"""What a server would have replaced (JSP, ASP)."""
_SITE = re.compile(r"(?<!\s)\s*[_|｜].*$|(?<!\s)\s+[-—]\s+.*$")
_TURN = re.compile(r"[<«‹＜]?(?:上|下|前|后)[1一]?页[>»›＞]?")
_NUMBER = re.compile(r"\d{1,4}(?:/\d{1,4})?")
_DEEPEST = 4
"""So many lines may run on above the leaves."""


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
    _open_wrappings(root)
    _drop_leaf_edges(root)
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
        self.writer.parts(split_full_rows(table_to_cells(element, self.words.of)))
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


def _open_wrappings(root: HtmlElement) -> None:
    """Makes plain boxes of what is named like furniture of a page and holds more than half of its words: some servers
    put every page into a form, some designers the text into a box called menu.
    """
    whole = sum(len(compact(words)) for words in root.xpath("//text()[not(ancestor::script or ancestor::style)]"))
    for one in root.iter():
        if isinstance(one.tag, str) and is_furniture(one) and len(compact(plain(one))) * 2 > whole:
            one.tag = "div"
            one.attrib.pop("class", None)
            one.attrib.pop("id", None)


def _drop_leaf_edges(root: HtmlElement) -> None:
    """Takes away what turns the leaves, the number before it and the lines behind it that also begin the first leaf."""
    lines = [(one, words) for one in root.iter() if _is_line(one) and (words := compact(one.text_content()))]
    turns = [at for at, (_, words) in enumerate(lines) if _TURN.fullmatch(words)]
    first = [words for _, words in lines[: min(_DEEPEST, *turns)]] if len(turns) > 1 else []
    for at in turns:
        behind = [*takewhile(lambda one: one[1] in first, lines[at + 1 : at + 1 + _DEEPEST])]
        number = [one for one in lines[max(0, at - 1) : at] if _NUMBER.fullmatch(one[1])]
        for element, _ in [*number, lines[at], *behind]:
            element.drop_tree()


def _is_line(element: HtmlElement) -> bool:
    """Whether an element is a block of words without blocks in it."""
    if not isinstance(element.tag, str) or not BLOCK.fullmatch(element.tag):
        return False
    return not any(isinstance(one.tag, str) and BLOCK.fullmatch(one.tag) for one in element.iterdescendants())
