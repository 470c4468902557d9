"""Tables of web pages: which of them hold data, and their cells with row and column spans.

Knows elements; what becomes of the cells it does not.
"""

import re
from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

from corpus.reading.ruled import PrintedCell

_LARGEST_SPAN = 200
_LARGEST_TABLE = 100_000
_FIELD = re.compile(
    r"(?:索引号|发文机关|发文字号|发布机构|发布日期|成文日期|主题分类|主题词|文号|标题|.{1,8}[：:])[：:]?"
)
_PROSE = 600
_GROUPS = {"thead", "tbody", "tfoot"}


def field_rows(table: HtmlElement, words: Callable[[HtmlElement], str]) -> list[str] | None:
    """The lines of a box of fields above a document (索引号：…), one a field, those without a value left out and the
    title without its label; None for any other table.
    """
    rows = list(_rows(table))
    if not rows or _has_tables(table) or not _FIELD.fullmatch(_compact(rows[0][0])):
        return None
    texts = [[words(cell) for cell in row] for row in rows]
    pairs = ((label, text) for row in texts for label, text in zip(row[::2], [*row[1::2], ""], strict=False) if text)
    return [_field("".join(label.split()).rstrip("：:"), text) for label, text in pairs]


def _field(name: str, text: str) -> str:
    return text if name == "标题" else f"{name}：{text}"


def is_data_table(table: HtmlElement) -> bool:
    """Whether a table holds rows of data rather than the layout of a page; tables in its cells are judged apart."""
    rows = list(_rows(table))
    filled = [sum(bool(_own_words(cell)) for cell in row) for row in rows]
    if len(rows) < 2 or sum(len(row) > 1 for row in rows) < 2:
        return False
    if _has_tables(table) and (sum(count > 1 for count in filled) < 2 or any(map(_has_tables, rows[0]))):
        return False
    return all(len(_own_words(cell)) <= _PROSE for cell in rows[0])


def own_cells(table: HtmlElement) -> Iterator[HtmlElement]:
    """The cells of a table, not those of tables in it."""
    return (cell for row in _rows(table) for cell in row)


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
    """The rows of a table, not those of tables in it."""
    for element in table:
        if element.tag in _GROUPS:
            yield from _rows(element)
        elif element.tag == "tr":
            cells = [cell for cell in element if cell.tag in {"td", "th"}]
            if cells:
                yield cells


def _has_tables(element: HtmlElement) -> bool:
    return next(element.iterdescendants("table"), None) is not None


def _own_words(cell: HtmlElement) -> str:
    """The words of a cell outside tables in it."""
    inner = sum(len(_compact(table)) for table in cell.iterdescendants("table"))
    return _compact(cell)[: max(0, len(_compact(cell)) - inner)] if inner else _compact(cell)


def _compact(element: HtmlElement) -> str:
    return "".join(element.text_content().split())


def _span(element: HtmlElement, name: str) -> int:
    value = (element.get(name) or "1").strip()
    return min(_LARGEST_SPAN, max(1, int(value))) if value.isascii() and value.isdigit() and len(value) < 6 else 1
