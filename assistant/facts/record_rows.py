"""A table as records: its data rows, what its columns are called, are of and measure. Knows no asks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from assistant.reading.words import fold
from corpus.folding.amounts import cell_to_quantity
from corpus.folding.dates import find_dates
from corpus.folding.numerals import digits_to_int
from corpus.folding.ordinals import ordinal_key
from corpus.folding.units import SCALE, UNIT, unit_family, unit_for_words, units_in_note
from corpus.folding.years import Years, find_years
from corpus.quoting import compact
from corpus.table import Row, Table
from corpus.target import Quantity

_BRACKET = re.compile(r"[(（]([^()（）]{1,8})[)）]")
_NOTE = re.compile(rf"单位[：:]\s?{UNIT}(?:[、，,/]{UNIT}){{0,4}}")
_LISTED_UNITS = re.compile(r"[、，,；;：:]")
_UNIT = re.compile(rf"{SCALE}|[年月分岁]")
_LISTED = re.compile(r"[、，,；;。/]|及(?=[^\W\d]{2})")
_OF_YEAR = frozenset(
    {"", "目标", "目标值", "规划目标", "基数", "实际", "实际值", "实绩", "现状", "现状值", "预期", "指标值", "基期"}
)
"""What a column is called that is told by its year alone."""
_SIDE = re.compile(r"(?<=..)(?:目标|规划|预期|计划|实际|现状|完成)(?:值|数)?$|^(?:计划|预计|实际)(?=..)")
_PART = re.compile(r"^(?:其中)?[:：]|^其中(?=..)")
_ASIDE = re.compile(r"[(（][^()（）]{1,20}[)）]$|^\d{1,2}[.．、]")
_SORT = re.compile(r"(?<=..)(?:自治[州县旗]|[省市区县州镇乡]|街道)$")
_SHORTEST_STEM = 2
_ALL = re.compile(r"(?:合计|总计|小计|全年|累计|[两二三四五]年合计|^全[国省市区县州域镇])$")
EMPTY = frozenset({"", "/", "-", "—"})
"""What is printed in a cell that says nothing."""
SECTION = -1
"""Stands for the heading row above a row, as if it were a column."""


@dataclass(frozen=True, eq=False)
class Record:
    """A data row (or several that print one thing by year or indicator): its cells, the printed heading row above it,
    and its words for finding.
    """

    rows: tuple[Row, ...]
    cells: tuple[str, ...]
    section: str
    own: frozenset[str]

    def text(self, column: int) -> str:
        """A cell, or the heading row above it."""
        return self.section if column == SECTION else self.cells[column]


@dataclass(frozen=True, slots=True)
class Header:
    """The printed name of the column `at`: its words without unit, folded, and the years it is of (目标值 2025年)."""

    at: int
    words: str
    years: tuple[int, ...]

    @property
    def kind(self) -> str:
        """Its words without what tells a goal from what is: 民间投资 of 2024年民间投资 and of 2025年民间投资目标."""
        return _SIDE.sub("", self.words) if self.years else self.words

    @property
    def of_all(self) -> bool:
        """Whether it adds up other columns."""
        return bool(_ALL.search(self.words))


@dataclass(frozen=True, eq=False)
class RecordTable:
    """A table with its data rows (totals and heading rows aside), and which column is what. Made once, it is itself and
    no other: told apart by all its cells, it would cost more than what is looked for.
    """

    document: str
    table: Table
    records: tuple[Record, ...]
    totals: tuple[Record, ...]
    """The rows that print a total, in printed order."""
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
    year: int | None = None
    """The year of its document: that of days without one."""

    @cached_property
    def texts(self) -> tuple[int, ...]:
        """The columns of running words."""
        aside = {self.seq, self.name, *self.categories, *self.numbers}
        return tuple(at for at in range(len(self.table.columns)) if at not in aside)

    @property
    def total(self) -> Record | None:
        """The printed total of all, not of a part (小计)."""
        return next((one for one in self.totals if "小计" not in one.text(self.name)), None)

    def column(self, at: int) -> str:
        """The printed name of a column, without its unit."""
        return self._names[at] if at is not None else ""

    @cached_property
    def headers(self) -> tuple[Header, ...]:
        """The names of all columns that say something of a record."""
        columns = range(len(self.table.columns))
        return tuple(_header(at, self.table.columns[at].path) for at in columns if at not in (self.seq, self.name))

    @cached_property
    def sums(self) -> tuple[int, ...]:
        """The columns of numbers that add up others."""
        return tuple(head.at for head in self.headers if head.of_all and head.at in self.numbers)

    def label(self, at: int) -> str:
        """The name of a column for a sentence, its years in front."""
        head = next((head for head in self.headers if head.at == at), None)
        if head is None or not head.years:
            return self.column(at)
        first, last = head.years[0], head.years[-1]
        return (f"{first}年" if first == last else f"{first}—{last}年") + head.words

    @cached_property
    def bare_names(self) -> tuple[str, ...]:
        """The name of each record without a number before it, brackets behind it, and what sort of place it is."""
        names = (fold(_ASIDE.sub("", self.called(record))) for record in self.records)
        return tuple(_SORT.sub("", name) if len(name) > _SHORTEST_STEM else name for name in names)

    def parts(self, record: "Record", at: int) -> tuple[str, ...]:
        """What a cell lists."""
        return tuple(part for part in _LISTED.split(compact(record.text(at))) if part)

    @cached_property
    def listed(self) -> tuple[tuple[int, str], ...]:
        """What cells of running words list, with their column, each once."""
        every = ((at, part) for at in self.texts for record in self.records for part in self.parts(record, at))
        return tuple(dict.fromkeys(every))

    def unit(self, at: int) -> str:
        """The unit of a column: in brackets behind its name or 增长%, else that of the whole table."""
        return self._units[at]

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(_without_units(compact(column.name), "（{}）") for column in self.table.columns)

    @cached_property
    def _units(self) -> tuple[str, ...]:
        return tuple(map(self._unit, range(len(self.table.columns))))

    def _unit(self, at: int) -> str:
        own = [unit for bracket in _BRACKET.findall(compact(self.table.columns[at].name)) for unit in _units(bracket)]
        units = units_in_note(self.table.unit_note or (_NOTE.search(self.table.caption) or [""])[0])
        if not own and compact(self.table.columns[at].name).endswith(("%", "％")):
            return "%"
        return own[-1] if own else unit_for_words(self.column(at), units)

    def quantity(self, record: Record, at: int) -> Quantity | None:
        """The number that a cell is; None for words and empty cells."""
        named = (_BRACKET.search(compact(record.text(column))) for column in (self.name, *self.categories))
        own = next((found[1] for found in named if found and unit_family(found[1])), "")
        own = record.text(self.units) if self.units is not None else own
        return cell_to_quantity(record.text(at), self.unit(at) or own)

    def day(self, record: Record, at: int) -> date | None:
        """The last day that a cell prints; None for one without."""
        days = find_dates(record.text(at), self.year)
        return days[-1].last if days else None

    def number(self, record: Record) -> int | None:
        """The printed 序号 of a row, however it is written: 3, 三, （3）, ③."""
        return digits_to_int(ordinal_key(record.text(self.seq))) if self.seq is not None else None

    def called(self, record: Record) -> str:
        """What a record is called."""
        return record.text(self.name)

    @property
    def sections(self) -> tuple[str, ...]:
        """The heading rows, in printed order."""
        return tuple(dict.fromkeys(one.section for one in self.records if one.section))

    def grouped(self, records: Iterable[Record], at: int) -> dict[str, list[Record]]:
        """Records by what they say in a column, in printed order."""
        found: dict[str, list[Record]] = {}
        for record in records:
            found.setdefault(record.text(at), []).append(record)
        return found

    def values(self, at: int) -> tuple[str, ...]:
        """The different values of a column, in printed order."""
        return tuple(dict.fromkeys(one.text(at) for one in self.records))


def _units(bracket: str) -> list[str]:
    """The units among what stands in brackets (市区，元/月): those known, or 万."""
    return [part for part in _LISTED_UNITS.split(bracket) if unit_family(part) or _UNIT.fullmatch(part)]


def _without_units(name: str, other: str) -> str:
    """The name of a column; of what stands in brackets only what is no unit, put into `other`."""

    def kept(bracket: re.Match[str]) -> str:
        units = _units(bracket[1])
        rest = "，".join(part for part in _LISTED_UNITS.split(bracket[1]) if part not in units)
        return other.format(rest) if rest else ""

    return bare(_BRACKET.sub(kept, name))


def _header(at: int, path: Sequence[str]) -> Header:
    """A column of several years that differ by nothing else has the same words in each."""
    words, years = "", list[int]()
    for part in path:
        text = fold(_without_units(part, "{}"))
        if found := leading_years(text):
            years += range(found.first, found.last + 1)
            text = text[found.end :]
            text = "" if text in _OF_YEAR else text
        words += text
    return Header(at, words, tuple(years))


def bare(name: str) -> str:
    """A name without what says that it is a part (其中：上级资金)."""
    return _PART.sub("", name)


def leading_years(text: str) -> Years | None:
    """The years that a folded name begins with."""
    found = find_years(text, short=False)
    return found[0] if found and found[0].start == 0 else None
