"""The task with a number (第14项). Knows no units' lists and no other ways to choose tasks."""

import re
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind, RefusalReason
from assistant.draft import Draft, NoAnswer
from assistant.fact_answers.task_choice import counted_tasks, numbered
from assistant.fact_answers.task_roles import TASK_WORD
from assistant.facts.evidence import task_evidence
from assistant.facts.task_headings import tasks_at_number
from assistant.facts.task_words import file_words, task_statement
from assistant.labels import document_label
from assistant.query import Operation, Query
from corpus.facts import Library

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_numbered_task"]

_LONGEST_ITEM = 90
_PROJECTS = re.compile(r"项目(?!标)|工程")
_ASKS_PART = frozenset({Operation.DEADLINE, Operation.LEAD, Operation.PARTICIPANTS})
"""What one cell of a task's row answers."""
_ASKS_ALL = re.compile(r"是(?:什么|啥)[,，]|内容|说的?(?:是|了)?什么")


def answer_numbered_task(query: Query, index: "Index") -> Draft | NoAnswer | None:
    """The nth task of a task table; a false premise where the table has no such number."""
    library = index.library
    if len(query.ordinals) != 1 or len(query.documents) != 1 or _PROJECTS.search(query.text):
        return None
    tasks = counted_tasks(library, query.documents)
    numbers = [task.seq for task in tasks if task.seq is not None]
    if not TASK_WORD.search(query.text):
        return None
    found = numbered(tasks, query.ordinals[0]) if numbers else tasks_at_number("", query.ordinals, tasks)
    if not numbers and not found:
        return _without_table(query, library)
    if query.operation is Operation.YES_NO and query.units:
        return None
    if found and query.operation in _ASKS_PART and not _ASKS_ALL.search(query.text):
        return None
    if found:
        return Draft(AnswerKind.TASKS, (task_statement(found, _LONGEST_ITEM, library, units=True),), tasks=tuple(found))
    last = max(tasks, key=lambda task: task.seq or 0)
    label = document_label(library, last.document_id)
    message = f"{label}的任务表只到第{last.seq}项，没有第{query.ordinals[0]}项。"
    return NoAnswer(RefusalReason.FALSE_PREMISE, message, task_evidence(last, library))


def _without_table(query: Query, library: Library) -> NoAnswer | None:
    """A false premise: the number of a task in a document that numbers none."""
    if "任务" not in query.text or counted_tasks(library, query.documents):
        return None
    words = file_words(query.documents[0], library)
    return NoAnswer(RefusalReason.FALSE_PREMISE, f"{words}没有任务表，任务没有编号。")
