"""How likely it is that a candidate is right, seen among all others of its question, and that no document answers it at
all: a doubtful answer may be a wrong one to a question that the documents answer, and only the other is a reason to
refuse. Knows no words.
"""

import math
from collections.abc import Mapping, Sequence

from assistant.answer import Surety
from assistant.answer_type import HOLDS, TYPE
from assistant.closeness import CLOSE
from assistant.evidence import ASKED, FORMED
from assistant.tuning import tuning

_EVEN = 0.5
_OWN = (FORMED, TYPE)
"""What tells it whatever the trees make of it: whether it has what is asked for, whether it is of the type that was
expected.
"""
_MOST_OF_ANY = ("said", "quoted", "match", "own", "near.cosine", CLOSE, TYPE, HOLDS)
"""Features of which the most counts that any candidate has."""
_FIRST = (
    "refuses", "named", "elsewhere", "unplaced", "elsewhen", "undated", "unused",
    "missing", "missing_most", "absent", "absent_mass", "mass", f"{TYPE}.nothing",
    f"{CLOSE}.held", f"{CLOSE}.passed", f"{CLOSE}.farthest", "near.cosine",
)  # fmt: skip
"""Features of the first candidate: what it passes by of that which the question names is told in bearing.py."""
_LEAST = 0.001
_USUAL = 0.73
"""The cosine of what comes nearest, as it mostly is: where no vector is known, none is far."""


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


def silence_evidence(
    features: Sequence[Mapping[str, float]], first: Mapping[str, float], told: Mapping[str, float], chance: float
) -> dict[str, float]:
    """What tells whether a question with candidates of these `features` has no answer: how likely the first is right
    (`told`, as the evidence of its surety), what it passes by, the most that any holds of the question, and what is
    asked.
    """
    within = min(1 - _LEAST, max(_LEAST, chance))
    most = {f"most.{name}": max((one.get(name, 0.0) for one in features), default=0.0) for name in _MOST_OF_ANY}
    if not most["most.near.cosine"]:
        first = {**first, "near.cosine": _USUAL}
        most["most.near.cosine"] = _USUAL
    least = min((one.get("missing", 0.0) for one in features), default=0.0)
    own = {name: first.get(name, 0.0) for name in _FIRST}
    asked = {name: value for name, value in first.items() if name.startswith(ASKED)}
    follows = {"follows": 1 - first.get("follows.", 0.0)}
    chances = {
        **{f"first.{name}": value for name, value in told.items()},
        "first.chance": math.log(within / (1 - within)),
    }
    return {"bias": 1.0, **chances, **most, "least.missing": least, **own, **asked, **follows}


def silence(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The chance that no document answers, from 0 to 1; `weights` are fitted (`silence` of the tuning)."""
    return weighed_chance(evidence, weights) if weights else 0.0


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
