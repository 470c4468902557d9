"""Tasks counted by unit, deadline or heading, and the first of such an order. Reads no words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.evidence import distinct
from assistant.facts.rows import Row
from assistant.facts.task_found import all_of, candidate, fit
from assistant.facts.task_listing import counted, listed
from assistant.facts.task_rows import evidence_of, task_of, tasks_of
from assistant.facts.task_select import units_in
from assistant.facts.task_unit_counts import units_counted
from assistant.facts.task_words import source_words
from assistant.reading.ask import Ask, Want
from corpus.facts import Library
from corpus.task import Role

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["counts_by", "extremes"]

_BY_DEADLINE = frozenset({"deadline", "完成时限", "时限"})
_BY_CATEGORY = frozenset({"category", "name", "类别", "类型", "类", "种", "任务"})
_ROWS = frozenset({Want.NAME, Want.NUMBER, Want.WORK})
_MOST = 12

_Key = TypeVar("_Key")
Groups = dict[str, list[Row]]


def counts_by(rows: Sequence[Row], ask: Ask, index: "Index") -> list[Candidate]:
    """How many tasks each unit, deadline or category has, the most first."""
    groups = _grouped(rows, _key(ask))
    if not groups:
        return []
    ordered = sorted(groups.items(), key=lambda item: -len(item[1]))
    counts = "；".join(f"{name}{len(some)}项" for name, some in ordered)
    evidence = distinct(item for _, some in ordered for item in evidence_of(some[:1], index.library))
    told = Statement(
        f"{_table_words(rows, ask, index.library)}：{counts}。", evidence, frozenset(len(some) for _, some in ordered)
    )
    draft = Draft(AnswerKind.TASKS, (told,), tasks=tasks_of(rows))
    return [candidate(ask, draft, all_of(fit(rows, ask, index), rows), ranked=1.0)]


def extremes(rows: Sequence[Row], ask: Ask, index: "Index") -> list[Candidate]:
    """The units with the most tasks, the tasks with the most units, and those due first or last; all that tie."""
    kinds = [_busiest(rows, ask, index), _by_number_of_units(rows, ask, index), _by_day(rows, ask, index)]
    if Want.DEADLINE in ask.want or ask.by in _BY_DEADLINE:
        kinds.reverse()
    elif ask.by == "units" or _ROWS & set(ask.want):
        kinds = [kinds[1], kinds[0], kinds[2]]
    return [one for some in kinds for one in some]


def _busiest(rows: Sequence[Row], ask: Ask, index: "Index") -> list[Candidate]:
    groups = _grouped(rows, lambda row: units_in(task_of(row), ask.where.role))
    chosen = [name for names in _ranked({name: len(some) for name, some in groups.items()}, ask) for name in names]
    if not chosen:
        return []
    statements = [_counted(name, groups[name], _verb(ask), index.library) for name in chosen[:_MOST]]
    head = "" if ask.top or ask.rank > 1 else f"{_verb(ask)}任务最{'少' if ask.low else '多'}的是"
    statements[0] = replace(statements[0], text=f"{head}{statements[0].text}")
    shown = [row for row in rows if any(row in groups[name] for name in chosen[:_MOST])]
    draft = Draft(AnswerKind.FACT, tuple(statements), tasks=tasks_of(shown))
    return [candidate(ask, draft, all_of(fit(shown, ask, index), shown), ranked=1.0, ranked_units=1.0)]


def _by_number_of_units(rows: Sequence[Row], ask: Ask, index: "Index") -> list[Candidate]:
    counts = {at: len(units_in(task_of(row), ask.where.role)) for at, row in enumerate(rows)}
    chosen = [rows[at] for group in _ranked(counts, ask) for at in group]
    if not chosen or len(chosen) > _MOST:
        return []
    told = units_counted(chosen, index.library)
    head = f"{_verb(ask)}单位{'最少' if ask.low else '最多'}的任务："
    first = replace(told.statements[0], text=f"{head}{told.statements[0].text}")
    found = all_of(fit(chosen, ask, index), chosen)
    return [candidate(ask, replace(told, statements=(first, *told.statements[1:])), found, ranked=1.0)]


def _by_day(rows: Sequence[Row], ask: Ask, index: "Index") -> list[Candidate]:
    """Those due first: what comes first of days is the earliest, the last of the order the latest."""
    days = {at: -day.toordinal() for at, row in enumerate(rows) if (day := _day(row))}
    chosen = [rows[at] for group in _ranked(days, ask) for at in group]
    return _listed("完成时限最晚的任务" if ask.low else "完成时限最早的任务", chosen, (Want.DEADLINE,), ask, index)


def _listed(head: str, rows: Sequence[Row], wants: Sequence[str], ask: Ask, index: "Index") -> list[Candidate]:
    if not rows:
        return []
    draft = Draft(AnswerKind.TASKS, listed(head, rows, wants, index.library), tasks=tasks_of(rows))
    by_day = float(Want.DEADLINE in wants)
    return [candidate(ask, draft, all_of(fit(rows, ask, index), rows), ranked=1.0, ranked_days=by_day)]


def _ranked(counts: Mapping[_Key, int], ask: Ask) -> list[list[_Key]]:
    """The keys with the value of the rank asked for, or those of the first `top` values, ties together."""
    values = sorted(set(counts.values()), reverse=not ask.low)
    wanted = values[: ask.top] if ask.top else values[ask.rank - 1 : ask.rank]
    return [[key for key, count in counts.items() if count == value] for value in wanted]


def _grouped(rows: Sequence[Row], key: Callable[[Row], Sequence[str]]) -> Groups:
    groups: Groups = {}
    for row in rows:
        for name in dict.fromkeys(key(row)):
            groups.setdefault(name, []).append(row)
    return groups


def _key(ask: Ask) -> Callable[[Row], Sequence[str]]:
    if ask.by in _BY_DEADLINE:
        return lambda row: [row.values[Want.DEADLINE].text] if Want.DEADLINE in row.values else ["没有写明完成时限"]
    if ask.by in _BY_CATEGORY:
        return lambda row: [task_of(row).category or task_of(row).task]
    role = Role.LEAD if ask.by == Want.LEAD else ask.where.role
    return lambda row: units_in(task_of(row), role)


def _counted(name: str, rows: Sequence[Row], verb: str, library: Library) -> Statement:
    if len(rows) == 1:
        return Statement(f"{name}：{verb}任务一项（{rows[0].name}）。", evidence_of(rows, library))
    return counted(f"{name}：{verb}任务", rows, naming=name)


def _table_words(rows: Sequence[Row], ask: Ask, library: Library) -> str:
    """What table is counted, and by what: 沅临的任务表按牵头单位分."""
    by = "完成时限" if ask.by in _BY_DEADLINE else "类别" if ask.by in _BY_CATEGORY else f"{_verb(ask) or '责任'}单位"
    return f"{source_words(task_of(rows[0]), library)}按{by}分"


def _verb(ask: Ask) -> str:
    return "牵头" if ask.where.role is Role.LEAD or ask.by == Want.LEAD else ""


def _day(row: Row) -> date | None:
    value = row.values.get(Want.DEADLINE)
    return value.day if value else None
