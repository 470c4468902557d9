"""Task tables: rows with a unit column become tasks.

A table is a task table because a column of it holds units. Knows column roles, not documents.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document import Document
from corpus.extraction.assignments import Assignment, starts_with_role, words_to_assignment
from corpus.extraction.brackets import bracket_groups
from corpus.extraction.column_kinds import ColumnKind, column_kinds, holds_numbers, telling_columns
from corpus.extraction.deadlines import deadline_from_text, deadline_in_clause
from corpus.extraction.guarding import Each, unguarded
from corpus.extraction.identity import content_id
from corpus.extraction.lead_rules import LeadRule, apply_rule, stated_rule
from corpus.extraction.mark_tables import marks_to_tasks
from corpus.extraction.periods import own_year, title_year
from corpus.extraction.role_words import is_helping, persons_of_header, role_of_header, says_work
from corpus.extraction.setting import UNKNOWN, Setting, setting_of
from corpus.extraction.unit_names import looks_like_unit, split_units
from corpus.folding.numerals import numeral_to_int
from corpus.folding.ordinals import ordinal_key
from corpus.quoting import compact
from corpus.table import Cell, Row, Table
from corpus.task import Deadline, RoleUnits, Task, TaskOrigin

_UNITS = (ColumnKind.LEAD, ColumnKind.RESPONSIBLE, ColumnKind.HELPING)
_POINTS = re.compile(r"分值|[计赋满]分|标准分|权重")
"""How much work counts, not how large it is or how well it was done (得分)."""
_TOTALS = ("合计", "总计", "小计")
_MOST_SEQ = 99999


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which columns of a task table hold what, by index; the text columns in printed order."""

    seq: tuple[int, ...]
    texts: tuple[int, ...]
    lead: tuple[int, ...]
    responsible: tuple[int, ...]
    beside: tuple[int, ...]
    deadline: tuple[int, ...]
    names: tuple[str, ...]
    """The role that each column's header names; empty where it names none."""
    persons: tuple[str, ...]
    """The role of persons that a column of units names besides; empty for most."""

    @property
    def units(self) -> tuple[int, ...]:
        """All columns of units."""
        return (*self.lead, *self.responsible, *self.beside)


def tables_to_tasks(document: Document, each: Each = unguarded) -> list[Task]:
    """The tasks of all task tables of the document, in printed order."""
    year, setting = own_year(document), setting_of(document)
    return list(each(lambda table: table_to_tasks(table, year, setting), document.tables))


def table_to_tasks(table: Table, year: int | None = None, setting: Setting = UNKNOWN) -> list[Task]:
    """The tasks of one table; none where no column holds units. 6月底前 is of the caption's year, else of `year`."""
    layout = _layout(table, _with_marked(table, column_kinds(table, setting)))
    if layout is None:
        return marks_to_tasks(table)
    rule = stated_rule((*table.notes, table.caption, *(column.name for column in table.columns)))
    year = title_year(table.caption) or year
    tasks: list[Task] = []
    section: str | None = None
    for row in table.rows:
        if title := _section_title(row, layout):
            section = title
        elif _says_something(row, layout):
            tasks.append(_task(row, table, layout, rule, section, year))
    return tasks


def _layout(table: Table, kinds: Sequence[ColumnKind]) -> _Layout | None:
    """Which columns hold what; None where nobody is to do anything: a list says whose things are how large."""

    def having(*wanted: ColumnKind) -> tuple[int, ...]:
        return tuple(at for at, kind in enumerate(kinds) if kind in wanted)

    headers = [compact(column.name) for column in table.columns]
    answering = _answering(headers, having(ColumnKind.RESPONSIBLE))
    units = min((*having(ColumnKind.LEAD, ColumnKind.HELPING), *answering), default=0)
    texts, timed = telling_columns(table, kinds, units), having(ColumnKind.DEADLINE)
    told = having(ColumnKind.LEAD, ColumnKind.TODO) or timed
    sized = any(holds_numbers(table, at) and not _POINTS.search(headers[at]) for at in _besides(kinds))
    if not texts or not having(*_UNITS) or (sized and not told):
        return None
    named = {at: role_of_header(headers[at]) for at in having(ColumnKind.HELPING, ColumnKind.PERSON)}
    helping = tuple(at for at, role in named.items() if kinds[at] is ColumnKind.HELPING and is_helping(role))
    return _Layout(
        having(ColumnKind.SEQ),
        texts,
        having(ColumnKind.LEAD),
        tuple(sorted((*answering, *helping))),
        tuple(at for at in named if at not in helping),
        timed,
        tuple(named.get(at, "") for at in range(len(kinds))),
        tuple(persons_of_header(header) for header in headers),
    )


def _with_marked(table: Table, kinds: Sequence[ColumnKind]) -> Sequence[ColumnKind]:
    """The kinds, but that units which work is counted for do it, whatever their column is called (考核对象)."""
    counted = any(_POINTS.search(compact(column.name)) for column in table.columns)
    names = [at for at, kind in enumerate(kinds) if kind is ColumnKind.NAME]
    if not counted or any(kind in _UNITS for kind in kinds):
        return kinds
    marked = {at for at in names[:-1] if _holds_units(table, at)}
    return [ColumnKind.RESPONSIBLE if at in marked else kind for at, kind in enumerate(kinds)]


def _holds_units(table: Table, column: int) -> bool:
    names = [name for row in table.rows for name in split_units(row.cells[column].text).names]
    return bool(names) and all(map(looks_like_unit, names))


def _besides(kinds: Sequence[ColumnKind]) -> Iterator[int]:
    """The columns that may say how large a thing is."""
    return (at for at, kind in enumerate(kinds) if kind in (ColumnKind.GOAL, ColumnKind.NUMBER, ColumnKind.MONEY))


def _answering(headers: Sequence[str], columns: Sequence[int]) -> Sequence[int]:
    """Of columns of responsible units those that say so, where any does: beside them others only build (建设单位)."""
    return [at for at in columns if says_work(headers[at])] or columns


def _section_title(row: Row, layout: _Layout) -> str | None:
    """The words of a row that only titles what follows: one merged cell, or one filled cell and nothing else."""
    text = compact(row.cells[layout.texts[0]].text)
    units = [row.cells[at] for at in layout.units]
    if text and all(cell.carried and compact(cell.text) == text for cell in units):
        return text
    filled = [cell for cell in row.cells if cell.text.strip()]
    first = next((at for at, cell in enumerate(row.cells) if cell.text.strip()), 0)
    alone = len(filled) == 1 and first in (*layout.seq, layout.texts[0]) and len(layout.texts) + len(layout.seq) > 1
    return compact(filled[0].text) if alone and _is_title(filled[0]) else None


def _is_title(cell: Cell) -> bool:
    text = compact(cell.text)
    return not cell.carried and len(text) > 2 and not text.endswith(_TOTALS)


def _says_something(row: Row, layout: _Layout) -> bool:
    first = next((compact(cell.text) for cell in row.cells if cell.text.strip()), "")
    told = any(row.cells[at].text.strip() for at in layout.texts[-2:])
    return told and not first.endswith(_TOTALS)


def _task(
    row: Row, table: Table, layout: _Layout, rule: LeadRule | None, section: str | None, year: int | None
) -> Task:
    texts = [row.cells[at].text.strip() for at in layout.texts]
    assignment = _assignment(row, layout, rule)
    category = texts[-3] if len(texts) > 2 else section
    task, measure = texts[-2] if len(texts) > 1 else texts[-1], texts[-1]
    task, measure = task or measure, measure or task
    seq, printed = _number(row, layout.seq)
    place = row.place
    return Task(
        id=content_id("task", place.document_id, table.caption, place.row, seq, task, measure),
        seq=seq,
        seq_raw=printed,
        category=category,
        task=task,
        measure=measure,
        lead_units=assignment.lead,
        responsible_units=assignment.responsible,
        deadline=_deadline(row, layout, assignment, measure, year),
        origin=TaskOrigin.TABLE,
        place=place,
        quote=row.quote,
        other_roles=assignment.others,
        open_ended=assignment.open_ended,
    )


def _deadline(row: Row, layout: _Layout, assignment: Assignment, measure: str, year: int | None) -> Deadline | None:
    """What the column of deadlines says; without one, what stands beside the units, or in what is to be done."""
    if layout.deadline:
        return deadline_from_text(_joined(row, layout.deadline), year)
    beside = deadline_from_text(assignment.deadline, year) if assignment.deadline else None
    return beside or deadline_in_clause(measure, year)


def _assignment(row: Row, layout: _Layout, rule: LeadRule | None) -> Assignment:
    """Leads from their own column, or from the shared one by label, verb or stated rule.

    Where one column holds both, `responsible` is the whole cell as printed.
    """
    lead = split_units(_joined(row, layout.lead))
    words, persons = _without_persons(row, layout)
    spoken = words_to_assignment(words) if starts_with_role(words) or "牵头" in words else None
    beside = (*_beside(row, layout), *persons)
    if spoken and not lead.names:
        return replace(spoken, others=(*spoken.others, *beside))
    shared = split_units(words)
    marked, everyone = apply_rule(shared, None if lead.names else rule)
    leads = tuple(dict.fromkeys((*lead.names, *marked))) or _leads_of_group(row, layout)
    return Assignment(leads, everyone, lead.open_ended or shared.open_ended, None, beside)


def _without_persons(row: Row, layout: _Layout) -> tuple[str, tuple[RoleUnits, ...]]:
    """The words of who is responsible, and apart from them the persons that a shared column names too
    (责任单位及联系领导: 区商务局；副区长李某; 包保领导/责任单位: 李某/区商务局).
    """
    words, persons = list[str](), list[RoleUnits]()
    for at in layout.responsible:
        cell = row.cells[at].text.strip()
        parts = re.split(r"[；;/／\n]", cell) if layout.persons[at] else []
        named = [part for part in parts if all(map(looks_like_unit, split_units(part).names))]
        units = [name for part in named for name in split_units(part).names]
        others = tuple(name for part in parts if part not in named for name in split_units(compact(part)).names)
        words.append("、".join(units) or cell)
        persons += [RoleUnits(role=layout.persons[at], units=others)] if units and others else []
    return "、".join(filter(None, words)), tuple(persons)


def _leads_of_group(row: Row, layout: _Layout) -> tuple[str, ...]:
    """Who leads all that a merged cell groups: 医疗健康（牵头单位：省卫生健康委）."""
    cells = (row.cells[at].text for at in layout.texts[:-1])
    told = (words_to_assignment(one.inner) for cell in cells for one in bracket_groups(cell))
    return next((one.lead for one in told if one and one.lead), ())


def _beside(row: Row, layout: _Layout) -> tuple[RoleUnits, ...]:
    """Who stands in a column whose header names a role: 指导部门, 责任领导, 配合单位."""
    named = {at: layout.names[at] for at in (*layout.responsible, *layout.beside) if layout.names[at]}
    found = ((role, split_units(row.cells[at].text).names) for at, role in named.items())
    return tuple(RoleUnits(role=role, units=units) for role, units in found if units)


def _joined(row: Row, columns: Sequence[int]) -> str:
    return "、".join(text for at in columns if (text := row.cells[at].text.strip()))


def _number(row: Row, columns: Sequence[int]) -> tuple[int | None, str | None]:
    """The 序号 as a number, and as printed where it is no plain one: 一, （1）, 1-1."""
    printed = compact(row.cells[columns[0]].text) if columns else ""
    digits = printed.rstrip(".．、")
    value = numeral_to_int(ordinal_key(digits))
    seq = value if value is not None and value <= _MOST_SEQ else None
    return seq, None if digits.isdecimal() or not printed else printed
