"""Conversations: from a question and the turns before it to a question that stands alone. Knows no answers' wording."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer, AnswerKind, RefusalReason
from assistant.carrying import PRONOUN
from assistant.draft import NoAnswer
from assistant.following import following, is_elliptic
from assistant.independence import is_courtesy
from assistant.labels import document_label
from assistant.mentions import Mention, Slot, mentions
from assistant.reading.normalising import question_to_text
from assistant.understanding.spoken import in_plain_words
from corpus.facts import Library

__all__ = ["Ambiguity", "standalone"]

_OWN = re.compile(r"[我本](?:市|区|县|省|方案|规划|文件)")
_MOST_OPTIONS = 5


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A question that could mean several things; `refusal` asks back."""

    refusal: NoAnswer


def standalone(
    question: str, history: Sequence[Answer], library: Library, documents: Sequence[str] = ()
) -> str | Ambiguity:
    """`question` with what it leaves unsaid filled in from the turns before; an Ambiguity where that cannot be told."""
    named = mentions(question, library)
    turns = [
        turn.model_copy(update={"understood": question_to_text(turn.understood)})
        for turn in history
        if _goes_on(turn, library)
    ]
    if is_courtesy(question):
        return question
    if not turns:
        return _first_turn(question, named, library, documents)
    last = turns[-1]
    if _asks_back(last) and _OWN.search(last.understood) and is_elliptic(in_plain_words(question), named):
        return _OWN.sub("和".join(mention.words for mention in named), last.understood, count=1)
    return following(question, turns, library)


def _goes_on(turn: Answer, library: Library) -> bool:
    """Whether a turn can be asked on about: no greeting, nothing foreign to the documents, no list of all of them."""
    if is_courtesy(turn.question) or (turn.refusal and turn.refusal.reason is RefusalReason.OUT_OF_SCOPE):
        return False
    lists_all = turn.kind is AnswerKind.LIST and len(turn.scope.documents) == len(library.documents)
    return not (lists_all and len({citation.document_id for citation in turn.citations}) == len(library.documents) > 1)


def _asks_back(turn: Answer) -> bool:
    return turn.refusal is not None and turn.refusal.reason is RefusalReason.AMBIGUOUS


def _first_turn(question: str, named: Sequence[Mention], library: Library, documents: Sequence[str]) -> str | Ambiguity:
    places = len(documents or library.documents)
    where = [mention for mention in named if mention.slot is Slot.DOCUMENT]
    if _OWN.search(question) and places > 1 and not where:
        options = tuple(_OWN.sub(label, question, count=1) for label in _labels(library, documents)[:_MOST_OPTIONS])
        return _asking_back("“本市”“本区”或“本方案”指哪一份文件？请选择。", options)
    whole = any(mention.slot is Slot.INDICATOR for mention in named) and len({one.slot for one in named}) > 1
    if (is_elliptic(question, named) and not whole) or PRONOUN.match(question):
        meant = sorted(frozenset().union(*(mention.documents for mention in where))) or documents
        options = tuple(f"{label}的主要目标是什么？" for label in _labels(library, meant)[:_MOST_OPTIONS])
        return _asking_back("没有上文，看不出问的是哪份文件的哪件事。请把问题说完整，例如：", options)
    return question


def _asking_back(message: str, options: tuple[str, ...]) -> Ambiguity:
    return Ambiguity(NoAnswer(RefusalReason.AMBIGUOUS, message, closest=options))


def _labels(library: Library, documents: Sequence[str]) -> list[str]:
    return [document_label(library, document_id) for document_id in documents or tuple(library.documents)]
