"""Tasks that a question describes in words of its own: found by the search, taken where one stands out."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.fact_answers.task_choice import asked_words, counted_tasks, shared_words
from assistant.query import Query
from corpus.task import Task

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["found_tasks"]

_LIMIT = 8
_TOP = 0.7
"""Of 1, the score of what leads every signal of the search."""
_BEHIND = 0.75
"""The next task stays below this share of the best one's score."""
_SHARED = 0.22
"""The least share of the words that the task itself holds: meaning alone also finds what is nowhere."""
_SHARED_LEAST, _ALONE = 0.05, 0.5
"""Where the task table itself is asked about, and no other task comes near."""
_IN_TABLE = re.compile(r"任务|分解表|清单")
_SPOKEN = 4
"""Characters that say what is meant; fewer find anything."""


def found_tasks(query: Query, index: "Index") -> list[Task]:
    """The task of the one document in scope whose row the search puts far above all other tasks; none where none is."""
    words = "".join(asked_words(query, index.library).split())
    if len(query.documents) != 1 or query.ordinals or len(words) < _SPOKEN:
        return []
    found = list(_found(words, query, index))
    if not found or found[0][0] < _TOP:
        return []
    best, task = found[0]
    behind = max((score for score, other in found if other.seq != task.seq), default=0.0) / best
    lone = behind < _ALONE and bool(_IN_TABLE.search(query.text))
    shared = shared_words(words, task, index.library)
    return [task] if behind < _BEHIND and shared >= (_SHARED_LEAST if lone else _SHARED) else []


def _found(words: str, query: Query, index: "Index") -> Iterator[tuple[float, Task]]:
    """The tasks among the best hits, best first."""
    rows = {(task.place.table_no, task.place.row): task for task in counted_tasks(index.library, query.documents)}
    for hit in index.search(words, documents=query.documents, limit=_LIMIT):
        task = rows.get((hit.chunk.place.table_no, hit.chunk.place.row))
        if task is not None and task.place.row is not None:
            yield hit.score, task
