"""What tasks do not say: no tasks at all, no such number, no task of a unit, no column of deadlines or leads."""

from collections.abc import Sequence

from assistant.answer import AnswerKind, RefusalReason
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.evidence import header_evidence, table_of
from assistant.facts.rows import Row
from assistant.facts.task_listing import listed
from assistant.facts.task_rows import Scope, are_marked, task_of, tasks_of
from assistant.facts.task_select import names_of, other_role
from assistant.facts.task_words import file_words, source_words
from assistant.reading.ask import Ask, Want
from assistant.units import plays
from corpus.facts import Evidence, Library
from corpus.table import Table
from corpus.task import Role, Task

__all__ = [
    "no_task_of",
    "no_tasks",
    "unwritten",
    "unwritten_columns",
]

_OTHER = {Role.LEAD: Role.RESPONSIBLE, Role.RESPONSIBLE: Role.LEAD, Role.ANY: Role.ANY}
COLUMNS = {Want.DEADLINE: "完成时限", Want.LEAD: "牵头单位"}


def no_tasks(ask: Ask, library: Library) -> Draft | NoAnswer:
    """That the documents named assign no tasks."""
    names = "、".join(file_words(document, library) for document in ask.where.documents)
    message = f"{names}没有任务分解表，也没有逐项写明责任单位。"
    if ask.claim:
        return Draft(AnswerKind.YES_NO, (Statement(f"没有。{message}", ()),))
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, message)


def no_task_of(unit: str, others: Sequence[Row], ask: Ask, scope: Scope, library: Library) -> Draft | NoAnswer:
    """That a unit has no task in the role asked for; what it does have, where it has any."""
    source = source_words(task_of(scope.rows[0]), library)
    if others:
        said = _said(unit, others[0], ask, library)
        statements = listed(f"{file_words(others[0].document, library)}{said}", others, (), library, naming=unit)
        return Draft(AnswerKind.TASKS, statements, tasks=tasks_of(others))
    clauses = "和正文条款" if scope.clauses else ""
    message = f"{source}{clauses}中{_within(ask)}没有{unit}{'单独' if ask.where.alone else ''}承担的任务。"
    if ask.claim:
        text = f"没有。{message.replace(unit, '该单位')}"
        return Draft(AnswerKind.YES_NO, (Statement(text, _headers(scope.rows[:1], library)),))
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, message)


def unwritten_columns(rows: Sequence[Row], ask: Ask, library: Library) -> list[Want]:
    """The columns asked for that no task of the documents in scope fills."""
    documents = {row.document for row in rows}
    missing = []
    if Want.DEADLINE in ask.want and not any(Want.DEADLINE in row.values for row in rows):
        missing.append(Want.DEADLINE)
    if Want.LEAD in ask.want and not any(are_marked(document, library) for document in documents):
        missing.append(Want.LEAD)
    return missing


def unwritten(missing: Want, rows: Sequence[Row], library: Library) -> NoAnswer:
    """A false premise: what a document's tasks never say, and the columns that they have."""
    statement = unwritten_statement(missing, task_of(rows[0]), library)
    return NoAnswer(RefusalReason.FALSE_PREMISE, statement.text, statement.evidence)


def unwritten_statement(missing: Want, task: Task, library: Library) -> Statement:
    """That a document's tasks never say something, with the header of their table."""
    label, table = COLUMNS[missing], table_of(task.place, library)
    if table is None:
        return Statement(f"{file_words(task.document_id, library)}没有逐项写明{label}。", ())
    columns = "、".join(column.name for column in table.columns)
    said = "没有区分牵头单位" if missing is Want.LEAD else f"没有{label}一栏"
    text = f"{source_words(task, library)}{said}，只有{columns}。"
    return Statement(text, _caption_and_header(table))


def _said(unit: str, first: Row, ask: Ask, library: Library) -> str:
    """That a unit has no task in the role asked for, and in which role it has the tasks that `first` begins."""
    role, within = ask.where.role, _within(ask)
    if role is Role.LEAD and not are_marked(first.document, library):
        return f"没有区分牵头单位，{within}{unit}作为责任单位的任务"
    names = names_of(unit, ask, library).get(first.document, frozenset())
    beside = "" if plays(task_of(first), names, _OTHER[role]) else other_role(task_of(first), names)
    other = f"作为{beside}" if beside else "参与" if role is Role.LEAD else "牵头"
    asked = "没有牵头的任务" if role is Role.LEAD else "没有只作为责任单位的任务"
    return f"中{within}{unit}{asked}，{other}的任务"


def _within(ask: Ask) -> str:
    """That only tasks of certain deadlines were looked at, where the question says which."""
    return "时限合乎所问的任务里，" if ask.where.due else ""


def _headers(rows: Sequence[Row], library: Library) -> tuple[Evidence, ...]:
    tables = [table for row in rows if (table := table_of(task_of(row).place, library))]
    return tuple(map(header_evidence, tables))


def _caption_and_header(table: Table) -> tuple[Evidence, ...]:
    caption = (Evidence(quote=table.caption, place=table.place),) if table.caption else ()
    return (header_evidence(table), *caption)
