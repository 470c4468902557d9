"""The responsibility matrix: units by tasks, who leads, who answers, totals, and what the documents leave out; and
the units alone, for choosing one.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from assistant.shape import Shape
from assistant.task_list import select_tasks
from assistant.units import folded_forms, group_members
from assistant.views import TaskView
from corpus.extraction.unit_names import looks_like_unit
from corpus.facts import Facts, Library, Unit
from corpus.task import DeadlineKind, Task, TaskOrigin


class Mark(StrEnum):
    """What a unit is in a task."""

    LEAD = "牵头"
    RESPONSIBLE = "责任"
    BOTH = "牵头、责任"
    GUIDING = "指导"


class MatrixTask(Shape):
    """A row. The notes say what the document leaves out."""

    task: TaskView
    """The task of the row."""
    lead_note: str | None
    """Why no lead can be told, in Chinese; null where the task names one."""
    deadline_note: str | None
    """That the document or the row states no 完成时限, in Chinese; null where one is stated."""


class MatrixUnit(Shape):
    """A column: one unit of one document under its fullest name, with its marks by index of the row and its totals."""

    document_id: str
    """Id of the document."""
    unit: str
    """Its fullest name in the document; the name as printed where it is not certain whose that is."""
    aliases: tuple[str, ...] = ()
    """Its other names in the document, certain or inferred."""
    group: bool = False
    """Whether it is the name of a group: 各镇, 行业主管部门."""
    members: tuple[str, ...] = ()
    """Who belongs to a group, where the document defines it."""
    marks: dict[int, Mark]
    """What it is in a task, by index of the row in `tasks`, from 0; rows that do not name it are left out."""
    lead: int
    """Number of tasks in which it leads."""
    responsible: int
    """Number of tasks in which it answers without leading."""
    guiding: int = 0
    """Number of tasks in which it only guides or oversees (指导, 监督); not in `total`."""
    total: int
    """Number of tasks in which it leads or answers."""
    clauses: int = 0
    """How many of `total` are clauses of the text, which the rows of a table may repeat."""


class MatrixView(Shape):
    """Units by tasks over one or more documents; units of different documents are never taken for one another."""

    documents: tuple[str, ...]
    """Ids of the documents that the tasks are from, in the order of the corpus."""
    tasks: tuple[MatrixTask, ...]
    """The rows, in document and printed order."""
    units: tuple[MatrixUnit, ...]
    """The columns, by document, in the order in which the rows first name them."""


class UnitView(Shape):
    """A unit under its fullest name; units of the same name in several documents are one entry."""

    unit: str
    """Its fullest name."""
    aliases: tuple[str, ...]
    """Its other names."""
    documents: tuple[str, ...]
    """Ids of the documents whose tasks name it."""
    tasks: int
    """In how many tasks it leads or answers."""


def tasks_to_matrix(tasks: Sequence[Task], library: Library) -> MatrixView:
    """The matrix of these tasks, rows in their order; units in the order in which their documents first name them."""
    present = {task.document_id for task in tasks}
    parting = {_table_of(task) for task in library.tasks(sorted(present)) if task.lead_units}
    ordered = tuple(document_id for document_id in library.documents if document_id in present)
    columns = [column for document_id in ordered for column in _columns(tasks, library.facts[document_id])]
    rows = tuple(
        MatrixTask(
            task=TaskView.of(task).marked(library),
            lead_note=_lead_note(task, _table_of(task) in parting),
            deadline_note=_deadline_note(task),
        )
        for task in tasks
    )
    return MatrixView(documents=ordered, tasks=rows, units=tuple(columns))


def unit_list(library: Library, documents: Iterable[str] = ()) -> list[UnitView]:
    """The units, those with most tasks first. Raises UnknownDocument."""
    found: dict[str, list[MatrixUnit]] = {}
    for unit in tasks_to_matrix(select_tasks(library, documents=documents), library).units:
        found.setdefault(unit.unit, []).append(unit)
    return sorted((_view(name, units) for name, units in found.items()), key=lambda view: -view.tasks)


def _table_of(task: Task) -> tuple[str, TaskOrigin, str | None]:
    return task.document_id, task.origin, task.place.table


def _lead_note(task: Task, parted: bool) -> str | None:
    if task.lead_units:
        return None
    where = "该表" if task.origin is TaskOrigin.TABLE else "正文条款"
    return "本行未标牵头单位" if parted else f"{where}只列责任单位，未区分牵头单位"


def _deadline_note(task: Task) -> str | None:
    if task.deadline is None:
        return "文件未写完成时限"
    return "本行未写完成时限" if task.deadline.kind is DeadlineKind.NONE else None


def _columns(tasks: Sequence[Task], facts: Facts) -> list[MatrixUnit]:
    own = [(row, task) for row, task in enumerate(tasks) if task.document_id == facts.document_id]
    one_cell = {_table_of(task) for _, task in own} - {_table_of(task) for _, task in own if _lead_apart(task)}
    marks: dict[str, dict[int, Mark]] = {}
    for row, task in own:
        for name in (*task.lead_units, *task.responsible_units, *_guides(task)):
            marks.setdefault(_registered(name, facts), {})
        for name, mark in _marks(task, facts, _table_of(task) in one_cell).items():
            marks[name][row] = mark
    clauses = {row for row, task in own if task.origin is TaskOrigin.CLAUSE}
    return [_column(name, found, facts, clauses) for name, found in marks.items()]


def _lead_apart(task: Task) -> bool:
    """Whether the task's leads stand in a cell of their own."""
    return not set(task.lead_units) <= set(task.responsible_units)


def _marks(task: Task, facts: Facts, one_cell: bool) -> dict[str, Mark]:
    leads = {_registered(name, facts) for name in task.lead_units}
    others = {_registered(name, facts) for name in task.responsible_units}
    both = Mark.LEAD if one_cell else Mark.BOTH
    guides = {_registered(name, facts): Mark.GUIDING for name in _guides(task)}
    return guides | {
        name: Mark.RESPONSIBLE if name not in leads else both if name in others else Mark.LEAD
        for name in leads | others
    }


def _guides(task: Task) -> tuple[str, ...]:
    """The units (no persons) named in a role beside 牵头 and 责任: who guides or oversees."""
    named = (unit for role in task.other_roles for unit in role.units)
    return tuple(unit for unit in named if unit not in task.responsible_units and looks_like_unit(unit))


def _column(name: str, marks: dict[int, Mark], facts: Facts, clauses: set[int]) -> MatrixUnit:
    unit = next((unit for unit in facts.units if unit.name == name), None)
    lead = sum(mark in (Mark.LEAD, Mark.BOTH) for mark in marks.values())
    guiding = sum(mark is Mark.GUIDING for mark in marks.values())
    return MatrixUnit(
        document_id=facts.document_id,
        unit=name,
        aliases=unit.aliases if unit else (),
        group=unit.group if unit else False,
        members=group_members(facts, name),
        marks=marks,
        lead=lead,
        responsible=len(marks) - lead - guiding,
        guiding=guiding,
        total=len(marks) - guiding,
        clauses=sum(row in clauses and mark is not Mark.GUIDING for row, mark in marks.items()),
    )


def _registered(name: str, facts: Facts) -> str:
    """The name under which the register knows the unit; the printed name where it knows none or several."""
    found = [unit for unit in facts.units if _is_called(unit, name)]
    return found[0].name if len(found) == 1 else name


def _is_called(unit: Unit, name: str) -> bool:
    return name == unit.name or bool(
        folded_forms(name) & {form for known in unit.aliases for form in folded_forms(known)}
    )


def _view(name: str, units: list[MatrixUnit]) -> UnitView:
    aliases = dict.fromkeys(alias for unit in units for alias in unit.aliases if alias != name)
    return UnitView(
        unit=name,
        aliases=tuple(aliases),
        documents=tuple(unit.document_id for unit in units),
        tasks=sum(unit.total for unit in units),
    )
