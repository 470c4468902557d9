"""Fitting what a candidate gains by how it hangs on the turn before. Knows examples, no texts.

Few questions follow others: what all questions teach is learnt without them, and corrected here on scores of fits that
never saw them. So no first question is answered otherwise for it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import lightgbm
import numpy as np

from assistant.trees import Trees
from assistant.tuning import FOLLOWS
from eval.fitting.choosing import Judged, trained

_TREES: Mapping[str, Any] = {
    "objective": "lambdarank",
    "lambdarank_truncation_level": 5,
    "num_leaves": 6,
    "min_data_in_leaf": 40,
    "lambda_l2": 5.0,
}
"""Few and small; twice as many, or leaves twice as small, are right as often (leaving one of eight libraries out)."""
_ROUNDS = 60


def with_following(found: Sequence[Judged], groups: Sequence[str]) -> tuple[Trees, list[Judged]]:
    """The trees that put right candidates behind other turns first, and what such trees that never saw the group of a
    question make of it.
    """
    again = list(found)
    for group in sorted(set(groups)):
        trees = _fitted([one for one, other in zip(found, groups, strict=True) if other != group])
        for at, other in enumerate(groups):
            if other == group and _follows(found[at]):
                again[at] = _gained(found[at], trees)
    return _fitted(found), again


def _follows(one: Judged) -> bool:
    return any(FOLLOWS in example.features for example in one.question.examples)


def _gained(one: Judged, trees: Trees) -> Judged:
    gains = trees.sums([example.features for example in one.question.examples])
    return one.scored([score + gain for score, gain in zip(one.scores, gains, strict=True)])


def _fitted(found: Sequence[Judged]) -> Trees:
    """Trees over those questions that follow others and have a right candidate; none where there are none."""
    taught = [one for one in found if _follows(one) and any(example.right for example in one.question.examples)]
    if not taught:
        return Trees()
    every = [example for one in taught for example in one.question.examples]
    names = sorted({name for one in every for name in one.features if name.startswith(f"{FOLLOWS}.")})
    data = lightgbm.Dataset(
        np.array([[one.features.get(name, 0.0) for name in names] for one in every]),
        np.array([float(one.right) for one in every]),
        group=[len(one.question.examples) for one in taught],
        init_score=np.array([score for one in taught for score in one.scores]),
    )
    return trained(names, data, _TREES, _ROUNDS)
