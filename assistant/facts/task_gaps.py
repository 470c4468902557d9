"""What tasks do not say: no tasks at all, no such number, no task of a unit, no column of deadlines or leads."""

from collections.abc import Sequence

from assistant.answer import AnswerKind, RefusalReason
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.evidence import header_evidence, table_of
from assistant.facts.rows import Row
from assistant.facts.task_rows import are_marked, task_of
from assistant.facts.task_words import file_words, source_words
from assistant.reading.ask import Ask, Want
from corpus.facts import Evidence, Library
from corpus.table import Table
from corpus.task import Task

COLUMNS = {Want.DEADLINE: "完成时限", Want.LEAD: "牵头单位"}


def no_tasks(ask: Ask, library: Library) -> Draft | NoAnswer:
    """That the documents named assign no tasks."""
    names = "、".join(file_words(document, library) for document in ask.where.documents)
    message = f"{names}没有任务分解表，也没有逐项写明责任单位。"
    if ask.claim:
        return Draft(AnswerKind.YES_NO, (Statement(f"没有。{message}", ()),))
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


def _caption_and_header(table: Table) -> tuple[Evidence, ...]:
    caption = (Evidence(quote=table.caption, place=table.place),) if table.caption else ()
    return (header_evidence(table), *caption)
