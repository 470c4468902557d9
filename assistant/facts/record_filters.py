"""Conditions on rows: values that their cells say or lack, bounds of their numbers, their printed numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.facts.measuring import families, holds
from assistant.facts.record_picking import Picked
from assistant.facts.record_rows import EMPTY, SECTION, Record, RecordTable
from assistant.facts.task_select import is_within
from assistant.reading.ask import Ask, Due, DueKind, Fold
from assistant.reading.words import fold
from corpus.extraction.deadlines import deadline_from_text
from corpus.folding.dates import find_dates
from corpus.folding.ordinals import find_ordinals
from corpus.quoting import compact
from corpus.target import Bound
from corpus.task import DeadlineKind

_UNIT = re.compile(r"[(（][^()（）]{1,8}[)）]$")
_DAYS = re.compile(r"时间|时限|期限|年限|日期|竣工|完工|完成|进度")
_ENDS = re.compile(r"完|竣|到期|截止|时限|期限|年限|投[用产]|交付")
_WELL_NAMED = 0.5
"""Rows of which less of the name is said are none against a condition on their numbers."""
_OFFICES = frozenset("局委厅办")
_SHORTEST_PART, _LONGEST_PART = 3, 14

Values = tuple[tuple[int, str], ...]
"""Cell values: column and value."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The rows that hold all conditions, the columns to be shown of them, and which conditions these were."""

    records: Sequence[Record]
    columns: tuple[int, ...]
    values: Values
    bounded: bool = False
    without: bool = False


def filtered(rows: Picked, one: RecordTable, values: Values, columns: tuple[int, ...], ask: Ask) -> Kept:
    """Of the rows picked those that are as the ask says."""
    without = ask.where.lacks and not ask.claim and bool(values)
    records = [record for record in rows.records if _has(one, record, values) is not without]
    if rows.named and not records:
        records, values = list(rows.records), values if ask.claim else ()
    kept = _bounded(Kept(_lacking(records, one, columns, ask), columns, values, without=without), one, ask)
    if kept.bounded and not kept.records and rows.named < _WELL_NAMED:
        kept = _bounded(replace(kept, records=one.records), one, ask)
    kept = _due(kept, one, ask)
    return replace(kept, records=_numbered(kept.records, one, ask))


def said_values(one: RecordTable, words: str, units: Sequence[str]) -> Values:
    """The values of columns that are said, the longest where one holds another: those of categories and headings, what
    other cells list, and the units named.
    """
    said = [(at, value) for at in one.categories for value in one.values(at) if _is_value(value, words)]
    said += [(SECTION, one) for one in one.sections if fold(one) in words]
    said += [(at, part) for at, part in one.listed if _is_part(part, words) or part in units]
    return tuple((at, value) for at, value in said if not any(value != other and value in other for _, other in said))


def _is_value(value: str, words: str) -> bool:
    """Whether a value is said, without its unit or its last character too (约束 of 约束性)."""
    own = fold(_UNIT.sub("", value))
    return len(own) > 1 and (_stands_in(own, words) or (own.endswith("性") and len(own) > 2 and own[:-1] in words))


def _stands_in(value: str, words: str) -> bool:
    """Whether a value is said, and not in the name of an office (水利局)."""
    ends = (at + len(value) for at in range(len(words)) if words.startswith(value, at))
    return any(words[end : end + 1] not in _OFFICES or end == len(words) for end in ends)


def _is_part(part: str, words: str) -> bool:
    """Whether a part is said, or its two halves the other way round (温岚副区长 of 副区长温岚)."""
    if not _SHORTEST_PART <= len(part) <= _LONGEST_PART:
        return False
    own = fold(part)
    turned = (
        (own[at:] + own[:at] for at in range(2, len(own) - 1)) if len(own) > _SHORTEST_PART and own[0] in words else ()
    )
    return own in words or any(one in words for one in turned)


def _has(one: RecordTable, record: Record, values: Values) -> bool:
    by_column: dict[int, set[str]] = {}
    for at, value in values:
        by_column.setdefault(at, set()).add(value)
    return all(wanted & _cell(one, record, at) for at, wanted in by_column.items())


def _cell(one: RecordTable, record: Record, at: int) -> set[str]:
    return {record.section} if at == SECTION else {record.text(at), *one.parts(record, at)}


def _lacking(records: list[Record], one: RecordTable, columns: Sequence[int], ask: Ask) -> list[Record]:
    """The rows whose cell in a column named is empty, where those without it are asked for; all where none is."""
    empty = [record for record in one.records if ask.where.lacks and any(_is_empty(record, one, at) for at in columns)]
    return empty or records


def _is_empty(record: Record, one: RecordTable, at: int) -> bool:
    """Whether a cell says nothing, or no number or 0 where its column holds numbers."""
    number = one.quantity(record, at) if at in one.numbers else None
    return compact(record.text(at)) in EMPTY or (at in one.numbers and (number is None or not number.value))


def _bounded(kept: Kept, one: RecordTable, ask: Ask) -> Kept:
    """The rows whose number is as a condition asks, in the column asked for that measures the same, or else in any."""
    order = sorted(one.numbers, key=lambda at: at not in kept.columns)
    for condition in ask.where.conditions:
        at = next((at for at in order if _measures(one, at, condition.unit)), None)
        if at is not None and condition.bound is not Bound.EQ:
            numbers = [(one.quantity(record, at), record) for record in kept.records]
            fitting = [record for value, record in numbers if value and holds(value, condition)]
            kept = replace(kept, records=fitting, bounded=True)
    return kept


def _due(kept: Kept, one: RecordTable, ask: Ask) -> Kept:
    """The rows whose printed day is as asked, none where none is; without such a condition those of a year named where
    the column of days is, or all.
    """
    if ask.where.due is not None:
        columns = ends_or_all(one, kept.columns)
        fitting = [row for row in kept.records if any(_falls(row, at, one, ask.where.due) for at in columns)]
        return replace(kept, records=fitting, bounded=True)
    if not ask.where.years:
        return kept
    named = [at for at in _day_columns(one) if at in kept.columns]
    fitting = [row for row in kept.records if any(_is_in(row.text(at), ask.where.years) for at in named)]
    return replace(kept, records=fitting, bounded=True) if fitting else kept


def ends_or_all(one: RecordTable, named: Sequence[int]) -> list[int]:
    """The columns of days that are named, else those of ends (完成时限), else all."""
    columns = _day_columns(one)
    meant = [at for at in columns if at in named]
    return meant or [at for at in columns if _ENDS.search(one.column(at))] or columns


def _day_columns(one: RecordTable) -> list[int]:
    """The columns that are called so and print days."""
    called = [head.at for head in one.headers if _DAYS.search(head.words)]
    return [at for at in called if any(one.day(record, at) for record in one.records)]


def _is_in(text: str, years: Sequence[int]) -> bool:
    days = find_dates(text)
    return bool(days) and days[-1].last.year in years


def _falls(record: Record, at: int, one: RecordTable, due: Due) -> bool:
    text = record.text(at)
    if due.kind is DueKind.NONE:
        return compact(text) in EMPTY
    if due.kind is DueKind.ONGOING:
        return deadline_from_text(text).kind is DeadlineKind.ONGOING
    day = one.day(record, at)
    return day is not None and due.kind is not DueKind.SAME and is_within(day, due)


def _measures(one: RecordTable, at: int, unit: str) -> bool:
    known, asked = families(one.unit(at)), families(unit)
    return not known or not asked or bool(known & asked)


def _numbered(records: Sequence[Record], one: RecordTable, ask: Ask) -> Sequence[Record]:
    if not ask.where.ordinals or one.seq is None or ask.fold is Fold.EXTREME:
        return records
    named = [record for record in one.records if _has_ordinal(one.called(record), ask.where.ordinals)]
    if named:
        return [record for record in records if record in named] or named
    return [record for record in one.records if one.number(record) in ask.where.ordinals]


def _has_ordinal(name: str, ordinals: Sequence[int]) -> bool:
    """Whether a name is made of such a number (第十二中学): no row of that number is meant."""
    return any(found.first in ordinals for found in find_ordinals(name))
