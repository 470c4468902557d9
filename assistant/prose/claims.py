"""Verdicts on what a yes/no question claims, from one sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.claims import Claim
from assistant.prose.ranking import Ranked
from assistant.prose.windows import Kind

__all__ = ["Verdict", "verdict_on"]

_LOOKED_AT = 20
_ONE_SENTENCE = frozenset({Kind.SENTENCE, Kind.PART, Kind.CELL, Kind.NOTE})


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the claim holds, and the sentence that says so."""

    holds: bool
    sentence: Ranked


def verdict_on(claim: Claim, found: Iterable[Ranked]) -> Verdict | None:
    """The verdict that the best sentence gives; None where none does."""
    sentences = [one for one in found if one.window.kind in _ONE_SENTENCE][:_LOOKED_AT]
    judged = ((claim.verdict(one.window.text, f"{one.window.head} {one.window.above}"), one) for one in sentences)
    return next((Verdict(holds, one) for holds, one in judged if holds is not None), None)
