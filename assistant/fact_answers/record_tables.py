"""Tables of records (lists of projects and the like) and what their columns hold. Knows no questions."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from corpus.facts import Library
from corpus.quoting import compact
from corpus.table import Row, Table

__all__ = ["RecordTable", "cell_number", "record_tables"]

_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,10})?")
_SEQ = re.compile(r"^(?:序号?|编号)$")
_TOTAL = re.compile(r"合计|总计")
_LONGEST_VALUE = 8
_FEW = 12


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A table that is neither of tasks nor of targets: its data rows (totals aside) and what its columns are."""

    document: str
    table: Table
    rows: tuple[Row, ...]
    total: Row | None
    seq: int | None
    name: int
    """The column that names the record."""
    categories: tuple[int, ...]
    """Columns of a few values that come again and again."""
    numbers: tuple[int, ...]

    def text(self, row: Row, column: int) -> str:
        """A cell."""
        return row.cells[column].text

    def values(self, column: int) -> tuple[str, ...]:
        """The distinct values of a column, in printed order."""
        return tuple(dict.fromkeys(self.text(row, column) for row in self.rows))

    def number(self, row: Row) -> int | None:
        """The printed 序号 of a row."""
        text = self.text(row, self.seq) if self.seq is not None else ""
        return int(text) if text.isdigit() else None


def cell_number(text: str) -> Decimal | None:
    """The number that a whole cell is; None for text, / and empty cells."""
    bare = compact(text).replace(",", "")
    return Decimal(bare) if _NUMBER.fullmatch(bare) else None


@lru_cache(maxsize=4)
def record_tables(library: Library) -> tuple[RecordTable, ...]:
    """All tables of records, in document and printed order."""
    found = []
    for document_id, facts in library.facts.items():
        taken = {task.place.table_no for task in facts.tasks} | {target.place.table_no for target in facts.targets}
        for table in library.document(document_id).tables:
            record = _table_to_records(document_id, table) if table.place.table_no not in taken else None
            if record is not None:
                found.append(record)
    return tuple(found)


def _table_to_records(document: str, table: Table) -> RecordTable | None:
    width = len(table.columns)
    rows = tuple(row for row in table.rows if len(row.cells) == width and not _is_total(row))
    if len(rows) < 2 or width < 2:
        return None
    columns = [[row.cells[at].text for row in rows] for at in range(width)]
    seq = next((at for at in range(width) if _SEQ.match(compact(table.columns[at].path[-1]))), None)
    numbers = tuple(at for at in range(width) if at != seq and _is_numeric(columns[at]))
    categories = tuple(at for at in range(width) if at != seq and at not in numbers and _is_category(columns[at]))
    names = [at for at in range(width) if at not in (seq, *numbers, *categories)]
    if not names:
        return None
    total = next((row for row in table.rows if _is_total(row)), None)
    return RecordTable(document, table, rows, total, seq, names[0], categories, numbers)


def _is_total(row: Row) -> bool:
    return any(_TOTAL.search(cell.text) for cell in row.cells[:2])


def _is_numeric(texts: Sequence[str]) -> bool:
    return sum(cell_number(text) is not None for text in texts) * 4 >= 3 * len(texts)


def _is_category(texts: Sequence[str]) -> bool:
    counts = Counter(texts)
    return len(counts) <= min(_FEW, len(texts) // 2) and all(len(text) <= _LONGEST_VALUE for text in counts)
