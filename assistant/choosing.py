"""The only place that decides: which candidate answers, and how sure that is.

Facts and prose compete by the chance that they are right, as a fitted model sees it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.candidate import Candidate
from assistant.evidence import Pool
from assistant.tuning import tuning

if TYPE_CHECKING:
    from corpus.facts import Library

__all__ = ["Choice", "choices"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate, everything that speaks for or against it, and the chance that it is right."""

    candidate: Candidate
    features: Mapping[str, float]
    chance: float


def choices(candidates: Sequence[Candidate], library: "Library") -> list[Choice]:
    """The candidates with their chances, the likeliest first."""
    fitted, pool = tuning().choosing, Pool.of(candidates, library)
    judged = [(one, pool.features(one)) for one in candidates]
    found = [Choice(one, features, fitted.chance(features)) for one, features in judged]
    return sorted(found, key=lambda choice: -choice.chance)
