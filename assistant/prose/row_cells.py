"""The cells of a table row that a passage holds, and what the row is called."""

from collections.abc import Sequence

from corpus.document import Document
from corpus.quoting import compact
from indexing.chunk import Chunk

__all__ = ["cells_of", "row_name"]

_LONGEST_NAME = 40


def cells_of(chunk: Chunk, document: Document) -> list[str]:
    """The cells of the row that a passage is; none where it is no row."""
    place, wanted = chunk.place, compact(chunk.text)
    for table in document.tables:
        for row in table.rows:
            if row.place.row == place.row and compact(row.quote) == wanted:
                return [cell.text for cell in row.cells if not cell.carried]
    return []


def row_name(cells: Sequence[str]) -> str:
    """What a row is called: its first cell before the one that is shown that is neither a number nor prose."""
    return next((cell for cell in cells if not cell.isdigit() and 1 < len(cell) <= _LONGEST_NAME), "")
