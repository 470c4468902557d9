"""Three scores to one: how much each signal counts depends on how sure the words of the query are.

Pure arithmetic over arrays; knows no query, no chunk and no library.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["SHIPPED", "Weights", "fuse"]

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """How signals are weighed."""

    words: float
    """Share of jieba words within the lexical score; the rest is characters."""
    dense_sure: float
    """Share of the dense score where the best text holds all of the query."""
    dense_unsure: float
    """The same where it holds none of it."""


SHIPPED = Weights(words=0.35, dense_sure=0.2, dense_unsure=0.8)


def fuse(
    words: Scores,
    characters: Scores,
    dense: tuple[NDArray[np.int64], Scores],
    sureness: float,
    weights: Weights = SHIPPED,
) -> Scores:
    """(n,) scores from 0 to 1.

    `words` and `characters` are BM25 scores (n,), each divided by its largest; `dense` are the numbers and cosines of
    the nearest, stretched to 0..1 among themselves. `sureness`, 0 to 1, is how much of the query the best text holds.
    """
    lexical = weights.words * _by_largest(words) + (1 - weights.words) * _by_largest(characters)
    share = weights.dense_unsure + (weights.dense_sure - weights.dense_unsure) * sureness
    fused = (1 - share) * lexical
    numbers, cosines = dense
    fused[numbers] += np.float32(share) * _stretched(cosines)
    return fused.astype(np.float32)


def _by_largest(scores: Scores) -> Scores:
    largest = scores.max(initial=0)
    return scores / largest if largest > 0 else scores


def _stretched(cosines: Scores) -> Scores:
    if not len(cosines):
        return cosines
    lowest, highest = cosines.min(), cosines.max()
    return (cosines - lowest) / (highest - lowest) if highest > lowest else np.ones_like(cosines)
