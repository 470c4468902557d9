"""A page's characters and rules to its parts in order: lines, and the pieces of tables printed on it.

Knows one page at a time; nothing of what tables mean.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.quoting import squeeze
from corpus.reading.glyphs import Glyph
from corpus.reading.pdf_columns import glyphs_to_columns
from corpus.reading.pdf_lines import PrintedLine, glyphs_to_lines
from corpus.reading.pdf_tables import Box
from corpus.reading.ruled import PrintedCell

_SAME_EDGE = 3.0
_LIFT = 0.3
_NO_LINE_MORE = 1.1
_FIGURE_WRAP = re.compile(r"[\d,.\n%％]{2,40}")


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a table on one page. `edges` are its vertical edges from left to right; `lines` are its words as
    lines, for a table that turns out to be none.
    """

    top: float
    edges: tuple[float, ...]
    cells: tuple[PrintedCell, ...]
    lines: tuple[PrintedLine, ...]


def glyphs_to_parts(glyphs: Sequence[Glyph], tables: Sequence[Sequence[Box]]) -> list[PrintedLine | Piece]:
    """Lines and pieces from top to bottom; every character stands in one of them."""
    pieces: list[Piece] = []
    left = list(glyphs)
    for boxes in tables:
        owned = [(_owner(glyph, boxes), glyph) for glyph in left]
        left = [glyph for owner, glyph in owned if owner is None]
        pieces += [_to_piece(boxes, [(owner, glyph) for owner, glyph in owned if owner is not None])]
    return _in_order([glyphs_to_lines(column) for column in glyphs_to_columns(left)], pieces)


def _in_order(columns: Sequence[Sequence[PrintedLine]], pieces: Sequence[Piece]) -> list[PrintedLine | Piece]:
    """The lines of each column from top to bottom, and each piece in the last column that begins above it."""
    parts: list[list[PrintedLine | Piece]] = [list(column) for column in columns] or [[]]
    for piece in pieces:
        above = [at for at, column in enumerate(columns) if column and _top(column[0]) <= piece.top]
        parts[above[-1] if above else 0].append(piece)
    return [part for column in parts for part in sorted(column, key=_top)]


def _top(part: PrintedLine | Piece) -> float:
    return part.top if isinstance(part, Piece) else part.y - part.size / 2


def _owner(glyph: Glyph, boxes: Sequence[Box]) -> int | None:
    """The index of the cell that the middle of a character stands in."""
    x, y = (glyph.x + glyph.right) / 2, glyph.y - _LIFT * glyph.size
    return next((at for at, box in enumerate(boxes) if box.top <= y < box.bottom and box.left <= x < box.right), None)


def _to_piece(boxes: Sequence[Box], owned: Sequence[tuple[int, Glyph]]) -> Piece:
    columns = _edges([edge for box in boxes for edge in (box.left, box.right)])
    rows = _edges([edge for box in boxes for edge in (box.top, box.bottom)])
    words: dict[int, list[Glyph]] = {}
    for owner, glyph in owned:
        words.setdefault(owner, []).append(glyph)
    cells = [_to_cell(box, rows, columns, words.get(at, [])) for at, box in enumerate(boxes)]
    return Piece(
        top=rows[0],
        edges=tuple(columns),
        cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))),
        lines=tuple(glyphs_to_lines([glyph for _, glyph in owned])),
    )


def _edges(values: Sequence[float]) -> list[float]:
    """The different ones among `values`, in order."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > _SAME_EDGE:
            edges.append(value)
    return edges


def _to_cell(box: Box, rows: Sequence[float], columns: Sequence[float], glyphs: Sequence[Glyph]) -> PrintedCell:
    row, column = _index(rows, box.top), _index(columns, box.left)
    lines = glyphs_to_lines(glyphs)
    return PrintedCell(
        text=_words(lines),
        row=row,
        column=column,
        height=max(1, _index(rows, box.bottom) - row),
        width=max(1, _index(columns, box.right) - column),
        full=bool(lines) and box.bottom - lines[-1].y < lines[-1].size * _NO_LINE_MORE,
        cut=box.cut,
    )


def _index(edges: Sequence[float], value: float) -> int:
    return bisect_right(edges, value + _SAME_EDGE / 2) - 1


def _words(lines: Sequence[PrintedLine]) -> str:
    """The words of a cell with its wraps mended; a figure that was wrapped is one figure."""
    text = "\n".join(line.text for line in lines)
    return text.replace("\n", "") if _FIGURE_WRAP.fullmatch(text) else squeeze(text)
