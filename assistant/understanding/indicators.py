"""Which indicators of the library a question is about. Knows their names and units, not their numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.understanding.likeness import Weights, weights_of
from assistant.understanding.paraphrases import outstanding
from assistant.understanding.topic import with_official_words
from assistant.understanding.units_of_measure import asked_measures, unit_measure
from corpus.facts import Library
from indexing.words import characters, normalised

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["Match", "match_indicators", "matched_indicators"]

_ENOUGH = 0.4
_SOME = 0.1
_QUANTITY = re.compile(r"多少|几|比例|率|目标|数量|规模|总[量额]")
_CLOSE = 0.65
"""Indicators within this share of the best one's score are meant too."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An indicator of one document with the units it is counted in."""

    document: str
    indicator: str
    grams: frozenset[str]
    units: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """An indicator and how well a question fits it, from 0 to 1."""

    document: str
    indicator: str
    score: float
    explained: float
    """The share of the question's words that the indicator holds."""


def matched_indicators(
    topics: Sequence[str], text: str, library: Library, documents: Sequence[str] = (), index: "Index | None" = None
) -> tuple[str, ...]:
    """The indicators that a question means, best first; none where none fits well enough.

    With an index, a question for a quantity of one document is also matched by meaning where no words fit.
    """
    found: list[str] = []
    for document in documents or tuple(library.documents):
        matches = match_indicators(topics, text, library, (document,))
        found += [m.indicator for m in matches if m.score >= max(_ENOUGH, _CLOSE * matches[0].score)]
    if not found and index is not None and len(documents) == 1 and _QUANTITY.search(text):
        found += _by_meaning(topics, text, documents[0], index)
    return tuple(dict.fromkeys(found))


def _by_meaning(topics: Sequence[str], text: str, document: str, index: "Index") -> list[str]:
    """The indicator that stands out by meaning, if its unit fits and it shares some words after all."""
    matches = match_indicators(topics, text, index.library, (document,))
    names = list(dict.fromkeys(target.indicator for target in index.library.targets([document])))
    best = outstanding(topics[0], names, index.embedder)
    return [m.indicator for m in matches if m.indicator == best and m.score >= _SOME]


def match_indicators(topics: Sequence[str], text: str, library: Library, documents: Sequence[str] = ()) -> list[Match]:
    """The indicators that one of the topics may mean, best first. `text` tells the measure (幢, %) asked for."""
    weights, asked = weights_of(library), asked_measures(text)
    wordings = [_grams(wording) for topic in topics for wording in {topic, with_official_words(topic)}]
    found = [
        max((_match(one, given, weights) for given in wordings), key=lambda match: match.score)
        for one in _candidates(library)
        if wordings and (not documents or one.document in documents) and _can_be(one, asked)
    ]
    return sorted((match for match in found if match.score > 0), key=lambda match: -match.score)


def _can_be(one: _Candidate, asked: frozenset[str]) -> bool:
    """Whether an indicator's units measure what is asked for."""
    own = frozenset().union(*map(unit_measure, one.units)) if one.units else frozenset[str]()
    return not asked or not own or bool(asked & own)


def _match(one: _Candidate, given: frozenset[str], weights: Weights) -> Match:
    """How much of the indicator a wording names and how much of the wording the indicator explains, in harmony."""
    named, explained = weights.coverage(one.grams, given), weights.coverage(given, one.grams)
    score = 2 * named * explained / (named + explained) if named + explained else 0.0
    return Match(one.document, one.indicator, score, explained)


def _grams(text: str) -> frozenset[str]:
    return frozenset(characters(normalised(text).replace("m2", "平方米")))


@lru_cache(maxsize=4)
def _candidates(library: Library) -> tuple[_Candidate, ...]:
    units: dict[tuple[str, str], set[str]] = {}
    for target in library.targets():
        units.setdefault((target.document_id, target.indicator), set()).add(target.quantity.unit)
    return tuple(
        _Candidate(document, indicator, _grams(indicator), frozenset(found))
        for (document, indicator), found in units.items()
    )
