"""Turns of the answers before: what a question can go on from. Knows answers, reads no documents."""

from collections.abc import Iterable, Iterator

from assistant.answer import Answer, RefusalReason
from assistant.reading.normalising import question_to_text
from assistant.reading.senses import COURTESY, hear
from assistant.reading.turn import Turn, json_to_turn, unread_turn

__all__ = ["turns_of"]

_COURTESY = COURTESY | {"help"}


def turns_of(history: Iterable[Answer]) -> list[Turn]:
    """The turns that can be asked on about: no courtesies, nothing foreign to the documents."""
    return list(_turns(history))


def _turns(history: Iterable[Answer]) -> Iterator[Turn]:
    for answer in history:
        if not _is_aside(answer):
            cited = [citation.document_id for citation in answer.citations]
            yield (json_to_turn(answer.turn) if answer.turn else None) or unread_turn(answer.understood, cited)


def _is_aside(answer: Answer) -> bool:
    foreign = answer.refusal is not None and answer.refusal.reason is RefusalReason.OUT_OF_SCOPE
    return foreign or any(one.sense in _COURTESY for one in hear(question_to_text(answer.question)))
