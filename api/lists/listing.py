"""The lists of facts (tasks, matrices, targets, comparisons) in every form they are handed out in.

Command line and HTTP both take them from here, so that they never differ.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from pydantic import BaseModel

from assistant.comparison import compare
from assistant.labels import document_label
from assistant.matrix import tasks_to_matrix
from assistant.target_list import select_targets
from assistant.task_layout import AS_PRINTED, TaskLayout
from assistant.task_list import select_tasks
from assistant.views import ComparisonView, TargetView, TaskView
from corpus.errors import BadRequest
from corpus.facts import Library
from corpus.task import Role, Task, TaskOrigin

if TYPE_CHECKING:
    from assistant.exports.sheet import Sheet

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
"""What no file system takes in a name."""
_BETWEEN = re.compile("[、，,；;]")
"""What stands between the indicators of a comparison of several."""
_ROLES = {Role.LEAD: "（牵头）", Role.RESPONSIBLE: "（责任）", Role.ANY: ""}
_ORIGINS = {TaskOrigin.TABLE: "不含正文条款", TaskOrigin.CLAUSE: "只有正文条款"}
_NAMED = 3
"""Places up to which the name of a file says them all."""


@dataclass(frozen=True, slots=True)
class TaskFilters:
    """Which tasks are wanted; None and () mean all."""

    documents: Sequence[str] = ()
    unit: str | None = None
    role: Role = Role.ANY
    due_before: date | None = None
    words: str | None = None
    origin: TaskOrigin | None = None

    def select(self, library: Library) -> list[Task]:
        """The tasks, in document and printed order; raises UnknownDocument."""
        return select_tasks(
            library,
            documents=self.documents,
            unit=self.unit,
            role=self.role,
            due_before=self.due_before,
            words=self.words,
            origin=self.origin,
        )

    def told(self) -> str:
        """What the list was filtered by besides its documents, in words; empty where it was by nothing."""
        said = (
            f"单位：{self.unit}{_ROLES[self.role]}" if self.unit else "",
            f"到期不晚于：{self.due_before}" if self.due_before else "",
            f"含有：{self.words}" if self.words else "",
            _ORIGINS[self.origin] if self.origin else "",
        )
        return f"筛选：{'；'.join(filter(None, said))}" if any(said) else ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, its name as a file, and how its other forms are made when they are asked for."""

    stem: str
    views: Sequence[BaseModel]
    sheet: "Callable[[], Sheet]"
    """The list for the eye."""
    files: Mapping[str, Callable[[], bytes]]
    """By what the names of the files end in: csv, xlsx, docx."""
    about: str = ""
    """What was asked for: places, a unit, an indicator; empty where it is everything."""

    def name(self, day: date) -> str:
        """苏州_任务清单_2026-11-28: as a file, what it is about, what it is, and the day it was made."""
        return _FORBIDDEN.sub("", "_".join(filter(None, (self.about, self.stem, str(day)))))

    def json(self) -> bytes:
        """The views as one JSON array and a line end."""
        views = [view.model_dump(mode="json") for view in self.views]
        return (json.dumps(views, ensure_ascii=False, indent=2) + "\n").encode()

    def file(self, form: str) -> bytes:
        """The list as a file of this form, json among them. Raises BadRequest for a form it does not have."""
        if form == "json":
            return self.json()
        if form not in self.files:
            raise BadRequest(f"{self.stem}没有 {form} 形式。", f"可以用：json、{'、'.join(self.files)}。")
        return self.files[form]()


def about(library: Library, documents: Sequence[str], named: str | None = None) -> str:
    """What a list is about, for the name of its file: the documents, unit or indicator asked for; empty for none."""
    names = list(dict.fromkeys(document_label(library, document_id).strip("《》") for document_id in documents))
    places = "、".join(names) if len(names) <= _NAMED else f"{len(documents)}份文件"
    return "_".join(filter(None, (places, named)))


def table_files(
    library: Library,
    documents: Iterable[str],
    sheets: "Callable[[], list[Sheet]]",
    csv: "Callable[[], list[Sheet]] | None" = None,
) -> dict[str, Callable[[], bytes]]:
    """A list as a workbook of its sheets and of the documents it rests on, and as csv, of other sheets where given."""
    from assistant.exports.sheet_files import sheets_to_csv, sourced_xlsx

    return {
        "csv": lambda: sheets_to_csv((csv or sheets)()),
        "xlsx": lambda: sourced_xlsx(sheets(), library, documents),
    }


def task_listing(library: Library, filters: TaskFilters, layout: TaskLayout = AS_PRINTED) -> Listing:
    """Tasks as TaskViews; their sheet and their files laid out as wanted."""
    from assistant.exports.docx_files import tasks_to_docx
    from assistant.exports.task_sheets import tasks_to_sheet

    tasks, layout = filters.select(library), replace(layout, told=filters.told())
    sheet = partial(tasks_to_sheet, tasks, library, layout)
    files = table_files(library, {task.document_id for task in tasks}, lambda: [sheet()])
    return Listing(
        "任务清单",
        [TaskView.of(task).marked(library) for task in tasks],
        sheet,
        files | {"docx": partial(tasks_to_docx, tasks, library, layout), "ics": partial(calendar, tasks, library)},
        about(library, filters.documents, filters.unit),
    )


def matrix_listing(library: Library, filters: TaskFilters) -> Listing:
    """One MatrixView a document: units of different documents are never taken for one another. The csv has the matrix
    of each document, the workbook the totals of all units too.
    """
    from assistant.exports.docx_files import matrix_to_docx
    from assistant.exports.task_sheets import matrix_to_sheets, units_sheet

    tasks = filters.select(library)
    view = tasks_to_matrix(tasks, library)
    sheets = partial(matrix_to_sheets, view, library)
    files = table_files(library, view.documents, sheets, lambda: sheets()[:-1])
    return Listing(
        "责任矩阵",
        [tasks_to_matrix([task for task in tasks if task.document_id == one], library) for one in view.documents],
        partial(units_sheet, view, library),
        files | {"docx": partial(matrix_to_docx, view, library)},
        about(library, filters.documents, filters.unit),
    )


def target_listing(
    library: Library,
    documents: Sequence[str] = (),
    indicator: str | None = None,
    scope: str | None = None,
    year: int | None = None,
) -> Listing:
    """Targets as TargetViews."""
    from assistant.exports.target_sheets import targets_to_sheet

    targets = select_targets(library, documents=documents, indicator=indicator, scope=scope, year=year)
    sheet = partial(targets_to_sheet, targets, library)
    return Listing(
        "指标清单",
        [TargetView.of(target).marked(library) for target in targets],
        sheet,
        table_files(library, {target.document_id for target in targets}, lambda: [sheet()]),
        about(library, documents, indicator),
    )


def compare_listing(
    library: Library,
    documents: Sequence[str] = (),
    indicator: str | None = None,
    year: int | None = None,
    *,
    tables: bool = True,
) -> tuple[ComparisonView, Listing]:
    """The comparison, and its indicators as a list; `tables`: pictures of it have their table below them."""
    from assistant.exports.charts import svg_to_png
    from assistant.exports.docx_files import comparison_to_docx
    from assistant.exports.target_sheets import comparison_to_sheets, detail_sheet, overview_sheet

    view = _compared(library, documents, indicator, year)
    files = table_files(
        library, view.documents, partial(comparison_to_sheets, view, library), lambda: [detail_sheet(view, library)]
    )
    return view, Listing(
        "指标比较",
        view.indicators,
        partial(overview_sheet, view, library),
        files
        | {
            "docx": partial(comparison_to_docx, view, library),
            "svg": lambda: _chart(view, library, tables).encode(),
            "png": lambda: svg_to_png(_chart(view, library, tables)),
        },
        about(library, documents, indicator),
    )


def calendar(tasks: Sequence[Task], library: Library) -> bytes:
    """The tasks with a last day as a calendar. Raises BadRequest where none has one: programs refuse an empty one."""
    from assistant.exports.calendars import tasks_to_ics

    if not any(task.deadline and task.deadline.date for task in tasks):
        raise BadRequest("这些任务都没有写明最后一天，没有可以放进日历的。", "请放宽筛选条件，或改用表格。")
    return tasks_to_ics(tasks, library)


def _chart(view: ComparisonView, library: Library, tables: bool) -> str:
    from assistant.exports.charts import comparison_to_svg

    if not view.indicators:
        raise BadRequest("各份文件都没有这个指标，画不出图。", "请换一种说法。")
    return comparison_to_svg(view.indicators, library, tables=tables)


def _compared(library: Library, documents: Sequence[str], indicator: str | None, year: int | None) -> ComparisonView:
    """The comparison of one indicator or of several that are listed, each row once."""
    names = [name for name in _BETWEEN.split(indicator or "") if name] or [None]
    views = [compare(library, documents=documents, indicator=name, year=year) for name in names]
    rows = {row.model_dump_json(): row for view in views for row in view.indicators}
    return ComparisonView(documents=views[0].documents, indicators=tuple(rows.values()))
