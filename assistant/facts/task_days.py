"""Tasks by their deadlines: the first and the last, those of each day, of one day with a task named; that none is."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.ranking import ranked_days
from assistant.facts.rows import Row
from assistant.facts.task_found import Found, alike, all_of, best, candidate, fit, is_worded
from assistant.facts.task_listing import listed
from assistant.facts.task_rows import Scope, evidence_of, task_of, tasks_of
from assistant.facts.task_say import text_of
from assistant.facts.task_select import days_of, in_role, names_of
from assistant.facts.task_words import source_words, task_name
from assistant.reading.ask import Ask, DueKind, Want
from corpus.facts import Library
from indexing.index import Index

_TOLD = (Want.NAME, Want.DEADLINE)
_NONE = {
    DueKind.NONE: "每一项都写了完成时限",
    DueKind.ONGOING: "没有长期推进的任务",
    DueKind.OVERDUE: "没有已过完成时限的任务",
}


def of_units(rows: Sequence[Row], ask: Ask, library: Library) -> list[Row]:
    """The rows in which one of the units named has its role; all where none is named, or is but to be missing."""
    units = () if ask.where.lacks else ask.where.units
    kept = {id(row) for one in units for row in in_role(rows, names_of(one, ask, library), ask.where.role)}
    return [row for row in rows if not units or id(row) in kept]


def first_and_last(rows: Sequence[Row], ask: Ask, index: Index) -> list[Candidate]:
    """What is due first or last of the rows that the words name, and of all."""
    fits = fit(rows, ask, index) if rows else []
    groups = [
        alike(fits) if fits and is_worded(rows, ask, index.library) else None,
        all_of(fits, rows) if fits else None,
    ]
    return [made for found in groups if found and (made := _ranked(found, ask, index.library))]


def _ranked(found: Found, ask: Ask, library: Library) -> Candidate | None:
    statements: list[Statement] = []
    told: list[Row] = []
    for rows in _by_document(found.rows):
        head = f"{source_words(task_of(rows[0]), library)}中{'、'.join(ask.where.units)}"
        for words, some in ranked_days([(days_of(row)[-1], row) for row in rows if days_of(row)], ask):
            statements += listed(f"{head}{words}到期的任务", some, (*_TOLD, *ask.want), library)
            told += some
    draft = Draft(AnswerKind.TASKS, tuple(statements), tasks=tasks_of(told))
    return candidate(ask, draft, replace(found, rows=tuple(told))) if told else None


def by_day(rows: Sequence[Row], ask: Ask, index: Index) -> list[Candidate]:
    """How many are due by each day, and which; nothing where all say the same."""
    statements: list[Statement] = []
    for own in _by_document(rows):
        groups: dict[str, list[Row]] = {}
        for row in sorted(own, key=lambda row: days_of(row)[-1:] or (date.max,)):
            groups.setdefault(text_of(row, Want.DEADLINE) or "没有写明时限", []).append(row)
        if len(groups) > 1:
            statements += [_of_day(raw, some, index.library) for raw, some in groups.items()]
    draft = Draft(AnswerKind.TASKS, tuple(statements), tasks=tasks_of(rows))
    return [candidate(ask, draft, all_of(fit(rows, ask, index), rows))] if statements else []


def _of_day(raw: str, rows: Sequence[Row], library: Library) -> Statement:
    names = "、".join(task_name(task) for task in tasks_of(rows))
    return Statement(f"{raw}：{len(rows)}项（{names}）。", evidence_of(rows, library), frozenset({len(rows)}))


def of_one_day(scope: Scope, ask: Ask, index: Index) -> list[Candidate]:
    """The other tasks that are due on the day of the one that the words name, or that there is no other."""
    found = best(fit(scope.rows, ask, index)) if is_worded(scope.rows, ask, index.library) else None
    day = days_of(found.rows[0])[-1:] if found else ()
    if not found or not day:
        return []
    ids, document = {id(row) for row in found.rows}, found.rows[0].document
    others = [row for row in scope.rows if row.document == document and id(row) not in ids and days_of(row)[-1:] == day]
    name = f"{task_name(task_of(found.rows[0]))}（{text_of(found.rows[0], Want.DEADLINE)}）"
    if not others:
        message = f"没有别的任务与{name}同一时限。"
        evidence = evidence_of(found.rows, index.library)
        return [candidate(ask, NoAnswer(RefusalReason.FALSE_PREMISE, message, evidence), None, absent=1.0)]
    head = f"与{name}同一时限的其他任务"
    draft = Draft(AnswerKind.TASKS, listed(head, others, ask.want, index.library), tasks=tasks_of(others))
    return [candidate(ask, draft, replace(found, rows=tuple(others)))]


def none_due(rows: Sequence[Row], ask: Ask, library: Library) -> list[Candidate]:
    """That of the rows none meets the condition on deadlines, and what is due first and last; nothing where no row has
    a deadline.
    """
    dated = sorted((row for row in rows if days_of(row)), key=lambda row: days_of(row)[-1])
    if not dated or ask.where.due is None:
        return []
    documents = {row.document for row in rows}
    place = f"{source_words(task_of(rows[0]), library)}中" if len(documents) == 1 else "各文件的任务中"
    ends = {"最早": dated[0], "最晚": dated[-1]} if len(dated) > 1 else {"": dated[0]}
    told = [f"{words}到期的是{task_name(task_of(row))}（{text_of(row, Want.DEADLINE)}）" for words, row in ends.items()]
    none = _NONE.get(ask.where.due.kind, "没有符合这一时限的任务")
    message = f"{place}{'、'.join(ask.where.units)}{none}；{'，'.join(told)}。"
    evidence = evidence_of((dated[0], dated[-1]), library)
    return [candidate(ask, NoAnswer(RefusalReason.FALSE_PREMISE, message, evidence), None, absent=1.0)]


def _by_document(rows: Iterable[Row]) -> list[list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.document, []).append(row)
    return list(found.values())
