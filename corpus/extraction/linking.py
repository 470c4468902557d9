"""Which clause of the text and which rows of the task table say the same. Compares words, not places."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from corpus.extraction.similarity import coverage, likeness
from corpus.task import Task, TaskOrigin

__all__ = ["link_tasks"]

_SAME_NAME = 0.75
_SAME_WORDS = 0.5


def link_tasks(tasks: Sequence[Task]) -> list[Task]:
    """The tasks with `corresponds` filled: each row knows its clause, each clause all its rows."""
    clauses = [task for task in tasks if task.origin is TaskOrigin.CLAUSE]
    links: defaultdict[str, list[str]] = defaultdict(list)
    for row in (task for task in tasks if task.origin is TaskOrigin.TABLE):
        clause = _clause_of(row, clauses)
        if clause is not None:
            links[row.id].append(clause.id)
            links[clause.id].append(row.id)
    return [
        task.model_copy(update={"corresponds": tuple(links[task.id])}) if links[task.id] else task for task in tasks
    ]


def _clause_of(row: Task, clauses: Iterable[Task]) -> Task | None:
    """The clause that shares the row's name, or most of its words; None where none does."""
    scored = [(likeness(row.task, clause.task), coverage(row.measure, clause.measure), clause) for clause in clauses]
    alike = [(name + words, clause) for name, words, clause in scored if name >= _SAME_NAME or words >= _SAME_WORDS]
    return max(alike, key=lambda pair: pair[0])[1] if alike else None
