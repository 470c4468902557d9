"""The document that a turn was about: its name in front of a question, its areas. Knows no follow-ups."""

import re

from assistant.answer import Answer, AnswerKind
from assistant.carrying import places_of, reference_end, topic_of
from assistant.labels import document_label
from assistant.mentions import Slot, mentions
from corpus.facts import Library

__all__ = ["asks_areas", "document_of", "has_areas", "label_of", "labelled"]

_AREAS = re.compile(r"(?:哪[些几个]|各)个?(?:地区|板块|属地)")


def labelled(text: str, last: Answer, library: Library) -> str:
    """`text` with the last turn's place in front, unless it names one; a title takes the place of 农机意见里."""
    label = label_of(last, library)
    has_document = any(mention.slot is Slot.DOCUMENT for mention in mentions(text, library))
    if has_document or text.startswith(label):
        return text
    return label + text[reference_end(text, label) if label.startswith("《") else 0 :]


def label_of(last: Answer, library: Library) -> str:
    """The name of the one document that the last turn was about."""
    document = document_of(last, library)
    return document_label(library, document) if document else ""


def document_of(last: Answer, library: Library) -> str | None:
    """The one document that the last turn was about: the only one in scope, else the only one that its answer cites."""
    if len(last.scope.documents) == 1:
        return last.scope.documents[0]
    cited = {citation.document_id for citation in last.citations}
    compares = last.kind is AnswerKind.COMPARISON or places_of(last.understood, library)
    return next(iter(cited)) if len(cited) == 1 and not compares else None


def asks_areas(question: str, last: Answer, library: Library) -> bool:
    """Whether 哪些地区 is asked where the one document of the last turn has figures of its areas."""
    document = document_of(last, library)
    if document is None or not _AREAS.search(question):
        return False
    return any(one.scope and not one.is_total for one in library.targets([document]))


def has_areas(last: Answer, library: Library) -> bool:
    """Whether the one document of the last turn has figures of its areas for the topic: 各区, 哪个地方 are those."""
    document = document_of(last, library)
    if document is None:
        return False
    topic = topic_of(last.understood, library)
    return any(one.scope and not one.is_total and topic in one.indicator for one in library.targets([document]))
