"""The answerers over prose: a section's points, the fewest sentences that answer. Finds through the index only."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.passages.asked import Wanted, question_to_wanted
from assistant.passages.candidates import Scored, hits_to_candidates, scored
from assistant.passages.choosing import Chosen, fewest
from assistant.passages.evidence import is_supported
from assistant.passages.labels import document_label, region_names
from assistant.passages.outline import Point, section_to_points
from assistant.passages.sections import asks_for_points, best_section
from assistant.passages.terms import Terms, question_to_terms, rarity_of
from assistant.passages.trimming import as_statement, trimmed
from assistant.query import Operation, Query

if TYPE_CHECKING:
    from corpus.facts import Library
    from indexing.index import Index

__all__ = ["answer_from_passages", "answer_from_section", "closest_words", "find", "query_to_terms"]

_FOUND = 40
_CLOSE = 0.5


def answer_from_section(query: Query, index: "Index") -> Draft | None:
    """A section's points with their count, where the question asks for what a section lists; else None."""
    wanted = question_to_wanted(query.text)
    if query.operation is not Operation.SUMMARY and not asks_for_points(wanted):
        return None
    documents = [index.library.document(document_id) for document_id in query.documents]
    section = best_section(query.text, query_to_terms(query, index.library), documents)
    points = section_to_points(section) if section else []
    return Draft(AnswerKind.LIST, (_points_to_statement(points),)) if len(points) > 1 else None


def answer_from_passages(query: Query, index: "Index") -> Draft | None:
    """The fewest sentences that answer; None where what is found does not support an answer."""
    terms = query_to_terms(query, index.library)
    wanted = question_to_wanted(query.text)
    chosen = fewest(_ranked(query.text, query.documents, terms, wanted, index), terms, wanted)
    if chosen is None or not is_supported(chosen, terms, wanted):
        return None
    return Draft(AnswerKind.PASSAGE, _chosen_to_statements(chosen, query, index.library))


def find(
    question: str, documents: Sequence[str], terms: Terms, wanted: Wanted, index: "Index", most: int
) -> list[tuple[Scored, str]]:
    """The best `most` sentences of some documents, each with the words to show of it."""
    ranked = _ranked(question, documents, terms, wanted, index)[:most]
    return [(item, as_statement(trimmed(item.candidate.text, terms, wanted))) for item in ranked]


def _ranked(
    question: str, documents: Sequence[str], terms: Terms, wanted: Wanted, index: "Index"
) -> list[Scored]:
    hits = index.search(question, documents=documents, limit=_FOUND)
    return scored(hits_to_candidates(hits, index.library), terms, wanted)


def query_to_terms(query: Query, library: "Library") -> Terms:
    """The informative pairs of a query; names of places are a filter, not a topic."""
    return question_to_terms(query.text, rarity_of(library), without=region_names(library, query.documents))


def _points_to_statement(points: Sequence[Point]) -> Statement:
    names = "；".join(point.text for point in points)
    return Statement(f"共{len(points)}项：{names}。", tuple(point.evidence for point in points))


def _chosen_to_statements(chosen: Chosen, query: Query, library: "Library") -> tuple[Statement, ...]:
    label = "" if len(query.documents) == 1 else document_label(library, chosen.parts[0][0].candidate.place.document_id)
    return tuple(
        Statement((f"{label}：" if label and not position else "") + words, (item.candidate.evidence,))
        for position, (item, words) in enumerate(chosen.parts)
    )


def closest_words(query: Query, index: "Index", most: int) -> tuple[str, ...]:
    """What the documents in scope say that comes closest to a question they do not answer."""
    terms = query_to_terms(query, index.library)
    wanted = question_to_wanted(query.text)
    ranked = _ranked(query.text, query.documents, terms, wanted, index)
    near = [item.candidate for item in ranked[:most] if item.score > _CLOSE]
    return tuple(
        f"{document_label(index.library, one.place.document_id)}：{as_statement(trimmed(one.text, terms, wanted))}"
        for one in near
    )
