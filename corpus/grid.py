"""A table between reading and document: cells and the lines they came from, before it has a place.

Every table reader (tab-separated, flattened, ruled PDF, DOCX, HTML) yields Grids; one builder makes Tables of them.
"""

from dataclasses import dataclass, field

from corpus.line import Line
from corpus.table import Cell, Column


@dataclass(frozen=True, slots=True)
class GridRow:
    """A data row: one cell per column, and the source lines its own (not carried) words stand in."""

    cells: tuple[Cell, ...]
    lines: tuple[Line, ...]
    start: int
    """Offset of the row's first own character in the source text."""
    end: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A whole table, pieces over several pages already stitched and repeated headers dropped.

    `first` and `last` are indexes (inclusive) into the lines the table was found in: those lines belong to the table
    and to nothing else. `header_start`/`header_end` are offsets of the (first) header in the source text.
    """

    caption: str
    unit_note: str | None
    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]
    notes: tuple[str, ...]
    first: int
    last: int
    header_start: int
    header_end: int
    warnings: tuple[str, ...] = ()
    """What looked wrong, for the coverage report, in Chinese."""
    stages: dict[str, object] = field(default_factory=dict)
    """Intermediate results by stage name, for a person who wants to see where a table went wrong."""
