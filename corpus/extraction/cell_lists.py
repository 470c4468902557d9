"""Tables that were printed one cell a line (序号 / 指标 / 预期值 / 1 / …): paragraphs put back into rows.

Knows serial numbers only. What does not run on from 1 in rows of one length is no such table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.document import Block, Document, Heading, Paragraph
from corpus.folding.numerals import numeral_to_int
from corpus.place import Span
from corpus.quoting import compact
from corpus.table import Cell, Column, Row, Table

__all__ = ["CellList", "find_cell_lists", "with_cell_lists"]

_SERIAL = ("序号", "编号")
_LONGEST_CELL = 120
_FEWEST_COLUMNS, _MOST_COLUMNS = 2, 10
_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class CellList:
    """A table of this kind and the paragraphs it is made of."""

    table: Table
    paragraphs: tuple[Paragraph, ...]


def with_cell_lists(document: Document) -> Document:
    """The document with every such list as a table in the place of its paragraphs."""
    found = find_cell_lists(document)
    if not found:
        return document
    first = {id(one.paragraphs[0]): one.table for one in found}
    gone = {id(paragraph) for one in found for paragraph in one.paragraphs[1:]}
    blocks = tuple(first.get(id(block), block) for block in document.blocks if id(block) not in gone)
    return document.model_copy(update={"blocks": blocks})


def find_cell_lists(document: Document) -> list[CellList]:
    """The tables of a document that were printed one cell a line."""
    found: list[CellList] = []
    heading: Heading | None = None
    for is_paragraph, group in groupby(document.blocks, key=lambda block: isinstance(block, Paragraph)):
        run: list[Block] = list(group)
        if is_paragraph:
            found.extend(_in_run([block for block in run if isinstance(block, Paragraph)], heading))
        else:
            heading = next((block for block in reversed(run) if isinstance(block, Heading)), heading)
    return found


def _in_run(run: Sequence[Paragraph], heading: Heading | None) -> list[CellList]:
    starts = [at for at, paragraph in enumerate(run) if compact(paragraph.text) in _SERIAL]
    lists = (_at(run[start:], heading) for start in starts)
    return [one for one in lists if one is not None]


def _at(run: Sequence[Paragraph], heading: Heading | None) -> CellList | None:
    """The list that begins with its 序号, if its rows are numbered from 1 on."""
    width = next((at for at, one in enumerate(run[: _MOST_COLUMNS + 1]) if _number(one) == 1), 0)
    if not _FEWEST_COLUMNS <= width <= _MOST_COLUMNS:
        return None
    rows: list[Sequence[Paragraph]] = []
    while _is_row(row := run[(len(rows) + 1) * width : (len(rows) + 2) * width], width, len(rows) + 1):
        rows.append(row)
    if len(rows) < _FEWEST_ROWS:
        return None
    header = run[:width]
    return CellList(_table(header, rows, heading), tuple(run[: (len(rows) + 1) * width]))


def _is_row(row: Sequence[Paragraph], width: int, serial: int) -> bool:
    short = all(len(one.text) <= _LONGEST_CELL for one in row)
    return len(row) == width and _number(row[0]) == serial and short


def _number(paragraph: Paragraph) -> int | None:
    text = compact(paragraph.text).rstrip(".．、")
    return numeral_to_int(text) if len(text) < len("1000") else None


def _table(header: Sequence[Paragraph], rows: Sequence[Sequence[Paragraph]], heading: Heading | None) -> Table:
    caption = heading.title if heading else ""
    place = header[0].place.model_copy(update={"table": caption or None})
    return Table(
        caption=caption,
        columns=tuple(Column(path=(compact(one.text),)) for one in header),
        rows=tuple(_row(number, row, caption) for number, row in enumerate(rows, 1)),
        header_quote="".join(one.text for one in header),
        place=place,
        span=Span(start=header[0].span.start, end=rows[-1][-1].span.end),
    )


def _row(number: int, cells: Sequence[Paragraph], caption: str) -> Row:
    return Row(
        cells=tuple(Cell(text=one.text) for one in cells),
        place=cells[0].place.model_copy(update={"table": caption or None, "row": number}),
        span=Span(start=cells[0].span.start, end=cells[-1].span.end),
        quote="".join(one.text for one in cells),
    )
