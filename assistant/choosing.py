"""The only place that decides: which candidate answers, and how sure that is.

Facts and prose compete by the chance that they are right, as a fitted model sees it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.behind import Behind
from assistant.candidate import Candidate
from assistant.draft import NoAnswer
from assistant.evidence import Pool
from assistant.surety import surety_evidence, weighed_chance
from assistant.tuning import tuning

if TYPE_CHECKING:
    from corpus.facts import Library

_MUCH_SHORTER = 0.7
_SAME = 1e-6


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate, everything that speaks for or against it, its rank score, and the chance that it is right."""

    candidate: Candidate
    features: Mapping[str, float]
    score: float
    chance: float
    told: Mapping[str, float] = field(default_factory=dict)
    """What tells that chance."""


def choices(candidates: Sequence[Candidate], library: "Library", behind: Behind | None = None) -> list[Choice]:
    """The candidates, the best first; of those that are alike, those from documents in force. Behind turns, how they
    hang on these adds to their rank score.
    """
    fitted, every = tuning(), Pool.of(candidates, library, behind).features()
    scores = fitted.scores(every)
    told = surety_evidence(scores, fitted.choosing.sums(every), every)
    likely = (weighed_chance(one, fitted.surety) for one in told)
    found = [Choice(*one) for one in zip(candidates, every, scores, likely, told, strict=True)]
    return _brief_first(sorted(found, key=lambda choice: (-choice.score, choice.features["over"])))


def _brief_first(ranked: list[Choice]) -> list[Choice]:
    """The same, led by the shortest of those of the best one's kind that stand nearly alike and leave nothing out."""
    if not ranked:
        return ranked
    best = ranked[0]
    near = [one for one in ranked if best.score - one.score <= tuning().brief_within and _tells_as_much(one, best)]
    first = min(near, key=_length)
    if _length(first) > _MUCH_SHORTER * _length(best):
        return ranked
    return [first, *(one for one in ranked if one is not first)]


def _tells_as_much(one: Choice, best: Choice) -> bool:
    if one.candidate.kind != best.candidate.kind or isinstance(one.candidate.outcome, NoAnswer):
        return one is best
    own, other = one.features, best.features
    less = any(own.get(name, 0.0) < other.get(name, 0.0) - _SAME for name in ("offers", "filled", "quoted"))
    return not less and own.get("missing", 0.0) <= other.get("missing", 0.0) + _SAME


def _length(choice: Choice) -> int:
    return len(choice.candidate.outcome.text)
