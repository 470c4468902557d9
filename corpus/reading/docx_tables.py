"""Tables of Word documents: rows and cells with their spans. Knows elements; words are given to it.

A cell that goes on from the one above (vMerge) makes that taller; gridSpan makes it wider.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from corpus.reading.docx_styles import WORD, value
from corpus.reading.ruled import PrintedCell

__all__ = ["MOST_CELLS", "children", "is_placeholder", "table_to_cells"]

MOST_CELLS = 200_000
"""Rows times columns that a table has at most, every column that a wide cell covers counted; what is behind them is
not read.
"""
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
