"""Which section a question asks to have listed. Knows no index."""

import re
from collections.abc import Iterable, Iterator

from assistant.facts.sections import Point, Section, document_to_sections, section_to_points
from assistant.passages.asked import Asked, Wanted
from assistant.passages.terms import Terms, fold, pairs
from assistant.query import Operation, Query
from corpus.document import Document

__all__ = ["asks_for_points", "best_points"]

_NAMED = ((0.85, 0.25), (0.7, 0.4), (0.45, 0.6))
"""A title is meant that holds this share of the question and of which this share stands in the question, or these."""
_ANNOUNCED = 0.7
_FEWEST_PAIRS = 2
"""Words that announce a list (仍然存在不少困难和问题：) must hold this share of the question."""
_KIND = re.compile(r"哪(?:些|几|[两三四五六七八九十])(?:个|类|项|种|条|大|张|方面)?([一-鿿]{2,8})")
_SIBLINGS = 3
_USUAL = re.compile(r"(保障)措施|(?:主要|重点|工作)(任务)")
_LONGEST_USUAL = 8
_EXACT = re.compile(r"目标|指标|表格|分解表|清单里|清单中|责任单位")


def asks_for_points(query: Query, wanted: Wanted) -> bool:
    """Whether a list of points can be what is asked for: not where a person, a unit, a target or a time is."""
    if query.units or query.ordinals or _EXACT.search(query.text):
        return False
    if query.operation is Operation.SUMMARY:
        return True
    exact = (Asked.WHO, Asked.NAME, Asked.ROLE, Asked.MONEY, Asked.TERM, Asked.WHEN, Asked.HOW_OFTEN)
    return wanted.asks(Asked.LIST, Asked.HOW) and not wanted.asks(*exact)


def best_points(question: str, terms: Terms, documents: Iterable[Document]) -> list[Point]:
    """The points of the section whose title the question names best, of those that have points; else none."""
    documents = list(documents)
    matches = [match for document in documents for match in _matches(question, terms, document)]
    for _, section in sorted(matches, key=lambda match: -match[0]):
        points = section_to_points(section)
        if len(points) > 1:
            return points
    return _points_of_usual(question, documents)


def _points_of_usual(question: str, documents: Iterable[Document]) -> list[Point]:
    """The points of the one section that is what a question calls by a usual name (强化组织保障 for 保障措施)."""
    usual = _USUAL.search(question)
    if usual is None:
        return []
    sections = (section for document in documents for section in document_to_sections(document))
    short = (
        section
        for section in sections
        if len(section.title) <= _LONGEST_USUAL and usual[usual.lastindex or 0] in section.title
    )
    found = [points for section in short if len(points := section_to_points(section)) > 1]
    return found[0] if len(found) == 1 else []


def _matches(question: str, terms: Terms, document: Document) -> Iterator[tuple[float, Section]]:
    folded = fold(question)
    kind = _KIND.search(question)
    for section in document_to_sections(document):
        title = pairs(section.title)
        matched = sum(pair in folded for pair in title) / len(title) if title else 0.0
        covered = terms.covered(section.title)
        if section.is_announced and covered >= _ANNOUNCED:
            yield covered, section
        elif matched == 1 or (
            len(terms.weights) >= _FEWEST_PAIRS and any(covered >= held and matched >= named for held, named in _NAMED)
        ):
            yield covered + matched, section
        elif kind and _are_of_kind(section, kind[1]):
            yield covered, section


def _are_of_kind(section: Section, kind: str) -> bool:
    """Whether the sub-headings all end in the name of what is asked for: 总部经济楼宇集群, 金融服务楼宇集群."""
    return len(section.children) >= _SIBLINGS and all(child.title.endswith(kind) for child in section.children)
