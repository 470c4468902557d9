"""Tasks whose text prints several days: what of them is due as an ask says, each in its own words."""

from collections.abc import Sequence

from assistant.draft import Statement
from assistant.facts.printed_days import dated_sentences
from assistant.facts.rows import Row
from assistant.facts.task_rows import evidence_of, task_of
from assistant.facts.task_select import is_within
from assistant.facts.task_words import how_many, snippet, task_name
from assistant.reading.ask import Due, DueKind
from corpus.extraction.deadlines import deadline_from_text
from corpus.facts import Library
from corpus.task import TaskOrigin

__all__ = ["dated_list"]

_DATED = frozenset({DueKind.BY, DueKind.ON, DueKind.FROM, DueKind.WITHIN})
_LEAST, _ROOM = 30, 240
"""Characters that one sentence has at least, and that all share."""


def dated_list(head: str, rows: Sequence[Row], due: Due, library: Library, *, brief: bool) -> tuple[Statement, ...]:
    """How many of the clauses and of what they say are due, and every sentence that is, in one statement where that
    should be `brief`; () where not all print it.
    """
    each = [(row, _due_sentences(row, due)) for row in rows]
    if due.kind not in _DATED or not all(said for _, said in each):
        return ()
    count = sum(len(said) for _, said in each)
    several = f"，其中写明这一时限的事共{count}项" if count > len(rows) else ""
    evidence, limit = tuple(row.evidence[0] for row in rows), max(_LEAST, _ROOM // count)
    told = "；".join(snippet(one, _LEAST) for _, said in each for one in said) + "。" if brief else ""
    first = Statement(f"{head}{how_many(len(rows))}{several}：{told}", evidence, frozenset({len(rows), count}))
    return (first, *(_item(*one, limit, library) for one in (() if brief else each)))


def _item(row: Row, said: Sequence[str], limit: int, library: Library) -> Statement:
    told = "；".join(filter(None, (snippet(one, limit) for one in said)))
    return Statement(f"{task_name(task_of(row))}：{told}。", evidence_of([row], library))


def _due_sentences(row: Row, due: Due) -> list[str]:
    """The sentences of a clause that print a day by which they are due; a row of a table has a column for it."""
    task = task_of(row)
    if task.origin is TaskOrigin.TABLE:
        return []
    said = dated_sentences(task.measure)
    return [one for one in said if (day := deadline_from_text(one).date) and is_within(day, due)]
