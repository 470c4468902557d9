"""Grids to tables: every cell and row gets its place, its span and its quote. Knows no other blocks."""

from collections.abc import Sequence

from corpus.grid import Grid, GridRow
from corpus.place import Place, Span
from corpus.quoting import compact, squeeze
from corpus.reading.placing import Placer
from corpus.table import Row, Table


def grid_to_table(
    text: str, grid: Grid, number: int, placer: Placer, path: tuple[str, ...], notes: Sequence[str]
) -> Table:
    """The table of a grid, the `number`th of its document; `notes` are those printed below it.

    In places the heading above it stands for the caption that it may not have.
    """
    own = [note for note in grid.notes if compact(note) not in set(map(compact, notes))]
    inside = {"table": grid.caption or (path[-1] if path else "表"), "table_no": number}
    place = placer.place(grid.header_start, path).model_copy(update=inside)
    start = min([grid.header_start, *(row.start for row in grid.rows)])
    end = max([grid.header_end, *(row.end for row in grid.rows)])
    return Table(
        caption=grid.caption,
        unit_note=grid.unit_note,
        columns=grid.columns,
        rows=tuple(
            _grid_row_to_row(text, row, placer.place(row.start, path).model_copy(update=inside | {"row": at}))
            for at, row in enumerate(grid.rows, 1)
        ),
        notes=(*own, *notes),
        header_quote=squeeze(text[grid.header_start : grid.header_end]),
        place=place,
        span=Span(start=start, end=end),
    )


def _grid_row_to_row(text: str, row: GridRow, place: Place) -> Row:
    return Row(cells=row.cells, place=place, span=Span(start=row.start, end=row.end), quote=_quote(text, row))


def _quote(text: str, row: GridRow) -> str:
    """The row's words with a space between cells where they stand in the order of the columns, else as they stand."""
    words = text[row.start : row.end]
    cells = " ".join(cell.text for cell in row.cells if cell.text and not cell.carried)
    return cells if compact(cells) == compact(words) else squeeze(words)
