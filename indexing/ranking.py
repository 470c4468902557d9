"""From candidates to a ranking: the one place where the signals meet. Knows neither engines nor chunks."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexing.engine import Candidates
from indexing.fusion import SHIPPED, Weights, fuse
from indexing.hit import Signal


@dataclass(frozen=True, slots=True)
class Ranked:
    """A chunk by its number, its fused score (0 to 1) and the raw score of each signal."""

    number: int
    score: float
    signals: dict[Signal, float]


def ranked(found: Candidates, limit: int, weights: Weights = SHIPPED) -> list[Ranked]:
    """The best `limit` candidates, best first, equal ones in reading order; none whose score is 0."""
    fused = fuse(found.words, found.characters, found.near, weights)
    cosines = dict(zip(found.near.numbers.tolist(), found.near.cosines.tolist(), strict=True))
    return [_ranked(found, position, float(fused[position]), cosines) for position in _best(fused, limit)]


def _ranked(found: Candidates, position: int, score: float, cosines: dict[int, float]) -> Ranked:
    signals = {Signal.WORDS: float(found.words[position]), Signal.CHARACTERS: float(found.characters[position])}
    if position in cosines:
        signals[Signal.DENSE] = cosines[position]
    return Ranked(int(found.numbers[position]), score, signals)


def _best(scores: NDArray[np.float32], limit: int) -> Sequence[int]:
    """Positions of the highest scores above 0, best first; equal ones in order."""
    count = min(limit, len(scores))
    near = np.argpartition(-scores, count - 1)[:count] if 0 < count < len(scores) else np.arange(count)
    near = near[scores[near] > 0]
    order: list[int] = near[np.lexsort((near, -scores[near]))].tolist()
    return order
