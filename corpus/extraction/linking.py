"""Which clause of the text and which rows of the task table say the same. Compares words, not places."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from corpus.extraction.similarity import Coverages, Likenesses
from corpus.task import Task, TaskOrigin

__all__ = ["link_tasks"]

_SAME_NAME = 0.75
_SAME_WORDS = 0.5


def link_tasks(tasks: Sequence[Task]) -> list[Task]:
    """The tasks with `corresponds` filled: each row knows its clause, each clause all its rows."""
    clauses = [task for task in tasks if task.origin is TaskOrigin.CLAUSE]
    names, measures = Likenesses([clause.task for clause in clauses]), Coverages([clause.measure for clause in clauses])
    links: defaultdict[str, list[str]] = defaultdict(list)
    for row in (task for task in tasks if task.origin is TaskOrigin.TABLE):
        at = _best(names.to(row.task), measures.of(row.measure))
        if at is not None:
            links[row.id].append(clauses[at].id)
            links[clauses[at].id].append(row.id)
    return [
        task.model_copy(update={"corresponds": tuple(links[task.id])}) if links[task.id] else task for task in tasks
    ]


def _best(names: Mapping[int, float], words: Mapping[int, float]) -> int | None:
    """The clause that shares the row's name, or most of its words; the first of equals, None where none does."""
    alike = {at for at, name in names.items() if name >= _SAME_NAME} | {
        at for at, share in words.items() if share >= _SAME_WORDS
    }
    return max(alike, key=lambda at: (names.get(at, 0.0) + words.get(at, 0.0), -at), default=None)
