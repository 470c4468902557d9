"""Web pages to a Reading: the words of the page without its navigation, its data tables as grids.

The text is written anew, a line per block, so that everything behind it (lines, headings, metadata) is the same as for
text files. Scripts never run and nothing is fetched. Knows nothing of headings or metadata.
"""

import re
from collections.abc import Iterator

import lxml.html
from lxml.html import HtmlElement

from corpus.errors import UnreadableDocument
from corpus.grid import Grid
from corpus.quoting import compact
from corpus.reading.decoding import bytes_to_text
from corpus.reading.html_tables import WrittenTable, is_data_table, table_to_matrix, written_table_to_grid
from corpus.reading.lines import blank_page_marks, text_to_lines
from corpus.reading.reading import Reading
from corpus.reading.unfolding import unfold_lines

__all__ = ["read_html"]

_SKIPPED = re.compile(
    "script|style|nav|aside|footer|form|button|select|option|textarea|iframe|noscript|template|svg|math|head|object"
    "|audio|video|canvas|dialog|menu"
)
_BLOCK = re.compile(
    "address|article|blockquote|body|caption|center|dd|div|dl|dt|fieldset|figcaption|figure|h[1-6]|header|hr|li|main|ol"
    "|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
_NAVIGATION = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|menu|foot|footer|breadcrumbs?|crumbs?|sidebar|share|login|search|toolbar|pagination|pager"
    r"|copyright|skip)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\v\xa0]+")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\xad]")
_WHEREABOUTS = re.compile(r"[^。，]{0,6}位置\s{0,3}[：:][^。]{0,150}")
_SITE = re.compile(r"\s*[_|｜].*$|\s+[-—]\s+.*$")
_MOST_LINKS = 3
_LINKED_SHARE = 0.8


def read_html(data: bytes, name: str) -> Reading:
    """The Reading of a web page; raises UnreadableDocument where no page can be made out."""
    source = _INVISIBLE.sub("", bytes_to_text(data, name))
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
        root = lxml.html.document_fromstring(source.encode("utf-8"), parser=parser)
    except lxml.etree.LxmlError:
        raise UnreadableDocument(f"文件“{name}”不是完整的网页。", "请重新保存网页，或另存为文本。") from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableDocument(f"文件“{name}”嵌套过深，读不完整。", "请另存为文本后重试。")
    writer = _Writer()
    writer.write(root)
    text = "".join(writer.pieces)
    lines = unfold_lines(text_to_lines(text))
    grids: list[Grid] = [written_table_to_grid(table, lines) for table in writer.tables]
    return Reading(blank_page_marks(text), tuple(lines), tuple(grids), title=_page_title(root))


class _Writer:
    """Writes the visible words of a page as lines and remembers where its data tables stand."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.tables: list[WrittenTable] = []
        self.length = 0

    def write(self, element: HtmlElement) -> None:
        """The words of an element, its children in turn."""
        if _is_skipped(element):
            return
        if element.tag == "table" and is_data_table(element):
            self._write_table(element)
            return
        block = _BLOCK.fullmatch(element.tag) is not None
        if block or element.tag == "br":
            self._end_line()
        self._write_words(element.text)
        for child in element:
            self.write(child)
            self._write_words(child.tail)
        if block:
            self._end_line()

    def _write_words(self, text: str | None) -> None:
        words = _SPACE.sub(" ", text or "")
        self._append(words.lstrip(" ") if self._at_line_start() else words)

    def _write_table(self, element: HtmlElement) -> None:
        """A row a line, tabs between cells; a cell that spans others is printed where it begins."""
        self._end_line()
        for caption in element.iter("caption"):
            self._append(_words(caption) + "\n")
        matrix = table_to_matrix(element, _words)
        offsets: dict[tuple[int, int], int] = {}
        for row, cells in enumerate(matrix.cells):
            for column, cell in enumerate(cells):
                self._append("\t" if column else "")
                offsets[row, column] = self.length
                self._append("" if cell.carried else cell.text)
            self._append("\n")
        self.tables.append(WrittenTable(matrix, offsets))

    def _end_line(self) -> None:
        if not self._at_line_start():
            self._append("\n")

    def _at_line_start(self) -> bool:
        return not self.pieces or self.pieces[-1].endswith("\n")

    def _append(self, piece: str) -> None:
        if piece:
            self.pieces.append(piece)
            self.length += len(piece)


def _is_skipped(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or _SKIPPED.fullmatch(element.tag):
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if element.get("role") == "navigation" or _HIDDEN.search(element.get("style", "")):
        return True
    if element.tag in {"div", "p", "ul", "span"} and _WHEREABOUTS.fullmatch(_words(element)):
        return True
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return element.tag in {"div", "ul", "ol", "section", "header", "td"} and bool(
        _NAVIGATION.search(named) or _is_link_list(element)
    )


def _is_link_list(element: HtmlElement) -> bool:
    """Whether nearly all words of an element are links, none of them to an attachment."""
    links = [compact(_words(link)) for link in element.iter("a")]
    if len(links) < _MOST_LINKS or any("附件" in link for link in links):
        return False
    return sum(map(len, links)) > len(compact(_words(element))) * _LINKED_SHARE


def _words(element: HtmlElement) -> str:
    return _SPACE.sub(" ", " ".join(_strings(element))).strip()


def _strings(element: HtmlElement) -> Iterator[str]:
    return (str(text) for text in element.itertext() if text.strip())


def _page_title(root: HtmlElement) -> str | None:
    title = root.find(".//title")
    words = _SITE.sub("", _words(title)) if title is not None else ""
    return words or None
