"""The answerer over prose: the fewest sentences that answer, a clearly different second, the list that is asked for."""

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.labels import document_label
from assistant.prose.ranking import Ranked, ranked, weighed
from assistant.prose.windows import ROOM, Kind
from assistant.reading.ask import Ask
from assistant.reading.words import pairs, terms_of
from assistant.tuning import tuning

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_prose"]

_ALIKE = 0.5
"""Windows that share more of their pairs of characters say the same."""
_SEEN = 40
"""So many of the best windows are looked through for one that adds something or says something else."""
_WHOLE = frozenset({Kind.POINTS, Kind.SECTION, Kind.LIST})


def answer_prose(ask: Ask, index: "Index") -> list[Candidate]:
    """The best window with what adds to it, the best that says something else, and the best list or section; [] where
    the documents in scope have no word of the question.
    """
    found = ranked(ask, index)
    if not found:
        return []
    best = found[0]
    other = next((one for one in found[1:_SEEN] if not _alike(one, best)), None)
    whole = next((one for one in found[:_SEEN] if one.window.kind in _WHOLE and one not in (best, other)), None)
    chosen = [[best, *_added(best, found, ask, index)], [other] if other else [], [whole] if whole else []]
    return [_candidate(items, found, ask, index) for items in chosen if items]


def _added(best: Ranked, found: Sequence[Ranked], ask: Ask, index: "Index") -> list[Ranked]:
    """A second window, nearly as good as the best, that holds enough of what the best lacks."""
    terms, weights = terms_of(ask.where.words, index.library), tuning().prose_adding
    for one in found[1:_SEEN]:
        if best.score - one.score > weights.get("behind", 0.0):
            return []
        fits = len(one.window.text) + len(best.window.text) <= ROOM and not _alike(one, best)
        if fits and terms.share(one.judged.held - best.judged.held) >= weights.get("gain", 1.0):
            return [one]
    return []


def _alike(one: Ranked, other: Ranked) -> bool:
    """Whether nearly the same words are there already: a table row repeats its clause."""
    first, second = pairs(one.window.text), pairs(other.window.text)
    return len(first & second) > _ALIKE * min(len(first), len(second))


def _candidate(items: Sequence[Ranked], found: Sequence[Ranked], ask: Ask, index: "Index") -> Candidate:
    ordered = sorted(items, key=_position)
    statements = tuple(_statement(one, at, ask, index) for at, one in enumerate(ordered))
    kind = AnswerKind.LIST if items[0].window.kind is Kind.POINTS else AnswerKind.PASSAGE
    return Candidate(ask, Draft(kind, statements), _features(items, found))


def _position(one: Ranked) -> tuple[str, int, int]:
    place = one.window.place
    return place.document_id, place.line, one.window.position


def _statement(one: Ranked, at: int, ask: Ask, index: "Index") -> Statement:
    named = len(ask.where.documents or index.library.documents) == 1 or at
    label = "" if named else f"{document_label(index.library, one.window.place.document_id)}："
    return Statement(label + one.window.text, one.window.evidence)


def _features(items: Sequence[Ranked], found: Iterable[Ranked]) -> dict[str, float]:
    """What speaks for an answer: the features of its first window, and how far it is ahead of what says otherwise."""
    first, own = items[0], items[0].judged.features
    behind = next((one.score for one in found if one not in items and not _alike(one, first)), first.score - 1)
    told = {
        "match": own["own"] + own["beside"],
        "own": own["own"],
        "margin": max(-1.0, min(1.0, first.score - behind)),
        "meaning": max(0.0, own["meaning"]),
        "agree": own["measure"],
        "filled": 1.0 - own["lacks"],
        "offers": own["offers"],
        "heading": own["head"],
    }
    return told | {"p": _sure(told | {"score": first.score, "bias": 1.0})}


def _sure(features: dict[str, float]) -> float:
    """The fitted probability that the window answers at all."""
    return 1 / (1 + math.exp(-weighed(features, tuning().prose_sure)))
