"""Who does what, for all tasks of a document or of one of its parts at once. Knows no units' own lists."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.fact_answers.task_choice import tasks_meant
from assistant.facts.evidence import tasks_evidence
from assistant.facts.task_words import grouped, task_name, units_words
from assistant.query import Operation, Query
from corpus.facts import Library
from corpus.quoting import compact
from corpus.task import Task

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_every_responsibility"]

_EVERY = re.compile(
    r"(?:各|每一?|所有|全部|这些|这几)(?:[项条个]|任务|工作|举措|事项|重点任务|主要任务){1,2}"
    r"|(?:任务|工作|举措|事项|条款)(?:都|分别)"
)
_MOST_UNITS, _FEW_UNITS = 6, 3
_MANY = 8


def answer_every_responsibility(query: Query, index: "Index") -> Draft | None:
    """The units of every task of the one document in scope, or of its part that the question names."""
    asked = query.operation in {Operation.LEAD, Operation.PARTICIPANTS}
    if not asked or query.units or query.ordinals or len(query.documents) != 1 or not _EVERY.search(query.text):
        return None
    library = index.library
    tasks = _of_part(query.text, tasks_meant(query, library, query.documents))
    groups = grouped(tasks)
    if len(groups) < 2:
        return None
    most = _FEW_UNITS if len(groups) > _MANY else _MOST_UNITS
    items = tuple(_item(group, most, library) for group in groups)
    first = Statement(f"共{len(items)}项：", tuple(item.evidence[0] for item in items))
    return Draft(AnswerKind.TASKS, (first, *items), tasks=tuple(tasks))


def _of_part(text: str, tasks: Sequence[Task]) -> list[Task]:
    """The tasks of the part or of the name that a question gives in full; all where it gives none."""
    asked = compact(text)
    for attribute in ("category", "task"):
        names = {compact(name) for task in tasks if (name := getattr(task, attribute))}
        named = {name for name in names if len(name) > 3 and name in asked}
        if named:
            return [task for task in tasks if compact(getattr(task, attribute) or "") in named]
    return list(tasks)


def _item(group: Sequence[Task], most: int, library: Library) -> Statement:
    evidence = tasks_evidence(group, library)
    return Statement(f"{task_name(group[0])}：{units_words(group[0], most=most)}。", evidence)
