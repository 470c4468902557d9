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
    """Share of the dense score where the best text by characters holds `sure` of the query, or more."""
    dense_unsure: float
    """The same where it holds `unsure` of it, or less; in between, the share changes evenly."""
    sure: float = 0.5
    unsure: float = 0.2

    def dense(self, sureness: float) -> float:
        """The share of the dense score, 0 to 1, for a query whose best text holds so much of it."""
        way = min(1.0, max(0.0, (sureness - self.unsure) / (self.sure - self.unsure)))
        return self.dense_unsure + (self.dense_sure - self.dense_unsure) * way


SHIPPED = Weights(words=0.35, dense_sure=0.1, dense_unsure=0.4)
"""Chosen on the five documents: questions asked in other words than the text's want .3 to .5 of the dense score,
questions in its own words none; recall among the first 5 is at least that of the best single signal on both kinds.
"""


def fuse(
    words: Scores,
    characters: Scores,
    dense: tuple[NDArray[np.int64], Scores],
    sureness: float,
    weights: Weights = SHIPPED,
) -> Scores:
    """(n,) scores from 0 to 1.

    `words` and `characters` are BM25 scores (n,), each divided by its largest; `dense` are the numbers and cosines of
    the nearest, stretched to 0..1 among themselves. `sureness`, 0 to 1, is how much of the query the text holds that is
    best by characters (`LexicalIndex.held`).
    """
    lexical = weights.words * _by_largest(words) + (1 - weights.words) * _by_largest(characters)
    share = weights.dense(sureness)
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
