"""Blank cells that are the lower part of a merged cell, carried down. Knows rows and columns, no lines."""

from collections.abc import Sequence

from corpus.reading.cell_text import is_figure, is_reference_header, is_total
from corpus.table import Cell, Column

__all__ = ["carry_down"]

_FIGURE_SHARE = 0.3


def carry_down(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[tuple[Cell, ...]]:
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
