"""What the documents do not say, as the answer to whether they do: 没有, for whoever asks 有没有, 提没提."""

from dataclasses import replace

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer, Statement
from assistant.reading.ask import Subject

_TYPED = frozenset({Subject.HOLDINGS, Subject.TARGETS})
"""Subjects that say of something typed that no document in scope has it."""


def with_absence(candidate: Candidate) -> Candidate:
    """A candidate that tells of what a claim takes to be there that it is not, as a verdict; any other as it is."""
    outcome = candidate.outcome
    if not isinstance(outcome, NoAnswer) or outcome.reason is not RefusalReason.NOT_IN_CORPUS:
        return candidate
    if not candidate.ask.claim or candidate.ask.subject not in _TYPED:
        return candidate
    draft = Draft(AnswerKind.YES_NO, (Statement(f"没有。{outcome.message}", outcome.correction),))
    return replace(candidate, outcome=draft, features={**candidate.features, "absence": 1.0})
