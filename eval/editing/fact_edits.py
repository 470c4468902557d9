"""Edits of facts and rows: units swapped, deadline moved, value changed, row inserted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.quoting import compact
from corpus.table import Cell
from corpus.task import Task
from eval.editing.parts import Part
from eval.editing.sheet import Edit, EditKind, Sheet, gap
from eval.editing.wording import changed_number, count_of, later, new_words, replaced

_SHORTEST_UNIT = 2
_LEADING_NUMBER = re.compile(r"^((?:<tr><td>)?\s{0,4})(\d{1,3})(?=\D)")
_KEPT_COLUMN = re.compile(r"单位|部门|时限|时间|责任|牵头|配合|序号|年|推广范围")


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


def row_edits(sheet: Sheet) -> Iterator[Edit]:
    """A row like another with new words, the numbers of those behind it one higher."""
    for part in sheet.shuffled([one for one in sheet.parts if one.row]):
        at = sheet.at(part)
        following = sheet.parts[at + 1].row
        cells = [cell.text for cell in _new_cells(part)]
        if part.touched or not cells or _merged(part) or (following and any(cell.carried for cell in following.cells)):
            continue
        words = part.words
        for cell in cells:
            words = replaced(words, cell, new_words(sheet.inserted, cell)) or words
        words = words if words[-1:].isspace() else words + gap(sheet.parts[at - 1].words)
        if not part.words[-1:].isspace():
            part.words += gap(sheet.parts[at - 1].words)
        added = replace(part, words=words, original="", reshaped=True, row=None, line=None)
        sheet.parts.insert(at + 1, added)
        _count_on(sheet, at + 1, part)
        named = new_words(sheet.inserted, max(cells, key=len))
        sheet.inserted += 1
        part.reshaped = True
        yield Edit(EditKind.ROW, "", named, added)


def _merged(part: Part) -> bool:
    cells = part.row.cells if part.row else ()
    return any(cell.carried for cell in cells) or any("计" in cell.text[-2:] for cell in cells[:2])


def _new_cells(part: Part) -> list[Cell]:
    """The cells of a row that say what it is about."""
    if part.row is None or part.table is None:
        return []
    named = zip(part.table.columns, part.row.cells, strict=True)
    return [
        cell
        for column, cell in named
        if len(compact(cell.text)) > 1
        and not any(character.isdigit() for character in cell.text[:1])
        and not _KEPT_COLUMN.search(column.path[-1])
        and count_of(cell.text, part.words) == 1
    ]


def _count_on(sheet: Sheet, at: int, like: Part) -> None:
    """Raise the printed numbers of the rows from `at` on, as far as the table goes."""
    for part in sheet.parts[at:]:
        if part.table is not like.table:
            return
        part.words = _LEADING_NUMBER.sub(lambda match: f"{match[1]}{int(match[2]) + 1}", part.words, count=1)
