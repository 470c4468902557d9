"""The only place that decides: which candidate answers, how sure that is, and whether to answer at all.

Facts and prose compete by the chance that they are right, as a fitted model sees it. Knows no documents.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer
from assistant.tuning import tuning

__all__ = ["Choice", "choices", "evidence_for"]

_COMMON = ("match", "own", "margin", "meaning", "agree", "filled")
_LONG = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """A candidate, everything that speaks for or against it, and the chance that it is right."""

    candidate: Candidate
    features: Mapping[str, float]
    chance: float


def choices(candidates: Sequence[Candidate]) -> list[Choice]:
    """The candidates with their chances, the likeliest first."""
    fitted = tuning().choosing
    judged = [(one, evidence_for(one, candidates)) for one in candidates]
    found = [Choice(one, features, fitted.chance(features)) for one, features in judged]
    return sorted(found, key=lambda choice: -choice.chance)


def evidence_for(candidate: Candidate, candidates: Sequence[Candidate]) -> dict[str, float]:
    """The features of a candidate among the others of its question."""
    ask, own = candidate.ask, candidate.features
    subject = f"{ask.subject}"
    return {
        **{name: own.get(name, 0.0) for name in _COMMON},
        **{f"{subject}.{name}": value for name, value in own.items() if name not in _COMMON},
        f"is.{subject}": 1.0,
        f"is.{subject}.{ask.fold}": 1.0,
        **{f"want.{want}": 1.0 for want in ask.want},
        **{f"heard.{sense}": 1.0 for sense in ask.heard},
        **{f"measures.{family}": 1.0 for family in ask.measures},
        **_of_ask(candidate),
        **_of_outcome(candidate.outcome),
        **_among(candidate, candidates),
    }


def _of_ask(candidate: Candidate) -> dict[str, float]:
    ask = candidate.ask
    where = ask.where
    return {
        "per_document": float(ask.per_document),
        "claim": float(ask.claim),
        "named": float(where.named),
        "scope": math.log1p(len(where.documents)),
        "words": len(where.words) / 20,
        "units": float(len(where.units)),
        "areas": float(len(where.areas)),
        "years": float(len(where.years)),
        "ordinals": float(len(where.ordinals)),
        "amounts": float(len(where.amounts)),
        "due": float(where.due is not None),
        "quotes": float(len(where.quoted)),
        f"follows.{ask.follows}": 1.0,
    }


def _of_outcome(outcome: Draft | NoAnswer) -> dict[str, float]:
    if isinstance(outcome, NoAnswer):
        return {"refuses": 1.0}
    text = "".join(statement.text for statement in outcome.statements)
    return {
        "length": len(text) / _LONG,
        "statements": math.log1p(len(outcome.statements)),
        "figures": float(any(character.isdigit() for character in text)),
        f"kind.{outcome.kind}": 1.0,
    }


def _among(candidate: Candidate, candidates: Sequence[Candidate]) -> dict[str, float]:
    """How the candidate stands among all others, and among those of its subject."""
    same = [one for one in candidates if one.ask.subject is candidate.ask.subject]
    found = {"place": same.index(candidate) / 4, "rivals": math.log1p(len(candidates))}
    for name in ("match", "own", "meaning"):
        value = candidate.features.get(name, 0.0)
        found[f"best.{name}"] = value - max(one.features.get(name, 0.0) for one in candidates)
        found[f"best_here.{name}"] = value - max(one.features.get(name, 0.0) for one in same)
    return found
