"""Tables whose cells are separated by tabs, to Grids: pieces over several pages stitched, merged cells carried down.

Knows lines and cells; knows nothing of headings, places or what a table means.
"""

from collections.abc import Iterator, Sequence

from corpus.grid import Grid, GridRow
from corpus.line import Line
from corpus.quoting import compact, squeeze
from corpus.reading.captions import find_caption
from corpus.reading.cell_words import count_header_rows, header_to_columns, is_figure, is_reference_header, is_total
from corpus.reading.marks import is_note, text_to_mark
from corpus.reading.tabbed_rows import RawRow, has_cells, lines_to_rows
from corpus.table import Cell, Column

__all__ = ["tabbed_tables"]

_LONGEST_WRAP = 6
_SERIAL = "序号"
_FIGURE_SHARE = 0.3


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
