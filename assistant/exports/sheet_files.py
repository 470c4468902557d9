"""Sheets as csv, and as xlsx with a sheet of their sources, ready to read and to print: the one module that knows
XlsxWriter. No cell is ever a formula.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from assistant.exports.sheet import Sheet, display_width, sources_sheet
from corpus.facts import Library

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?")
_A4 = 9
_TITLE_ROW, _SUBTITLE_ROW, _HEADER_ROW = 0, 1, 2
_SHOWN_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{0,9}[1-9])?")
"""Numbers that a program shows as they are printed: no zeros in front or behind, no more digits than it keeps."""
_DIGITS = 15
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LIMIT = 32767
"""Characters that a cell of Excel holds."""
_LINE_HEIGHT, _TALLEST = 13.5, 409.0
_BORDER = {"border": 1, "border_color": "#7F7F7F", "text_wrap": True, "valign": "vcenter", "font_size": 10}
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"},
    "subtitle": {"font_size": 10, "text_wrap": True, "valign": "vcenter"},
    "header": _BORDER | {"bold": True, "align": "center", "bg_color": "#D9D9D9"},
    "upright": _BORDER | {"bold": True, "align": "center", "bg_color": "#D9D9D9", "rotation": 90, "valign": "bottom"},
    "text": _BORDER,
    "short": _BORDER | {"align": "center"},
    "day": _BORDER | {"align": "center", "num_format": "yyyy-mm-dd"},
    "marked": _BORDER | {"bold": True, "bg_color": "#EDEDED"},
    "marked_short": _BORDER | {"bold": True, "bg_color": "#D0D0D0", "align": "center"},
    "total": _BORDER | {"bold": True, "align": "center", "top": 2},
    "note": {"font_size": 9, "text_wrap": False},
}
_SHORT = 14
"""Columns up to this width are centred."""


def sourced_xlsx(sheets: Sequence[Sheet], library: Library, documents: Iterable[str]) -> bytes:
    """The sheets, and the documents that they rest on."""
    return sheets_to_xlsx([*sheets, sources_sheet(library, documents)])


def sheets_to_csv(sheets: Iterable[Sheet]) -> bytes:
    """Headers and rows, without titles and notes; several sheets one below the other, parted by an empty line."""
    return "\r\n".join(map(_text, sheets)).encode("utf-8-sig")


def harmless(cell: str) -> str:
    """A cell that no program takes for a formula: an apostrophe before = + - @ and tabs, save before plain numbers."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) and not _NUMBER.fullmatch(cell) else cell


def _text(sheet: Sheet) -> str:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([harmless(column.name) for column in sheet.columns])
    writer.writerows([harmless(cell) for cell in row] for row in sheet.rows)
    return written.getvalue()


def sheets_to_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook of the sheets."""
    import xlsxwriter

    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(written, options)
    book.set_properties({"title": sheets[0].title, "comments": sheets[0].subtitle[:250]})
    styles = {name: book.add_format({"font_name": "宋体", **style}) for name, style in _STYLES.items()}
    taken: set[str] = set()
    for sheet in sheets:
        _write(book.add_worksheet(_sheet_name(sheet.name, taken)), sheet, styles)
    book.close()
    return written.getvalue()


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name that Excel allows (31 characters, none of its forbidden signs) and that no other sheet has."""
    base = _FORBIDDEN.sub("", name)[:28] or "表"
    free = base
    number = 2
    while free.casefold() in taken:
        free, number = f"{base}{number}", number + 1
    taken.add(free.casefold())
    return free


def _write(page: Any, sheet: Sheet, styles: dict[str, Any]) -> None:  # noqa: ANN401 - XlsxWriter ships no types
    _head(page, sheet, styles)
    first = _HEADER_ROW + 1
    for line, row in enumerate(sheet.rows):
        page.set_row(first + line, _height(sheet, row))
        total = line >= len(sheet.rows) - sheet.totals
        for column, cell in enumerate(row):
            style = "total" if total else _style(sheet, line, column)
            _write_cell(page, (first + line, column), cell, sheet.columns[column].kind, styles[style])
    for line, note in enumerate(sheet.notes):
        page.write_string(first + len(sheet.rows) + line, 0, note, styles["note"])
    _set_up(page, sheet)


def _write_cell(page: Any, at: tuple[int, int], cell: str, kind: str, style: Any) -> None:  # noqa: ANN401
    if kind == "number" and _SHOWN_NUMBER.fullmatch(cell) and sum(map(str.isdigit, cell)) <= _DIGITS:
        page.write_number(*at, float(cell), style)
    elif kind == "day" and _DAY.fullmatch(cell):
        page.write_datetime(*at, date.fromisoformat(cell), style)
    elif not cell:
        page.write_blank(*at, None, style)
    else:
        page.write_string(*at, cell[:_LIMIT], style)


def _height(sheet: Sheet, row: Sequence[str]) -> float:
    """Points that the row needs with its texts wrapped; not every program finds out by itself."""
    lines = max((_lines(text, column.width) for text, column in zip(row, sheet.columns, strict=True)), default=1)
    return min(_LINE_HEIGHT * lines + 4, _TALLEST)


def _lines(text: str, width: int) -> int:
    return sum(max(1, -(-display_width(part) // max(width - 1, 1))) for part in text.split("\n"))


def _head(page: Any, sheet: Sheet, styles: dict[str, Any]) -> None:  # noqa: ANN401
    last = max(len(sheet.columns) - 1, 1)
    page.merge_range(_TITLE_ROW, 0, _TITLE_ROW, last, sheet.title, styles["title"])
    page.merge_range(_SUBTITLE_ROW, 0, _SUBTITLE_ROW, last, sheet.subtitle, styles["subtitle"])
    width = sum(column.width for column in sheet.columns)
    page.set_row(_TITLE_ROW, 28)
    page.set_row(_SUBTITLE_ROW, _LINE_HEIGHT * _lines(sheet.subtitle, width) + 4)
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)
        page.write_string(_HEADER_ROW, at, column.name, styles["upright" if column.upright else "header"])
    longest = max((len(column.name) for column in sheet.columns if column.upright), default=0)
    page.set_row(_HEADER_ROW, max(22, min(13 * longest + 8, 200)))


def _style(sheet: Sheet, line: int, column: int) -> str:
    if sheet.columns[column].kind == "day":
        return "day"
    short = sheet.columns[column].width <= _SHORT
    if (line, column) in sheet.marked:
        return "marked_short" if short else "marked"
    return "short" if short else "text"


def _set_up(page: Any, sheet: Sheet) -> None:  # noqa: ANN401
    """Frozen header, filters, and A4 landscape as wide as the page, the header on each."""
    last = len(sheet.columns) - 1
    end = _HEADER_ROW + max(len(sheet.rows) - sheet.totals, 1)
    page.freeze_panes(_HEADER_ROW + 1, 0)
    page.autofilter(_HEADER_ROW, 0, end, last)
    page.ignore_errors({"number_stored_as_text": f"A1:XFD{end + sheet.totals + 1}"})
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.repeat_rows(_HEADER_ROW)
    page.fit_to_pages(1, 0)
    page.set_footer("&C第 &P 页，共 &N 页&R&A")
