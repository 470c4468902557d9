"""The windows of the documents in scope by how well they answer an Ask: found, judged and ordered by fitted weights."""

from collections.abc import Mapping
from functools import lru_cache, partial
from itertools import repeat
from typing import NamedTuple

import numpy as np

from assistant.dating import years_asked
from assistant.prose.cutting import cutter_of
from assistant.prose.features import About, Judged, judged
from assistant.prose.passages import Found, Numbers, Pool
from assistant.prose.windows import Window
from assistant.reading.ask import Ask
from assistant.reading.words import fold, official_words, terms_of
from assistant.tuning import tuning
from assistant.validity import outdated, today
from indexing.hit import Signal
from indexing.index import Index

_FOUND = 40


class Ranked(NamedTuple):
    """A window and its score among the others; what was judged of it stands at `at`."""

    window: Window
    score: float
    judged: Judged
    at: int

    @property
    def features(self) -> dict[str, float]:
        """What speaks for it, by name."""
        return {name: self.feature(name) for name in self.judged.columns}

    def feature(self, name: str) -> float:
        """One of its features."""
        return float(self.judged.columns[name][self.at])

    @property
    def held(self) -> frozenset[int]:
        """The numbers of the terms that it holds itself."""
        return frozenset(np.flatnonzero(self.judged.held[:, self.at]).tolist())


def ranked(
    ask: Ask, index: Index, documents: tuple[str, ...] = (), most: int = _FOUND, meaning: str = ""
) -> list[Ranked]:
    """The windows of some documents (the ask's where none is named) out of at `most` so many passages, best first; near
    to `meaning`, which else is that of the ask. Those of documents that others of them repeal come behind the others.
    """
    judged = found_windows(ask, index, documents, most, meaning)
    if judged is None:
        return []
    behind = outdated(index.library, documents or ask.where.documents, today())
    scores = _scores(judged, tuning().prose)
    order = np.argsort(-scores, kind="stable")
    windows = map(judged.windows.__getitem__, order.tolist())
    best = list(map(Ranked, windows, scores[order].tolist(), repeat(judged), order.tolist()))
    return sorted(best, key=lambda one: one.window.place.document_id in behind) if behind else best


def found_windows(
    ask: Ask, index: Index, documents: tuple[str, ...] = (), most: int = _FOUND, meaning: str = ""
) -> Judged | None:
    """The windows that search and headings find, with their features, in the order found; None where none is."""
    scope = documents or ask.where.documents
    terms = terms_of(ask.where.words, index.library)
    query = ask.gist or ask.where.words
    near = meaning or query
    official = official_words(fold(ask.where.words))
    sections = cutter_of(index).sections(scope or index.library.documents, terms)
    found = [*_searched(index, " ".join((query, *official)), scope, most, near), *map(Found, sections)]
    if not found:
        return None
    pool = Pool(found)
    about = About(
        terms, terms_of(ask.gist, index.library), years_asked(ask, scope or index.library.documents, index.library)
    )
    return judged(pool, ask, about, pool.nearest(partial(index.nearness, near)) if query else pool.zeros)


def weighed(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The sum of the features, each times its weight."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def _scores(judged: Judged, weights: Mapping[str, float]) -> Numbers:
    """What `weighed` gives for each window, for all at once: a feature after the other, so that alike stay alike."""
    scores = np.zeros(len(judged.windows))
    for name, column in judged.columns.items():
        scores += weights.get(name, 0.0) * column
    return scores


@lru_cache(maxsize=16)
def _searched(index: Index, query: str, documents: tuple[str, ...], most: int, near: str) -> list[Found]:
    """Several Asks of one question look for the same."""
    hits = enumerate(index.search(query, documents=documents, limit=most, meaning=near))
    cut = ((cutter_of(index).passage(hit.chunk), hit, rank) for rank, hit in hits)
    return [Found(one, hit.score, rank, hit.signals.get(Signal.DENSE, 0.0)) for one, hit, rank in cut if one.windows]
