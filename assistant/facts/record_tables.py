"""Tables of records (lists of projects and the like): their data rows and what their columns hold. Knows no asks."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.reading.words import pairs
from corpus.facts import Library
from corpus.folding.amounts import cell_to_quantity
from corpus.folding.units import unit_family, unit_for_words, units_in_note
from corpus.quoting import compact
from corpus.table import Row, Table
from corpus.target import Quantity

__all__ = ["SECTION", "Record", "RecordTable", "record_tables"]

_SEQ = re.compile(r"^(?:序号?|编号|项次)$")
_UNITS = re.compile(r"^(?:计量)?单位$")
_TOTAL = re.compile(r"合计|总计|小计")
_BRACKET = re.compile(r"[(（]([^()（）]{1,8})[)）]")
_NAMES = re.compile(r"名称|名$|项目$")
_NUMERIC = re.compile(r"\d")
_NUMBERED = re.compile(r"^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s?|[（(]共?\s?\d{1,3}\s?[项个条]?[)）]$")
SECTION = -1
"""Stands for the heading row above a row, as if it were a column."""
_LONGEST_VALUE = 8
_FEW = 12
_NUMBERS_SHARE = 0.75


@dataclass(frozen=True)
class Record:
    """A data row: its cells, the printed heading row above it, and its words for finding."""

    row: Row
    cells: tuple[str, ...]
    section: str
    own: frozenset[str]

    def text(self, column: int) -> str:
        """A cell."""
        return self.cells[column]


@dataclass(frozen=True)
class RecordTable:
    """A table with its data rows (totals and heading rows aside), and which column is what."""

    document: str
    table: Table
    records: tuple[Record, ...]
    total: Row | None
    seq: int | None
    name: int
    """The column that names the record."""
    categories: tuple[int, ...]
    """Columns of a few short values that come again and again."""
    numbers: tuple[int, ...]
    units: int | None
    """The column that prints the unit of each row."""
    plain: bool
    """Whether no tasks and no targets were read from it."""

    @property
    def texts(self) -> tuple[int, ...]:
        """The columns of running words."""
        aside = {self.seq, self.name, *self.categories, *self.numbers}
        return tuple(at for at in range(len(self.table.columns)) if at not in aside)

    @property
    def total_record(self) -> Record | None:
        """The printed total as a row."""
        if self.total is None:
            return None
        return Record(self.total, tuple(cell.text for cell in self.total.cells), "", frozenset())

    def column(self, at: int) -> str:
        """The printed name of a column, without its unit."""
        return _BRACKET.sub("", compact(self.table.columns[at].name)) if at is not None else ""

    def unit(self, at: int) -> str:
        """The unit of a column: in brackets behind its name, else that of the whole table."""
        found = _BRACKET.search(compact(self.table.columns[at].name))
        units = units_in_note(self.table.unit_note or "")
        return found[1] if found and not _NUMERIC.search(found[1]) else unit_for_words(self.column(at), units)

    def quantity(self, record: Record, at: int) -> Quantity | None:
        """The number that a cell is; None for words and empty cells."""
        found = _BRACKET.search(compact(self.called(record)))
        own = found[1] if found and unit_family(found[1]) else ""
        own = record.text(self.units) if self.units is not None else own
        return cell_to_quantity(record.text(at), self.unit(at) or own)

    def number(self, record: Record) -> int | None:
        """The printed 序号 of a row."""
        text = record.text(self.seq) if self.seq is not None else ""
        return int(text) if text.isdigit() else None

    def called(self, record: Record) -> str:
        """What a record is called."""
        return record.text(self.name)

    @property
    def sections(self) -> tuple[str, ...]:
        """The heading rows, in printed order."""
        return tuple(dict.fromkeys(one.section for one in self.records if one.section))

    def values(self, at: int) -> tuple[str, ...]:
        """The different values of a column, in printed order."""
        return tuple(dict.fromkeys(one.text(at) for one in self.records))


@lru_cache(maxsize=4)
def record_tables(library: Library) -> tuple[RecordTable, ...]:
    """All tables that have at least two data rows, in document and printed order."""
    found = []
    for document, facts in library.facts.items():
        places = [*(one.place for one in facts.tasks), *(one.place for one in facts.targets)]
        taken = {place.table_no for place in places if place.row is not None}
        tables = library.document(document).tables
        made = (_to_records(document, table, table.place.table_no not in taken) for table in tables)
        found += [one for one in made if one is not None]
    return tuple(found)


def _to_records(document: str, table: Table, plain: bool) -> RecordTable | None:
    width = len(table.columns)
    records = _records([row for row in table.rows if len(row.cells) == width])
    if len(records) < 2 or width < 2:
        return None
    columns = [[one.text(at) for one in records] for at in range(width)]
    seq = next((at for at in range(width) if _SEQ.match(compact(table.columns[at].path[-1]))), None)
    numbers = tuple(at for at in range(width) if at != seq and _is_numeric(columns[at]))
    categories = [at for at in range(width) if at != seq and at not in numbers and _is_category(columns[at])]
    name = _name(table, columns, [at for at in range(width) if at != seq and at not in numbers], categories)
    if name is None:
        return None
    sums = [one.row for one in records if not compact(one.text(name))]
    records = tuple(one for one in records if compact(one.text(name)))
    total = next((row for row in (*table.rows, *sums) if _is_total(row) or row in sums), None)
    few = tuple(at for at in categories if at != name)
    units = next((at for at in range(width) if _UNITS.match(compact(table.columns[at].path[-1]))), None)
    return RecordTable(document, table, records, total, seq, name, few, numbers, units, plain)


def _records(rows: Sequence[Row]) -> tuple[Record, ...]:
    found, section = [], ""
    for row in rows:
        cells = tuple(cell.text for cell in row.cells)
        if len(cells) > 2 and len({compact(text) for text in cells}) == 1:
            section = _NUMBERED.sub("", compact(cells[0]))
        elif not _is_total(row):
            own = frozenset(pair for text in (*cells, section) for pair in pairs(text))
            found.append(Record(row, cells, section, own))
    return tuple(found)


def _name(table: Table, columns: Sequence[Sequence[str]], text: Sequence[int], categories: Sequence[int]) -> int | None:
    """The first column that is called a name, else the first whose values differ, else the first of words."""
    called = [at for at in text if _NAMES.search(compact(table.columns[at].path[-1])) and at not in categories]
    different = [at for at in text if at not in categories and len(set(columns[at])) * 2 > len(columns[at])]
    return next(iter((*called, *different, *text)), None)


def _is_total(row: Row) -> bool:
    return any(_TOTAL.search(compact(cell.text)) and len(compact(cell.text)) < _LONGEST_VALUE for cell in row.cells[:2])


def _is_numeric(texts: Sequence[str]) -> bool:
    told = [text for text in texts if compact(text) not in {"", "/", "-", "—"}]
    return bool(told) and sum(_is_number(text) for text in told) >= _NUMBERS_SHARE * len(told)


def _is_number(text: str) -> bool:
    return bool(_NUMERIC.search(text)) and cell_to_quantity(text) is not None


def _is_category(texts: Sequence[str]) -> bool:
    counts = Counter(texts)
    return len(counts) <= min(_FEW, len(texts) // 2) and all(len(text) <= _LONGEST_VALUE for text in counts)
