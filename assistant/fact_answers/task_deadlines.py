"""By when tasks are to be done, in words, or that their table does not say. Knows no questions."""

from collections.abc import Sequence

from assistant.answer import RefusalReason
from assistant.draft import NoAnswer, Statement
from assistant.fact_answers.evidence import header_evidence, table_of, tasks_evidence
from assistant.fact_answers.printed_days import dated_sentences
from assistant.fact_answers.task_words import file_words, grouped, snippet, task_name, task_names
from assistant.passages.labels import document_label
from corpus.facts import Evidence, Library
from corpus.task import Task, TaskOrigin

__all__ = ["dated_items", "deadline_statements", "in_column", "says_when", "without_deadlines"]

_ROOM = 60


def deadline_statements(tasks: Sequence[Task], library: Library) -> tuple[Statement, ...]:
    """One statement for each day, naming the tasks that are due on it."""
    by_day: dict[str, list[Task]] = {}
    for task in tasks:
        by_day.setdefault(task.deadline.raw if task.deadline else "", []).append(task)
    return tuple(_deadline_of(day, group, library, brief=len(by_day) > 1) for day, group in by_day.items())


def dated_items(tasks: Sequence[Task], library: Library) -> tuple[Statement, ...]:
    """One statement for each task: its name and its day, else the days that its measure prints, else that none is."""
    items = []
    for group in grouped(tasks):
        text = f"{task_name(group[0])}：{_days(group) or '没有写明完成时限'}。"
        items.append(Statement(text, tasks_evidence(group, library, header=True)))
    return tuple(items)


def in_column(task: Task) -> bool:
    """Whether a task's deadline stands in a column for deadlines, not in the words of a clause."""
    return task.origin is TaskOrigin.TABLE and task.deadline is not None and bool(task.deadline.raw)


def says_when(task: Task) -> bool:
    """Whether a task has a deadline or its measure prints a day by which to be done."""
    return bool(task.deadline) or bool(dated_sentences(task.measure))


def without_deadlines(task: Task, library: Library) -> NoAnswer:
    """That the task table has no deadlines, and what columns it has; without a table, that the document sets none."""
    table = table_of(task.place, library)
    if table is None:
        message = f"{file_words(task.document_id, library)}没有为各项任务规定完成时限。"
        return NoAnswer(RefusalReason.FALSE_PREMISE, message)
    label = document_label(library, task.document_id)
    columns = "、".join(column.name for column in table.columns)
    message = f"{label}的任务表“{table.caption}”没有完成时限一栏，只有{columns}。"
    caption = Evidence(quote=table.caption, place=table.place)
    return NoAnswer(RefusalReason.FALSE_PREMISE, message, (header_evidence(table), caption))


def _deadline_of(day: str, tasks: Sequence[Task], library: Library, *, brief: bool) -> Statement:
    evidence = tasks_evidence(tasks, library, header=True)
    return Statement(f"{day}（{task_names(tasks, brief=brief)}的完成时限）。", evidence)


def _days(tasks: Sequence[Task]) -> str:
    """The deadlines of the sub-rows of one number; without any, what their measures say by when."""
    days = dict.fromkeys(task.deadline.raw for task in tasks if task.deadline and in_column(task))
    if days:
        return f"完成时限为{'、'.join(days)}"
    return "；".join(snippet(one, _ROOM) for task in tasks for one in dated_sentences(task.measure))
