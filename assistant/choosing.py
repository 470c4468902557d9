"""The only place that decides: which candidate answers, and how sure that is.

Facts and prose compete by the chance that they are right, as a fitted model sees it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.candidate import Candidate
from assistant.evidence import Pool
from assistant.surety import chances
from assistant.tuning import tuning

if TYPE_CHECKING:
    from corpus.facts import Library

__all__ = ["Choice", "choices"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate, everything that speaks for or against it, its rank score, and the chance that it is right."""

    candidate: Candidate
    features: Mapping[str, float]
    score: float
    chance: float


def choices(candidates: Sequence[Candidate], library: "Library") -> list[Choice]:
    """The candidates, the best first; of those that are alike, those from documents in force."""
    fitted, every = tuning(), Pool.of(candidates, library).features()
    scores = fitted.ranking.sums(every)
    likely = chances(scores, fitted.choosing.sums(every), fitted.surety)
    found = [Choice(*one) for one in zip(candidates, every, scores, likely, strict=True)]
    return sorted(found, key=lambda choice: (-choice.score, choice.features["over"]))
