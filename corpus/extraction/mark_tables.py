"""Tables of marks: units across, tasks down (or the other way), a √ where a unit takes part. Knows no documents."""

import re
from collections.abc import Iterator, Mapping

from corpus.extraction.identity import content_id
from corpus.extraction.role_words import GUIDING, HELPING, LEADING, PLACES
from corpus.extraction.unit_names import looks_like_unit
from corpus.quoting import compact
from corpus.table import Row, Table
from corpus.task import RoleUnits, Task, TaskOrigin

_MARKS = "√✓✔☑●▲★○◎△■◆☆"
_LEADS = re.compile(LEADING)
_WORDS = re.compile(f"{LEADING}|{HELPING}|{GUIDING}|责任|负责")
_MARK = re.compile(f"[{_MARKS}]|{_WORDS.pattern}")
_LEGEND = re.compile(
    rf"[“\"']?([{_MARKS}])[”\"']?(?:者|的|号)?(?:为|表示|代表|是|[:：])?(?:该|本)?项?(?:任务)?({_WORDS.pattern})"
)
_EMPTY = frozenset(("", "-", "—", "/", "□", "☐", "无"))
_FEWEST = 2


def marks_to_tasks(table: Table) -> list[Task]:
    """The tasks of a table of marks; none where the table is none, or neither its columns nor its rows are units."""
    marked = [at for at in range(len(table.columns)) if _is_marked(table, at)]
    if len(marked) < _FEWEST or not any(_mark(row, at) for row in table.rows for at in marked):
        return []
    legend = dict(_LEGEND.findall(compact("".join((table.caption, *table.notes, *(c.name for c in table.columns))))))
    named = [at for at in range(marked[0]) if _holds_words(table, at)]
    if not named:
        return []
    headers = {at: compact(table.columns[at].path[-1]) for at in marked}
    if all(map(looks_like_unit, headers.values())):
        return list(_tasks_down(table, named[-1], headers, legend))
    if re.search(PLACES, compact(table.columns[named[-1]].name)):
        return list(_tasks_across(table, named[-1], headers, legend))
    return []


def _tasks_down(table: Table, name: int, headers: Mapping[int, str], legend: Mapping[str, str]) -> Iterator[Task]:
    for row in table.rows:
        marks = {unit: mark for at, unit in headers.items() if (mark := _mark(row, at))}
        if marks and (task := row.cells[name].text.strip()):
            yield _task(table, row, task, marks, legend)


def _tasks_across(table: Table, name: int, headers: Mapping[int, str], legend: Mapping[str, str]) -> Iterator[Task]:
    for at, task in headers.items():
        marks = {compact(row.cells[name].text): mark for row in table.rows if (mark := _mark(row, at))}
        first = next((row for row in table.rows if _mark(row, at)), None)
        if first is not None:
            yield _task(table, first, task, marks, legend)


def _task(table: Table, row: Row, task: str, marks: Mapping[str, str], legend: Mapping[str, str]) -> Task:
    roles = {unit: legend.get(mark, mark) for unit, mark in marks.items()}
    lead = tuple(unit for unit, role in roles.items() if _LEADS.search(role))
    beside = dict.fromkeys(role for role in roles.values() if re.fullmatch(f"{HELPING}|{GUIDING}", role))
    guides = {unit for unit, role in roles.items() if re.fullmatch(GUIDING, role)}
    return Task(
        id=content_id("marks", row.place.document_id, table.caption, row.place.row, task),
        seq=None,
        category=None,
        task=task,
        measure=task,
        lead_units=lead,
        responsible_units=tuple(unit for unit in roles if unit not in lead and unit not in guides),
        deadline=None,
        other_roles=tuple(
            RoleUnits(role=role, units=tuple(unit for unit, own in roles.items() if own == role)) for role in beside
        ),
        origin=TaskOrigin.TABLE,
        place=row.place,
        quote=row.quote,
    )


def _is_marked(table: Table, at: int) -> bool:
    """Whether a column holds marks and nothing else."""
    cells = [compact(row.cells[at].text) for row in table.rows]
    return all(cell in _EMPTY or _MARK.fullmatch(cell) for cell in cells)


def _mark(row: Row, at: int) -> str | None:
    """The mark in a cell; one that is only carried from the row above is none: an empty cell says nothing."""
    cell = compact(row.cells[at].text)
    return None if cell in _EMPTY or row.cells[at].carried else cell


def _holds_words(table: Table, at: int) -> bool:
    return any(len(compact(row.cells[at].text)) > 1 for row in table.rows)
