"""Tables whose cells are separated by tabs, to Grids: pieces over several pages stitched, merged cells carried down.

Three ways of writing are known: a row per line with tabs between its cells, the same with bars around or between them
(| a | b |), and a cell per line with a tab before it and an empty line behind each row. Knows lines and cells; knows
nothing of headings, places or what a table means.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.grid import Grid, GridRow
from corpus.line import Line
from corpus.quoting import compact, squeeze
from corpus.reading.captions import find_caption
from corpus.reading.cell_words import count_header_rows, header_to_columns, is_figure, is_reference_header, is_total
from corpus.reading.marks import is_note, text_to_mark
from corpus.table import Cell, Column

_RULE = re.compile(r"[:\-\s|]{3,}")
_FEWEST_BARS, _FEWEST_BETWEEN = 3, 2
_LONGEST_WRAP = 6
_SERIAL = "序号"
_FIGURE_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class RawCell:
    """Words of a cell, wraps kept as line breaks, and the offsets they stand at; empty cells have start == end."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RawRow:
    """The cells as printed (blank ones at the end may be missing) and the lines they stand in."""

    cells: tuple[RawCell, ...]
    lines: tuple[Line, ...]

    @property
    def texts(self) -> list[str]:
        """The words of the cells."""
        return [cell.text for cell in self.cells]


def has_cells(line: Line) -> bool:
    """Whether a tab stands in or before the words of a line, or bars stand around or between them."""
    return "\t" in line.text or "\t" in line.lead or _is_barred(line)


def lines_to_rows(lines: Sequence[Line]) -> list[RawRow]:
    """The raw rows of a run of lines, whichever way it is written."""
    inner = sum("\t" in line.text or _is_barred(line) for line in lines)
    by_line = inner * 2 >= sum(has_cells(line) for line in lines)
    return _rows_by_line(lines) if by_line else [_join(group) for group in _groups(lines)]


def _rows_by_line(lines: Sequence[Line]) -> list[RawRow]:
    """One row per line with tabs; wrapped rows (too few cells, then the rest) are put together again."""
    rows: list[RawRow] = []
    width = max(len(_line_to_cells(line)) for line in lines)
    for line in lines:
        if not line.text or (_is_barred(line) and _RULE.fullmatch(line.text)):
            continue
        row = RawRow(tuple(_line_to_cells(line)), (line,))
        if rows and _continues(rows[-1], row, width):
            rows[-1] = _append(rows[-1], row)
        else:
            rows.append(row)
    return rows


def _continues(above: RawRow, row: RawRow, width: int) -> bool:
    """Whether `row` goes on in the last cell of `above`: it is next to it, fits, and does not open with a number."""
    fits = len(above.cells) + len(row.cells) - 1 <= width
    adjacent = row.lines[0].number - above.lines[-1].number <= 1
    wrapped = not has_cells(row.lines[0]) or len(above.cells) < width
    first = row.cells[0].text
    return fits and adjacent and wrapped and bool(first) and not first.isdigit()


def _append(above: RawRow, row: RawRow) -> RawRow:
    last, first = above.cells[-1], row.cells[0]
    joined = RawCell(f"{last.text}\n{first.text}".strip(), last.start if last.text else first.start, first.end)
    return RawRow((*above.cells[:-1], joined, *row.cells[1:]), above.lines + row.lines)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines between empty ones; a tab alone is an empty cell, not an empty line."""
    group: list[Line] = []
    for line in lines:
        if line.text or has_cells(line):
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _join(group: Sequence[Line]) -> RawRow:
    row = RawRow(tuple(_line_to_cells(group[0])[-1:]), (group[0],))
    for line in group[1:]:
        cells = tuple(_line_to_cells(line))
        if has_cells(line):
            row = RawRow(row.cells + cells[1:], (*row.lines, line))
        else:
            row = _append(row, RawRow(cells, (line,)))
    return row


def _line_to_cells(line: Line) -> list[RawCell]:
    """The cells of one line; every tab before its words is an empty cell before them."""
    framed, barred = _is_framed(line), _is_barred(line)
    cells = [RawCell("", line.start, line.start) for _ in range(line.lead.count("\t"))]
    at = int(framed)
    for piece in (line.text[1:-1] if framed else line.text).split("|" if barred else "\t"):
        start = line.start + at + len(piece) - len(piece.lstrip())
        cells.append(RawCell(piece.strip(), start, start + len(piece.strip())))
        at += len(piece) + 1
    return cells


def _is_barred(line: Line) -> bool:
    """Whether bars part the words of a line into cells; no sentence stands between bars alone."""
    between = line.text.count("|") >= _FEWEST_BETWEEN and "。" not in line.text and "\t" not in line.text
    return between or _is_framed(line)


def _is_framed(line: Line) -> bool:
    return line.text.startswith("|") and line.text.endswith("|") and line.text.count("|") >= _FEWEST_BARS


def tabbed_tables(lines: Sequence[Line]) -> list[Grid]:
    """The tab-separated tables of `lines`, in order. A box (one cell of prose) is not a table."""
    grids = (_run_to_grid(lines, first, last) for first, last in _runs(lines))
    return [grid for grid in grids if grid is not None]


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """First and last index of each run of lines with tabs that only empty lines or wrapped cells interrupt."""
    tabbed = [index for index, line in enumerate(lines) if has_cells(line)]
    first = last = tabbed[0] if tabbed else 0
    for index in tabbed[1:]:
        if not _belongs(lines, first, last, index):
            yield first, last
            first = index
        last = index
    if tabbed:
        yield first, last


def _belongs(lines: Sequence[Line], first: int, last: int, index: int) -> bool:
    between = lines[last + 1 : index]
    words = [line for line in between if line.text]
    if not words:
        return True
    opens = compact(lines[index].text) == compact(lines[first].text) or lines[index].text.startswith(_SERIAL)
    wrapped = len(words) == len(between) <= _LONGEST_WRAP
    return wrapped and not opens and not any(text_to_mark(line.text) or is_note(line.text) for line in words)


def _run_to_grid(lines: Sequence[Line], first: int, last: int) -> Grid | None:
    rows = [row for row in lines_to_rows(lines[first : last + 1]) if any(row.texts)]
    width = max((len(row.cells) for row in rows), default=0)
    if len(rows) < 2 or width < 2:
        return None
    depth = count_header_rows([row.texts for row in rows], width)
    header, body = rows[:depth], _without_repeats(rows[:depth], rows[depth:])
    if not body:
        return None
    caption = find_caption(lines, first)
    columns = header_to_columns([row.texts for row in header], width)
    printed = [[squeeze(text) for text in row.texts] + [""] * (width - len(row.cells)) for row in body]
    cells = _carry_down(columns, printed)
    return Grid(
        caption=caption.text,
        unit_note=caption.unit_note,
        columns=columns,
        rows=tuple(_grid_row(row, carried) for row, carried in zip(body, cells, strict=True)),
        notes=(),
        first=caption.first,
        last=last,
        header_start=_start(header[0]),
        header_end=_end(header[-1]),
        stages={"rows": rows, "printed": printed},
    )


def _without_repeats(header: Sequence[RawRow], rows: Sequence[RawRow]) -> list[RawRow]:
    """The data rows: a header printed again on the next page is not one."""
    names = {tuple(map(compact, row.texts)) for row in header}
    return [row for row in rows if tuple(map(compact, row.texts)) not in names]


def _grid_row(row: RawRow, cells: tuple[Cell, ...]) -> GridRow:
    return GridRow(cells, row.lines, _start(row), _end(row))


def _start(row: RawRow) -> int:
    return next(cell.start for cell in row.cells if cell.text)


def _end(row: RawRow) -> int:
    return next(cell.end for cell in reversed(row.cells) if cell.text)


def _carry_down(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[tuple[Cell, ...]]:
    """Rows as cells; a blank in a merged column takes the text above it and is marked `carried`.

    A merged column holds words that stand for several rows: a text column, neither units nor times nor amounts, left of
    a text column without blanks. Total rows are left as printed.
    """
    merged = [index for index in range(len(columns)) if _is_merged(index, columns, rows)]
    above: dict[int, str] = {}
    result = []
    for row in rows:
        total = any(is_total(text) for text in row[:2])
        result.append(
            tuple(_cell(text, above.get(index, "")) if not total else Cell(text=text) for index, text in enumerate(row))
        )
        above |= {index: row[index] for index in merged if row[index]}
    return result


def _cell(text: str, above: str) -> Cell:
    return Cell(text=text or above, carried=not text and bool(above))


def _is_merged(index: int, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bool:
    body = [row for row in rows if not any(is_total(text) for text in row[:2])]
    if not body or not body[0][index] or all(row[index] for row in body):
        return False
    if is_reference_header(columns[index].name) or not _is_text(index, body):
        return False
    return any(_is_text(right, body) and all(row[right] for row in body) for right in range(index + 1, len(columns)))


def _is_text(index: int, rows: Sequence[Sequence[str]]) -> bool:
    printed = [row[index] for row in rows if row[index]]
    return bool(printed) and sum(map(is_figure, printed)) <= len(printed) * _FIGURE_SHARE
