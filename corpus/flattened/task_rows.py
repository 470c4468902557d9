"""Rows of a task table out of a reading: sub-rows split, merged cells carried down, doubts written up.

Knows columns by their kinds; knows nothing of how the reading was found.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.flattened.anchors import Anchor
from corpus.flattened.cell_costs import is_deadline
from corpus.flattened.cells import ParsedRow, Reading
from corpus.flattened.costs import run_text
from corpus.flattened.header_words import Kind
from corpus.flattened.layout import Layout
from corpus.flattened.paragraphs import tokens_to_paragraphs
from corpus.flattened.tokens import Token
from corpus.flattened.unit_grammar import Lexicon, name_cost, text_to_names
from corpus.grid import GridRow
from corpus.line import Line
from corpus.table import Cell

__all__ = ["PrintedRow", "reading_to_rows", "rows_to_grid_rows", "rows_to_warnings", "without_trailing_prose"]

_DOUBTFUL = 1.5
_ENDS = ("。", "；", "！", "？", "”", "）", ";")
_UNENDED = "没有句末标点，可能没有写完"


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


def without_trailing_prose(reading: Reading, kinds: Sequence[Kind]) -> Reading:
    """The reading without last rows that are prose alone, if no other row is: they stand under the table, not in it."""
    rows = list(reading.rows)
    while rows and _is_prose_alone(rows[-1], kinds):
        rows.pop()
    if not rows or len(rows) == len(reading.rows) or any(_is_prose_alone(row, kinds) for row in rows):
        return reading
    return Reading(tuple(rows), max(b for _, b in rows[-1].cells.values()), reading.cost)


def reading_to_rows(
    parsed: Sequence[ParsedRow],
    tokens: Sequence[Token],
    kinds: Sequence[Kind],
    anchors: Sequence[Anchor],
    lexicon: Lexicon,
    layout: Layout,
) -> list[PrintedRow]:
    """The printed rows, cells of several paragraphs split into sub-rows."""
    numbers = {anchor.token: anchor.value for anchor in anchors}
    return [row for each in parsed for row in _split(each, tokens, kinds, numbers, lexicon, layout)]


def rows_to_grid_rows(
    rows: Sequence[PrintedRow], tokens: Sequence[Token], kinds: Sequence[Kind], lines: Sequence[Line]
) -> list[GridRow]:
    """Rows with merged cells carried down, each with its own source lines and offsets."""
    out: list[GridRow] = []
    above: tuple[Cell, ...] | None = None
    for index, row in enumerate(rows):
        cells = _carry(row, above, kinds, lost=_number_lost(rows, index))
        own = tokens[row.first : row.last]
        own_lines = tuple(lines[line] for line in sorted({token.line for token in own}))
        out.append(GridRow(cells, own_lines, own[0].start, own[-1].end))
        above = cells
    return out


def rows_to_warnings(
    grid_rows: Sequence[GridRow], names: Sequence[str], kinds: Sequence[Kind], lexicon: Lexicon
) -> list[str]:
    """What looks wrong in the cells, in Chinese: nothing read, no unit name, no date, a sentence without its end."""
    proses = [row.cells[column].text for row in grid_rows for column, kind in enumerate(kinds) if kind is Kind.PROSE]
    uses_stops = 2 * sum(_is_ended(text) for text in proses) > len(proses)
    columns = zip(names, kinds, zip(*(row.cells for row in grid_rows), strict=True), strict=True)
    unused = {name: kind for name, kind, cells in columns if not any(cell.text for cell in cells)}
    return [f"“{name}”一列是空的" for name, kind in unused.items() if kind is not Kind.NOTE] + [
        f"第{number}行“{name}”{doubt}"
        for number, row in enumerate(grid_rows, 1)
        for name, kind, cell in zip(names, kinds, row.cells, strict=True)
        if not cell.carried
        if name not in unused
        for doubt in _doubts(kind, cell.text, lexicon)
        if uses_stops or doubt != _UNENDED
    ]


def _is_prose_alone(row: ParsedRow, kinds: Sequence[Kind]) -> bool:
    return all(kinds[column] is Kind.PROSE for column in row.cells)


def _split(
    row: ParsedRow,
    tokens: Sequence[Token],
    kinds: Sequence[Kind],
    numbers: Mapping[int, int],
    lexicon: Lexicon,
    layout: Layout,
) -> Iterator[PrintedRow]:
    texts = {column: run_text(tokens[a:b], kinds[column], lexicon) for column, (a, b) in row.cells.items()}
    first, last = min(a for a, _ in row.cells.values()), max(b for _, b in row.cells.values())
    number = next((numbers[a] for a, _ in row.cells.values() if a in numbers), None)
    prose = next((column for column in row.cells if kinds[column] is Kind.PROSE), None)
    parts = tokens_to_paragraphs(tokens, *row.cells[prose], layout, prose) if prose is not None else []
    if prose is None or len(parts) < 2:
        yield PrintedRow(texts, {}, first, last, number)
        return
    behind = {column: text for column, text in texts.items() if column > prose}
    before = {column: text for column, text in texts.items() if column < prose}
    for index, (a, b) in enumerate(parts):
        is_last = index == len(parts) - 1
        own = {
            **({} if index else before),
            prose: run_text(tokens[a:b], Kind.PROSE, lexicon),
            **(behind if is_last else {}),
        }
        yield PrintedRow(
            own, {} if is_last else behind, a if index else first, last if is_last else b, None if index else number
        )


def _carry(row: PrintedRow, above: tuple[Cell, ...] | None, kinds: Sequence[Kind], *, lost: bool) -> tuple[Cell, ...]:
    """One cell per column. A label behind a newly printed one is not carried: it would belong to the old one."""
    cells: list[Cell] = []
    fresh = False
    for column, kind in enumerate(kinds):
        text = row.texts.get(column)
        if text is not None:
            cells.append(Cell(text=text))
            fresh = fresh or kind is Kind.LABEL
        elif column in row.shared:
            cells.append(Cell(text=row.shared[column], carried=True))
        elif above is not None and not fresh and _is_merged(kind, row.number is None, lost):
            cells.append(Cell(text=above[column].text, carried=bool(above[column].text)))
        else:
            cells.append(Cell(text=""))
    return tuple(cells)


def _is_merged(kind: Kind, is_sub_row: bool, lost: bool) -> bool:
    """Whether a cell of the kind that a row does not print stands in a merged cell above."""
    if kind is Kind.LABEL:
        return True
    return is_sub_row and not lost and kind in (Kind.SEQUENCE, Kind.DEADLINE, Kind.UNITS)


def _number_lost(rows: Sequence[PrintedRow], index: int) -> bool:
    """Whether a row without a number stands where the running numbers have a hole: it is a row, not a sub-row."""
    if rows[index].number is not None:
        return False
    before = next((row.number for row in reversed(rows[:index]) if row.number is not None), None)
    behind = next((row.number for row in rows[index:] if row.number is not None), None)
    return before is not None and behind is not None and behind > before + 1


def _doubts(kind: Kind, text: str, lexicon: Lexicon) -> Iterator[str]:
    if not text:
        if kind is not Kind.NOTE:
            yield "没有读出"
    elif kind is Kind.UNITS:
        yield from (f"的“{name}”不像单位名" for name in text_to_names(text) if name_cost(name, lexicon) >= _DOUBTFUL)
    elif kind is Kind.DEADLINE and not is_deadline(text):
        yield f"的“{text}”不像时限"
    elif kind is Kind.PROSE and not _is_ended(text):
        yield _UNENDED


def _is_ended(text: str) -> bool:
    return text.endswith(_ENDS)
