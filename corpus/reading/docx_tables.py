"""Tables of Word documents: rows and cells with their spans. Knows elements; words are given to it.

A cell that goes on from the one above (vMerge) makes that taller; gridSpan makes it wider.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree

from corpus.reading.docx_styles import WORD, value
from corpus.reading.ruled import PrintedCell

__all__ = ["MOST_CELLS", "children", "is_placeholder", "table_to_cells"]

MOST_CELLS = 200_000
"""Cells that a table has at most, every column that a wide one covers counted; what is behind them is not read."""
_WRAPPERS = {f"{WORD}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml", "hyperlink")}
_LARGEST_SPAN = 200


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The children with these names, also those inside content controls and accepted insertions."""
    wanted = {f"{WORD}{name}" for name in names}
    for child in element:
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS and not is_placeholder(child):
            yield from children(child, *names)


def is_placeholder(element: etree._Element) -> bool:
    """Whether a content control shows only what to type into it."""
    return element.tag == f"{WORD}sdt" and value(element, "sdtPr", "showingPlcHdr") is not None


def table_to_cells(table: etree._Element, words: Callable[[etree._Element], str]) -> list[PrintedCell]:
    """The cells of a table; `words` gives the text of a cell."""
    cells: list[PrintedCell] = []
    open_above: dict[int, int] = {}
    covered = 0
    for row, element in enumerate(children(table, "tr")):
        column = _number(value(element, "trPr", "gridBefore"), 0)
        merged: dict[int, int] = {}
        for cell in children(element, "tc"):
            width = _number(value(cell, "tcPr", "gridSpan"), 1)
            merge = value(cell, "tcPr", "vMerge")
            if merge is not None and merge != "restart" and column in open_above:
                at = open_above[column]
                cells[at] = _taller(cells[at], row, words(cell))
            else:
                at = len(cells)
                cells.append(PrintedCell(words(cell), row, column, width=width))
            merged |= {column: at} if merge is not None else {}
            column += width
            covered += width
        open_above = merged
        if covered >= MOST_CELLS:
            break
    return cells


def _taller(cell: PrintedCell, row: int, more: str) -> PrintedCell:
    return replace(cell, height=row - cell.row + 1, text=f"{cell.text} {more}".strip() if more else cell.text)


def _number(text: str | None, default: int) -> int:
    return min(_LARGEST_SPAN, int(text)) if text and text.isascii() and text.isdigit() and len(text) < 6 else default
