"""Verdicts on what a yes/no question claims, from one sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from assistant.claims import Claim, Held
from assistant.prose.ranking import Ranked
from assistant.prose.windows import Kind

__all__ = ["Verdict", "sentences_held", "verdict_on"]

_LOOKED_AT = 20
_ONE_SENTENCE = frozenset({Kind.SENTENCE, Kind.PART, Kind.CELL, Kind.NOTE})


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the claim holds, and the sentence that says so."""

    holds: bool
    sentence: Ranked


def verdict_on(claim: Claim, found: Iterable[Ranked]) -> Verdict | None:
    """The verdict that the best sentence gives; None where none does."""
    return next((Verdict(held is Held.SAYS, one) for held, one in sentences_held(claim, found)), None)


def sentences_held(claim: Claim, found: Iterable[Ranked]) -> Iterator[tuple[Held, Ranked]]:
    """What the best sentences say to a claim, the best first; those that leave it open are left out."""
    for one in islice((one for one in found if one.window.kind in _ONE_SENTENCE), _LOOKED_AT):
        if held := claim.held(one.window.text, f"{one.window.head} {one.window.above}"):
            yield held, one
