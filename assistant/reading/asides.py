"""Documents that a question names only to say what it asks of others: 鹿城要争取REITs试点，嘉兴提了吗."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.reading.reading import Reading
from assistant.reading.spans import Kind, Span
from assistant.reading.weaving import within

_CLAUSE = re.compile(r"[^，,。；;！!（）()]+")
_AGAINST = re.compile(r"[比较][^赛例重如]|[高低多少大小]于|超过|一样|相同|不同|一致|还是|差")
"""What sets the one against the other after all."""
_TOGETHER = frozenset({
    "compare", "difference", "ratio", "doubled", "both", "either", "most", "least", "order", "total", "average", "each",
    "each_place", "elsewhere",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause that names documents."""

    text: str
    documents: frozenset[str]
    asks: bool


def without_asides(reading: Reading) -> Reading:
    """The reading over the documents named where something is asked, if clauses that ask nothing tell of others."""
    if not reading.told or len(reading.documents) < 2 or _TOGETHER & reading.heard:
        return reading
    clauses = list(_clauses(reading))
    asked = [one for one in clauses if one.asks]
    if len(asked) != 1 or len(clauses) == 1 or _AGAINST.search(asked[0].text):
        return reading
    meant = [one for one in reading.documents if one in asked[0].documents]
    apart = not any(asked[0].documents & one.documents for one in clauses if not one.asks)
    return within(reading, meant) if meant and apart else reading


def _clauses(reading: Reading) -> Iterator[_Clause]:
    for match in _CLAUSE.finditer(reading.text):
        inside = [one for one in reading.of(Kind.DOCUMENT) if _is_within(one, match)]
        documents = frozenset(name.document for one in inside for name in one.names)
        if documents:
            yield _Clause(match[0], documents, any(_is_within(one, match) for one in reading.senses("question")))


def _is_within(span: Span, clause: re.Match[str]) -> bool:
    return clause.start() <= span.start and span.end <= clause.end()
