"""What the columns of a target table say: which hold names, areas or units, and of which year, area and indicator the
number columns are. Knows header words; reads no numbers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.extraction.goal_tables import is_goal_title, is_own_goal, is_refused, states_goals
from corpus.extraction.periods import Time, text_to_time
from corpus.extraction.target_titles import title_tells_more, title_to_subject
from corpus.extraction.target_words import (
    ASIDE,
    BASELINE,
    BRACKET,
    BY_YEAR,
    HEADS,
    MONEY,
    NOT_A_NUMBER,
    PLACES,
    SEQ,
    STAGE,
    UNIT_IN_NAME,
)
from corpus.folding.characters import fold
from corpus.quoting import compact
from corpus.table import Column, Table

__all__ = ["NameOf", "NumberColumn", "TargetLayout", "table_to_layout"]

_UNIT_COLUMN = re.compile(r"^(?:计量)?单位$")
_INDICATOR = re.compile(r"指标|项目$|名称$|类别$|内容$|目标$")
_NAMES = re.compile(r"指标(?!值)|(?:项目|任务|内容|指标|目标)?名称$|(?:主要|建设|工作)?内容$|事项$")
_GROUPS = re.compile(r"领域|类别|类型|分类|维度|方面|板块|时间|年度|年份|方向|一级|级别|层级")
_LEVEL = re.compile(r"^[一二三四]级指标$")
"""Of indicators by levels, the lowest names the row."""
_AREA = re.compile(
    r"^(?:年份|年度|时间)$|属地|地区|区域|县区|区县|街道|镇街|街镇|乡镇|板块|各地|县（市|县\(市|城市|园区|责任单位|单位名称|市县|市（州"
)
_HOLDERS = re.compile(r"^(?:责任|牵头|考核|被考核|承担)?(?:单位|部门)(?:名称)?$")
"""Whose goals a row gives, where another column says which."""
_SCOPE = re.compile(r"^(?:全[国省市区县域]|市本级|[\u4e00-\u9fff]{1,6}[省市区县镇])$")
_YEAR_WORDS = re.compile(
    r"20\d\d年?度?(?:年)?[底末]?(?:[-—–~～至]+20\d\d年?)?(?:目标值?|计划值?|预期值?|规划值?|基期值?|现状值?|实际值?|实绩|完成值?|预计)?"
)
_YEAR = re.compile(r"20\d\d年?度?")
_AIM = re.compile(r"(?<=..)目标值?$")
_OF_STAGES = re.compile(r"^.*(?:季度|月度|半年|分期)(?=累计|完成|进度|计划|目标)")
_PART = re.compile(r"^其中[:：]?")
_SUM = re.compile(
    r"^[一二两三四五六七八九十]?年?(?:合计|累计|总计)(?:新增|新建|增加|建成|完成)?$|^(?:已有|现有|存量|已建成?|新增|净增)(?:数量?)?$"
)
"""How a column counts, which says nothing of what."""
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


def table_to_layout(table: Table) -> TargetLayout | None:
    """How to read the table; None where it is no target table (a project list, awards, a task table)."""
    headers = [compact(column.name) for column in table.columns]
    title = compact("".join((table.caption, *table.place.path[-1:])))
    name = _named_with_units(table) or _name_column(headers)
    if name is None or not states_goals(table, title, headers):
        return None
    holders = range(name) if _named_behind_holders(headers) == name else ()
    unit = next(
        (at for at, header in enumerate(headers) if _UNIT_COLUMN.match(header) and at not in (name, *holders)), None
    )
    year = next((at for at, header in enumerate(headers) if BY_YEAR.match(header) and at != name), None)
    numbers = [
        _number_column(at, column)
        for at, column in enumerate(table.columns)
        if at not in (name, unit, year) and at > name and not NOT_A_NUMBER.search(headers[at])
    ]
    area = next((at for at in holders if PLACES.match(headers[at])), None)
    subject = title_to_subject(table.caption or "".join(table.place.path[-1:]))
    name_of = _name_of(headers[name], numbers, subject)
    if name_of is NameOf.AREA:
        numbers = list(_named_in_full(numbers, subject))
    numbers = list(_by_stage(numbers, subject))
    told = is_goal_title(title) and not title_tells_more(title)
    things = name_of is NameOf.AREA or (title_tells_more(title) and "指标" not in headers[name])
    if is_refused(title + "".join(headers)) or (things and not told):
        numbers = [one for one in numbers if one.time or one.baseline or is_own_goal(one.name)] or numbers
    numbers = [one for one in numbers if not MONEY.search(compact(one.name))]
    return TargetLayout(name_of, name, unit, year, tuple(numbers), area) if numbers else None


def _named_with_units(table: Table) -> int:
    """The column of words that all end in the unit of a number behind them (平均办理时间（天）); 0 for none."""

    def named(at: int) -> bool:
        return len(table.rows) > 1 and all(UNIT_IN_NAME.search(compact(row.cells[at].text)) for row in table.rows)

    return next(filter(named, range(len(table.columns))), 0)


def _name_column(headers: Sequence[str]) -> int | None:
    """The column that names what each row counts: the first that is no number of a row and no group of rows (领域)."""
    if held := _named_behind_holders(headers):
        return held
    if levels := [at for at, header in enumerate(headers) if _LEVEL.match(header)]:
        return levels[-1]
    open_to_it = [at for at, header in enumerate(headers) if not (SEQ.match(header) or _of_areas(headers, at))]
    named = [at for at in open_to_it if not (_GROUPS.search(headers[at]) and not _NAMES.search(headers[at]))]
    grouped = bool(open_to_it) and bool(named) and named[0] != open_to_it[0]
    return named[0] if grouped and _NAMES.search(headers[named[0]]) else next(iter(open_to_it), None)


def _of_areas(headers: Sequence[str], at: int) -> bool:
    """Whether a column gives the years of the areas that the one behind it names (年度 | 县区)."""
    behind = headers[at + 1 : at + 2]
    return BY_YEAR.match(headers[at]) is not None and bool(behind) and _AREA.search(behind[0]) is not None


def _named_behind_holders(headers: Sequence[str]) -> int:
    """The column of indicators behind one of those they are set for (单位 | 考核指标 | 目标值); 0 for none."""
    first = next((at for at, header in enumerate(headers) if not SEQ.match(header)), 0)
    if not (_HOLDERS.match(headers[first]) or PLACES.match(headers[first])):
        return 0
    return next((at for at, header in enumerate(headers) if at > first and re.search(r"指标(?:名称)?$", header)), 0)


def _name_of(header: str, numbers: Sequence[NumberColumn], subject: str) -> NameOf:
    if _AREA.search(header) or PLACES.match(ASIDE.sub("", header)):
        return NameOf.AREA
    unnamed = not any(column.indicator for column in numbers)
    if unnamed and subject and _GROUPS.search(header):
        return NameOf.AREA
    if _INDICATOR.search(header) or not all(column.indicator for column in numbers):
        return NameOf.INDICATOR
    return NameOf.AREA


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
    named: list[NumberColumn] = []
    whole: NumberColumn | None = None
    for one in numbers:
        part = whole is not None and _PART.match(fold(compact(one.name))) is not None
        if whole and part and not one.name.endswith(whole.indicator[-2:]):
            named.append(_part_of(whole, one))
            continue
        if not one.indicator or (subject and _SUM.match(one.indicator)):
            alike = {other.indicator for other in named if other.unit == one.unit and other.time and one.time}
            of = alike.pop() if len(alike) == 1 and not one.indicator else subject
            gained = one.indicator.endswith(("新增", "净增", "有", "存量"))
            thing = _WORK_OF.sub("", of) if gained else of
            whole = replace(one, indicator=f"{thing}{one.indicator}")
        else:
            whole = one
        named.append(whole)
    return iter(named)


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


def _number_column(index: int, column: Column) -> NumberColumn:
    indicator: list[str] = []
    scope, unit, time = None, "", Time()
    for level in (fold(compact(printed)) for printed in column.path):
        time = text_to_time(level) or time
        if match := BRACKET.search(level):
            unit = match.group(1)
        plain = ASIDE.sub("", level)
        words = _AIM.sub("", _YEAR_WORDS.sub("", plain))
        words = _YEAR.sub("", plain) if _COUNTS.fullmatch(words) else words
        if _SCOPE.match(words):
            scope = words
        elif words and words not in HEADS:
            indicator.append(_PART.sub("", words))
    words = fold(compact(column.name))
    counted = _COUNTS.search(words)
    unit = unit or (counted[0] if counted else "")
    return NumberColumn(
        index, column.name, "".join(indicator), _named_time(words, time), scope, unit, bool(BASELINE.search(words))
    )


def _named_time(words: str, time: Time) -> Time:
    """The time, also of a record (截止2022年), whose year a goal would not take."""
    if time:
        return time
    years = re.findall(r"20\d\d", words)
    return Time(year=int(years[-1])) if years else time
