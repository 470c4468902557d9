"""The order in which a task names its units: which is named first, and at which place one stands."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.rows import Row
from assistant.facts.task_found import Found, among, best, candidate, fit
from assistant.facts.task_rows import evidence_of, roles_of, task_of, tasks_of
from assistant.facts.task_select import in_role, names_of, units_in
from assistant.facts.task_words import task_name
from assistant.reading.ask import Ask, Want
from assistant.units import folded_forms
from corpus.facts import Library
from corpus.task import Role, Task

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["in_order"]


def in_order(rows: Sequence[Row], ask: Ask, index: "Index") -> list[Candidate]:
    """The place of the one unit of an ask in the row that its words name, or the unit that this row names first."""
    fits = fit(rows, ask, index) if _asks_order(ask) else []
    found = among(first, fits) if (first := best(fits)) else None
    if found is None:
        return []
    units = _printed_order(task_of(found.rows[0]))
    at = _place(units, found, ask, index.library) if ask.where.units else 1
    return [_told(at, units, found, ask, index.library)] if units and at else []


def _asks_order(ask: Ask) -> bool:
    if ask.where.units:
        return len(ask.where.units) == 1 and "placed" in ask.hints
    return "foremost" in ask.heard and bool({Want.LEAD, Want.WHO} & set(ask.want))


def _printed_order(task: Task) -> tuple[str, ...]:
    """The units as printed: leads may stand anywhere in a cell that lists all, else they are named first."""
    listed = dict.fromkeys(task.responsible_units)
    return tuple(listed) if listed.keys() >= set(task.lead_units) and listed else units_in(task, Role.ANY)


def _place(units: Sequence[str], found: Found, ask: Ask, library: Library) -> int:
    """Which of the units, from 1, is the one of the ask; 0 where it is none of them."""
    names = names_of(ask.where.units[0], ask, library)
    if not in_role(found.rows[:1], names, Role.ANY):
        return 0
    meant = names.get(found.rows[0].document, frozenset())
    return next((at for at, unit in enumerate(units, 1) if folded_forms(unit) & meant), 0)


def _told(at: int, units: Sequence[str], found: Found, ask: Ask, library: Library) -> Candidate:
    rows = found.rows[:1]
    task = task_of(rows[0])
    unit = units[at - 1]
    which = f"{unit}排在第{at}位" if ask.where.units else f"排在第一位的是{_role(unit, task)}{unit}"
    every = f"{'、'.join(units)}{'等' if task.open_ended else ''}"
    statement = Statement(
        f"{which}（{task_name(task)}：{every}）。", evidence_of(rows, library, header=True), frozenset({at})
    )
    return candidate(ask, Draft(AnswerKind.FACT, (statement,), tasks=tasks_of(rows)), found)


def _role(unit: str, task: Task) -> str:
    if unit in task.lead_units:
        return "牵头单位"
    return "责任单位" if unit in task.responsible_units else next(iter(roles_of(task)), "")
