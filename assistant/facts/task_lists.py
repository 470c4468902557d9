"""Lists of tasks by typed conditions, by words they share, or of whole documents. Knows no units' own lists."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.rows import Row
from assistant.facts.task_found import Found, candidate, is_worded
from assistant.facts.task_listing import counted, listed
from assistant.facts.task_rows import Scope, task_of, tasks_of
from assistant.facts.task_select import level_of
from assistant.facts.task_words import source_words
from assistant.reading.ask import Ask, Due, DueKind, Fold, Want
from corpus.facts import Library
from corpus.task import Role

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["list_candidate"]

_FEW = 3
"""So many tasks are named even where only their number is asked for."""
_DUE_HEADS = {DueKind.OVERDUE: "已过完成时限的任务", DueKind.NONE: "没有写明完成时限的任务"}


def list_candidate(found: Found, scope: Scope, ask: Ask, index: "Index", **more: float) -> Candidate:
    """All rows found, a list for each document; whole tables with the clauses of the text told apart."""
    statements: list[Statement] = []
    for document in dict.fromkeys(row.document for row in found.rows):
        rows = [row for row in found.rows if row.document == document]
        whole = len(rows) == sum(row.document == document for row in scope.rows)
        statements += _list(_head(rows, whole, ask, index.library), rows, ask, index.library, whole=whole)
    draft = Draft(AnswerKind.TASKS, tuple(statements), tasks=tasks_of(found.rows))
    return candidate(ask, draft, found, **more)


def _list(head: str, rows: Sequence[Row], ask: Ask, library: Library, *, whole: bool) -> tuple[Statement, ...]:
    brief = ask.fold is Fold.COUNT and len(rows) > _FEW
    if brief:
        return (counted(head, rows, numbers=not whole),)
    wants = ask.want or ((Want.WHO,) if ask.where.alone or ask.where.conditions else ())
    return listed(head, rows, wants, library, whole=not is_worded(rows, ask, library))


def _head(rows: Sequence[Row], whole: bool, ask: Ask, library: Library) -> str:
    """What the rows of one document have in common, in words."""
    where, name = ask.where, source_words(task_of(rows[0]), library)
    if where.due:
        return f"{name}中{_due_words(rows, where.due)}"
    if where.alone and where.lacks:
        return f"{name}中只有牵头单位、没有配合单位的任务"
    if where.alone:
        return f"{name}中只有一家{_kind_of_unit(ask)}的任务"
    if where.lacks:
        led = "牵头" if where.units and where.role is Role.LEAD else ""
        return f"{name}中没有{_who_lacks(ask)}{led}的任务"
    if where.conditions:
        return f"{name}中符合条件的任务"
    return name if whole else f"{name}中{_shared_name(rows)}任务"


def _who_lacks(ask: Ask) -> str:
    """Whom the rows are without, by the names of the question: nothing that is quoted names them."""
    told = all(unit in ask.gist for unit in ask.where.units)
    return ("、".join(ask.where.units) if told else "所问单位") if ask.where.units else _kind_of_unit(ask)


def _kind_of_unit(ask: Ask) -> str:
    return "牵头单位" if ask.where.role is Role.LEAD else f"{level}级单位" if (level := level_of(ask)) else "单位"


def _due_words(rows: Sequence[Row], due: Due) -> str:
    raws = {row.values[Want.DEADLINE].text if Want.DEADLINE in row.values else "" for row in rows}
    if due.kind in _DUE_HEADS:
        return _DUE_HEADS[due.kind]
    raw = next(iter(raws))
    if len(raws) == 1 and task_of(rows[0]).deadline:
        return f"完成时限为“{raw}”的任务"
    year = due.first.year if due.first and due.kind is DueKind.WITHIN else 0
    return f"要在{year}年完成的任务" if year and all(f"{year}年" in raw for raw in raws) else "符合时限的任务"


def _shared_name(rows: Sequence[Row]) -> str:
    for names in ({task_of(row).task for row in rows}, {task_of(row).category or "" for row in rows}):
        if len(names) == 1 and "" not in names:
            return f"“{next(iter(names))}”的"
    return "相关的"
