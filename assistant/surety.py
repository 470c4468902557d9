"""How likely it is that a candidate is right, seen among all others of its question. Knows no words."""

import math
from collections.abc import Mapping, Sequence

from assistant.answer import Surety
from assistant.answer_type import TYPE
from assistant.evidence import FORMED
from assistant.tuning import tuning

__all__ = ["chances", "surety_evidence", "surety_of", "weighed_chance"]

_EVEN = 0.5
_OWN = (FORMED, TYPE)
"""What tells it whatever the trees make of it: whether it has what is asked for, whether it is of the type that was
expected.
"""


def surety_of(chance: float) -> Surety:
    """What a chance of being right is called."""
    if chance >= tuning().sure_from:
        return Surety.SURE
    return Surety.FAIR if chance >= _EVEN else Surety.DOUBTFUL


def chances(
    scores: Sequence[float],
    odds: Sequence[float],
    features: Sequence[Mapping[str, float]],
    weights: Mapping[str, float],
) -> list[float]:
    """By candidate, the chance that it is right, from 0 to 1; `weights` are fitted (`surety` of the tuning)."""
    return [weighed_chance(one, weights) for one in surety_evidence(scores, odds, features)]


def surety_evidence(
    scores: Sequence[float], odds: Sequence[float], features: Sequence[Mapping[str, float]]
) -> list[dict[str, float]]:
    """By candidate, what tells how likely it is right.

    odds     the logarithm of the odds that it is right by its own features
    formed   0, or less by every form asked for that it has nothing of
    type     how much it is of the type that the question lets expect
    ahead    how far these are above the best of the others
    all      how many candidates are likely right, all taken together
    spread   how much the rank scores leave open, as entropy: 0 where one stands far above all others
    """
    if not scores:
        return []
    every = math.fsum(map(_logistic, odds))
    common = {"all": every, "spread": _entropy(scores), "bias": 1.0}
    return [
        {"odds": own, "ahead": own - _best_but(at, odds), **{name: told.get(name, 0.0) for name in _OWN}, **common}
        for at, (own, told) in enumerate(zip(odds, features, strict=True))
    ]


def weighed_chance(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The chance that some evidence tells, from 0 to 1."""
    return _logistic(math.fsum(weights.get(name, 0.0) * value for name, value in evidence.items()))


def _best_but(at: int, odds: Sequence[float]) -> float:
    """The best of the others; 2 below the only one."""
    return max((one for other, one in enumerate(odds) if other != at), default=odds[at] - 2)


def _entropy(scores: Sequence[float]) -> float:
    high = max(scores)
    parts = [math.exp(one - high) for one in scores]
    total = math.fsum(parts)
    return -math.fsum(part / total * math.log(part / total) for part in parts if part)


def _logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
