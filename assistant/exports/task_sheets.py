"""Task lists and matrices as sheets."""

from collections.abc import Sequence

from assistant.exports.sheet import Column, Sheet, documents_line
from assistant.marked import called
from assistant.matrix import Mark, MatrixTask, MatrixUnit, MatrixView, tasks_to_matrix
from assistant.task_layout import AS_PRINTED, TaskColumn, TaskLayout, groups_of
from corpus.facts import Library
from corpus.task import Task

_NO_DEADLINE = "未写明"
_TASK_COLUMNS: tuple[tuple[Column, TaskColumn | None], ...] = (
    (Column("文件", 8), TaskColumn.DOCUMENT),
    (Column("序号", 6, kind="number"), TaskColumn.SEQ),
    (Column("类别", 14), TaskColumn.CATEGORY),
    (Column("任务", 15), TaskColumn.TASK),
    (Column("具体举措", 46), TaskColumn.MEASURE),
    (Column("牵头单位", 15), TaskColumn.LEAD),
    (Column("责任单位", 20), TaskColumn.RESPONSIBLE),
    (Column("完成时限", 11), TaskColumn.DEADLINE),
    (Column("最后一天", 12, kind="day"), TaskColumn.DEADLINE),
    (Column("来源", 7), None),
    (Column("备注", 14), None),
    (Column("出处", 26), None),
)
"""Columns, and the choice that each belongs to; those of none are there where all are."""
_GROUP = Column("分组", 20)


def tasks_to_sheet(tasks: Sequence[Task], library: Library, layout: TaskLayout = AS_PRINTED) -> Sheet:
    """One row per task, in the given order or in groups; leads marked; rows without lead or deadline say so."""
    view = tasks_to_matrix(tasks, library)
    cells = [_task_row(row, library) for row in view.tasks]
    kept = [at for at, (_, choice) in enumerate(_TASK_COLUMNS) if not layout.columns or choice in layout.columns]
    groups = groups_of(tasks, layout.group, library) if layout.group else [("", list(range(len(tasks))))]
    order = [(title, at) for title, positions in groups for at in positions]
    columns = tuple(_TASK_COLUMNS[at][0] for at in kept)
    rows = tuple(tuple(cells[at][column] for column in kept) for _, at in order)
    if layout.group:
        columns, rows = (_GROUP, *columns), tuple((title, *row) for (title, _), row in zip(order, rows, strict=True))
    lead = next((at for at, column in enumerate(columns) if column.name == "牵头单位"), None)
    marked = frozenset((line, lead) for line, (_, at) in enumerate(order) if lead is not None and tasks[at].lead_units)
    subtitle = "。".join(filter(None, (documents_line(library, view.documents), layout.told)))
    return Sheet("任务清单", "任务清单", subtitle, columns, rows, marked, (f"共{len(tasks)}项任务。",))


def matrix_to_sheets(view: MatrixView, library: Library) -> list[Sheet]:
    """One sheet per document, tasks down and units across, then one with the totals of all units."""
    sheets = [_matrix_sheet(view, document_id, library) for document_id in view.documents]
    return [*sheets, units_sheet(view, library)]


def units_sheet(view: MatrixView, library: Library) -> Sheet:
    """One row per unit of a document: how often it leads, how often it answers, who belongs to it."""
    columns = (
        Column("文件", 30),
        Column("单位", 28),
        Column("其他写法", 28),
        Column("牵头", 8, kind="number"),
        Column("责任", 8, kind="number"),
        Column("合计", 8, kind="number"),
        Column("其中正文条款", 12, kind="number"),
        Column("成员（文件有定义的）", 50),
    )
    rows = tuple(
        (
            library.document(unit.document_id).metadata.title,
            unit.unit,
            "、".join(name for name in unit.aliases if name != unit.unit),
            str(unit.lead),
            str(unit.responsible),
            str(unit.total),
            str(unit.clauses),
            "、".join(unit.members),
        )
        for unit in sorted(view.units, key=lambda unit: (view.documents.index(unit.document_id), -unit.total))
    )
    return Sheet("单位汇总", "单位任务数汇总", documents_line(library, view.documents), columns, rows)


def _task_row(row: MatrixTask, library: Library) -> tuple[str, ...]:
    task = row.task
    document = library.document(task.document_id)
    return (
        called(library, document.id),
        task.number or "",
        task.category or "",
        task.task,
        task.measure,
        "、".join(task.lead_units),
        "、".join(task.responsible_units),
        task.deadline.raw if task.deadline and task.deadline.raw else _NO_DEADLINE,
        str(task.deadline.date) if task.deadline and task.deadline.date else "",
        "任务表" if task.origin == "table" else "正文",
        _notes(row),
        task.place.removeprefix(document.name).strip(),
    )


def _notes(row: MatrixTask) -> str:
    return "；".join(note for note in (row.lead_note, row.deadline_note) if note)


def _matrix_sheet(view: MatrixView, document_id: str, library: Library) -> Sheet:
    document = library.document(document_id)
    rows = [(at, row) for at, row in enumerate(view.tasks) if row.task.document_id == document_id]
    units = [unit for unit in view.units if unit.document_id == document_id]
    fixed = (
        Column("序号", 6, kind="number"),
        Column("任务", 18),
        Column("具体举措", 48),
        Column("完成时限", 12),
        Column("备注", 14),
    )
    columns = (*fixed, *(Column(unit.unit, 5, upright=True, kind="number") for unit in units))
    body = tuple((*_matrix_row(row), *(unit.marks.get(at, "") for unit in units)) for at, row in rows)
    marked = frozenset(
        (line, len(fixed) + column)
        for line, (at, _) in enumerate(rows)
        for column, unit in enumerate(units)
        if unit.marks.get(at) in (Mark.LEAD, Mark.BOTH)
    )
    name = document.source.regions[0] if document.source.regions else document.id
    return Sheet(name, "责任矩阵", f"依据文件：{document.name}", columns, body + _totals(units), marked, totals=3)


def _matrix_row(row: MatrixTask) -> tuple[str, ...]:
    task = row.task
    deadline = task.deadline.raw if task.deadline and task.deadline.raw else _NO_DEADLINE
    return task.number or "正文", task.task, task.measure, deadline, _notes(row)


def _totals(units: Sequence[MatrixUnit]) -> tuple[tuple[str, ...], ...]:
    return (
        ("", "", "牵头任务数", "", "", *(str(unit.lead) for unit in units)),
        ("", "", "责任任务数", "", "", *(str(unit.responsible) for unit in units)),
        ("", "", "合计", "", "", *(str(unit.total) for unit in units)),
    )
