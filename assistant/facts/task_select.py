"""Which tasks are meant by typed conditions: number, unit in a role, deadline, how many units. Ranks no words."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime

from assistant.facts.rows import Row
from assistant.facts.task_rows import roles_of, task_of, tasks_of
from assistant.facts.task_words import tasks_at_number
from assistant.reading.ask import Ask, Condition, Due, DueKind, Want
from assistant.units import UnitNames, folded_forms, plays, unit_names
from corpus.facts import Library
from corpus.folding.dates import find_dates
from corpus.regions import short_name
from corpus.target import Bound
from corpus.task import DeadlineKind, Role, Task

_SEVERAL = "；"
"""What stands between the deadlines of one clause."""
_COUNTERS = frozenset({"个", "家"})
_LEVELS = ("国家级", "省级", "市级", "区级", "县级", "镇级")
_HOLDS: dict[Bound, Callable[[int, int], bool]] = {
    Bound.EQ: int.__eq__,
    Bound.APPROX: int.__eq__,
    Bound.GE: int.__ge__,
    Bound.LE: int.__le__,
    Bound.GT: int.__gt__,
    Bound.LT: int.__lt__,
}


def names_of(unit: str, ask: Ask, library: Library) -> UnitNames:
    """The names by which each document in scope calls a unit."""
    documents = ask.where.documents
    return unit_names(library, unit, documents) or unit_names(library, short_name(unit), documents)


def in_role(rows: Iterable[Row], names: UnitNames, role: Role) -> list[Row]:
    """The rows in which a unit has this role; one that leads is not merely responsible, any role counts as any."""
    return [row for row in rows if _has_role(task_of(row), names.get(row.document, frozenset()), role)]


def foremost(rows: Iterable[Row], names: UnitNames, role: Role) -> list[Row]:
    """The rows that name a unit before all others of its role."""
    return [
        row
        for row in rows
        if (units := units_in(task_of(row), role)) and folded_forms(units[0]) & names.get(row.document, frozenset())
    ]


def _has_role(task: Task, names: frozenset[str], role: Role) -> bool:
    if role is Role.RESPONSIBLE and plays(task, names, Role.LEAD):
        return False
    return plays(task, names, role) or (role is Role.ANY and bool(other_role(task, names)))


def other_role(task: Task, names: frozenset[str]) -> str:
    """The role beside leading and being responsible that a task names a unit in; empty where it names it in none."""
    roles = roles_of(task).items()
    return next((role for role, units in roles if any(folded_forms(unit) & names for unit in units)), "")


def name_printed(unit: str, rows: Iterable[Row], names: UnitNames) -> str:
    """The unit by the name that the first of its tasks prints."""
    for task in tasks_of(rows):
        for printed in (*task.lead_units, *task.responsible_units):
            if folded_forms(printed) & names.get(task.document_id, frozenset()):
                return printed
    return unit


def numbered(rows: Sequence[Row], numbers: Iterable[int]) -> list[Row]:
    """The rows with these 序号, else the clauses under headings with these numbers."""
    wanted = set(numbers)
    found = [row for row in rows if task_of(row).seq in wanted]
    under = {task.id for task in tasks_at_number(wanted, tasks_of(rows))}
    return found or [row for row in rows if task_of(row).id in under]


def units_in(task: Task, role: Role) -> tuple[str, ...]:
    """The units of a task in a role, each once; those in its own roles where it tells no lead and no responsible."""
    if not (task.lead_units or task.responsible_units):
        return tuple(dict.fromkeys(unit for units in roles_of(task).values() for unit in units))
    lead = () if role is Role.RESPONSIBLE else task.lead_units
    others = () if role is Role.LEAD else task.responsible_units
    kept = others if role is not Role.RESPONSIBLE else [unit for unit in others if unit not in task.lead_units]
    return tuple(dict.fromkeys((*lead, *kept)))


def selected(rows: Sequence[Row], ask: Ask, library: Library) -> list[Row]:
    """The rows that all typed conditions of an ask leave, but for its units where it does not ask who lacks them."""
    where = ask.where
    kept = [row for row in rows if not where.picked or any(one in row.name for one in where.picked)]
    if where.ordinals:
        kept = numbered(kept, where.ordinals)
    if where.due:
        kept = [row for row in kept if is_due(row, where.due)]
    if where.lacks and not where.alone:
        kept = _lacking(kept, ask, library)
    if where.alone:
        kept = [row for row in kept if _is_alone(row, ask)]
    counts = [*where.conditions, *(Condition(one.bound, one.value, one.unit) for one in where.amounts)]
    return [row for row in kept if all(_meets(row, one, ask.where.role) for one in counts if one.unit in _COUNTERS)]


def is_due(row: Row, due: Due) -> bool:
    """Whether a row meets a condition on deadlines."""
    deadline = task_of(row).deadline
    kind = deadline.kind if deadline else DeadlineKind.NONE
    if due.kind is DueKind.ONGOING:
        return kind is DeadlineKind.ONGOING
    if due.kind is DueKind.NONE:
        return Want.DEADLINE not in row.values
    return any(is_within(day, due) for day in days_of(row))


def days_of(row: Row) -> tuple[date, ...]:
    """The days by which a row is to be done, the last one last; a clause may state several, each of a part."""
    value = row.values.get(Want.DEADLINE)
    if value is None or value.day is None:
        return ()
    parts = find_dates(value.text, value.day.year) if _SEVERAL in value.text else []
    return (*(one.last for one in parts if one.last < value.day), value.day)


def is_within(day: date, due: Due) -> bool:
    """Whether a day meets a condition on deadlines."""
    if due.kind is DueKind.OVERDUE:
        return day < (due.last or datetime.now(UTC).date())
    first = due.first if due.kind is not DueKind.BY else None
    last = due.last if due.kind is not DueKind.FROM else None
    return (first is None or day >= first) and (last is None or day <= last)


def _lacking(rows: Sequence[Row], ask: Ask, library: Library) -> list[Row]:
    """The rows without the units named, without a unit of the level named, else without anyone in the role."""
    level = level_of(ask)
    if ask.where.units:
        ids = {
            id(row) for unit in ask.where.units for row in in_role(rows, names_of(unit, ask, library), ask.where.role)
        }
        return [row for row in rows if id(row) not in ids]
    role = ask.where.role
    return [row for row in rows if not any(unit.startswith(level) for unit in units_in(task_of(row), role))]


def _is_alone(row: Row, ask: Ask) -> bool:
    units = units_in(task_of(row), ask.where.role)
    return len(units) == 1 and units[0].startswith(level_of(ask))


def level_of(ask: Ask) -> str:
    """What the names of units of the level that the words name begin with; empty where they name none."""
    return next((level[:-1] for level in _LEVELS if level in ask.where.words), "")


def _meets(row: Row, condition: Condition, role: Role) -> bool:
    return _HOLDS[condition.bound](len(units_in(task_of(row), role)), int(condition.value))
