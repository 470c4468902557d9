"""What the columns of a target table say: which hold names, areas or units, and of which year, area and indicator the
number columns are. Knows header words; reads no numbers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.extraction.indicators import is_flow
from corpus.extraction.periods import Time, text_to_time
from corpus.folding.characters import fold
from corpus.folding.units import UNIT
from corpus.quoting import compact
from corpus.table import Column, Table

__all__ = ["NameOf", "NumberColumn", "TargetLayout", "table_to_layout"]

_NO_TARGETS = re.compile(r"项目清单|项目表|项目名称|名单|评分|评价标准|奖励|补贴|收费|价格|成员")
_TARGETS = re.compile(r"目标|指标|任务分解|计划表|年度计划")
_SEQ = re.compile(r"^(?:序号?|编号)$")
_UNIT_COLUMN = re.compile(r"^(?:计量)?单位$")
_INDICATOR = re.compile(r"指标|项目$|名称$|类别$|内容$|目标$")
_NAMES = re.compile(r"指标(?!值)|(?:项目|任务|内容|指标|目标)?名称$|(?:主要|建设|工作)?内容$|事项$")
_GROUPS = re.compile(r"领域|类别|类型|分类|维度|方面|板块|时间|年度|年份|方向|一级")
_LEVEL = re.compile(r"^[一二三四]级指标$")
"""Of indicators by levels, the lowest names the row."""
_AREA = re.compile(
    r"^(?:年份|年度|时间)$|属地|地区|区域|县区|区县|街道|镇街|街镇|乡镇|板块|各地|县（市|县\(市|城市|园区|责任单位|单位名称|市县|市（州"
)
_PLACES = re.compile(
    r"^(?:各|所在)?[省市州盟县区旗镇乡村街道社场园（()）、/]{1,12}(?:名称)?$|^(?:地区|区域|属地|板块)(?:名称)?$"
)
_HOLDERS = re.compile(r"^(?:责任|牵头|考核|被考核|承担)?(?:单位|部门)(?:名称)?$")
"""Whose goals a row gives, where another column says which."""
_NOT_A_NUMBER = re.compile(
    r"备注|权重|分值|得分|计分|属性|说明|责任|牵头|依据|来源|序号|编号|领域|时间$|时限|期限|部门|单位$|类型"
    r"|比20\d\d年(?:累计)?(?:增|提|变)"
)
_BASELINE = re.compile(
    r"现状|基期|基准|实际|实绩|完成(?:值|数|情况)?$|完成(?=[（(])|执行(?:数|情况)?$|预计数?$|截[止至]|当前|现有"
)
_SCOPE = re.compile(r"^(?:全[国省市区县域]|市本级|[\u4e00-\u9fff]{1,6}[省市区县镇])$")
_BRACKET = re.compile(
    rf"[（(]\s*({UNIT}|万方|(?!实际|预计|预期|目标|现状|基期|计划|完成|累计)[\u4e00-\u9fff]{{1,2}})\s*[)）]"
)
_ASIDE = re.compile(r"[（(][^（()）]{1,20}[)）]")
_YEAR_WORDS = re.compile(
    r"20\d\d年?度?(?:年)?[底末]?(?:[-—–~～至]+20\d\d年?)?(?:目标值?|计划值?|预期值?|规划值?|基期值?|现状值?|实际值?|实绩|完成值?|预计)?"
)
_YEAR_ALONE = re.compile(r"^20\d\d年?度?(?:[底末])?$")
_BY_YEAR = re.compile(r"^(?:年份|年度|时间|目标年[份度]?|计划年[份度]?)$")
_PART = re.compile(r"^其中[:：]?")
_HEADS = frozenset(
    (
        "时间",
        "年度",
        "年份",
        "目标",
        "目标值",
        "指标",
        "指标值",
        "数值",
        "规划目标",
        "规划值",
        "预期目标",
        "预期值",
        "计划值",
        "现状",
        "现状值",
        "基期",
        "基期值",
        "基准值",
        "基数",
        "完成",
        "完成数",
        "完成值",
        "实际值",
        "计划",
        "计划数",
        "目标数",
        "预期",
        "年度目标",
        "工作目标",
        "目标任务",
        "任务目标",
        "年度目标任务",
        "全年目标",
    )
)


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
    words = title + "".join(headers)
    stated = _TARGETS.search(words) or _is_by_year(table, headers) or _is_of_places(title, headers)
    if _NO_TARGETS.search(words) or not stated:
        return None
    name = _name_column(headers)
    if name is None:
        return None
    holders = range(name) if _named_behind_holders(headers) == name else ()
    unit = next((at for at, header in enumerate(headers) if _UNIT_COLUMN.match(header) and at not in holders), None)
    year = next((at for at, header in enumerate(headers) if _BY_YEAR.match(header) and at != name), None)
    numbers = tuple(
        _number_column(at, column)
        for at, column in enumerate(table.columns)
        if at not in (name, unit, year) and at > name and not _NOT_A_NUMBER.search(headers[at])
    )
    area = next((at for at in holders if _PLACES.match(headers[at])), None)
    return TargetLayout(_name_of(headers[name], numbers), name, unit, year, numbers, area) if numbers else None


def _is_by_year(table: Table, headers: Sequence[str]) -> bool:
    """Whether the rows are years and the columns amounts of work (年份 | 新增面积（万平方米）): plans for each."""
    years = [compact(row.cells[0].text) for row in table.rows]
    named = len(years) > 1 and all(map(_YEAR_ALONE.match, years)) and _BY_YEAR.match(headers[0]) is not None
    return named and all(is_flow(header) and not _BASELINE.search(header) for header in headers[1:])


def _is_of_places(title: str, headers: Sequence[str]) -> bool:
    """Whether a table of tasks (各街道建设任务表) gives places so many of what its columns name with units."""
    named, *others = [header for header in headers if not _SEQ.match(header)] or [""]
    counted = len(others) > 0 and all(_BRACKET.search(fold(header)) for header in others if header != "备注")
    return "任务" in title and _PLACES.match(named) is not None and counted


def _name_column(headers: Sequence[str]) -> int | None:
    """The column that names what each row counts: the first that is no number of a row and no group of rows (领域)."""
    if held := _named_behind_holders(headers):
        return held
    if levels := [at for at, header in enumerate(headers) if _LEVEL.match(header)]:
        return levels[-1]
    open_to_it = [at for at, header in enumerate(headers) if not (_SEQ.match(header) or _of_areas(headers, at))]
    named = [at for at in open_to_it if not (_GROUPS.search(headers[at]) and not _NAMES.search(headers[at]))]
    grouped = bool(open_to_it) and bool(named) and named[0] != open_to_it[0]
    return named[0] if grouped and _NAMES.search(headers[named[0]]) else next(iter(open_to_it), None)


def _of_areas(headers: Sequence[str], at: int) -> bool:
    """Whether a column gives the years of the areas that the one behind it names (年度 | 县区)."""
    behind = headers[at + 1 : at + 2]
    return _BY_YEAR.match(headers[at]) is not None and bool(behind) and _AREA.search(behind[0]) is not None


def _named_behind_holders(headers: Sequence[str]) -> int:
    """The column of indicators behind one of those they are set for (单位 | 考核指标 | 目标值); 0 for none."""
    first = next((at for at, header in enumerate(headers) if not _SEQ.match(header)), 0)
    if not (_HOLDERS.match(headers[first]) or _PLACES.match(headers[first])):
        return 0
    return next((at for at, header in enumerate(headers) if at > first and re.search(r"指标(?:名称)?$", header)), 0)


def _name_of(header: str, numbers: Sequence[NumberColumn]) -> NameOf:
    if _AREA.search(header):
        return NameOf.AREA
    if _INDICATOR.search(header) or not all(column.indicator for column in numbers):
        return NameOf.INDICATOR
    return NameOf.AREA


def _number_column(index: int, column: Column) -> NumberColumn:
    indicator: list[str] = []
    scope, unit, time = None, "", Time()
    for level in (fold(compact(printed)) for printed in column.path):
        time = text_to_time(level) or time
        if match := _BRACKET.search(level):
            unit = match.group(1)
        words = _YEAR_WORDS.sub("", _ASIDE.sub("", level))
        if _SCOPE.match(words):
            scope = words
        elif words and words not in _HEADS:
            indicator.append(_PART.sub("", words))
    words = fold(compact(column.name))
    return NumberColumn(
        index, column.name, "".join(indicator), _named_time(words, time), scope, unit, bool(_BASELINE.search(words))
    )


def _named_time(words: str, time: Time) -> Time:
    """The time, also of a record (截止2022年), whose year a goal would not take."""
    if time:
        return time
    years = re.findall(r"20\d\d", words)
    return Time(year=int(years[-1])) if years else time
