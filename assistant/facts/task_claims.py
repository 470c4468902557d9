"""Whether a unit leads or takes part in a task, or a task is due by a day: verdicts from typed values only."""

from collections.abc import Sequence

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.rows import Row
from assistant.facts.task_found import Found, candidate
from assistant.facts.task_rows import are_marked, task_of, tasks_of
from assistant.facts.task_say import shown
from assistant.facts.task_select import names_of
from assistant.reading.ask import Ask, Want
from assistant.reading.claimed import claimed_by
from assistant.reading.printed import TIMES, all_in, values_of
from assistant.units import plays
from corpus.facts import Library
from corpus.task import Role
from indexing.index import Index

_PARTLY = "不完全是。"


def membership(found: Found, ask: Ask, index: Index) -> Candidate:
    """Whether the unit of an ask has its role in the rows that the words name, with the rows cited."""
    library = index.library
    inside = tuple(row for row in found.rows if _has_role(row, ask, library))
    rows = inside or found.rows
    first, *rest = shown(rows, (Want.LEAD, Want.RESPONSIBLE), library).statements
    corrected = _corrected(rows, ask, library)
    verdict = _PARTLY if inside and corrected else _verdict(rows[0], bool(inside), ask, library)
    statements = (Statement(f"{verdict}{first.text}", first.evidence), *rest, *corrected)
    draft = Draft(AnswerKind.YES_NO, statements, tasks=tasks_of(rows))
    return candidate(ask, draft, found, verdict=1.0)


def _corrected(rows: Sequence[Row], ask: Ask, library: Library) -> list[Statement]:
    """What the only row is about, where that has another amount than the claim."""
    if len(rows) != 1:
        return []
    measure = task_of(rows[0]).measure.rstrip("。")
    claimed = claimed_by(ask.gist, ask.where.words, ask.where.documents, library).values
    said = values_of(measure)
    held = [all_in(kind, claimed[kind], said[kind]) for kind in claimed.keys() & said.keys() - TIMES]
    return [] if all(held) else [Statement(f"{measure}。", rows[0].evidence)]


def _has_role(row: Row, ask: Ask, library: Library) -> bool:
    role = ask.where.role
    if role is Role.LEAD and not are_marked(row.document, library):
        role = Role.ANY
    return all(_plays(row, unit, role, ask, library) for unit in ask.where.units)


def _verdict(row: Row, inside: bool, ask: Ask, library: Library) -> str:
    role, unmarked = ask.where.role, not are_marked(row.document, library)
    if inside and role is Role.ANY:
        leads = all(_plays(row, unit, Role.LEAD, ask, library) for unit in ask.where.units)
        return f"是，它是{'牵头' if leads else '责任'}单位。"
    if inside:
        return "该文件没有区分牵头单位，它是责任单位。" if role is Role.LEAD and unmarked else "是。"
    other = {Role.LEAD: Role.RESPONSIBLE, Role.RESPONSIBLE: Role.LEAD}.get(role)
    if other and all(_plays(row, unit, other, ask, library) for unit in ask.where.units):
        return f"不是，它是{'责任' if other is Role.RESPONSIBLE else '牵头'}单位。"
    return "不是，其中没有该单位。"


def _plays(row: Row, unit: str, role: Role, ask: Ask, library: Library) -> bool:
    names = names_of(unit, ask, library).get(row.document, frozenset())
    return plays(task_of(row), names, role)
