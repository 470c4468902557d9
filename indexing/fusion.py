"""Three scores to one: how much each signal counts depends on how clearly it tells the best texts from the rest.

Pure arithmetic over arrays; knows no query, no chunk and no library.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]

_RUNNER_UP = 3
"""The best text by words is clear where it is far above the fourth: the answer may be in two or three."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How signals are weighed."""

    words: float
    """Share of jieba words within the lexical score; the rest is characters."""
    dense_clear: float
    """Share of the dense score where the best text is `clear` by words, or more."""
    dense_unclear: float
    """The same where it is `unclear`, or less; in between, the share changes evenly."""
    unclear: float = 0.15
    clear: float = 0.6
    reach: float = 0.9
    """A cosine so many spreads above the last of the nearest has the full dense score."""
    spread: float = 0.11
    """How far the vectors of a corpus lie apart (`vectors_to_spread`); here as is usual with the default model."""

    def dense(self, clearness: float) -> float:
        """The share of the dense score, 0 to 1, where the best text by words is so clear."""
        way = min(1.0, max(0.0, (clearness - self.unclear) / (self.clear - self.unclear)))
        return self.dense_unclear + (self.dense_clear - self.dense_unclear) * way


SHIPPED = Weights(words=0.2, dense_clear=0.09, dense_unclear=0.6)
"""Chosen on questions about the five documents and on headings, first sentences and reworded clauses that were to find
their texts. Stretching every query's cosines to 0..1, as is often done, lets vectors that tell nothing count in full.
"""


def fuse(
    words: Scores, characters: Scores, dense: tuple[NDArray[np.int64], Scores], weights: Weights = SHIPPED
) -> Scores:
    """(n,) scores from 0 to 1; 1 for a text that is the best by every signal.

    `words` and `characters` are BM25 scores (n,), each divided by its largest; `dense` are the numbers and cosines of
    the nearest, counted from the last of them in spreads of the corpus.
    """
    lexical = weights.words * _by_largest(words) + (1 - weights.words) * _by_largest(characters)
    numbers, cosines = dense
    near = _above_last(cosines, weights.reach * weights.spread)
    share = weights.dense(_clearness(lexical))
    fused = (1 - share) * lexical
    fused[numbers] += np.float32(share) * near
    largest = (1 - share) * lexical.max(initial=0) + share * near.max(initial=0)
    return (fused / largest if largest > 0 else fused).astype(np.float32)


def vectors_to_spread(vectors: Scores) -> float:
    """1 less the mean cosine between (n, dim) vectors of length 1: how far they lie apart; 0 for fewer than two."""
    if len(vectors) < 2:
        return 0.0
    return max(0.0, 1 - float(np.square(vectors.mean(axis=0, dtype=np.float64)).sum()))


def _clearness(scores: Scores) -> float:
    """How far the best is above the fourth, 0 to 1; 1 where fewer are found, 0 where none is."""
    best = scores.max(initial=0)
    if best <= 0:
        return 0.0
    if len(scores) <= _RUNNER_UP:
        return 1.0
    runner_up = np.partition(scores, -1 - _RUNNER_UP)[-1 - _RUNNER_UP]
    return float(1 - runner_up / best)


def _by_largest(scores: Scores) -> Scores:
    largest = scores.max(initial=0)
    return scores / largest if largest > 0 else scores


def _above_last(cosines: Scores, full: float) -> Scores:
    """0 for the last of the nearest, 1 for what is `full` above it; 1 for all where they are one and the same."""
    if not len(cosines):
        return cosines
    lowest = cosines.min()
    if cosines.max() <= lowest:
        return np.ones_like(cosines)
    above: Scores = np.minimum(np.float32(1), (cosines - lowest) / np.float32(full))
    return above
