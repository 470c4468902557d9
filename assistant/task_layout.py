"""How a list of tasks is laid out in a file: in groups, with the columns one wants. Writes nothing itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.labels import document_label
from corpus.facts import Library
from corpus.task import Task

_NO_DAY = "9999"


class TaskGroup(StrEnum):
    """What tasks that stand together have in common."""

    UNIT = "unit"
    DOCUMENT = "document"
    DEADLINE = "deadline"


class TaskColumn(StrEnum):
    """What can be told of a task in a column of its own."""

    DOCUMENT = "document"
    SEQ = "seq"
    CATEGORY = "category"
    TASK = "task"
    MEASURE = "measure"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class TaskLayout:
    """Groups, and columns: all of them where none is named."""

    group: TaskGroup | None = None
    columns: frozenset[TaskColumn] = frozenset()
    told: str = ""
    """What the list was filtered by, for its head; empty where nothing was left out."""


AS_PRINTED = TaskLayout()
"""In document and printed order, with all columns."""


def groups_of(tasks: Sequence[Task], by: TaskGroup, library: Library) -> list[tuple[str, list[int]]]:
    """Titles and the positions of their tasks: the largest first, deadlines by their day. A task that several units
    lead stands under each of them.
    """
    groups: dict[str, list[int]] = {}
    for at, task in enumerate(tasks):
        for title in _TITLES[by](task, library):
            groups.setdefault(title, []).append(at)
    if by is TaskGroup.UNIT:
        return sorted(groups.items(), key=lambda group: -len(group[1]))
    if by is TaskGroup.DEADLINE:
        return sorted(groups.items(), key=lambda group: _day(tasks[group[1][0]]))
    return list(groups.items())


def _day(task: Task) -> str:
    return str(task.deadline.date) if task.deadline and task.deadline.date else _NO_DAY


def _units(task: Task, _: Library) -> Sequence[str]:
    answering = [f"{unit}（责任）" for unit in task.responsible_units]
    return task.lead_units or answering or ["未列明单位"]


def _documents(task: Task, library: Library) -> Sequence[str]:
    return [document_label(library, task.document_id)]


def _deadlines(task: Task, _: Library) -> Sequence[str]:
    return [task.deadline.raw if task.deadline and task.deadline.raw else "未写明时限"]


_TITLES: dict[TaskGroup, Callable[[Task, Library], Sequence[str]]] = {
    TaskGroup.UNIT: _units,
    TaskGroup.DOCUMENT: _documents,
    TaskGroup.DEADLINE: _deadlines,
}
