"""The windows of the documents in scope by how well they answer an Ask: found, judged and ordered by fitted weights."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from assistant.prose.features import About, Judged, judged
from assistant.prose.outlines import sections_to_windows
from assistant.prose.windows import Found, Window, hits_to_windows
from assistant.reading.ask import Ask
from assistant.reading.words import Terms, terms_of
from assistant.tuning import tuning
from assistant.validity import outdated, today
from corpus.extraction.periods import own_year

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["Ranked", "found_windows", "ranked", "weighed"]

_FOUND = 40
_NEAR_YEARS = {"this_year": 0, "last_year": -1, "next_year": 1}
"""Hints of years told from that of the document."""


class Ranked(NamedTuple):
    """A window with what was judged of it, and its score among the others."""

    judged: Judged
    score: float

    @property
    def window(self) -> Window:
        """The window itself."""
        return self.judged.window


def ranked(
    ask: Ask, index: "Index", documents: tuple[str, ...] = (), most: int = _FOUND, meaning: str = ""
) -> list[Ranked]:
    """The windows of some documents (the ask's where none is named) out of at `most` so many passages, best first; near
    to `meaning`, which else is that of the ask. Those of documents that others of them repeal come behind the others.
    """
    found = found_windows(ask, index, documents, most, meaning)
    behind = outdated(index.library, documents or ask.where.documents, today())
    best = sorted(map(Ranked, found, _scores(found, tuning().prose)), key=itemgetter(1), reverse=True)
    return sorted(best, key=lambda one: one.window.place.document_id in behind) if behind else best


def found_windows(
    ask: Ask, index: "Index", documents: tuple[str, ...] = (), most: int = _FOUND, meaning: str = ""
) -> list[Judged]:
    """The windows that search and headings find, with their features, in the order found."""
    scope = documents or ask.where.documents
    terms = terms_of(ask.where.words, index.library)
    query = ask.gist or ask.where.words
    near = meaning or query
    found = [*_searched(index, query, scope, most, near), *map(Found, _sections(index, scope, terms))]
    sentences = list(dict.fromkeys(sentence for one in found for sentence in one.window.sentences))
    cosines = {} if index.pending or not query else index.closeness(near, sentences)
    about = About(terms, terms_of(ask.gist, index.library), _asked_years(ask, scope, index))
    return judged(found, ask, about, cosines)


def weighed(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The sum of the features, each times its weight."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def _scores(found: Sequence[Judged], weights: Mapping[str, float]) -> list[float]:
    """What `weighed` gives for each of them, for all at once: a feature after the other, so that alike stay alike."""
    scores = np.zeros(len(found))
    for name, column in found[0].columns.items() if found else ():
        scores += weights.get(name, 0.0) * np.array(column)
    return scores.tolist()


def _asked_years(ask: Ask, documents: tuple[str, ...], index: "Index") -> dict[str, frozenset[int]]:
    """By document the years that are asked of: those named, and what 今年, 去年, 明年 are in it; none where none is."""
    near = [after for hint, after in _NEAR_YEARS.items() if hint in ask.hints]
    if not near and not ask.where.years:
        return {}
    every = documents or tuple(index.library.documents)
    own = {one: own_year(index.library.document(one)) if near else None for one in every}
    return {one: frozenset([*ask.where.years, *(year + after for after in near if year)]) for one, year in own.items()}


@lru_cache(maxsize=16)
def _searched(index: "Index", query: str, documents: tuple[str, ...], most: int, near: str) -> list[Found]:
    """Several Asks of one question look for the same."""
    return hits_to_windows(index.search(query, documents=documents, limit=most, meaning=near), index.library)


def _sections(index: "Index", documents: tuple[str, ...], terms: Terms) -> list[Window]:
    names = documents or tuple(index.library.documents)
    return sections_to_windows(names, terms, index.library)
