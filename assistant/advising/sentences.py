"""Sentences to choose from: numbered for a model, and what it chose as candidates in the documents' own words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field, ValidationError

from assistant.advising.chat import Schema
from assistant.advising.meaning import reply_to_json
from assistant.candidate import Candidate
from assistant.claims import Claim, claim_of
from assistant.labels import document_label
from assistant.prose.answering import verdict_to_candidate, windows_to_candidate
from assistant.prose.choosing import alike
from assistant.prose.comparing import compare_prose
from assistant.prose.places import places_of
from assistant.prose.ranking import Ranked, ranked
from assistant.prose.windows import ROOM, Kind
from assistant.reading.ask import Ask
from corpus.facts import Library
from indexing.index import Index

_MOST = 8
_MOST_OF_EACH = 2
_MOST_PLACES = 6
_LONGEST = 120
"""Characters shown of a sentence; it is quoted whole."""
_KINDS = frozenset({Kind.SENTENCE, Kind.CELL, Kind.NOTE})


class Judgement(StrEnum):
    """What the sentences picked do for a question."""

    ANSWERS = "answers"
    BORNE_OUT = "borne_out"
    CONTRADICTED = "contradicted"
    SILENT = "silent"


class Pick(BaseModel, frozen=True, extra="ignore"):
    """The numbers of sentences that answer; none where the documents are silent."""

    numbers: tuple[Annotated[int, Field(ge=1, le=99)], ...] = Field(max_length=_MOST_PLACES)
    verdict: Judgement = Judgement.ANSWERS


@dataclass(frozen=True, slots=True)
class Sentences:
    """The Ask that they may answer, all windows found for it, and the sentences to choose from."""

    ask: Ask
    found: tuple[Ranked, ...]
    shown: tuple[Ranked, ...]

    def numbered(self, library: Library) -> str:
        """A line for each sentence: its number, its document and heading, its words."""
        return "\n".join(f"{number}{_line(one, library)}" for number, one in enumerate(self.shown, start=1))


def sentences_for(ask: Ask, index: Index) -> Sentences:
    """The best sentences for an Ask over prose; for a comparison some of each place."""
    found = tuple(ranked(ask, index))
    if not ask.per_document:
        return Sentences(ask, found, tuple(_distinct(found, _MOST)))
    places = places_of(ask.where.documents or tuple(index.library.documents), index.library)[:_MOST_PLACES]
    each = [one for documents in places for one in _distinct(ranked(ask, index, documents), _MOST_OF_EACH)]
    return Sentences(ask, found, tuple(each))


def pick_schema() -> Schema:
    """The JSON schema of a reply, made of the type."""
    return Pick.model_json_schema()


def reply_to_pick(reply: str | None, count: int) -> Pick | None:
    """What a reply picks out of `count` sentences; None where it picks what is not there, or nothing can be read."""
    try:
        pick = Pick.model_validate(reply_to_json(reply))
    except ValidationError:
        return None
    return None if any(number > count for number in pick.numbers) else pick


def pick_to_candidates(pick: Pick, sentences: Sentences, index: Index) -> list[Candidate]:
    """The sentences picked as candidates: side by side, with the verdict they bear out, or as they are; [] for none."""
    chosen = [sentences.shown[number - 1] for number in dict.fromkeys(pick.numbers)]
    ask, found = sentences.ask, sentences.found
    if not chosen or pick.verdict is Judgement.SILENT:
        return []
    if ask.per_document:
        return compare_prose(ask, index, _by_document(chosen))
    plain = windows_to_candidate(list(_within([_cut(one, found) for one in chosen])), found, ask, index)
    holds = _verdict(pick, chosen[0], claim_of(ask, index.library)) if ask.claim else None
    judged = [] if holds is None else [verdict_to_candidate(chosen[0], found, ask, index, holds=holds)]
    return [*judged, plain]


def _cut(sentence: Ranked, found: Sequence[Ranked]) -> Ranked:
    """The part of a sentence that ranks before the whole of it, where one does."""
    window = sentence.window
    return next(
        (one for one in found if one.window.passage == window.passage and one.window.text.rstrip("。") in window.text),
        sentence,
    )


def _within(chosen: Sequence[Ranked]) -> Iterator[Ranked]:
    """The first of the sentences, and those behind it that there is room for."""
    room = ROOM
    for at, one in enumerate({one.window.text: one for one in chosen}.values()):
        room -= len(one.window.text)
        if not at or room >= 0:
            yield one


def _verdict(pick: Pick, sentence: Ranked, claim: Claim) -> bool | None:
    """The verdict on a claim, where its values and its turn allow it."""
    if pick.verdict is Judgement.ANSWERS:
        return None
    holds = pick.verdict is Judgement.BORNE_OUT
    return holds if claim.allows(sentence.window.text, holds=holds) else None


def _by_document(chosen: Sequence[Ranked]) -> Mapping[str, Ranked]:
    """The first sentence picked of each document."""
    return {one.window.place.document_id: one for one in reversed(chosen)}


def _distinct(found: Sequence[Ranked], most: int) -> Iterator[Ranked]:
    """The best whole sentences that say different things."""
    kept: list[Ranked] = []
    for one in found:
        if one.window.kind in _KINDS and not any(alike(one, other) for other in kept):
            kept.append(one)
            yield one
        if len(kept) == most:
            return


def _line(one: Ranked, library: Library) -> str:
    window = one.window
    head = " ".join(window.head.split())[:24]
    label = document_label(library, window.place.document_id)
    return f"〔{label}{'·' + head if head else ''}〕{window.text[:_LONGEST]}"
