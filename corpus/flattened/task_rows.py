"""Rows of a task table out of its reading: paragraphs split into sub-rows, merged cells carried down.

Knows columns by their kinds; knows nothing of how the reading was found.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.flattened.cells import ParsedRow
from corpus.flattened.costs import run_text
from corpus.flattened.header_words import Kind
from corpus.flattened.paragraphs import tokens_to_paragraphs
from corpus.flattened.task_reading import TaskReading, TaskText
from corpus.grid import GridRow
from corpus.line import Line
from corpus.table import Cell

_SHARED_KINDS = frozenset({Kind.SEQUENCE, Kind.DEADLINE, Kind.UNITS})
"""What sub-rows share with the row above if they print none of their own."""


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A printed row or sub-row: half-open range of its tokens and what they print.

    `texts` are its cells by column, `shared` those that the rows behind it print for it too, `number` the running
    number it bears, if any.
    """

    texts: Mapping[int, str]
    shared: Mapping[int, str]
    first: int
    last: int
    number: int | None


def reading_to_rows(read: TaskReading) -> list[PrintedRow]:
    """The printed rows, cells of several paragraphs split into sub-rows, prose that stands under the table left out."""
    return [row for parsed in _without_trailing_prose(read) for row in _split(parsed, read)]


def rows_to_grid_rows(rows: Sequence[PrintedRow], text: TaskText, lines: Sequence[Line]) -> list[GridRow]:
    """Rows with merged cells carried down, each with its own source lines and offsets."""
    out: list[GridRow] = []
    for index, row in enumerate(rows):
        above = out[-1].cells if out else tuple(Cell(text="") for _ in text.kinds)
        cells = _carry(row, above, text.kinds, lost=_number_lost(rows, index))
        own = text.tokens[row.first : row.last]
        own_lines = tuple(lines[line] for line in sorted({token.line for token in own}))
        out.append(GridRow(cells, own_lines, min(token.start for token in own), max(token.end for token in own)))
    return out


def _without_trailing_prose(read: TaskReading) -> Sequence[ParsedRow]:
    """The rows without last ones that are prose alone, if no other row is: they stand under the table, not in it."""
    rows = list(read.reading.rows)
    while rows and _is_prose_alone(rows[-1], read.text.kinds):
        rows.pop()
    others = any(_is_prose_alone(row, read.text.kinds) for row in rows)
    return read.reading.rows if others or not rows else rows


def _is_prose_alone(row: ParsedRow, kinds: Sequence[Kind]) -> bool:
    return all(kinds[column] is Kind.PROSE for column in row.cells)


def _split(row: ParsedRow, read: TaskReading) -> Iterator[PrintedRow]:
    """The row, or its paragraphs as sub-rows: the first has what stands before the prose, the last what is behind."""
    texts = {column: _text(read, column, a, b) for column, (a, b) in row.cells.items()}
    first, last = min(a for a, _ in row.cells.values()), max(b for _, b in row.cells.values())
    number = next((anchor.value for anchor in read.text.anchors if first <= anchor.token < last), None)
    prose = next((column for column in row.cells if read.text.kinds[column] is Kind.PROSE), None)
    if prose is None:
        yield PrintedRow(texts, {}, first, last, number)
        return
    parts = tokens_to_paragraphs(read.text.tokens, *row.cells[prose], read.layout, prose)
    ends = [*(b for _, b in parts[:-1]), last]
    starts = [first, *ends[:-1]]
    for index, (a, b) in enumerate(parts):
        before = {column: text for column, text in texts.items() if column < prose and index == 0}
        behind = {column: text for column, text in texts.items() if column > prose}
        is_last = index == len(parts) - 1
        own = {**before, prose: _text(read, prose, a, b), **(behind if is_last else {})}
        shared = {} if is_last else behind
        yield PrintedRow(own, shared, starts[index], ends[index], None if index else number)


def _text(read: TaskReading, column: int, first: int, last: int) -> str:
    return run_text(read.text.tokens[first:last], read.text.kinds[column], read.evidence.lexicon)


def _carry(row: PrintedRow, above: tuple[Cell, ...], kinds: Sequence[Kind], *, lost: bool) -> tuple[Cell, ...]:
    """One cell per column. A label behind a newly printed one is not carried: it would belong to the old one."""
    cells: list[Cell] = []
    new_label = False
    for column, kind in enumerate(kinds):
        if column in row.texts:
            cells.append(Cell(text=row.texts[column]))
            new_label = new_label or kind is Kind.LABEL
        elif column in row.shared:
            cells.append(Cell(text=row.shared[column], carried=True))
        elif not new_label and _is_merged(kind, is_sub_row=row.number is None and not lost):
            cells.append(Cell(text=above[column].text, carried=bool(above[column].text)))
        else:
            cells.append(Cell(text=""))
    return tuple(cells)


def _is_merged(kind: Kind, *, is_sub_row: bool) -> bool:
    """Whether a cell of the kind that a row does not print stands in a merged cell above."""
    return kind is Kind.LABEL or (is_sub_row and kind in _SHARED_KINDS)


def _number_lost(rows: Sequence[PrintedRow], index: int) -> bool:
    """Whether a row without a number stands where the running numbers have a hole: it is a row, not a sub-row."""
    if rows[index].number is not None:
        return False
    before = next((row.number for row in reversed(rows[:index]) if row.number is not None), None)
    behind = next((row.number for row in rows[index:] if row.number is not None), None)
    return before is not None and behind is not None and behind > before + 1
