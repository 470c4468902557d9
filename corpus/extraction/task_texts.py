"""Which columns of a table tell what a task is: its group, its name and what is to be done. Knows what columns hold."""

from collections.abc import Sequence

from corpus.extraction.column_kinds import ColumnKind
from corpus.extraction.deadlines import deadline_from_text
from corpus.folding.amounts import cell_to_quantity
from corpus.quoting import compact
from corpus.table import Table
from corpus.task import DeadlineKind

__all__ = ["holds_numbers", "telling_columns"]

_WORDS = (ColumnKind.TEXT, ColumnKind.GOAL)
"""What may say what is to be done where no column is of that alone (目标任务, 主要做法)."""
_MOST = 0.7


def telling_columns(table: Table, kinds: Sequence[ColumnKind], units: int) -> tuple[int, ...]:
    """The columns to tell a task by, what is to be done last. `units` is the first column of who does it, which may
    stand before all that is told of the work.
    """
    names = [at for at, kind in enumerate(kinds) if kind is ColumnKind.NAME]
    works = [at for at, kind in enumerate(kinds) if kind is ColumnKind.TODO]
    works = [at for at in works if at < units] or works
    last = names[-1] + 1 if names else 0
    behind = range(last, units if last <= units else len(kinds))
    works = works or [at for at in behind if kinds[at] in _WORDS and _holds_words(table, at)]
    told = (*names, *works[: 1 if names else 2])
    groups = [at for at, kind in enumerate(kinds) if kind is ColumnKind.GROUP and at < min(told, default=0)]
    return (*groups[-1:], *told)[-3:] if told else ()


def _holds_words(table: Table, column: int) -> bool:
    """Whether a column says something of nearly every row: neither numbers nor times."""
    cells = [cell for row in table.rows if (cell := compact(row.cells[column].text))]
    if len(cells) < _MOST * len(table.rows) or holds_numbers(table, column):
        return False
    return any(deadline_from_text(cell).kind is DeadlineKind.UNKNOWN for cell in cells)


def holds_numbers(table: Table, column: int) -> bool:
    """Whether a column says how much (总投资) rather than what is to be done."""
    cells = [cell for row in table.rows if (cell := compact(row.cells[column].text).strip("-—－/"))]
    return bool(cells) and all(cell_to_quantity(cell) is not None for cell in cells)
