"""The windows of the documents in scope by how well they answer an Ask: found, judged and ordered by fitted weights."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple, overload

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


class _Best(Sequence[Ranked]):
    """The windows judged, in an `order`. Most are never looked at, so each is put together when it is."""

    def __init__(self, judged: Judged, scores: Numbers, order: Sequence[int]) -> None:
        self._judged, self._scores, self._order = judged, scores, order

    def __len__(self) -> int:
        return len(self._order)

    @overload
    def __getitem__(self, at: int) -> Ranked: ...

    @overload
    def __getitem__(self, at: slice) -> list[Ranked]: ...

    def __getitem__(self, at: int | slice) -> Ranked | list[Ranked]:
        return list(map(self._ranked, self._order[at])) if isinstance(at, slice) else self._ranked(self._order[at])

    def __iter__(self) -> Iterator[Ranked]:
        return map(self._ranked, self._order)

    def _ranked(self, at: int) -> Ranked:
        return Ranked(self._judged.windows[at], float(self._scores[at]), self._judged, at)


def ranked(
    ask: Ask, index: Index, documents: tuple[str, ...] = (), most: int = _FOUND, meaning: str = ""
) -> Sequence[Ranked]:
    """The windows of some documents (the ask's where none is named) out of at `most` so many passages, best first; near
    to `meaning`, which else is that of the ask. Those of documents that others of them repeal come behind the others.
    """
    judged = found_windows(ask, index, documents, most, meaning)
    if judged is None:
        return []
    behind = outdated(index.library, documents or ask.where.documents, today())
    scores = _scores(judged, tuning().prose)
    order: list[int] = np.argsort(-scores, kind="stable").tolist()
    if behind:
        order.sort(key=lambda at: judged.windows[at].place.document_id in behind)
    return _Best(judged, scores, order)


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
