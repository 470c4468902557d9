"""Target tables: every number of them a Target with its year, area, unit and bound.

What the columns mean is told by `target_columns`; units that no cell or header prints are looked up by the caller.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.document import Document
from corpus.extraction.column_kinds import column_kinds
from corpus.extraction.guarding import Each, unguarded
from corpus.extraction.identity import content_id
from corpus.extraction.indicators import indicator_kind
from corpus.extraction.periods import NO_TIME, Time, own_year, planned_period, text_to_time, title_year
from corpus.extraction.setting import setting_of
from corpus.extraction.target_columns import NameOf, NumberColumn, TargetLayout, table_to_layout
from corpus.extraction.target_words import UNIT_IN_NAME
from corpus.folding.amounts import cell_to_quantity, rise_of_cell
from corpus.folding.characters import fold
from corpus.folding.units import UNIT, unit_family, unit_for_words, units_in_note
from corpus.quoting import compact
from corpus.table import Row, Table
from corpus.target import Baseline, Quantity, Target, TargetKind

_TOTAL = re.compile(r"(?:合计|总计|总和|汇总)$")
_YEAR_ROW = re.compile(
    r"^(?:到|至)?20\d\d年?(?:(?:-|~|至|到)20\d\d年?)?(?:度|年?[底末])?(?:[（(](?:基期|基准|现状|实际|目标)[)）])?$"
)
_EITHER = re.compile(r"年均.{0,6}累计|累计.{0,6}年均")
_BASE_YEAR = re.compile(r"(?:基期年?|基准年)份?\s?(?:为|是|[:：])?\s?(20\d\d)年")
"""规划基期年为2022年: what a table gives for that year is where its goals start from."""
_NUMBERED = re.compile(r"^(?:[（(]\d{1,2}[)）]|\d{1,2}[.．、](?!\d))")
_UNIT_AND_HOW = re.compile(rf"[（(](?P<unit>{UNIT})[，,、；;](?P<how>[\u4e00-\u9fff]{{2,6}})[)）]$")
"""改造户数（户，累计）"""
_HOW = re.compile(r"(?:累计|年均|当年|新增|净增|存量|合计)(?:数|值|值?)?")
_PROPERTY = re.compile(r"(?:约束|预期|指导|引导|规划)性?")
_PAID = re.compile(r"^万?元/?[（(]?(?:[人户生床亩月年天日·./]|每){0,4}[月年天日次例][)）]?$")
"""元/人·月: what somebody is paid again and again."""
_PART = re.compile(r"^#?其中[:：]?")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A number of the table before it becomes a Target."""

    indicator: str
    raw: str
    quantity: Quantity
    scope: str | None
    time: Time
    baseline: bool
    total: bool


def tables_to_targets(document: Document, scope: str | None, each: Each = unguarded) -> list[Target]:
    """The numbers of all target tables in printed order. `scope` is what holds where a table names no area."""
    stated = _BASE_YEAR.search(document.text)
    base = int(stated[1]) if stated else 0

    period = planned_period(document)
    written = 0 if period or title_year(document.metadata.title) else own_year(document) or 0
    first = max(base + 1 if base else 0, period[0] if period else written)
    setting = setting_of(document)

    def targets(table: Table) -> list[Target]:
        layout = table_to_layout(table, column_kinds(table, setting))
        found = list(_table_to_targets(table, layout, scope, document, first)) if layout else []
        none = all(_is_before(one, first) for one in found) or all(_PAID.match(one.quantity.unit) for one in found)
        return [] if none else _with_baselines(found)

    return list(each(targets, document.tables))


def _table_to_targets(
    table: Table, layout: TargetLayout, scope: str | None, document: Document, first: int
) -> Iterator[Target]:
    period = planned_period(document)
    own = None if period else title_year(document.metadata.title)
    above = (text_to_time(words) for words in (table.caption, *table.place.path[-1:]))
    time = next(filter(None, above), NO_TIME) or Time(period=period) or Time(year=own)
    printed = {column.index: _printed(table, column.index) for column in layout.numbers}
    for row in table.rows:
        for column in layout.numbers:
            reading = _cell_to_reading(row, column, layout, table, time)
            if reading is not None and not _is_gone(reading, column.time or time, own):
                quote = _quote(row, column.index, printed[column.index])
                yield _target(reading, row, column, quote, scope, table, first)


def _is_before(target: Target, first: int) -> bool:
    """Whether a number is for a time before the plan's `first` year; a table of such alone is a record
    (“十二五”规划实现情况).
    """
    last = Time(year=target.year, period=target.period).last
    return last is not None and last < first


def _cell_to_reading(row: Row, column: NumberColumn, layout: TargetLayout, table: Table, time: Time) -> _Reading | None:
    name = _NUMBERED.sub("", compact(row.cells[layout.name].text)).rstrip("★☆▲△*＊")
    told = column.unit or layout.unit is not None
    bare, printed = _name_and_unit(name, told=bool(told)) if layout.name_of is NameOf.INDICATOR else (name, "")
    total = _TOTAL.search(bare) is not None
    by_area = layout.name_of is NameOf.AREA
    indicator = column.indicator if by_area else f"{_PART.sub('', bare)}{_of_period(column.indicator, row, column)}"
    unit = fold(column.unit or printed)
    if layout.unit is not None and not column.unit:
        unit = fold(compact(row.cells[layout.unit].text)).strip("-—")
        unit = "" if unit == "/" else unit
    if not unit and table.unit_note:
        unit = unit_for_words(indicator, units_in_note(table.unit_note))
    quantity = cell_to_quantity(row.cells[column.index].text, unit)
    if quantity is None or not indicator:
        return None
    rise = rise_of_cell(row.cells[column.index].text)
    indicator = indicator if indicator.endswith(rise[-2:]) else f"{indicator}{rise}"
    own = _row_time(bare) if by_area else NO_TIME
    year = NO_TIME if layout.year is None else _row_time(compact(row.cells[layout.year].text))
    holder = compact(row.cells[layout.area].text) if layout.area is not None else ""
    scope = (_TOTAL.sub("", bare) or bare) if by_area and not own else column.scope or holder or None
    return _Reading(indicator, indicator, quantity, scope, column.time or own or year or time, column.baseline, total)


def _name_and_unit(name: str, *, told: bool) -> tuple[str, str]:
    """A name without the unit in the bracket behind it, and the unit; how it is counted stays (累计, and where its unit
    is `told` elsewhere all that is no property of a goal).
    """
    if both := _UNIT_AND_HOW.search(name):
        return f"{name[: both.start()]}（{both['how']}）", both["unit"]
    match = UNIT_IN_NAME.search(name)
    counted = match is not None and _HOW.fullmatch(match[1]) is not None
    if match is None or counted or (told and not unit_family(fold(match[1])) and not _PROPERTY.fullmatch(match[1])):
        return name, ""
    return name[: match.start()], match[1]


def _is_gone(reading: _Reading, time: Time, own: int | None) -> bool:
    """Whether a number was planned for a year before that of the document, by its column or its table: no goal any
    more, and no base either.
    """
    year = time.year
    return own is not None and year is not None and year < own and not reading.baseline


def _of_period(words: str, row: Row, column: NumberColumn) -> str:
    """What a column of both (年均增速/累计) says of a cell: in brackets the sum of the years, else the yearly rate."""
    if not _EITHER.search(words):
        return words
    return "累计" if compact(row.cells[column.index].text).startswith(("[", "〔", "【")) else "年均增速"


def _row_time(name: str) -> Time:
    """The year that a row is for, where its name is nothing else (2027年底)."""
    return text_to_time(name) if _YEAR_ROW.match(fold(name)) else NO_TIME


def _target(
    reading: _Reading,
    row: Row,
    column: NumberColumn,
    quote: str,
    scope: str | None,
    table: Table,
    first: int,
) -> Target:
    year = reading.time.year
    before = year is not None and year < first and column.time.year == year
    place = row.place.model_copy(update={"column": column.name})
    return Target(
        id=content_id("cell", place.document_id, table.caption, place.row, column.index, reading.indicator),
        indicator=reading.indicator,
        indicator_raw=reading.raw,
        quantity=reading.quantity,
        year=year,
        period=reading.time.period,
        scope=reading.scope or scope,
        kind=indicator_kind(reading.indicator, reading.quantity.unit),
        is_baseline=reading.baseline or before,
        is_total=reading.total,
        place=place,
        quote=quote,
    )


def _quote(row: Row, column: int, printed: Mapping[str, str]) -> str:
    """The words of the row, or for a merged cell those of the row that prints it."""
    cell = row.cells[column]
    return printed.get(compact(cell.text), row.quote) if cell.carried else row.quote


def _printed(table: Table, column: int) -> dict[str, str]:
    """What the cells of a column print, each with the words of the first row that prints it."""
    rows = ((row, row.cells[column]) for row in reversed(table.rows))
    return {compact(cell.text): row.quote for row, cell in rows if not cell.carried}


def _with_baselines(targets: Sequence[Target]) -> list[Target]:
    """Targets that know the value their own indicator and area start from."""
    baselines = {
        (target.indicator, target.scope): Baseline(year=target.year, value=target.quantity.value)
        for target in targets
        if target.is_baseline and target.year is not None
    }
    return [
        target
        if target.is_baseline or target.kind is TargetKind.NEW
        else target.model_copy(update={"baseline": baselines.get((target.indicator, target.scope))})
        for target in targets
    ]
