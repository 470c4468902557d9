"""Workbooks written anew as text: each visible sheet under its name, its rows as a table, merged cells as such.

No library for Excel: what is needed are a dozen elements, from an archive that is checked first. Knows no meaning.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from corpus.errors import UnreadableDocument
from corpus.folding.numerals import digits_to_int
from corpus.reading.archive import HINT, Archive, read_part, refuse_declarations
from corpus.reading.ruled import PrintedCell, cells_to_matrix, is_data_table, split_full_rows, table_width
from corpus.reading.written import TextWriter, Written, struck_warning
from corpus.reading.xlsx_values import MAIN, Values

_BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_UNNAMED = re.compile(r"(?:Sheet|工作表|表)\s?\d{0,3}", re.IGNORECASE)
_MOST_CELLS = 200_000
_MOST_COLUMNS = 500
_SHORTEST_NOTE = 12


def xlsx_to_written(data: bytes, name: str) -> Written:
    """The words and tables of a workbook; raises UnreadableDocument."""
    archive = Archive(data, name)
    refuse_declarations(archive, name)
    book = read_part(archive, _BOOK, name)
    if book is None:
        raise UnreadableDocument(f"文件“{name}”里没有工作簿，不是 Excel 文件。", HINT)
    start = book.find(f"{MAIN}workbookPr")
    strings, styles = (read_part(archive, f"xl/{part}.xml", name) for part in ("sharedStrings", "styles"))
    values = Values(styles, strings, from_1904=start is not None and start.get("date1904") in {"1", "true"})
    printer = _Printer(values)
    for title, path in _sheets(book, read_part(archive, _RELATIONS, name), printer):
        sheet = read_part(archive, path, name)
        if sheet is not None:
            printer.sheet(title, sheet)
    warnings = tuple(printer.warnings())
    return Written(printer.writer.text, tuple(printer.writer.tables), warnings=warnings, title=printer.title)


class _Printer:
    """Writes sheets one after the other."""

    def __init__(self, values: Values) -> None:
        self.writer = TextWriter()
        self.values = values
        self.hidden_sheets: list[str] = []
        self.hidden = self.cut = 0
        self.title: str | None = None

    def sheet(self, title: str, sheet: etree._Element) -> None:
        """The tables of a sheet; rows that hold one cell above and below them are lines."""
        cells = list(self._cells(sheet))
        if cells and not _UNNAMED.fullmatch(title.strip()):
            self.writer.line(title.strip())
        for block in _blocks(cells):
            self._block(block)
            self.writer.line("")

    def _block(self, cells: Sequence[PrintedCell]) -> None:
        parts = split_full_rows(_widened(cells))
        for head in parts.heads:
            self.writer.line(head)
        self.title = self.title or next(iter(parts.heads), None)
        if is_data_table(parts.cells):
            self.writer.table(cells_to_matrix(parts.cells))
        else:
            for row in sorted({cell.row for cell in parts.cells}):
                self.writer.line(" ".join(cell.text for cell in parts.cells if cell.row == row and cell.text))
        for note in parts.notes:
            self.writer.line(note)

    def _cells(self, sheet: etree._Element) -> Iterator[PrintedCell]:
        """The cells that are shown and hold words, rows and columns counted without those that are hidden."""
        spans = dict(_spans(sheet))
        columns = _hidden_columns(sheet)
        filtered = sheet.find(f"{MAIN}autoFilter") is not None
        count, row, hidden_rows = 0, 0, 0
        for at, element in enumerate(sheet.iterfind(f"{MAIN}sheetData/{MAIN}row"), 1):
            number = digits_to_int(element.get("r", "")) or at
            if element.get("hidden") in {"1", "true"} and not filtered:
                hidden_rows += 1
                continue
            row = number - 1 - hidden_rows
            for column, cell in _placed(element):
                self.cut += column >= _MOST_COLUMNS
                text = "" if column in columns or column >= _MOST_COLUMNS else self.values.of(cell)
                if not text:
                    continue
                count += 1
                if count > _MOST_CELLS:
                    self.cut += 1
                    return
                height, width = spans.get((number - 1, column), (1, 1))
                shift = sum(one < column for one in columns)
                yield PrintedCell(text, row, column - shift, height, width)
        self.hidden += hidden_rows + len(columns)

    def warnings(self) -> Iterator[str]:
        """What was not read."""
        yield from struck_warning(self.values.struck)
        if self.hidden_sheets:
            names = "、".join(self.hidden_sheets[:5])
            yield f"工作簿有 {len(self.hidden_sheets)} 张隐藏的工作表（{names}），没有读入。"
        if self.hidden:
            yield f"有 {self.hidden} 个隐藏的行或列，没有读入。"
        if self.values.without_value:
            yield f"有 {self.values.without_value} 个公式没有存下结果，没有读入；请在 Excel 或 WPS 里打开并保存一次。"
        if self.cut:
            yield f"工作表超过 {_MOST_CELLS} 格或 {_MOST_COLUMNS} 列，其余的没有读入；请拆分文件。"


def _sheets(book: etree._Element, relations: etree._Element | None, printer: _Printer) -> Iterator[tuple[str, str]]:
    """Name and path of each sheet that is shown."""
    found = () if relations is None else relations.findall(_RELATION)
    targets = {relation.get("Id", ""): relation.get("Target", "") for relation in found}
    for sheet in book.iterfind(f"{MAIN}sheets/{MAIN}sheet"):
        title, target = sheet.get("name", ""), targets.get(sheet.get(_ID, ""), "")
        if sheet.get("state", "visible") != "visible":
            printer.hidden_sheets.append(title)
        elif target:
            yield title, target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _spans(sheet: etree._Element) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Height and width of merged cells by the place of their first cell."""
    for merged in sheet.iterfind(f"{MAIN}mergeCells/{MAIN}mergeCell"):
        first, _, last = merged.get("ref", "").partition(":")
        start, end = _place(first), _place(last)
        if start and end and start <= end:
            yield start, (end[0] - start[0] + 1, end[1] - start[1] + 1)


def _hidden_columns(sheet: etree._Element) -> frozenset[int]:
    hidden = [one for one in sheet.iterfind(f"{MAIN}cols/{MAIN}col") if one.get("hidden") in {"1", "true"}]
    edges = ((digits_to_int(one.get("min", "")), digits_to_int(one.get("max", ""))) for one in hidden)
    return frozenset(
        column - 1
        for first, last in edges
        if first is not None and last is not None
        for column in range(first, min(last, 512) + 1)
    )


def _placed(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of a row with their columns; one without a place of its own stands right of the one before."""
    column = -1
    for cell in row.iterfind(f"{MAIN}c"):
        place = _place(cell.get("r", ""))
        column = place[1] if place else column + 1
        yield column, cell


def _place(text: str) -> tuple[int, int] | None:
    """Row and column from 0 of a place like B7."""
    match = _PLACE.fullmatch(text.replace("$", ""))
    if not match:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _blocks(cells: Sequence[PrintedCell]) -> Iterator[list[PrintedCell]]:
    """The cells of each table of a sheet, moved to its corner: one begins behind an empty row with a lone cell."""
    rows: dict[int, list[PrintedCell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    covered = -1
    block: list[list[PrintedCell]] = []
    for number in sorted(rows):
        apart = bool(block) and number > covered + 1 and len(rows[number]) == 1
        if apart:
            yield _cornered(block)
            block = []
        block.append(rows[number])
        covered = max(covered, *(cell.rows.stop - 1 for cell in rows[number]))
    if block:
        yield _cornered(block)


def _cornered(rows: Sequence[Sequence[PrintedCell]]) -> list[PrintedCell]:
    """The cells of some rows without empty rows between them and without empty columns left of them."""
    order = {row[0].row: at for at, row in enumerate(rows)}
    columns = [cell.column for row in rows for cell in row]
    return [_moved(cell, order, min(columns), max(columns)) for row in rows for cell in row]


def _moved(cell: PrintedCell, order: Mapping[int, int], left: int, right: int) -> PrintedCell:
    """The cell at its new place; of the rows and columns that it spans only those count that hold something."""
    height = sum(row in order for row in range(cell.row, min(cell.rows.stop, cell.row + len(order) + 1)))
    return replace(
        cell,
        row=order[cell.row],
        column=cell.column - left,
        height=max(1, height),
        width=min(cell.width, right - cell.column + 1),
    )


def _widened(cells: Sequence[PrintedCell]) -> list[PrintedCell]:
    """A lone cell at the left of its row, above the first row of several cells, a note, or a sentence below the last
    such row, stands over all columns.
    """
    width = table_width(cells)
    counts: dict[int, int] = {}
    for cell in cells:
        counts[cell.row] = counts.get(cell.row, 0) + 1
    full = [row for row, count in counts.items() if count > 1]
    first, last = min(full, default=0), max(full, default=0)
    return [
        replace(cell, width=width)
        if counts[cell.row] == 1 and cell.column == 0 and _is_apart(cell, first, last)
        else cell
        for cell in cells
    ]


def _is_apart(cell: PrintedCell, first: int, last: int) -> bool:
    below = cell.row > last and len(cell.text) > _SHORTEST_NOTE
    return cell.row < first or below or cell.text.startswith(("注", "备注", "说明"))
