"""What a page break did to a table: is the row above it one with the row below, are two cells one merged cell.

Decided by how the columns are filled elsewhere and by words that are cut. Knows cells, no pages.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from corpus.reading.cell_words import is_figure
from corpus.reading.ruled import PrintedCell

__all__ = ["ColumnHabit", "cells_to_habit", "is_one_cell", "row_goes_on"]

_ENDS = ("。", "；", ";", "！", "？", "：")
_PROSE_SHARE = 0.6
_TAIL_SHARE = 0.5
_REST = re.compile(r"0[0,]{0,12}0")
_PAIRS = ("“”", "（）", "《》", "()")


@dataclass(frozen=True, slots=True)
class ColumnHabit:
    """`merged`: cells of the column cover several rows; `sentences`: they end with a full stop; `length` is usual;
    `repeated`: words that fill several cells; `endings`: the last characters of its cells, where these are few;
    `filled`: no cell of it is blank, but for one at most.
    """

    merged: bool
    sentences: bool
    length: float
    repeated: frozenset[str]
    endings: frozenset[str]
    filled: bool


def cells_to_habit(cells: Sequence[PrintedCell]) -> ColumnHabit:
    """The habit of the column that these cells are the body of."""
    texts = [cell.text for cell in cells if cell.text]
    endings = Counter(text[-1] for text in texts)
    ended = sum(text.endswith(_ENDS) for text in texts)
    return ColumnHabit(
        merged=any(cell.height > 1 for cell in cells),
        sentences=bool(texts) and ended >= len(texts) * _PROSE_SHARE,
        length=median(map(len, texts)) if texts else 0.0,
        repeated=frozenset(text for text, count in Counter(texts).items() if count > 1),
        endings=frozenset(last for last, count in endings.items() if count > 1 and len(endings) * 2 <= len(texts)),
        filled=1 < len(texts) >= len(cells) - 1,
    )


def row_goes_on(
    foot: Mapping[int, PrintedCell], head: Mapping[int, PrintedCell], columns: Mapping[int, ColumnHabit]
) -> bool:
    """Whether the row `foot` of a page and the row `head` of the next are one, by column.

    They are where no rule is drawn between them; where one is, this may be drawn at every page break.
    Figures never go on, but for noughts, which are the rest of one. A row
    without a number, where all others have one, goes on in it the sentence, or the header,
    above. Elsewhere words that go on fill the cell above them, and beyond that either a cell is blank that is filled
    above and in a column without merged cells, or a sentence is cut.
    """
    if all(cell.cut for cell in foot.values()):
        return True
    shared = [(foot.get(column), cell) for column, cell in head.items() if cell.text]
    pairs = [(above, cell) for above, cell in shared if above is not None and above.text]
    if not pairs or len(pairs) < len(shared):
        return False
    if any(_REST.fullmatch(cell.text) and is_figure(above.text) for above, cell in pairs):
        return True
    if any(is_figure(cell.text) and (is_figure(above.text) or cell.column == 0) for above, cell in pairs):
        return False
    blank = [foot[column] for column, cell in head.items() if not cell.text and column in foot]
    missing = {above.column for above in blank if above.text and not columns[above.column].merged}
    cut = any(columns[above.column].sentences and not above.text.endswith(_ENDS) for above, _ in pairs)
    if 0 in missing and columns[0].filled and (cut or all(cell.row == 0 for cell in foot.values())):
        return True
    return all(above.full for above, _ in pairs) and (bool(missing) or cut)


def is_one_cell(above: PrintedCell, below: PrintedCell, column: ColumnHabit) -> bool:
    """Whether two cells on both sides of a page break, in different rows, are one merged cell."""
    if above.width != below.width:
        return False
    if above.cut:
        return True
    if not (column.merged or above.height > 1 or below.height > 1):
        return False
    if not below.text:
        return bool(above.text)
    if not above.text:
        return above.height > 1
    tail = len(below.text) < column.length * _TAIL_SHARE and below.text not in column.repeated
    cut = bool(column.endings) and above.text[-1] not in column.endings
    return above.full and (tail or cut or _is_open(above.text))


def _is_open(text: str) -> bool:
    return any(text.count(pair[0]) > text.count(pair[1]) for pair in _PAIRS)
