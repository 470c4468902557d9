"""Task lists: which tasks of which documents, by unit, role, day and category. Retrieval has no say in it."""

from collections.abc import Iterable, Sequence
from datetime import date

from assistant.units import plays, unit_names
from corpus.facts import Library
from corpus.quoting import compact
from corpus.task import Role, Task, TaskOrigin


def select_tasks(
    library: Library,
    *,
    documents: Iterable[str] = (),
    unit: str | None = None,
    role: Role = Role.ANY,
    due_before: date | None = None,
    category: str | None = None,
    origin: TaskOrigin | None = None,
    words: str | None = None,
    through_groups: bool = False,
) -> list[Task]:
    """Tasks that pass every filter, in document and printed order; what twins say alike is there once, and so is what a
    document says in a clause of its text and in rows of its table: as the rows, unless `origin` asks for clauses.

    `unit` counts by any name the register of a document knows for it; with `through_groups` also through a group that
    the document defines by its members (各行业主管部门). `role` without a unit asks for tasks that have anyone in that
    role. `due_before` keeps tasks whose last day is on or before it; `category` is matched as a part of 类别 or of the
    task's name; all of `words` (parted by spaces) must stand somewhere in the task. Raises UnknownDocument.
    """
    chosen = _documents_in_order(library, documents)
    tasks = library.once(library.tasks(chosen), chosen) if chosen else []
    if unit is not None:
        names = unit_names(library, unit, chosen)
        if through_groups:
            names = {document_id: own | _groups_of(library, document_id, own) for document_id, own in names.items()}
        tasks = [task for task in tasks if plays(task, names.get(task.document_id, frozenset()), role)]
    elif role is not Role.ANY:
        tasks = [task for task in tasks if (task.lead_units if role is Role.LEAD else task.responsible_units)]
    found = [task for task in tasks if _passes(task, due_before, category, origin) and _says(task, words)]
    return listed_once(found)


def listed_once(tasks: Sequence[Task]) -> list[Task]:
    """The tasks without those clauses of a text that rows among them state as well."""
    rows = {task.id for task in tasks if task.origin is TaskOrigin.TABLE}
    return [task for task in tasks if task.origin is TaskOrigin.TABLE or rows.isdisjoint(task.corresponds)]


def _documents_in_order(library: Library, documents: Iterable[str]) -> list[str]:
    wanted = {library.document(document_id).id for document_id in documents}
    return [document_id for document_id in library.documents if not wanted or document_id in wanted]


def _passes(task: Task, due_before: date | None, category: str | None, origin: TaskOrigin | None) -> bool:
    if due_before is not None:
        day = task.deadline.date if task.deadline else None
        if day is None or day > due_before:
            return False
    if category is not None and not _names_category(task, category):
        return False
    return origin is None or task.origin is origin


def _says(task: Task, words: str | None) -> bool:
    text = compact(" ".join((task.task, task.measure, task.category or "", *task.units)))
    return all(compact(word) in text for word in (words or "").split())


def _names_category(task: Task, category: str) -> bool:
    words = compact(category)
    return any(words in compact(text) for text in (task.category or "", task.task))


def _groups_of(library: Library, document_id: str, names: frozenset[str]) -> frozenset[str]:
    """Names of the groups that the document defines as having this unit among their members (行业主管部门)."""
    groups = {
        compact(definition.term)
        for definition in library.facts[document_id].definitions
        if not names.isdisjoint(compact(member) for member in definition.members)
    }
    return frozenset(groups | {f"各{group}" for group in groups})
