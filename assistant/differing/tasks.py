"""Changes of tasks: who, what and by when, field by field."""

from collections.abc import Mapping, Sequence

from assistant.differing.change import Change, Field, Kind, Side, Subject
from assistant.differing.notes import fact_note
from assistant.differing.pairing import Known, Ways, pair_facts
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
    paired = pair_facts(old, new, _WAYS, known)
    changed = [
        _change(Kind.CHANGED, one, other, fields) for one, other in paired.both if (fields := _fields(one, other))
    ]
    added = [_change(Kind.ADDED, None, task) for task in paired.new]
    return [*changed, *added, *(_change(Kind.REMOVED, task, None) for task in paired.old)]


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
    place=lambda task: task.place,
)


def _fields(one: Task, other: Task) -> tuple[Field, ...]:
    before, after = _values(one), _values(other)
    return tuple(
        Field(key=key, name=name, old=before[key] or None, new=after[key] or None)
        for key, name in _NAMES.items()
        if without_number(before[key]) != without_number(after[key])
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


def _change(kind: Kind, one: Task | None, other: Task | None, fields: tuple[Field, ...] = ()) -> Change:
    task = other or one
    title = task.task if task else ""
    return Change(
        subject=Subject.TASK,
        kind=kind,
        title=title if len(title) <= _SHOWN else f"{title[:_SHOWN]}…",
        fields=fields,
        note=fact_note(kind, Subject.TASK, fields),
        old=_sides(one),
        new=_sides(other),
    )


def _sides(task: Task | None) -> tuple[Side, ...]:
    if task is None:
        return ()
    place = task.place
    return (Side(text=_told(task), quote=task.quote, place=str(place), line=place.line, page=place.page),)


def _told(task: Task) -> str:
    """The task in one line: what, who, by when."""
    named = {name: _values(task)[key] for key, name in _NAMES.items() if key not in ("category", "task", "measure")}
    who = "；".join(f"{name}：{value}" for name, value in named.items() if value)
    head = f"{task.number}. {task.task}" if task.number else task.task
    what = head if plain(task.measure) in plain(head) else f"{head}：{task.measure}"
    return f"{what.rstrip('。')}。{who}" if who else what
