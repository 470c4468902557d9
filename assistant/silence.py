"""How likely it is that no document answers a question at all, seen by all of its candidates. Knows no words.

A doubtful answer may be a wrong one to a question that the documents answer, or one to a question that they do not;
only the second is a reason to refuse.
"""

import math
from collections.abc import Mapping, Sequence

from assistant.answer_type import HOLDS, TYPE
from assistant.closeness import CLOSE
from assistant.evidence import ASKED
from assistant.surety import weighed_chance

__all__ = ["silence", "silence_evidence"]

_MOST = ("said", "quoted", "match", "own", "near.cosine", CLOSE, TYPE, HOLDS)
"""Features of which the most counts that any candidate has."""
_OWN = (
    "refuses", "named", "elsewhere", "unplaced", "elsewhen", "undated", "unused",
    "missing", "missing_most", "absent", "absent_mass", "mass", f"{TYPE}.nothing",
    f"{CLOSE}.held", f"{CLOSE}.passed", f"{CLOSE}.farthest", "near.cosine",
)  # fmt: skip
"""Features of the first candidate: what it passes by of that which the question names is told in bearing.py."""
_LEAST = 0.001
_USUAL = 0.73
"""The cosine of what comes nearest, as it mostly is: where no vector is known, none is far."""


def silence_evidence(
    features: Sequence[Mapping[str, float]], first: Mapping[str, float], told: Mapping[str, float], chance: float
) -> dict[str, float]:
    """What tells whether a question with candidates of these `features` has no answer: how likely the first is right
    (`told`, as the evidence of its surety), what it passes by, the most that any holds of the question, and what is
    asked.
    """
    within = min(1 - _LEAST, max(_LEAST, chance))
    most = {f"most.{name}": max((one.get(name, 0.0) for one in features), default=0.0) for name in _MOST}
    if not most["most.near.cosine"]:
        first = {**first, "near.cosine": _USUAL}
        most["most.near.cosine"] = _USUAL
    least = min((one.get("missing", 0.0) for one in features), default=0.0)
    own = {name: first.get(name, 0.0) for name in _OWN}
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
