"""Tables of web pages: which of them hold data, and their cells with row and column spans.

Knows elements; what becomes of the cells it does not.
"""

import re
from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

from corpus.reading.ruled import PrintedCell

__all__ = ["is_data_table", "table_to_cells"]

_LARGEST_SPAN = 200
_LARGEST_TABLE = 100_000
_FIELD = re.compile(r"索\s{0,3}引\s{0,3}号|发文(?:机关|字号)|发布(?:机构|日期)|成文日期|主题分类|.{1,8}[：:]")
_PROSE = 600


def is_data_table(table: HtmlElement) -> bool:
    """Whether a table holds rows of data rather than the layout of a page or the 索引号 box above a document."""
    rows = list(_rows(table))
    if next(table.iterdescendants("table"), None) is not None or len(rows) < 2:
        return False
    if sum(len(row) > 1 for row in rows) < 2 or _FIELD.fullmatch("".join(rows[0][0].text_content().split())):
        return False
    return all(len(cell.text_content()) <= _PROSE for cell in rows[0])


def table_to_cells(table: HtmlElement, words: Callable[[HtmlElement], str]) -> list[PrintedCell]:
    """The cells of a table; `words` gives the text of an element."""
    cells: list[PrintedCell] = []
    taken: set[tuple[int, int]] = set()
    for row, elements in enumerate(_rows(table)):
        column = 0
        for element in elements:
            while (row, column) in taken:
                column += 1
            height, width = _span(element, "rowspan"), _span(element, "colspan")
            if len(taken) + height * width > _LARGEST_TABLE:
                return cells
            cells.append(PrintedCell(words(element), row, column, height, width))
            taken |= {(row + down, column + over) for down in range(height) for over in range(width)}
            column += width
    return cells


def _rows(table: HtmlElement) -> Iterator[list[HtmlElement]]:
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        if cells:
            yield cells


def _span(element: HtmlElement, name: str) -> int:
    value = (element.get(name) or "1").strip()
    return min(_LARGEST_SPAN, max(1, int(value))) if value.isascii() and value.isdigit() and len(value) < 6 else 1
