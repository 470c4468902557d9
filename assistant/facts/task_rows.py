"""Tasks as rows: who does what by when, the rows of tables and the clauses of the text told apart."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.facts.evidence import distinct, table_of, task_evidence
from assistant.facts.printed_days import dated_sentences
from assistant.facts.rows import Row, Value
from assistant.facts.task_words import snippet, task_name
from assistant.reading.ask import Ask, Want
from assistant.sentences import sentence_to_clauses
from corpus.extraction.deadlines import deadline_from_text
from corpus.extraction.stated_ranges import is_range_label, stated_range
from corpus.facts import Evidence, Library
from corpus.quoting import compact, source_text
from corpus.table import Table
from corpus.task import DeadlineKind, Task, TaskOrigin

_TABLE_WORDS = "任务表 任务清单 任务分解表 分工表 附件 任务"
_CLAUSE_WORDS = "正文 文中 条款 条目 任务"
_ROLE_ENDS = ("单位", "部门", "机构", "领导", "人")
_BRIEF = 24


@dataclass(frozen=True, slots=True)
class Scope:
    """The tasks in scope: `rows` are those that count, `clauses` those that stand in the text beside a table."""

    rows: tuple[Row, ...]
    clauses: tuple[Row, ...]


def task_scope(ask: Ask, library: Library) -> Scope:
    """The tasks of the documents in scope, those that twins share once; a document without a task table counts by its
    clauses.
    """
    rows: list[Row] = []
    clauses: list[Row] = []
    documents = ask.where.documents or tuple(library.documents)
    for document in documents:
        printed, written = (_once(found, documents, library) for found in _told_apart(document, library))
        rows += printed or written
        clauses += written if printed else ()
    return Scope(tuple(rows), tuple(clauses))


def _once(rows: tuple[Row, ...], documents: Collection[str], library: Library) -> tuple[Row, ...]:
    kept = {task.id for task in library.once(tasks_of(rows), documents)}
    return rows if len(kept) == len(rows) else tuple(row for row in rows if task_of(row).id in kept)


def task_of(row: Row) -> Task:
    """The task that a row was made of."""
    if not isinstance(row.fact, Task):
        raise TypeError(f"no task behind the row {row.name}")
    return row.fact


def tasks_of(rows: Iterable[Row]) -> tuple[Task, ...]:
    """The tasks that rows were made of."""
    return tuple(map(task_of, rows))


def roles_of(task: Task) -> dict[str, tuple[str, ...]]:
    """Who is named in a role beside those that lead or are responsible, by the role as one speaks of it: 指导单位."""
    return {_role_name(one.role): one.units for one in getattr(task, "other_roles", ())}


def _role_name(role: str) -> str:
    return role if role.endswith(_ROLE_ENDS) else f"{role}单位"


def evidence_of(rows: Iterable[Row], library: Library, *, header: bool = False) -> tuple[Evidence, ...]:
    """What rows rest on, each quote once; with `header` also the header of their tables and its note on who leads."""
    found: list[Evidence] = []
    for row in rows:
        task = task_of(row)
        found += row.evidence
        found += task_evidence(task, library, header=header) if header and task.place.table else ()
    return distinct(found)


def are_marked(document: str, library: Library) -> bool:
    """Whether a document tells leads from others at all."""
    return any(task.lead_units for task in library.facts[document].tasks)


@lru_cache(maxsize=512)
def _told_apart(document: str, library: Library) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    tasks = library.facts[document].tasks
    names = Counter(map(task_name, tasks))
    rows = [_row(task, names[task_name(task)] > 1, library) for task in tasks]
    of = {origin: tuple(row for row in rows if task_of(row).origin is origin) for origin in TaskOrigin}
    return of[TaskOrigin.TABLE], of[TaskOrigin.CLAUSE]


def _row(task: Task, shared_name: bool, library: Library) -> Row:
    name, values = task_name(task), _values(task, table_of(task.place, library))
    held = (f"{label}{value.text}" for label, value in values.items() if is_range_label(label))
    return Row(
        document=task.document_id,
        name=f"{name}（{snippet(task.measure, _BRIEF)}）" if shared_name else name,
        values=values,
        evidence=_evidence(task, library),
        text=f"{task.task}，{task.measure}",
        context="，".join((_context(task, library), *held)),
        fact=task,
        pieces=(task.task, task.measure),
    )


def _evidence(task: Task, library: Library) -> tuple[Evidence, ...]:
    """The words of a task; first those of its measure where a clause's quote holds only who is responsible."""
    own = task_evidence(task, library)
    apart = task.origin is TaskOrigin.CLAUSE and compact(task.measure) not in compact(task.quote)
    if not apart or task.measure not in source_text(library.document(task.document_id).text):
        return own
    return (Evidence(quote=task.measure, place=task.place), *own)


def _context(task: Task, library: Library) -> str:
    place = task.place
    others = (unit for units in roles_of(task).values() for unit in units)
    units = "，".join((*task.lead_units, *task.responsible_units, *others))
    words = _TABLE_WORDS if task.origin is TaskOrigin.TABLE else _CLAUSE_WORDS
    title = library.document(task.document_id).metadata.title
    return "，".join((task.category or "", *place.path, place.table or "", units, words, title))


def _values(task: Task, table: Table | None) -> dict[str, Value]:
    """What the row fills: the wants of tasks, and the cells of its table under their printed names."""
    known = {
        Want.NAME: Value(task_name(task)),
        Want.WORK: Value(task.measure),
        Want.NUMBER: Value(str(task.seq) if task.seq is not None else ""),
        Want.LEAD: _units(task.lead_units),
        Want.RESPONSIBLE: _units([unit for unit in task.responsible_units if unit not in task.lead_units]),
        Want.WHO: _units([*task.lead_units, *task.responsible_units]),
        Want.DEADLINE: _deadline(task),
    }
    filled = {want.value: value for want, value in known.items() if value.text}
    others = {role: _units(units) for role, units in roles_of(task).items()}
    return _cells(task, table) | _holds_in(task) | others | filled


def _holds_in(task: Task) -> dict[str, Value]:
    """Where a clause says that it holds."""
    stated = stated_range(task.quote) if task.origin is TaskOrigin.CLAUSE else None
    return {stated.label: Value(stated.value)} if stated else {}


def _cells(task: Task, table: Table | None) -> dict[str, Value]:
    row = next((row for row in table.rows if row.place == task.place), None) if table else None
    if table is None or row is None:
        return {}
    cells = zip(table.columns, row.cells, strict=True)
    return {column.path[-1]: Value(cell.text) for column, cell in cells if cell.text}


def _units(units: Sequence[str]) -> Value:
    names = tuple(dict.fromkeys(units))
    return Value("、".join(names), names=names)


def _deadline(task: Task) -> Value:
    """The deadline as printed; without one the clauses of the measure that print a day by which to be done."""
    own = task.deadline
    if own and own.raw and (own.kind is not DeadlineKind.NONE or own.date):
        return Value(own.raw, day=own.date)
    printed = [sentence_to_clauses(one)[0].rstrip("，。；") for one in dated_sentences(task.measure)]
    day = deadline_from_text(printed[0]).date if printed else None
    return Value("；".join(printed), day=day)
