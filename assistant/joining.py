"""Answers put together: those to several questions asked in one breath, and one beside another. Decides nothing."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain
from math import prod
from typing import TYPE_CHECKING

from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer, Statement
from assistant.sentences import text_to_sentences
from corpus.quoting import compact

if TYPE_CHECKING:
    from assistant.answering import Outcome

_OTHERWISE = "也可能指："
_ROOM = 240
"""Characters of an answer with what is told beside it: more is too long to be looked through."""
_LABEL = re.compile(r"(?:《[^》\n]{2,80}》|[^：。，；\n]{1,14})：")
"""Whose words follow: a document, a place, a unit."""
_COMMON = ("match", "own", "margin", "meaning", "agree", "filled")


def joined(each: "Sequence[Outcome]") -> Candidate:
    """The candidate that says what all parts say, some of which have a draft; of a refused one it says why."""
    first, draft = next((one, one.result) for one in each if isinstance(one.result, Draft))
    heard = frozenset().union(*(one.ask.heard for one in each))
    said: dict[str, Statement] = {}
    for statement in chain.from_iterable(_statements(one.result) for one in each):
        if _LABEL.sub("", statement.text, 1) not in said:
            said.setdefault(statement.text, statement)
    return Candidate(
        replace(first.ask, heard=heard),
        replace(draft, statements=tuple(said.values())),
        joint_features(each),
        first.rows,
        several=True,
    )


def with_other(draft: Draft, other: Candidate) -> Draft:
    """A draft that tells beside what it says what another candidate says more, as far as there is room."""
    room, said = _ROOM - len(draft.text) - len(_OTHERWISE), compact(draft.text)
    told: list[Statement] = []
    for one in _statements(other.outcome):
        untold = [*_untold(one.text, said)]
        ends = [end for end in accumulate(map(len, untold)) if end <= room]
        if ends:
            kept = "".join(untold[: len(ends)])
            told.append(replace(one, text=kept if told else f"{_OTHERWISE}{kept}"))
            room -= ends[-1]
        if len(ends) < len(untold):
            break
    return replace(draft, statements=(*draft.statements, *told))


def _untold(text: str, said: str) -> Iterator[str]:
    """The sentences of a text that are not said, with whose words they are."""
    label = _LABEL.match(text)
    start = label.end() if label else 0
    for sentence in text_to_sentences(text[start:]):
        if compact(sentence).rstrip("。") not in said:
            yield text[:start] + sentence
            start = 0


def joint_features(each: "Sequence[Outcome]") -> dict[str, float]:
    """The least of what speaks for the parts, and how likely they are."""
    told = [_own(one) for one in each]
    chances = [one.chance if isinstance(one.result, Draft) else 0.0 for one in each]
    kinds = {(one.ask.subject, one.ask.fold) for one in each}
    return {
        **{name: min(one.get(name, 0.0) for one in told) for name in _COMMON},
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
