"""Questions for a quantity that no document speaks of (租金多少): no indicator that looks alike may answer them."""

import re

from assistant.query import Operation, Query
from assistant.understanding.topic import with_official_words
from corpus.facts import Library
from corpus.quoting import compact
from indexing.words import is_word

__all__ = ["asks_something_else"]

_HEAD = re.compile(
    r"([一-鿿]{2})(?:大约|大概|约)?(?:是|为|要|达)?多少(?=$|[?,。;]|[万亿]?元|[万亿](?:$|[?])|钱|呢|左右)"
)
_GOAL = re.compile(r"(?:的)?(?:目标|指标)(?:值)?(?=(?:是|为|要|达)?多少)")


def asks_something_else(query: Query, library: Library) -> bool:
    """Whether the word before 多少 is one that neither the documents in scope nor their indicators know."""
    head = _HEAD.search(_GOAL.sub("", query.text))
    if query.operation is not Operation.VALUE or head is None or not is_word(head[1]):
        return False
    if head[1] not in query.topic or with_official_words(head[1]) != head[1]:
        return False
    return not any(head[1] in compact(library.document(one).text) for one in query.documents)
