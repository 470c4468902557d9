"""Answers put together: those to several questions asked in one breath, and one beside another. Decides nothing."""

from collections.abc import Sequence
from dataclasses import replace
from math import prod
from typing import TYPE_CHECKING

from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer, Statement

if TYPE_CHECKING:
    from assistant.answering import Outcome

__all__ = ["joined", "joint_features", "with_other"]

_OTHERWISE = "也可能指："
_ROOM = 240
"""Characters of an answer with what is told beside it: more is too long to be looked through."""
_COMMON = ("match", "own", "margin", "meaning", "agree", "filled")


def joined(each: "Sequence[Outcome]") -> Candidate:
    """The candidate that says what all parts say, some of which have a draft; of a refused one it says why."""
    first, draft = next((one, one.result) for one in each if isinstance(one.result, Draft))
    heard = frozenset().union(*(one.ask.heard for one in each))
    statements = {said.text: said for one in each for said in _statements(one.result)}
    return Candidate(
        replace(first.ask, heard=heard),
        replace(draft, statements=tuple(statements.values())),
        joint_features(each),
        first.rows,
        several=True,
    )


def with_other(draft: Draft, other: Candidate) -> Draft:
    """A draft that tells beside what it says what another candidate does, as far as there is room."""
    room = _ROOM - len(draft.text) - len(_OTHERWISE)
    told: list[Statement] = []
    for one in _statements(other.outcome):
        room -= len(one.text)
        if room < 0:
            break
        told.append(one if told else replace(one, text=f"{_OTHERWISE}{one.text}"))
    return replace(draft, statements=(*draft.statements, *told))


def joint_features(each: "Sequence[Outcome]") -> dict[str, float]:
    """The least of what speaks for the parts, and how likely they are."""
    told = [_own(one) for one in each]
    chances = [one.chance if isinstance(one.result, Draft) else 0.0 for one in each]
    kinds = {(one.ask.subject, one.ask.fold) for one in each}
    return {
        **{name: min(one.get(name, 0.0) for one in told) for name in _COMMON},
        "parts": float(len(each)),
        "least": min(chances),
        "most": max(chances),
        "all": prod(chances),
        "refused": float(sum(isinstance(one.result, NoAnswer) for one in each)),
        "alike": float(len(kinds) == 1),
    }


def _own(one: "Outcome") -> dict[str, float]:
    """The features of what was chosen; none where nothing was."""
    shown = (choice for choice in one.choices if choice.candidate.outcome is one.result)
    return dict(next((choice.features for choice in shown), {}))


def _statements(result: Draft | NoAnswer) -> tuple[Statement, ...]:
    return (Statement(result.message, result.correction),) if isinstance(result, NoAnswer) else result.statements
