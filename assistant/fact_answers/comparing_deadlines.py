"""Which documents give their tasks deadlines, one line per document. Knows no single task."""

import re
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.fact_answers.task_choice import counted_tasks, says_more
from assistant.facts.evidence import header_evidence, table_of, task_evidence
from assistant.labels import document_label
from assistant.query import Operation, Query
from corpus.facts import Library
from corpus.quoting import compact

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_compared_deadlines"]

_DEADLINES = re.compile(r"完成时限|时限|截止(?:时间|日期)|期限.{0,4}(?:任务|栏)|任务.{0,8}期限|完成时间")
_GIVING = re.compile(r"给|定|写|标|规定|明确|列|注明|有没有|有(?=完成|时限|截止)|哪")
_MOST = 3


def answer_compared_deadlines(query: Query, index: "Index") -> Draft | None:
    """For every document in scope whether its tasks have deadlines, and which."""
    if query.operation is not Operation.COMPARE or not (_DEADLINES.search(query.text) and _GIVING.search(query.text)):
        return None
    library = index.library
    if query.indicators or says_more(query, library):
        return None
    return Draft(AnswerKind.COMPARISON, tuple(_line(document, library) for document in query.documents))


def _line(document: str, library: Library) -> Statement:
    label = document_label(library, document)
    tasks = counted_tasks(library, [document])
    table = table_of(tasks[0].place, library) if tasks else None
    if table is None:
        return Statement(f"{label}：没有任务表，未给任务规定完成时限。", ())
    days = list(dict.fromkeys(compact(task.deadline.raw) for task in tasks if task.deadline))
    if not days:
        return Statement(f"{label}：任务表没有完成时限一栏。", (header_evidence(table),))
    dated = [next(task for task in tasks if task.deadline and compact(task.deadline.raw) == day) for day in days]
    from_rows = tuple(item for task in dated[:_MOST] for item in task_evidence(task, library)[:1])
    words = "、".join(f"“{day}”" for day in days[:_MOST]) + ("等" if len(days) > _MOST else "")
    return Statement(f"{label}：任务表规定了完成时限，为{words}。", (header_evidence(table), *from_rows))
