"""Tables of records (lists of projects and the like): which rows are data, which column is what. Knows no asks."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.facts.record_rows import EMPTY, Record, RecordTable, leading_years
from assistant.reading.words import fold, pairs_of
from corpus.extraction.periods import own_year
from corpus.facts import Library
from corpus.folding.amounts import cell_to_quantity
from corpus.quoting import compact
from corpus.table import Column, Row, Table

_SEQ = re.compile(r"^(?:序号?|编号|项次)$")
_UNITS = re.compile(r"^(?:计量)?单位$")
_TOTAL = re.compile(r"合计|总计|小计")
_WHOLE = re.compile(r"全[市区县省州]")
_NAMES = re.compile(r"名称|名$|项目$")
_NUMERIC = re.compile(r"\d")
_NUMBERED = re.compile(r"^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s?|[（(]共?\s?\d{1,3}\s?[项个条]?[)）]$")
_LONGEST_VALUE = 8
_LONGEST_CATEGORY = 20
_FEW = 12
_NUMBERS_SHARE = 0.75


@lru_cache(maxsize=4)
def record_tables(library: Library) -> tuple[RecordTable, ...]:
    """All tables that have at least two data rows, in document and printed order."""
    found = []
    for document, facts in library.facts.items():
        places = [*(one.place for one in facts.tasks), *(one.place for one in facts.targets)]
        taken = {place.table_no for place in places if place.row is not None}
        year = own_year(library.document(document))
        tables = library.document(document).tables
        made = (_to_records(document, table, table.place.table_no not in taken) for table in tables)
        found += [replace(_turned(one), year=year) for one in made if one is not None]
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
    words = [at for at in range(width) if at != seq and at not in numbers]
    behind = [at for at in words if numbers and at > max(numbers)]  # what stands behind all numbers names no row
    name = _name(table, columns, words, (*categories, *behind))
    if name is None:
        return None
    sums = [one for one in records if not compact(one.text(name))]
    records = tuple(one for one in records if compact(one.text(name)))
    totals = [*(_record(row, "") for row in table.rows if _is_total(row) and len(row.cells) == width), *sums]
    few = tuple(at for at in categories if at != name)
    units = next((at for at in range(width) if _UNITS.match(compact(table.columns[at].path[-1]))), None)
    return RecordTable(document, table, records, tuple(totals), seq, name, few, numbers, units, plain)


def _records(rows: Sequence[Row]) -> tuple[Record, ...]:
    found, section = [], ""
    for row in rows:
        cells = tuple(cell.text for cell in row.cells)
        if len(cells) > 2 and len({compact(text) for text in cells}) == 1:
            section = _NUMBERED.sub("", compact(cells[0]))
        elif not _is_total(row):
            found.append(_record(row, section))
    return tuple(found)


def _record(row: Row, section: str) -> Record:
    return _record_of((row,), tuple(cell.text for cell in row.cells), section)


def _record_of(rows: Sequence[Row], cells: tuple[str, ...], section: str) -> Record:
    """A record of these rows, found by all that its cells say."""
    return Record(tuple(rows), cells, section, pairs_of((*cells, section)))


def _name(table: Table, columns: Sequence[Sequence[str]], text: Sequence[int], aside: Sequence[int]) -> int | None:
    """The first column that is called a name, else the first whose values differ, else the first of words."""
    called = [at for at in text if _NAMES.search(compact(table.columns[at].path[-1])) and at not in aside]
    different = [at for at in text if at not in aside and len(set(columns[at])) * 2 > len(columns[at])]
    return next(iter((*called, *different, *text)), None)


def _is_total(row: Row) -> bool:
    first = [compact(cell.text) for cell in row.cells[:2]]
    whole = first and _WHOLE.fullmatch(first[0])
    return bool(whole) or any(_TOTAL.search(text) and len(text) < _LONGEST_VALUE for text in first)


def _is_numeric(texts: Sequence[str]) -> bool:
    told = [text for text in texts if compact(text) not in EMPTY]
    return bool(told) and sum(_is_number(text) for text in told) >= _NUMBERS_SHARE * len(told)


def _is_number(text: str) -> bool:
    return bool(_NUMERIC.search(text)) and cell_to_quantity(text) is not None


def _is_category(texts: Sequence[str]) -> bool:
    counts = Counter(texts)
    return len(counts) <= min(_FEW, len(texts) // 2) and all(len(text) <= _LONGEST_CATEGORY for text in counts)


def _turned(one: RecordTable) -> RecordTable:
    """A table that prints each name once for every year or indicator, turned: a record for each name, a column for each
    of these and each number; any other as it is.
    """
    others = {one.seq, one.name, *one.numbers}
    keys = [at for at in range(len(one.table.columns)) if at not in others]
    if len(keys) != 1 or not one.numbers or not _turns(one, keys[0]):
        return one
    key, seen = keys[0], list(dict.fromkeys(record.text(keys[0]) for record in one.records))
    last = all(leading_years(fold(value)) for value in seen)  # years stand behind the name of a number, others before
    paths = [((value,), one.table.columns[at].path) for value in seen for at in one.numbers]
    columns = [Column(path=(*path, *value) if last else (*value, *path)) for value, path in paths]
    table = one.table.model_copy(update={"columns": (one.table.columns[one.name], *columns)})
    records, totals = (
        tuple(_joined(rows, one, key, seen) for rows in one.grouped(some, one.name).values())
        for some in (one.records, one.totals)
    )
    numbers = tuple(range(1, len(columns) + 1))
    return RecordTable(one.document, table, records, totals, None, 0, (), numbers, None, one.plain)


def _turns(one: RecordTable, key: int) -> bool:
    """Whether most names stand several times, never twice with the same year or indicator."""
    named = one.grouped(one.records, one.name).values()
    again = sum(len(rows) > 1 for rows in named)
    once = all(len({row.text(key) for row in rows}) == len(rows) for rows in named)
    return len(named) > 1 and once and again >= _NUMBERS_SHARE * len(named) and len(one.values(key)) <= _FEW


def _joined(rows: Sequence[Record], one: RecordTable, key: int, seen: Sequence[str]) -> Record:
    by_key = {row.text(key): row for row in rows}
    cells = [by_key[value].text(at) if value in by_key else "" for value in seen for at in one.numbers]
    return _record_of(
        [row for record in rows for row in record.rows], (rows[0].text(one.name), *cells), rows[0].section
    )
