"""Edits of facts: units swapped, deadline moved, value changed."""

from collections.abc import Iterator, Sequence

from corpus.quoting import compact
from corpus.task import Task
from eval.editing.parts import Part
from eval.editing.sheet import Edit, EditKind, Sheet
from eval.editing.wording import changed_number, later

__all__ = ["deadline_edits", "unit_edits", "value_edits"]

_SHORTEST_UNIT = 2


def unit_edits(sheet: Sheet) -> Iterator[Edit]:
    """Another unit of the document in the place of one that a task names."""
    tasks = sheet.facts.tasks
    names = sorted({unit for task in tasks for unit in task.units if unit.isalnum() and len(unit) > 2})
    for task in sheet.shuffled(tasks):
        part = sheet.part_of(task)
        edit = _other_unit(sheet, task, part, names) if part else None
        if edit:
            yield edit


def _other_unit(sheet: Sheet, task: Task, part: Part, names: Sequence[str]) -> Edit | None:
    """The first unit of a task that stands once in its part, made another one."""
    others = [name for name in names if compact(name) not in compact(part.words)]
    for unit in task.units:
        within = any(unit != other and unit in other for other in task.units)
        if others and len(unit) > _SHORTEST_UNIT and not within and _own(part, unit):
            edit = sheet.change(part, EditKind.UNITS, unit, sheet.random.choice(others))
            if edit:
                return edit
    return None


def deadline_edits(sheet: Sheet) -> Iterator[Edit]:
    """A deadline a year later, or one in the place of 持续推进."""
    for task in sheet.shuffled(sheet.facts.tasks):
        part = sheet.part_of(task)
        if part and task.deadline and task.deadline.raw and _own(part, task.deadline.raw):
            edit = sheet.change(part, EditKind.DEADLINE, task.deadline.raw, later(task.deadline.raw))
            if edit:
                yield edit


def value_edits(sheet: Sheet) -> Iterator[Edit]:
    """Another number of a target."""
    for target in sheet.shuffled(sheet.facts.targets):
        part, number = sheet.part_of(target), target.quantity.number
        if part and target.quantity.high is None and number != "0" and _own(part, number):
            edit = sheet.change(part, EditKind.VALUE, number, changed_number(number, sheet.random.randint(1, 8)))
            if edit:
                yield edit


def _own(part: Part, words: str) -> bool:
    """Whether the words stand in a cell of this row alone, not in one merged with others; of a clause always."""
    if part.row is None:
        return True
    rows = part.table.rows if part.table else ()
    for at, cell in enumerate(part.row.cells):
        if compact(words) in compact(cell.text):
            return not any(row.cells[at].carried and row.cells[at].text == cell.text for row in rows)
    return False
