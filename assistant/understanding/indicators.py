"""Which indicators of the library a question is about. Knows their names and units, not their numbers."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.understanding.likeness import Weights, weights_of
from assistant.understanding.paraphrases import closeness
from assistant.understanding.topic import with_official_words
from assistant.understanding.units_of_measure import asked_measures, asks_share, unit_measure
from corpus.facts import Library
from indexing.words import characters, normalised

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["Match", "match_indicators", "matched_indicators"]

_ENOUGH = 0.4
_SOME = 0.1
_SHARED_COUNTS, _NEAR_IN_MEANING = 0.15, 0.055
"""Measured with multilingual-e5-small over paraphrases and over questions for what no document has: closeness and
shared characters together put the right indicator at .057 to .14, other things up to .054."""
_HINTED = 0.2
_QUANTITY = re.compile(r"多少|几|比例|率|目标|数量|规模|总[量额]")
_RATE, _HEAD = re.compile(r"[一-鿿]{2}率"), re.compile(r"[一-鿿]{2,4}率")
"""A rate as it is asked for, and the words right before 率 in an indicator."""
_ALL_SAID, _LEAD = 0.85, 1.5
"""An indicator that holds nearly all that is said, by far more than the next does, is meant though little is said."""
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
    if not found and len(documents) == 1 and _QUANTITY.search(text):
        found += _hinted(match_indicators(topics, text, library, documents))
    if not found and index is not None and not index.pending and len(documents) == 1 and _QUANTITY.search(text):
        found += _by_meaning(topics, text, documents[0], index)
    return tuple(dict.fromkeys(found))


def _hinted(matches: Sequence[Match]) -> list[str]:
    """The indicator that a few words hint at: it holds nearly all of them, and no other comes near."""
    telling = [match for match in matches if match.explained >= _ALL_SAID and match.score >= _HINTED]
    behind = matches[1].score if len(matches) > 1 else 0.0
    return [telling[0].indicator] if telling and telling[0] is matches[0] and telling[0].score > _LEAD * behind else []


def _by_meaning(topics: Sequence[str], text: str, document: str, index: "Index") -> list[str]:
    """The indicator that comes nearest by meaning, if its unit fits and it shares some words after all."""
    matches = [m for m in match_indicators(topics, text, index.library, (document,)) if m.score >= _SOME]
    if asks_share(text):
        rates = {
            one.indicator for one in _candidates(index.library) if any("rate" in unit_measure(u) for u in one.units)
        }
        matches = [match for match in matches if match.indicator in rates]
    foreign = _foreign_rate(topics[0], index.library)
    matches = [match for match in matches if not foreign(match.indicator)]
    names = list(dict.fromkeys(target.indicator for target in index.library.targets([document])))
    near = closeness(topics[0], names, index.embedder) if matches else {}
    scores = {m.indicator: near.get(m.indicator, 0.0) + _SHARED_COUNTS * m.score for m in matches}
    best = max(scores, key=lambda name: scores[name], default="")
    return [best] if scores.get(best, 0.0) >= _NEAR_IN_MEANING else []


def _foreign_rate(topic: str, library: Library) -> Callable[[str], bool]:
    """Whether an indicator is another rate than the one asked for by a name that documents give to a rate: 入驻率 is no
    注册落地率 of 入驻企业.
    """
    rates = _RATE.findall(topic)
    known = any(rate in one.indicator for rate in rates for one in _candidates(library))
    return lambda indicator: known and not any(rate[:-1] in head for rate in rates for head in _HEAD.findall(indicator))


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
    own = frozenset[str]().union(*map(unit_measure, one.units))
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
