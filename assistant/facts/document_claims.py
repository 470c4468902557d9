"""Verdicts on what documents say of themselves: issued by, in that year, on one day, with a 文号 at all."""

from collections.abc import Sequence

from assistant.draft import Statement
from assistant.facts.document_fields import field_statement
from assistant.facts.document_rows import FIELD_NAMES, row_label
from assistant.facts.evidence import distinct
from assistant.facts.rows import Row, Value
from assistant.reading.ask import Ask, Want
from assistant.reading.words import pairs
from corpus.facts import Library
from corpus.folding.years import find_years
from corpus.quoting import compact

__all__ = ["document_verdict"]

_TELLING = frozenset({Want.VALID, Want.CHANGES})
"""Fields whose words are the verdict themselves."""
_DAYS = (Want.WRITTEN_ON, Want.PRINTED_ON)
_ALIKE = pairs("同一天 同一日 同天 一样 相同 一致 同时")


def document_verdict(ask: Ask, rows: Sequence[Row], library: Library) -> list[Statement]:
    """Whether what an ask claims of one document, or of several alike, is so; empty where it claims nothing typed."""
    wants = [want for want in ask.want if want in FIELD_NAMES]
    if not wants or _TELLING & set(wants):
        return []
    if len(rows) > 1:
        return _alike(wants[0], rows, library)
    if set(wants) >= set(_DAYS) and pairs(ask.where.words) & _ALIKE:
        return _one_day(rows[0])
    printed = [want for want in wants if want in rows[0].values]
    return _claimed(ask, (printed or wants)[0], rows[0], library)


def _alike(want: str, rows: Sequence[Row], library: Library) -> list[Statement]:
    """Whether several documents have the same in one field."""
    said = [(row_label(row, rows, library), row.values[want]) for row in rows if want in row.values]
    if len(said) < 2:
        return []
    same = len({compact(value.text) for _, value in said}) == 1
    text = "；".join(f"{label}为{value.text}" for label, value in said)
    head = f"{'是' if same else '不是'}同一{'天' if want in _DAYS else '个'}"
    return [Statement(f"{head}：{text}。", distinct(item for _, value in said for item in value.evidence))]


def _one_day(row: Row) -> list[Statement]:
    written, printed = (row.values.get(one) for one in _DAYS)
    if written is None or printed is None:
        return []
    head = "是同一天" if written.day == printed.day else "不是同一天"
    text = f"{head}：成文日期为{written.text}，印发日期为{printed.text}。"
    return [Statement(text, distinct((*written.evidence, *printed.evidence)))]


def _claimed(ask: Ask, want: str, row: Row, library: Library) -> list[Statement]:
    """是 or 不是 by a typed value of the ask; 有 or 没有 where it gives none."""
    told = field_statement(row, want, library, compared=True)
    value = row.values.get(want)
    if value is None:
        return [told] if told else [Statement(f"没有。文件未写{FIELD_NAMES[want]}。", ())]
    if told is None:
        return []
    borne_out = _borne_out(ask, value)
    head = "有" if borne_out is None else "是" if borne_out else "不是"
    return [Statement(f"{head}。{told.text}", told.evidence)]


def _borne_out(ask: Ask, value: Value) -> bool | None:
    """Whether the typed values of the ask are those of the field; None where it gives none of that type."""
    where = ask.where
    if where.units and value.names:
        return all(any(_same(unit, name) for name in value.names) for unit in where.units)
    if value.day and where.years:
        return value.day.year in where.years
    if where.years and (printed := find_years(value.text)):
        return {min(where.years), max(where.years)} <= {printed[0].first, printed[0].last}
    if where.amounts and value.number is not None:
        return any(amount.value == value.number for amount in where.amounts)
    return None


def _same(unit: str, name: str) -> bool:
    return compact(unit) == compact(name) or compact(name).endswith(compact(unit))
