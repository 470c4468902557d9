"""The answerer over prose: a verdict that one sentence gives, the fewest sentences that answer, a clearly different
second, the list that is asked for.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.claims import Claim, Held, claim_of
from assistant.draft import Draft, Statement
from assistant.labels import document_label
from assistant.prose.choosing import SEEN, alike, chance, evidence_for, shown, with_additions
from assistant.prose.items import of_each_item
from assistant.prose.ranking import Ranked
from assistant.prose.windows import Kind
from assistant.reading.ask import Ask
from assistant.reading.words import terms_of
from assistant.tuning import tuning
from assistant.verdicts import with_verdict
from indexing.index import Index

_WHOLE = frozenset({Kind.POINTS, Kind.SECTION, Kind.LIST})
_LOOKED_AT = 20
_ONE_SENTENCE = frozenset({Kind.SENTENCE, Kind.PART, Kind.CELL, Kind.NOTE})


def answer_prose(ask: Ask, found: Sequence[Ranked], index: Index) -> list[Candidate]:
    """Of the windows found a verdict where one can be given, the best with what adds to it, the best that says
    otherwise, the best list or section, and one for each thing listed; [] where none is.
    """
    if not found:
        return []
    terms = terms_of(ask.where.words, index.library)
    held = islice(sentences_held(claim_of(ask, index.library), found), 1) if ask.claim else ()
    judged = [verdict_to_candidate(one, found, ask, index, holds=says is Held.SAYS) for says, one in held]
    best = with_additions(found, terms, tuning().prose_adding)
    other = [one for one in found[1:SEEN] if not alike(one, found[0])][:1]
    whole = [one for one in found[:SEEN] if one.window.kind in _WHOLE and one not in (found[0], *other)][:1]
    each = of_each_item(ask, index)
    plain = [windows_to_candidate(items, found, ask, index) for items in (best, other, whole, each) if items]
    return [*judged, *plain]


def verdict_to_candidate(
    sentence: Ranked, found: Sequence[Ranked], ask: Ask, index: Index, *, holds: bool
) -> Candidate:
    """A verdict with the sentence that it rests on."""
    draft = Draft(AnswerKind.YES_NO, (_statement(sentence, 0, ask, index),))
    return with_verdict(Candidate(ask, draft, _features([sentence], found)), draft, holds=holds)


def windows_to_candidate(items: Sequence[Ranked], found: Sequence[Ranked], ask: Ask, index: Index) -> Candidate:
    """Some of the windows found as an answer, in the order of the documents."""
    ordered = sorted(items, key=_position)
    statements = tuple(_statement(one, at, ask, index) for at, one in enumerate(ordered))
    kind = AnswerKind.LIST if items[0].window.kind is Kind.POINTS else AnswerKind.PASSAGE
    return Candidate(ask, Draft(kind, statements), _features(items, found))


def sentences_held(claim: Claim, found: Iterable[Ranked]) -> Iterator[tuple[Held, Ranked]]:
    """What the best sentences say to a claim, the best first; those that leave it open are left out."""
    for one in islice((one for one in found if one.window.kind in _ONE_SENTENCE), _LOOKED_AT):
        if held := claim.held(one.window.text, f"{one.window.head} {one.window.above}"):
            yield held, one


def _position(one: Ranked) -> tuple[str, int, int]:
    place = one.window.place
    return place.document_id, place.line, one.window.position


def _statement(one: Ranked, at: int, ask: Ask, index: Index) -> Statement:
    named = len(ask.where.documents or index.library.documents) == 1 or at
    label = "" if named else f"{document_label(index.library, one.window.place.document_id)}："
    return Statement(label + one.window.text, one.window.evidence, items=one.window.items)


def _features(items: Sequence[Ranked], found: Sequence[Ranked]) -> dict[str, float]:
    evidence = evidence_for(items, found)
    p = chance(evidence, tuning().prose_sure)
    return shown(evidence) | {"p": p, "left_out": math.log1p(sum(one.window.left_out for one in items))}
