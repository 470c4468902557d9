"""Web pages written anew as text: the words of the page without its navigation, its data tables as grids.

The text is written anew, a line per block, so that everything behind it (lines, headings, metadata) is the same as for
text files. Scripts never run and nothing is fetched. Knows nothing of headings or metadata.
"""

import re
from collections.abc import Iterator

import lxml.html
from lxml.html import HtmlElement

from corpus.errors import UnreadableDocument
from corpus.quoting import compact
from corpus.reading.decoding import bytes_to_text
from corpus.reading.html_tables import is_data_table, table_to_cells
from corpus.reading.ruled import cells_to_matrix
from corpus.reading.written import TextWriter, Written

__all__ = ["html_to_written"]

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
_SITE = re.compile(r"(?<!\s)\s*[_|｜].*$|(?<!\s)\s+[-—]\s+.*$")
_MOST_LINKS = 3
_LINKED_SHARE = 0.8


def html_to_written(data: bytes, name: str) -> Written:
    """The words and tables of a web page; raises UnreadableDocument where no page can be made out."""
    source = _INVISIBLE.sub("", bytes_to_text(data, name))
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
        root = lxml.html.document_fromstring(source.encode("utf-8"), parser=parser)
    except lxml.etree.LxmlError:
        raise UnreadableDocument(f"文件“{name}”不是完整的网页。", "请重新保存网页，或另存为文本。") from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableDocument(f"文件“{name}”嵌套过深，读不完整。", "请另存为文本后重试。")
    printer = _Printer()
    printer.write(root)
    return Written(printer.writer.text, tuple(printer.writer.tables), title=_page_title(root))


class _Printer:
    """Writes the visible words of a page as lines, its data tables as rows."""

    def __init__(self) -> None:
        self.writer = TextWriter()

    def write(self, element: HtmlElement) -> None:
        """The words of an element, its children in turn."""
        if _is_skipped(element):
            return
        if element.tag == "table" and is_data_table(element):
            self._write_table(element)
            return
        block = _BLOCK.fullmatch(element.tag) is not None
        if block or element.tag == "br":
            self.writer.end_line()
        self._write_words(element.text)
        for child in element:
            self.write(child)
            self._write_words(child.tail)
        if block:
            self.writer.end_line()

    def _write_words(self, text: str | None) -> None:
        words = _SPACE.sub(" ", text or "")
        self.writer.words(words.lstrip(" ") if self.writer.at_line_start else words)

    def _write_table(self, element: HtmlElement) -> None:
        self.writer.end_line()
        for caption in element.iter("caption"):
            self.writer.line(_words(caption))
        self.writer.table(cells_to_matrix(table_to_cells(element, _words)))


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
