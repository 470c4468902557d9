"""The words of a paragraph of a Word document: what a reader of the print sees, and what was left out.

Deleted, struck and hidden words are out; pinyin above characters is out; symbols of check boxes are characters.
Knows elements and styles, no lines or tables.
"""

from collections.abc import Iterator

from lxml import etree

from corpus.quoting import compact
from corpus.reading.characters import raised
from corpus.reading.docx_styles import WORD, Styles, value
from corpus.reading.docx_tables import is_placeholder

__all__ = ["ALTERNATIVE", "BOX", "Words"]

ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BOX = f"{WORD}txbxContent"
_SKIPPED = {f"{WORD}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "rt", "tbl")}
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
            if child.tag in _SKIPPED or is_placeholder(child):
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
