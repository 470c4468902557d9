"""Task tables: rows with a unit column become tasks.

A table is a task table because a column of it holds units. Knows column roles, not documents.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Document
from corpus.extraction.assignments import Assignment, starts_with_role, words_to_assignment
from corpus.extraction.deadlines import deadline_from_text
from corpus.extraction.identity import content_id
from corpus.extraction.lead_rules import LeadRule, apply_rule, stated_rule
from corpus.extraction.roles import ColumnRole, column_roles
from corpus.extraction.unit_names import split_units
from corpus.quoting import compact
from corpus.table import Row, Table
from corpus.task import Task, TaskOrigin

__all__ = ["table_to_tasks", "tables_to_tasks"]

_UNIT_ROLES = (ColumnRole.LEAD, ColumnRole.RESPONSIBLE)
_TOTALS = ("合计", "总计", "小计")


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which columns of a task table hold what, by index; the text columns in printed order."""

    seq: tuple[int, ...]
    texts: tuple[int, ...]
    lead: tuple[int, ...]
    responsible: tuple[int, ...]
    deadline: tuple[int, ...]


def tables_to_tasks(document: Document) -> list[Task]:
    """The tasks of all task tables of the document, in printed order."""
    return [task for table in document.tables for task in table_to_tasks(table)]


def table_to_tasks(table: Table) -> list[Task]:
    """The tasks of one table; none where no column holds units."""
    layout = _layout(table)
    if layout is None:
        return []
    rule = stated_rule((*table.notes, table.caption, *(column.name for column in table.columns)))
    tasks: list[Task] = []
    section: str | None = None
    for row in table.rows:
        if _is_section(row, layout):
            section = compact(row.cells[layout.texts[0]].text)
        elif _says_something(row, layout):
            tasks.append(_task(row, table, layout, rule, section))
    return tasks


def _layout(table: Table) -> _Layout | None:
    roles = column_roles(table.columns)

    def having(*wanted: ColumnRole) -> tuple[int, ...]:
        return tuple(at for at, role in enumerate(roles) if role in wanted)

    texts = having(ColumnRole.TEXT)
    if not having(*_UNIT_ROLES) or not texts:
        return None
    return _Layout(
        having(ColumnRole.SEQ),
        texts,
        having(ColumnRole.LEAD),
        having(ColumnRole.RESPONSIBLE),
        having(ColumnRole.DEADLINE),
    )


def _is_section(row: Row, layout: _Layout) -> bool:
    """A row that is one merged cell over text and unit columns: a section title inside the table."""
    units = [row.cells[at] for at in (*layout.lead, *layout.responsible)]
    text = row.cells[layout.texts[0]].text
    return bool(text) and all(cell.carried and cell.text == text for cell in units)


def _says_something(row: Row, layout: _Layout) -> bool:
    first = next((compact(cell.text) for cell in row.cells if cell.text.strip()), "")
    return bool(row.cells[layout.texts[-1]].text.strip()) and not first.endswith(_TOTALS)


def _task(row: Row, table: Table, layout: _Layout, rule: LeadRule | None, section: str | None) -> Task:
    texts = [row.cells[at].text.strip() for at in layout.texts]
    assignment = _assignment(row, layout, rule)
    category = texts[-3] if len(texts) > 2 else section
    task, measure = texts[-2] if len(texts) > 1 else texts[-1], texts[-1]
    seq = _number(row, layout.seq)
    place = row.place
    return Task(
        id=content_id("task", place.document_id, table.caption, place.row, seq, task, measure),
        seq=seq,
        category=category,
        task=task,
        measure=measure,
        lead_units=assignment.lead,
        responsible_units=assignment.responsible,
        deadline=deadline_from_text(_joined(row, layout.deadline)) if layout.deadline else None,
        origin=TaskOrigin.TABLE,
        place=place,
        quote=row.quote,
        open_ended=assignment.open_ended,
    )


def _assignment(row: Row, layout: _Layout, rule: LeadRule | None) -> Assignment:
    """Leads from their own column, or from the shared one by label, verb or stated rule.

    Where one column holds both, `responsible` is the whole cell as printed.
    """
    lead = split_units(_joined(row, layout.lead))
    words = _joined(row, layout.responsible)
    spoken = words_to_assignment(words) if starts_with_role(words) or "牵头" in words else None
    if spoken and not lead.names:
        return spoken
    shared = split_units(words)
    marked, everyone = apply_rule(shared, None if lead.names else rule)
    return Assignment((*lead.names, *marked), everyone, lead.open_ended or shared.open_ended)


def _joined(row: Row, columns: Sequence[int]) -> str:
    return "、".join(text for at in columns if (text := row.cells[at].text.strip()))


def _number(row: Row, columns: Sequence[int]) -> int | None:
    digits = compact(row.cells[columns[0]].text).rstrip(".．、") if columns else ""
    return int(digits) if digits.isdecimal() and len(digits) < 6 else None
