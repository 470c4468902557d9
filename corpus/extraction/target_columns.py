"""What the columns of a target table say: which names the rows, and of which year, area and indicator the number
columns are. What each holds, `column_kinds` tells; reads no numbers.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.extraction.column_kinds import ColumnKind
from corpus.extraction.periods import Time, text_to_time
from corpus.extraction.target_words import ASIDE, BRACKET, HEADS, STAGE, UNIT_IN_NAME, title_to_subject
from corpus.folding.characters import fold
from corpus.quoting import compact
from corpus.table import Column, Table

_NAMES = (
    ColumnKind.NAME,
    ColumnKind.TODO,
    ColumnKind.PLACE,
    ColumnKind.YEAR,
    ColumnKind.GROUP,
    ColumnKind.LEAD,
    ColumnKind.RESPONSIBLE,
)
"""Columns that can name a row, the more telling first."""
_HOLDERS = (ColumnKind.GROUP, ColumnKind.LEAD, ColumnKind.RESPONSIBLE)
"""Whose numbers a row gives, where the title says of what."""
_INDICATOR = re.compile(r"指标|项目$|内容$|目标$|任务$|事项$")
_SCOPE = re.compile(r"^(?:全[国省市区县域]|市本级|[\u4e00-\u9fff]{1,6}(?:[省市县镇]|(?<![社小园校景库片])区))$")
_YEAR_WORDS = re.compile(
    r"20\d\d年?度?(?:年)?[底末]?(?:[-—–~～至]+20\d\d年?)?(?:目标值?|计划值?|预期值?|规划值?|基期值?|现状值?|实际值?|实绩|完成值?|预计)?"
)
_YEAR = re.compile(r"20\d\d年?度?")
_AIM = re.compile(r"(?<=..)目标值?$")
_OF_STAGES = re.compile(r"^.*(?:季度|月度|半年|分期)(?=累计|完成|进度|计划|目标)")
_RATE = re.compile(r"([%‰])$")
_PART = re.compile(r"^其中[:：]?")
_SUM = re.compile(
    r"^[一二两三四五六七八九十]?年?(?:合计|累计|总计)(?:新增|新建|增加|建成|完成)?$"
    r"|^(?:已有|现有|存量|已建成?|(?:计划|拟)?(?:新增|净增|新建))(?:数量?|计划|任务|目标)?$"
)
"""How a column counts, which says nothing of what."""
_MEASURE = re.compile(
    r"(?:计划|目标|任务|规划)?(?:播种|种植|养殖|建设|改造|收储|供应)?(?:总?面积|产量|产能|产值|投资|里程|数量|用量|金额|收入)$"
)
_WORK_OF = re.compile(r"(?<=..)(?:建设|培育|发展|新增)$")
_COUNTS = re.compile(r"(?:批|人|场|件|户|班|台|车)次$")
"""The last words of a header that are the unit of its numbers (计划批次)."""


class NameOf(StrEnum):
    """What the first words of each row name: the indicator (years across) or the area (indicators across)."""

    INDICATOR = "indicator"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """A column of numbers: empty `indicator` where the row names it, None for what the header does not say."""

    index: int
    name: str
    indicator: str
    time: Time
    scope: str | None
    unit: str
    baseline: bool


@dataclass(frozen=True, slots=True)
class TargetLayout:
    """A target table's columns: the one that names the row, the printed units, the row's year, and the numbers."""

    name_of: NameOf
    name: int
    unit: int | None
    year: int | None
    numbers: tuple[NumberColumn, ...]
    area: int | None = None
    """The column of places that stands before the indicators (县区 | 指标 | 2025年目标)."""


def table_to_layout(table: Table, kinds: Sequence[ColumnKind]) -> TargetLayout | None:
    """How to read the table by what its columns hold; None where none holds goals."""
    numbers = [
        _number_column(at, column, kinds[at])
        for at, column in enumerate(table.columns)
        if kinds[at] in (ColumnKind.GOAL, ColumnKind.BASE)
    ]
    name = _named_with_units(table) or _finest(kinds, _NAMES)
    if name is None or ColumnKind.GOAL not in kinds:
        return None
    subject = title_to_subject(table.caption or "".join(table.place.path[-1:]))
    name_of = _name_of(compact(table.columns[name].name), kinds[name], numbers, subject)
    if name_of is NameOf.AREA:
        numbers = list(_named_in_full(numbers, subject))
    unit, year, area = (_finest(kinds, (kind,)) for kind in (ColumnKind.UNIT, ColumnKind.YEAR, ColumnKind.PLACE))
    return TargetLayout(
        name_of,
        name,
        unit,
        year if year != name else None,
        tuple(_by_stage(numbers, subject)),
        area if area != name else None,
    )


def _finest(kinds: Sequence[ColumnKind], wanted: Sequence[ColumnKind]) -> int | None:
    """The finest column of the first kind that there is one of: the last (片区 | 街道)."""
    finest = {kind: at for at, kind in enumerate(kinds)}
    return next((finest[kind] for kind in wanted if kind in kinds), None)


def _named_with_units(table: Table) -> int:
    """The column of words that all end in the unit of a number behind them (平均办理时间（天）); 0 for none."""

    def named(at: int) -> bool:
        return len(table.rows) > 1 and all(UNIT_IN_NAME.search(compact(row.cells[at].text)) for row in table.rows)

    return next(filter(named, range(len(table.columns))), 0)


def _name_of(header: str, kind: ColumnKind, numbers: Sequence[NumberColumn], subject: str) -> NameOf:
    """Whether rows name what is counted, or whose numbers stand in columns that say by themselves what they count."""
    if kind in (ColumnKind.PLACE, ColumnKind.YEAR):
        return NameOf.AREA
    counted = [_counts(column, numbers) for column in numbers if not column.baseline]
    if not any(counted):
        return NameOf.AREA if subject and kind in _HOLDERS else NameOf.INDICATOR
    return NameOf.AREA if all(counted) and not _INDICATOR.search(header) else NameOf.INDICATOR


def _counts(column: NumberColumn, numbers: Sequence[NumberColumn]) -> bool:
    """Whether a column says what it counts, or leaves that to one of another time (2023年碳排放 | 2027年目标)."""
    if column.indicator:
        return not STAGE.match(column.indicator)
    beside = {one.indicator for one in numbers if one.baseline and one.unit == column.unit != "" and one.time}
    return (
        column.time.last is not None and len(beside) == 1 and not any(not name or _SUM.match(name) for name in beside)
    )


def _by_stage(numbers: Sequence[NumberColumn], subject: str) -> Iterator[NumberColumn]:
    """Columns of parts of the year with what the title says of them (季度累计完成比例: 一季度累计完成比例)."""
    measured = _OF_STAGES.sub("", subject)
    for one in numbers:
        staged = measured != subject and STAGE.match(one.indicator)
        yield replace(one, indicator=f"{one.indicator}{measured}") if staged else one


def _named_in_full(numbers: Sequence[NumberColumn], subject: str) -> Iterator[NumberColumn]:
    """Columns beside names of areas, each with what it is a part of (计划批次 | 其中县级) or has in common with those
    before it (2024年进出口 | 2025年目标), else with what the table is about.
    """
    dated: defaultdict[str, set[str]] = defaultdict(set)  # what columns of some time count, by their unit
    whole: NumberColumn | None = None
    for one in numbers:
        part = whole is not None and _PART.match(fold(compact(one.name))) is not None
        if whole and part and not one.name.endswith(whole.indicator[-2:]):
            found = _part_of(whole, one)
        elif not one.indicator or (subject and _SUM.match(one.indicator)):
            alike = dated[one.unit] if one.time else set()
            of = next(iter(alike)) if len(alike) == 1 and not one.indicator else subject
            gained = one.indicator.endswith(("新增", "净增", "有", "存量"))
            thing = _WORK_OF.sub("", of) if gained else of
            found = whole = replace(one, indicator=f"{thing}{one.indicator}" or ASIDE.sub("", fold(compact(one.name))))
        else:
            found = whole = _measured(one, subject)
        if found.time:
            dated[found.unit].add(found.indicator)
        yield found


def _measured(column: NumberColumn, subject: str) -> NumberColumn:
    """A column that names a thing (早稻) with the measure that the title gives of all (各乡镇计划面积)."""
    own = column.unit or _MEASURE.search(column.indicator) is not None
    return column if own or not _MEASURE.fullmatch(subject) else replace(column, indicator=column.indicator + subject)


def _part_of(whole: NumberColumn, part: NumberColumn) -> NumberColumn:
    """A column of a part with the time and the unit of the whole, and its name where it has no unit of its own."""
    words = part.indicator or part.scope or ""
    return replace(
        part,
        indicator=words if part.unit else f"{words}{whole.indicator}",
        scope=None,
        time=part.time or whole.time,
        unit=part.unit or whole.unit,
    )


def _number_column(index: int, column: Column, kind: ColumnKind) -> NumberColumn:
    indicator: list[str] = []
    scope, unit, time = None, "", Time()
    for level in (fold(compact(printed)) for printed in column.path):
        time = text_to_time(level) or time
        if match := BRACKET.search(level) or _RATE.search(level):
            unit = match.group(1)
        plain = ASIDE.sub("", level)
        words = _AIM.sub("", _YEAR_WORDS.sub("", plain))
        words = _YEAR.sub("", plain) if _COUNTS.fullmatch(words) else words
        if _SCOPE.match(words):
            scope = words
        elif words and not HEADS.match(words):
            indicator.append(_PART.sub("", words))
    words = fold(compact(column.name))
    counted = _COUNTS.search(words)
    unit = unit or (counted[0] if counted else "")
    return NumberColumn(
        index, column.name, "".join(indicator), _named_time(words, time), scope, unit, kind is ColumnKind.BASE
    )


def _named_time(words: str, time: Time) -> Time:
    """The time, also of a record (截止2022年), whose year a goal would not take."""
    if time:
        return time
    years = re.findall(r"20\d\d", words)
    return Time(year=int(years[-1])) if years else time
