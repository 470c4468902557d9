"""What is to be done by a day that the question gives (2020年底前): the sentences of the running text that print it.

Knows no task tables, whose deadlines are a column.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.fact_answers.task_choice import asked_words
from assistant.facts.printed_days import dated_sentences, day_asked, from_day, prints_day
from assistant.facts.task_words import snippet
from assistant.query import Operation, Query
from assistant.sentences import document_to_sentences
from assistant.understanding.likeness import Weights, text_to_grams, weights_of
from corpus.facts import Evidence, Library

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_dated_work"]

_LISTS = re.compile(r"哪[些几一两]|什么|几[件项条个]|列[出一]|清单")
_ASKING = re.compile(
    r"明确|写[了明着]?|要求|规定|必须|方面|完成|[做办]完|做好|落实|到位|实现|之前|以前|哪[几些]?|几[件项条个]?"
    r"|[件事样前都得须里做写,?。“”\"]"
)
_NUMBERS = re.compile(r"指标|目标|多少")
_YEAR, _DONE = re.compile(r"年$"), re.compile(r"完成|做到|办完|做完|到期|截止|落实|实现")
_LISTING = frozenset({Operation.LIST, Operation.COUNT, Operation.TEXT, Operation.SUMMARY})
_SAID, _TOLD = 0.7, 2.0
"""From these weights on, the words beside the day may say, and do say, which work is meant."""
_HELD = 0.5
_ROOM, _LEAST = 360, 36


def answer_dated_work(query: Query, index: "Index") -> Draft | None:
    """The sentences of the one document in scope that set the day, or a day in the year, which the question gives."""
    day = day_asked(query.text) or _year_asked(query)
    if not day or len(query.documents) != 1 or query.operation not in _LISTING or query.units:
        return None
    if not _LISTS.search(query.text) or _NUMBERS.search(query.text):
        return None
    found = _about(query, day, list(_sentences(query.documents[0], day, index.library)), index.library)
    if not found:
        return None
    room = max(_LEAST, _ROOM // len(found))
    items = [Statement(f"{snippet(words, room)}。", (evidence,)) for words, evidence in found]
    if len(items) == 1:
        return Draft(AnswerKind.LIST, (items[0],))
    first = Statement(f"写明“{day}”的共{len(items)}项：", tuple(evidence for _, evidence in found))
    return Draft(AnswerKind.LIST, (first, *items))


def _year_asked(query: Query) -> str:
    """The one year of a question that asks what is to be done in it."""
    return f"{query.years[0]}年" if len(query.years) == 1 and _DONE.search(query.text) else ""


def _sentences(document_id: str, day: str, library: Library) -> Iterator[tuple[str, Evidence]]:
    """The sentences of the running text of a document that print a day, each also from that day on."""
    for sentence in document_to_sentences(library.document(document_id)):
        if words := _from_day(sentence.quote, day):
            yield words, sentence


def _from_day(sentence: str, day: str) -> str:
    """A sentence from the day on, or from the first day in the year; empty where it prints none."""
    if _YEAR.search(day):
        return next(iter(dated_sentences(sentence, day)), "")
    return from_day(sentence, day) if prints_day(sentence, day) else ""


def _about(
    query: Query, day: str, sentences: list[tuple[str, Evidence]], library: Library
) -> list[tuple[str, Evidence]]:
    """Those of the sentences that hold the further words of the question; all where it has none."""
    words = _ASKING.sub(" ", asked_words(query, library).replace(day, " "))
    weights, given = weights_of(library), text_to_grams(words)
    weight = weights.sum(given)
    held = [one for one in sentences if weight >= _SAID and _holds(one[1].quote, given, weights)]
    return held or (sentences if weight < _TOLD else [])


def _holds(sentence: str, given: frozenset[str], weights: Weights) -> bool:
    return weights.coverage(given, text_to_grams(sentence)) >= _HELD
