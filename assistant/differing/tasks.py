"""Changes of tasks: who, what and by when, field by field."""

from collections.abc import Mapping, Sequence

from assistant.differing.change import Change, Subject
from assistant.differing.facts import Telling, fact_changes
from assistant.differing.pairing import Known, Ways
from assistant.differing.pieces import without_number
from assistant.differing.words import likeness, plain
from corpus.task import Task, TaskOrigin

__all__ = ["task_changes"]

_NAMES: Mapping[str, str] = {
    "category": "类别",
    "task": "任务",
    "measure": "具体举措",
    "lead_units": "牵头单位",
    "responsible_units": "责任单位",
    "other_roles": "其他单位",
    "deadline": "完成时限",
}
_SHOWN = 40


def task_changes(old: Sequence[Task], new: Sequence[Task], known: Known) -> list[Change]:
    """The tasks that were added, removed or changed."""
    return fact_changes(old, new, _WAYS, _TELLING, known)


def _words(task: Task) -> str:
    return plain(task.measure if plain(task.task) in plain(task.measure) else f"{task.task}{task.measure}")


def _score(one: Task, other: Task) -> float:
    """How alike the words are; the same number in the same kind of place counts a little."""
    numbered = one.number is not None and one.number == other.number
    return min(1.0, likeness(_words(one), _words(other)) + 0.1 * (numbered and one.origin is other.origin))


_WAYS: Ways[Task] = Ways(
    keys=(
        lambda task: (task.origin, plain(task.task), plain(task.measure), task.lead_units, task.responsible_units),
        lambda task: (task.origin, plain(task.task), plain(task.measure)),
    ),
    words=_words,
    score=_score,
)


def _values(task: Task) -> dict[str, str]:
    """By field; the heading above a clause is told by its clauses."""
    return {
        "category": (task.category or "") if task.origin is TaskOrigin.TABLE else "",
        "task": task.task,
        "measure": task.measure,
        "lead_units": "、".join(task.lead_units),
        "responsible_units": "、".join(task.responsible_units),
        "other_roles": "；".join(f"{role.role}：{'、'.join(role.units)}" for role in task.other_roles),
        "deadline": task.deadline.raw if task.deadline else "",
    }


def _title(task: Task) -> str:
    return task.task if len(task.task) <= _SHOWN else f"{task.task[:_SHOWN]}…"


def _told(task: Task) -> str:
    """The task in one line: what, who, by when."""
    named = {name: _values(task)[key] for key, name in _NAMES.items() if key not in ("category", "task", "measure")}
    who = "；".join(f"{name}：{value}" for name, value in named.items() if value)
    head = f"{task.number}. {task.task}" if task.number else task.task
    what = head if plain(task.measure) in plain(head) else f"{head}：{task.measure}"
    return f"{what.rstrip('。')}。{who}" if who else what


def _same(key: str, old: str, new: str, alike: bool) -> bool:
    """A task that keeps its words is the same under another heading: where it went is told by its clause."""
    return without_number(old) == without_number(new) or (alike and key == "task")


_TELLING: Telling[Task] = Telling(Subject.TASK, _NAMES, _values, _same, _title, _told)
