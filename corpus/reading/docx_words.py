"""The words of a Word document as a reader of its print sees them: those of a paragraph, what was left out of them, and
the cells of a table with their spans. Knows elements and styles, no lines.

Deleted, struck and hidden words are out; pinyin above characters is out; symbols of check boxes are characters. A cell
that goes on from the one above (vMerge) makes that taller; gridSpan makes it wider.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from corpus.quoting import compact
from corpus.reading.characters import raised
from corpus.reading.docx_styles import WORD, Styles, value
from corpus.reading.ruled import PrintedCell

ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BOX = f"{WORD}txbxContent"
_SKIPPED = {f"{WORD}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "rt", "tbl")}
MOST_CELLS = 200_000
"""Rows times columns that a table has at most, every column that a wide cell covers counted; what is behind them is
not read.
"""
_WRAPPERS = {f"{WORD}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink")}
_LARGEST_SPAN = 200


_SKIPPED |= {ALTERNATIVE, BOX}


_SIGNS = {f"{WORD}tab": " ", f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}noBreakHyphen": "-", f"{WORD}ptab": " "}


_SYMBOLS = {
    "wingdings": {0x6F: "□", 0xA8: "☐", 0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑"},
    "wingdings 2": {0x4F: "×", 0x50: "√", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐"},
}


_STRUCK = ("strike", "dstrike")


_PRIVATE = 0xF000


class Words:
    """Reads paragraphs; `struck` and `hidden` are the words that were left out so far."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self.struck: list[str] = []
        self.hidden: list[str] = []

    def of(self, paragraph: etree._Element) -> str:
        """The words of a paragraph, without those of boxes and tables in it."""
        return "".join(self._pieces(paragraph, paragraph))

    def _pieces(self, element: etree._Element, paragraph: etree._Element) -> Iterator[str]:
        for child in element:
            if child.tag in _SKIPPED or _is_placeholder(child):
                continue
            if child.tag == f"{WORD}r":
                yield self._run(child, paragraph)
            elif child.tag == f"{WORD}t":
                yield (child.text or "").replace("\t", " ")
            elif child.tag == f"{WORD}sym":
                yield _symbol(child)
            elif child.tag == f"{WORD}checkBox":
                yield _check_box(child)
            elif child.tag in _SIGNS:
                yield _SIGNS[child.tag]
            else:
                yield from self._pieces(child, paragraph)

    def _run(self, run: etree._Element, paragraph: etree._Element) -> str:
        words = "".join(self._pieces(run, paragraph))
        if not words.strip():
            return words
        if self._styles.plain and run.find(f"{WORD}rPr") is None:
            return words
        if any(self._styles.is_set(run, paragraph, name) for name in _STRUCK):
            self.struck.append(compact(words))
            return ""
        if self._styles.is_set(run, paragraph, "vanish"):
            self.hidden.append(compact(words))
            return ""
        return raised(words) if self._styles.raised(run) else words


def _symbol(element: etree._Element) -> str:
    """A character of a symbol font; one that is not known stays a private-use character, which is reported."""
    code, font = element.get(f"{WORD}char", ""), element.get(f"{WORD}font", "").lower()
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    known = _SYMBOLS.get(font, {}).get(number & 0xFF)
    return known or (chr(_PRIVATE + (number & 0xFF)) if 0 < number <= 0xFFFF else "")


def _check_box(element: etree._Element) -> str:
    """The box of a form, ticked or not."""
    state = value(element, "checked")
    state = value(element, "default") if state is None else state
    return "☐" if state in {None, "0", "false"} else "☑"


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The children with these names, also those inside content controls and accepted insertions."""
    wanted = {f"{WORD}{name}" for name in names}
    for child in element:
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS and not _is_placeholder(child):
            yield from children(child, *names)


def _is_placeholder(element: etree._Element) -> bool:
    """Whether a content control shows only what to type into it."""
    return element.tag == f"{WORD}sdt" and value(element, "sdtPr", "showingPlcHdr") is not None


def table_to_cells(table: etree._Element, words: Callable[[etree._Element], str]) -> list[PrintedCell]:
    """The cells of a table, columns in which none begins left out; `words` gives the text of a cell."""
    cells: list[PrintedCell] = []
    texts: list[list[str]] = []
    open_above: dict[int, int] = {}
    columns = 0
    for row, element in enumerate(children(table, "tr")):
        column = _number(value(element, "trPr", "gridBefore"), 0)
        merged: dict[int, int] = {}
        for cell in children(element, "tc"):
            width = max(1, _number(value(cell, "tcPr", "gridSpan"), 1))
            merge = value(cell, "tcPr", "vMerge")
            if merge is not None and merge != "restart" and column in open_above:
                at = open_above[column]
                cells[at] = replace(cells[at], height=row - cells[at].row + 1)
                texts[at].append(words(cell))
            else:
                at = len(cells)
                cells.append(PrintedCell("", row, column, width=width))
                texts.append([words(cell)])
            if merge is not None:
                merged[column] = at
            column += width
        open_above, columns = merged, max(columns, column)
        if (row + 1) * columns >= MOST_CELLS:
            break
    told = (" ".join(filter(None, text)) for text in texts)
    return _narrowed([replace(cell, text=text) for cell, text in zip(cells, told, strict=True)])


def _narrowed(cells: Sequence[PrintedCell]) -> list[PrintedCell]:
    """The cells without the columns in which none begins: nobody sees them."""
    starts = sorted({cell.column for cell in cells})
    edges = ((cell, bisect_left(starts, cell.column), bisect_left(starts, cell.columns.stop)) for cell in cells)
    return [replace(cell, column=first, width=stop - first) for cell, first, stop in edges]


def _number(text: str | None, default: int) -> int:
    return min(_LARGEST_SPAN, int(text)) if text and text.isascii() and text.isdigit() and len(text) < 6 else default
