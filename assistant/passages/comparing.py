"""Comparison over prose: one line per document in scope, its best words or 未提及. Knows no targets and no tasks."""

import re
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.labels import document_label
from assistant.passages.asked import Asked
from assistant.passages.candidates import Scored
from assistant.passages.phrasing import item_to_words
from assistant.passages.searching import Found, search
from assistant.passages.terms import fold
from assistant.passages.trimming import trimmed
from assistant.query import Operation, Query

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["compare_passages"]

_HELD = 0.3
"""The share of the question's weight that a document's sentence must hold itself, …"""
_HELD_TO_COUNT = 0.5
"""… more where the question is which documents have a thing at all, …"""
_WHICH = re.compile(
    r"(?:哪[些几个]|只有哪)(?:个|份)?(?:地方|城市|方案|文件|地|市|区)?.{0,6}(?:提|有|要|建|出台|设|明确|规定)"
)
_NEARBY = 0.45
"""… or hold together with its passage and headings while it holds a little itself."""
_HELD_A_LITTLE = 0.12
_OPEN = frozenset({Asked.NAME, Asked.ROLE, Asked.WHERE})
"""What a document may leave out and still say something on the matter."""
_BUDGET = 290
"""Characters of the whole comparison, …"""
_LEAST = 80
"""… of which each document has at least these."""


def compare_passages(query: Query, index: "Index") -> Draft | None:
    """A line for each document, where several are asked about and at least one says something; else None."""
    if query.operation is not Operation.COMPARE or len(query.documents) < 2:
        return None
    lines = [_line(query, document_id, index) for document_id in query.documents]
    if not any(line.evidence for line in lines):
        return None
    return Draft(AnswerKind.COMPARISON, tuple(lines))


def _line(query: Query, document_id: str, index: "Index") -> Statement:
    label = document_label(index.library, document_id)
    found = search(query.text, query, index, (document_id,))
    item = next((item for item in found.ranked if _supports(item, found)), None)
    if item is None:
        return Statement(f"{label}：未提及。", ())
    words = item_to_words(trimmed(item.candidate.text, found, max(_LEAST, _BUDGET // len(query.documents))), found)
    return Statement(f"{label}：{words}", (item.candidate.evidence,))


def _supports(item: Scored, found: Found) -> bool:
    """Whether a sentence says enough of what is compared; where the question quotes words or gives examples, one."""
    held, nearby = found.terms.share(item.held), found.terms.share(item.nearby)
    text = fold(item.candidate.text)
    if found.anchors:
        return any(fold(anchor) in text for anchor in found.anchors)
    if _WHICH.search(found.text):
        return held >= _HELD_TO_COUNT
    enough = held >= _HELD or (nearby >= _NEARBY and held >= _HELD_A_LITTLE)
    return enough and _OPEN.issuperset(found.wanted.lacking(item.candidate.text))
