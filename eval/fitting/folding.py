"""Giving questions the features of fits that never saw them: one way for all that is learnt before choosing."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from eval.fitting.examples import Question

__all__ = ["folded"]

_FOLDS = 5
Fitted = TypeVar("Fitted")


def folded(
    questions: Sequence[Question],
    groups: Sequence[str],
    fit: Callable[[Sequence[Question]], Fitted],
    put: Callable[[Question, Fitted], Question],
) -> list[Question]:
    """The questions as `put` by fits that never saw a fifth of the groups, theirs among these."""
    folds = {group: at % _FOLDS for at, group in enumerate(sorted(set(groups)))}
    again = list(questions)
    for fold in sorted(set(folds.values())):
        fitted = fit([one for one, group in zip(questions, groups, strict=True) if folds[group] != fold])
        for at, group in enumerate(groups):
            if folds[group] == fold:
                again[at] = put(questions[at], fitted)
    return again
