"""The four lists (tasks, matrices, targets, comparisons) in every form they are handed out in.

Command line and HTTP both take them from here, so that they never differ.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from pydantic import BaseModel

from assistant.comparison import compare
from assistant.matrix import MatrixView, tasks_to_matrix
from assistant.target_list import select_targets
from assistant.task_list import select_tasks
from assistant.views import ComparisonView, IndicatorView, TargetView, TaskView
from corpus.facts import Library
from corpus.task import Role, Task

if TYPE_CHECKING:
    from assistant.exports.sheet import Sheet

__all__ = ["Listing", "TaskFilters", "compare_listing", "matrix_listing", "target_listing", "task_listing"]


@dataclass(frozen=True, slots=True)
class TaskFilters:
    """Which tasks are wanted; None and () mean all."""

    documents: Iterable[str] = ()
    unit: str | None = None
    role: Role = Role.ANY
    due_before: date | None = None

    def select(self, library: Library) -> list[Task]:
        """The tasks, in document and printed order; raises UnknownDocument."""
        return select_tasks(
            library, documents=self.documents, unit=self.unit, role=self.role, due_before=self.due_before
        )


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, its name as a file, and how its other forms are made when they are asked for."""

    stem: str
    views: Sequence[BaseModel]
    csv: Callable[[], bytes]
    xlsx: Callable[[], bytes]
    sheet: "Callable[[], Sheet]"

    def json(self) -> bytes:
        """The views as one JSON array and a line end."""
        views = [view.model_dump(mode="json") for view in self.views]
        return (json.dumps(views, ensure_ascii=False, indent=2) + "\n").encode()


def task_listing(library: Library, filters: TaskFilters) -> Listing:
    """Tasks as TaskViews."""
    from assistant.exports import tasks_to_csv, tasks_to_xlsx
    from assistant.exports.task_sheets import tasks_to_sheet

    tasks = filters.select(library)
    return Listing(
        "任务清单",
        [TaskView.of(task) for task in tasks],
        partial(tasks_to_csv, tasks, library),
        partial(tasks_to_xlsx, tasks, library),
        partial(tasks_to_sheet, tasks, library),
    )


def matrix_listing(library: Library, filters: TaskFilters) -> Listing:
    """One MatrixView a document: units of different documents are never taken for one another."""
    from assistant.exports import matrix_to_csv, matrix_to_xlsx
    from assistant.exports.task_sheets import units_sheet

    tasks = filters.select(library)
    view = tasks_to_matrix(tasks, library)
    return Listing(
        "责任矩阵",
        [_matrix_of(tasks, document_id, library) for document_id in view.documents],
        partial(matrix_to_csv, view, library),
        partial(matrix_to_xlsx, view, library),
        partial(units_sheet, view, library),
    )


def target_listing(
    library: Library,
    documents: Iterable[str] = (),
    indicator: str | None = None,
    scope: str | None = None,
    year: int | None = None,
) -> Listing:
    """Targets as TargetViews."""
    from assistant.exports import targets_to_csv, targets_to_xlsx
    from assistant.exports.target_sheets import targets_to_sheet

    targets = select_targets(library, documents=documents, indicator=indicator, scope=scope, year=year)
    return Listing(
        "指标清单",
        [TargetView.of(target) for target in targets],
        partial(targets_to_csv, targets, library),
        partial(targets_to_xlsx, targets, library),
        partial(targets_to_sheet, targets, library),
    )


def compare_listing(
    library: Library, documents: Iterable[str] = (), indicator: str | None = None, year: int | None = None
) -> tuple[ComparisonView, Listing]:
    """The comparison, and its indicators as a list."""
    from assistant.exports import comparison_to_csv, comparison_to_xlsx
    from assistant.exports.target_sheets import comparison_to_sheets

    view = compare(library, documents=documents, indicator=indicator, year=year)
    indicators: Sequence[IndicatorView] = view.indicators
    return view, Listing(
        "指标对比",
        indicators,
        partial(comparison_to_csv, view, library),
        partial(comparison_to_xlsx, view, library),
        lambda: comparison_to_sheets(view, library)[0],
    )


def _matrix_of(tasks: Sequence[Task], document_id: str, library: Library) -> MatrixView:
    return tasks_to_matrix([task for task in tasks if task.document_id == document_id], library)
