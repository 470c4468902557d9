"""The answerers over prose: a section's points, the fewest sentences that answer. Finds through the index only."""

from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.draft import Draft, NoAnswer, Statement
from assistant.labels import document_label
from assistant.passages.asked import question_to_wanted
from assistant.passages.choosing import Chosen, fewest
from assistant.passages.evidence import absent_words, focus_words, is_of_unknown_year, is_supported
from assistant.passages.named_sections import named_section, points_to_statement, section_to_statements
from assistant.passages.phrasing import chosen_to_statements
from assistant.passages.polarity import polarity_of, polarity_to_words
from assistant.passages.premises import false_premise
from assistant.passages.rates import product_of
from assistant.passages.searching import Found, query_to_parts, search, text_to_terms
from assistant.passages.sections import asks_for_points, best_points
from assistant.passages.subject import speaks_of_subject
from assistant.passages.sums import sum_of
from assistant.passages.terms import rarity_of
from assistant.passages.tiers import fitting_grade
from assistant.passages.trimming import as_statement, trimmed
from assistant.query import Operation, Query

if TYPE_CHECKING:
    from corpus.facts import Library
    from indexing.index import Index

__all__ = ["answer_from_passages", "answer_from_section", "closest_words"]

_CLOSE = 0.8


def answer_from_section(query: Query, index: "Index") -> Draft | None:
    """A section's points with their count, where the question asks for what a section lists; else None."""
    if not asks_for_points(query, question_to_wanted(query.text)):
        return None
    documents = [index.library.document(document_id) for document_id in query.documents]
    points = best_points(query.text, text_to_terms(query.text, query, index), documents)
    return Draft(AnswerKind.LIST, (points_to_statement(points),)) if points else None


def answer_from_passages(query: Query, index: "Index") -> Draft | NoAnswer | None:
    """The fewest sentences that answer each part of the question, or the correction of what it takes for granted; None
    where nothing found supports an answer.
    """
    if _is_about_nothing_there(query, index.library):
        return None
    documents = [index.library.document(document_id) for document_id in query.documents]
    section = named_section(query.text, documents)
    if section is not None:
        return Draft(AnswerKind.PASSAGE, section_to_statements(section))
    on_subject = speaks_of_subject(query.text, documents, rarity_of(index.library))
    statements: dict[str, Statement] = {}
    for part in query_to_parts(query):
        found = search(part, query, index)
        corrected = false_premise(found, documents)
        if corrected:
            return corrected
        chosen = fitting_grade(found) or fewest(found)
        if chosen is not None and is_supported(
            found, chosen, anywhere=not query.documents_named, on_subject=on_subject
        ):
            label = _opening(chosen, found, query, index.library) if not statements else ""
            told = chosen_to_statements(chosen, found, label)
            told += filter(None, (sum_of(chosen, found), product_of(chosen, found)))
            statements |= {statement.text: statement for statement in told}
    kind = AnswerKind.YES_NO if query.operation is Operation.YES_NO else AnswerKind.PASSAGE
    return Draft(kind, tuple(statements.values())) if statements else None


def closest_words(query: Query, index: "Index", most: int) -> tuple[str, ...]:
    """What the documents in scope say that comes closest to a question they do not answer."""
    found = search(query.text, query, index)
    near = [item.candidate for item in found.ranked[:most] if item.score > _CLOSE]
    return tuple(
        f"{document_label(index.library, one.place.document_id)}：{as_statement(trimmed(one.text, found))}"
        for one in near
    )


def _is_about_nothing_there(query: Query, library: "Library") -> bool:
    """Whether a word that the question asks a number, a sum or a rule for, or the year, is in no document searched."""
    texts = [library.document(document_id).text for document_id in query.documents]
    return is_of_unknown_year(query.text, texts) or bool(
        absent_words(focus_words(query.text, rarity_of(library)), texts)
    )


def _opening(chosen: Chosen, found: Found, query: Query, library: "Library") -> str:
    """What stands before the first sentence: the document's name where several are searched, yes or no where asked."""
    best = chosen.items[0].candidate
    document = library.document(best.place.document_id)
    label = "" if len(query.documents) == 1 else f"{document_label(library, document.id)}："
    polarity = polarity_of(found, chosen.text, f"{best.passage}{best.headings}{chosen.text}", document.text)
    return label + polarity_to_words(polarity, query.text)
