"""Comparison over prose: one line per document in scope, its best words or 未提及. Knows no targets and no tasks."""

from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.passages.answering import find, query_to_terms
from assistant.passages.asked import Wanted, question_to_wanted
from assistant.passages.labels import document_label
from assistant.passages.terms import Terms, fold
from assistant.query import Operation, Query

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["compare_passages"]

_HELD = 0.3
"""The share of the question's weight that a document's sentence must hold itself, …"""
_NEARBY = 0.45
"""… or hold together with its passage and headings while it holds a little itself."""
_HELD_A_LITTLE = 0.12


def compare_passages(query: Query, index: "Index") -> Draft | None:
    """A line for each document, where several are asked about and at least one says something; else None."""
    if query.operation is not Operation.COMPARE or len(query.documents) < 2:
        return None
    terms, wanted = query_to_terms(query, index.library), question_to_wanted(query.text)
    lines = [_line(query, document_id, terms, wanted, index) for document_id in query.documents]
    if not any(line.evidence for line in lines):
        return None
    return Draft(AnswerKind.COMPARISON, tuple(lines))


def _line(query: Query, document_id: str, terms: Terms, wanted: Wanted, index: "Index") -> Statement:
    label = document_label(index.library, document_id)
    for item, words in find(query.text, (document_id,), terms, wanted, index, most=1):
        held, nearby = terms.share(item.held), terms.share(item.nearby)
        enough = held >= _HELD or (nearby >= _NEARBY and held >= _HELD_A_LITTLE)
        if enough and _mentions(query, item.candidate.passage + item.candidate.headings):
            return Statement(f"{label}：{words}", (item.candidate.evidence,))
    return Statement(f"{label}：未提及。", ())


def _mentions(query: Query, text: str) -> bool:
    """Whether one of the words that the question quotes stands in `text`; true where it quotes none."""
    folded = fold(text)
    return not query.quoted or any(fold(word) in folded for word in query.quoted)
