"""Responsibilities that a document does not state: who leads at all, or who does the measure that is asked about."""

import re
import unicodedata
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind, RefusalReason
from assistant.draft import Draft, NoAnswer, Statement
from assistant.fact_answers.task_choice import counted_tasks, matching_tasks, says_more
from assistant.facts.evidence import header_evidence, table_of
from assistant.facts.task_words import file_words
from assistant.labels import document_label
from assistant.query import Operation, Query
from corpus.document import Document, Heading, Paragraph
from corpus.extraction.outline import title_of
from corpus.facts import Evidence, Library
from corpus.quoting import compact
from corpus.table import Table

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_task_table", "answer_unassigned", "answer_without_leads"]

_LEADS = re.compile(r"牵头")
_ASSIGNED = re.compile(r"牵头|责任(?:单位|部门|主体)|负责|主管部门|主办|会同")
_HAS_TABLE = re.compile(
    r"(?:有没有|有无|是否有|是否附有?|附没附|有)(?:附|列|单独的?)?(?:任务|分工|责任)(?:分解|清单|分工)?(?:表|清单)(?:吗|没有)?[?]?$"
)
_SHORTEST_NAME = 5


def answer_task_table(query: Query, index: "Index") -> Draft | None:
    """Whether the one document in scope has a table of tasks."""
    if not _HAS_TABLE.search(query.text) or len(query.documents) != 1:
        return None
    library = index.library
    tasks = counted_tasks(library, query.documents)
    table = table_of(tasks[0].place, library) if tasks else None
    words = file_words(query.documents[0], library)
    if table is not None:
        named = f"任务表“{table.caption}”" if table.caption else "任务表"
        return Draft(AnswerKind.YES_NO, (Statement(f"有。{words}有{named}。", (_caption(table),)),))
    rest = "，各条的责任单位写在正文里" if tasks else ""
    return Draft(AnswerKind.YES_NO, (Statement(f"没有。{words}没有任务表{rest}。", ()),))


def answer_without_leads(query: Query, index: "Index") -> NoAnswer | None:
    """A false premise: leading units asked of a document that never says who leads."""
    library = index.library
    if query.operation is not Operation.LEAD or query.units or len(query.documents) != 1:
        return None
    tasks = counted_tasks(library, query.documents)
    if any(task.lead_units for task in tasks) or not _LEADS.search(query.text) or says_more(query, library):
        return None
    if matching_tasks(query, library, query.documents):
        return None
    table = table_of(tasks[0].place, library) if tasks else None
    if table is not None:
        label = document_label(library, query.documents[0])
        columns = "、".join(column.name for column in table.columns)
        message = f"{label}的任务表没有区分牵头单位，只有{columns}。"
        return NoAnswer(RefusalReason.FALSE_PREMISE, message, (header_evidence(table),))
    if tasks:
        return NoAnswer(
            RefusalReason.FALSE_PREMISE,
            f"{file_words(query.documents[0], library)}没有区分牵头单位，只写明各条的责任单位。",
        )
    return NoAnswer(
        RefusalReason.FALSE_PREMISE, f"{file_words(query.documents[0], library)}没有任务分解表，没有规定牵头单位。"
    )


def answer_unassigned(query: Query, index: "Index") -> Draft | NoAnswer | None:
    """Says that the measure which the question names by its heading has no unit named for it; a false premise where
    the whole document names none.
    """
    library = index.library
    if query.operation not in {Operation.LEAD, Operation.PARTICIPANTS} or query.units or len(query.documents) != 1:
        return None
    document = library.document(query.documents[0])
    role = "牵头单位" if _LEADS.search(query.text) else "责任单位"
    heading = _heading_named(query.text, document)
    if heading is not None and _is_unassigned(heading, document, library):
        text = f"没有写明。{file_words(document.id, library)}没有给“{title_of(heading)}”列出{role}。"
        return Draft(AnswerKind.FACT, (Statement(text, (Evidence(quote=heading.text, place=heading.place),)),))
    if library.tasks([document.id]) or _ASSIGNED.search(compact(document.text)):
        return None
    message = f"{file_words(document.id, library)}没有写明各项工作由谁牵头、由谁负责。"
    return NoAnswer(RefusalReason.FALSE_PREMISE, message, firm=True)


def _caption(table: Table) -> Evidence:
    return Evidence(quote=table.caption, place=table.place) if table.caption else header_evidence(table)


def _heading_named(text: str, document: Document) -> Heading | None:
    """The heading that the question gives in full, the longest where several are."""
    asked = _plain(text)
    named = [
        block
        for block in document.blocks
        if isinstance(block, Heading) and block.level > 0 and len(title := _plain(title_of(block))) >= _SHORTEST_NAME
        if title in asked
    ]
    return max(named, key=lambda heading: len(heading.title), default=None)


def _is_unassigned(heading: Heading, document: Document, library: Library) -> bool:
    """Whether no task stands under a heading, and nothing there speaks of units at work."""
    if any(heading.text in task.place.path for task in library.tasks([document.id])):
        return False
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    return not any(_ASSIGNED.search(one.text) for one in paragraphs if heading.text in one.place.path)


def _plain(text: str) -> str:
    return compact(unicodedata.normalize("NFKC", text)).lower()
