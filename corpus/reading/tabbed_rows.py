"""Lines with tabs to raw rows of cells. Three ways of writing are known: a row per line with tabs between its cells,
the same with bars around or between them (| a | b |), and a cell per line with a tab before it and an empty line behind
each row.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.line import Line

__all__ = ["RawCell", "RawRow", "has_cells", "lines_to_rows"]

_RULE = re.compile(r"[:\-\s|]{3,}")
_FEWEST_BARS, _FEWEST_BETWEEN = 3, 2


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
