"""What a document does not give a unit to do: no task in that role, no word of the unit, no tasks at all."""

import re

from assistant.answer import AnswerKind, RefusalReason
from assistant.draft import Draft, NoAnswer
from assistant.fact_answers.task_choice import asked_words, counted_tasks
from assistant.fact_answers.task_listing import listed_draft
from assistant.fact_answers.unit_duties import duty_statements
from assistant.facts.task_words import file_words, source_words
from assistant.query import Query
from assistant.task_list import select_tasks
from corpus.facts import Library
from corpus.quoting import compact
from corpus.task import Role

__all__ = ["answer_no_task_of", "refuse_unknown_unit"]

_UNIT_LIKE = re.compile(
    r"[^\W\d_A-Za-z]{2,8}?(?:局|委员会|委|厅|办公室|管委会|(?<![总全内外干])部)(?=\s|$)|[^\W\d_A-Za-z]{2,6}局"
)


def answer_no_task_of(unit: str, role: Role, query: Query, library: Library) -> Draft | NoAnswer | None:
    """Says that a unit has no task in this role, and how many it takes part in."""
    if len(query.documents) != 1:
        return None
    duties = duty_statements(unit, query, (), library)
    if duties and role is not Role.LEAD:
        return Draft(AnswerKind.FACT, duties)
    counted = counted_tasks(library, query.documents)
    if not counted:
        return _without_tasks(query, library)
    source = source_words(counted[0], library)
    if role is Role.LEAD:
        others = [task for task in select_tasks(library, documents=query.documents, unit=unit) if task in counted]
        if others:
            marked = any(task.lead_units for task in library.tasks(query.documents))
            said = f"中{unit}没有牵头的任务，参与的任务" if marked else f"没有区分牵头单位，{unit}作为责任单位的任务"
            return listed_draft(f"{source}{said}", others, library)
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, f"{source}中没有{unit}承担的任务。")


def refuse_unknown_unit(query: Query, library: Library) -> NoAnswer | None:
    """Says that a unit which the question names stands nowhere in the one document asked."""
    named = _UNIT_LIKE.search(asked_words(query, library))
    if named is None or len(query.documents) != 1:
        return None
    document = library.document(query.documents[0])
    if named[0] in compact(document.text):
        return None
    if not library.tasks([document.id]):
        return _without_tasks(query, library)
    message = f"{file_words(document.id, library)}没有提到{named[0]}，各项任务中也没有它。"
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, message, firm=True)


def _without_tasks(query: Query, library: Library) -> NoAnswer:
    message = f"{file_words(query.documents[0], library)}没有任务分解表，没有逐项列出各单位的任务。"
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, message, firm=True)
