"""The deadline view: what is due within so many days of a day, what goes on, and where the documents name no day."""

from collections.abc import Iterable
from datetime import date, timedelta

from pydantic import BaseModel, ConfigDict

from assistant.task_list import select_tasks
from assistant.views import TaskView
from corpus.errors import BadRequest
from corpus.facts import Library
from corpus.task import DeadlineKind, Role, Task

__all__ = ["DeadlineOverview", "deadline_overview"]


class DeadlineOverview(BaseModel):
    """Every task in exactly one list: by its last day seen from `day`, or by why there is none."""

    model_config = ConfigDict(frozen=True)

    day: date
    days: int
    overdue: tuple[TaskView, ...]
    """The last day was before `day`. Whether the task was done, the documents do not say."""
    due: tuple[TaskView, ...]
    """The last day is from `day` to `days` days later, both included."""
    later: tuple[TaskView, ...]
    ongoing: tuple[TaskView, ...]
    """持续推进, 长期."""
    period: tuple[TaskView, ...]
    """每年, 2023—2025年 and the like, without a last day."""
    unstated: tuple[TaskView, ...]
    """No deadline is printed."""


def deadline_overview(
    library: Library,
    day: date,
    days: int = 30,
    *,
    documents: Iterable[str] = (),
    unit: str | None = None,
    role: Role = Role.ANY,
    category: str | None = None,
) -> DeadlineOverview:
    """The tasks that pass the filters of `select_tasks`, the earliest first. Raises BadRequest for negative `days`."""
    if days < 0:
        raise BadRequest(f"天数不能为负（{days}）。", "请给出 0 或更大的天数。")
    tasks = select_tasks(library, documents=documents, unit=unit, role=role, category=category)
    dated = sorted((task for task in tasks if _day(task)), key=lambda task: _day(task) or day)
    horizon = day + timedelta(days=days)
    return DeadlineOverview(
        day=day,
        days=days,
        overdue=_views(task for task in dated if (_day(task) or day) < day),
        due=_views(task for task in dated if day <= (_day(task) or day) <= horizon),
        later=_views(task for task in dated if (_day(task) or day) > horizon),
        ongoing=_views(task for task in tasks if _kind(task) is DeadlineKind.ONGOING),
        period=_views(task for task in tasks if _kind(task) is DeadlineKind.PERIOD),
        unstated=_views(task for task in tasks if _kind(task) in (DeadlineKind.NONE, DeadlineKind.BY_DATE)),
    )


def _day(task: Task) -> date | None:
    return task.deadline.date if task.deadline else None


def _kind(task: Task) -> DeadlineKind | None:
    """The kind of deadline of a task without a day; None for one with a day."""
    if task.deadline is None:
        return DeadlineKind.NONE
    return None if task.deadline.date else task.deadline.kind


def _views(tasks: Iterable[Task]) -> tuple[TaskView, ...]:
    return tuple(TaskView.of(task) for task in tasks)
