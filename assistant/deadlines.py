"""The deadline view: what is due within so many days of a day, what goes on, and where the documents name no day."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum

from assistant.differing.deadlines import Moved
from assistant.shape import Shape
from assistant.task_list import select_tasks
from assistant.views import TaskView
from corpus.errors import BadRequest
from corpus.facts import Library
from corpus.task import DeadlineKind, Role, Task

_MOST_DAYS = 3660


class DeadlineState(StrEnum):
    """Where a task stands, seen from a day; the lists of DeadlineOverview have these names."""

    OVERDUE = "overdue"
    DUE = "due"
    LATER = "later"
    ONGOING = "ongoing"
    PERIOD = "period"
    UNKNOWN = "unknown"
    UNSTATED = "unstated"


class DeadlineTask(TaskView):
    """A task, and whether its deadline moved."""

    moved_from: str | None = None
    """Its deadline as printed in the version before; null where that is the same, or where none is known."""


class DeadlineEntry(DeadlineTask):
    """A task with where it stands."""

    state: DeadlineState
    """Where the task stands, seen from the day asked for."""


class DeadlineOverview(Shape):
    """Every task in exactly one list: by its last day seen from `day`, or by why there is none."""

    day: date
    """The day that the tasks are seen from, ISO 8601."""
    days: int
    """How many days after `day` a task still counts as due."""
    overdue: tuple[DeadlineTask, ...]
    """The last day was before `day`. Whether the task was done, the documents do not say."""
    due: tuple[DeadlineTask, ...]
    """The last day is from `day` to `days` days later, both included."""
    later: tuple[DeadlineTask, ...]
    """The last day is more than `days` days after `day`."""
    ongoing: tuple[DeadlineTask, ...]
    """持续推进, 长期."""
    period: tuple[DeadlineTask, ...]
    """每年 and the like, without a last day."""
    unknown: tuple[DeadlineTask, ...]
    """A deadline is printed whose words were not understood (未能识别)."""
    unstated: tuple[DeadlineTask, ...]
    """No deadline is printed."""

    def entries(self) -> list[DeadlineEntry]:
        """All tasks in one list, each with its state; the lists in the order above."""
        return [
            DeadlineEntry(state=state, **dict(task)) for state in DeadlineState for task in getattr(self, state.value)
        ]


def tasks_by_deadline(tasks: Sequence[Task], day: date, days: int = 30) -> dict[DeadlineState, list[Task]]:
    """The tasks parted by where they stand, every state present; dated ones the earliest first.

    Raises BadRequest where the days are not between 0 and ten years.
    """
    if not 0 <= days <= _MOST_DAYS:
        raise BadRequest(f"天数不能用（{days}）。", f"请给出 0 到 {_MOST_DAYS} 之间的天数。")
    found: dict[DeadlineState, list[Task]] = {state: [] for state in DeadlineState}
    dated = sorted((task for task in tasks if _day(task)), key=lambda task: _day(task) or day)
    for task in (*dated, *(task for task in tasks if not _day(task))):
        found[_state(task, day, days)].append(task)
    return found


def deadline_overview(
    library: Library,
    day: date,
    days: int = 30,
    *,
    documents: Iterable[str] = (),
    unit: str | None = None,
    role: Role = Role.ANY,
    category: str | None = None,
    moved: Moved | None = None,
) -> DeadlineOverview:
    """The tasks that pass the filters of `select_tasks`, the earliest first, those whose deadline `moved` marked.

    Raises BadRequest for bad `days`.
    """
    tasks = select_tasks(library, documents=documents, unit=unit, role=role, category=category)
    lists = {
        state.value: tuple(_view(task, moved or {}).marked(library) for task in found)
        for state, found in tasks_by_deadline(tasks, day, days).items()
    }
    return DeadlineOverview(day=day, days=days, **lists)


def _view(task: Task, moved: Moved) -> DeadlineTask:
    view = DeadlineTask(**dict(TaskView.of(task)))
    return view.model_copy(update={"moved_from": moved.get((task.document_id, task.quote))})


def _state(task: Task, day: date, days: int) -> DeadlineState:
    last = _day(task)
    if last is not None:
        if last < day:
            return DeadlineState.OVERDUE
        return DeadlineState.DUE if (last - day) <= timedelta(days=days) else DeadlineState.LATER
    kinds = {
        DeadlineKind.ONGOING: DeadlineState.ONGOING,
        DeadlineKind.PERIOD: DeadlineState.PERIOD,
        DeadlineKind.UNKNOWN: DeadlineState.UNKNOWN,
    }
    kind = task.deadline.kind if task.deadline else DeadlineKind.NONE
    return kinds.get(kind, DeadlineState.UNSTATED)


def _day(task: Task) -> date | None:
    return task.deadline.date if task.deadline else None
