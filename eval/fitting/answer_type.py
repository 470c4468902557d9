"""Fitting what kind of answer the words of a question let expect (assistant/answer_type.py). Knows right candidates."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from assistant.answer_type import NOTHING, AnswerTypes, grams_of, traits_of
from assistant.tuning import FOLLOWS
from eval.fitting.examples import Example, Question
from eval.fitting.folding import folded

__all__ = ["fit_answer_types", "with_answer_types"]

_RIDGE, _STEPS = 0.3, 60
_LIBRARIES, _QUESTIONS = 3, 4
"""A run of characters of fewer libraries or questions teaches nothing: it would be a name."""
_LEAST = 20
"""What fewer right answers hold is no trait."""

Numbers = NDArray[np.float64]
Link = Callable[[Numbers], Numbers]


def fit_answer_types(questions: Sequence[Question]) -> AnswerTypes:
    """The weights that tell best by which way right candidates were found and what they held; the same questions give
    the same weights.
    """
    asked = [one for one in questions if _ways(one)]
    every = [grams_of(one.asked, _follows(one)) for one in asked]
    grams = _told_often(every, [one.library for one in asked])
    ways = sorted(set().union(*map(_ways, asked)))
    traits = _common_traits(asked)
    rows = _matrix(every, grams)
    found = np.array([_shares(_ways(one), ways) for one in asked])
    right = np.array([bool(_right(one)) for one in asked])
    held = np.array([_held(_right(one), traits) for one in asked if _right(one)]).reshape(right.sum(), len(traits))
    way, way_bias = _fitted(rows, found, _softmax)
    trait, trait_bias = _fitted(rows[right], held, _logistic)
    table, bias = np.hstack([way, trait]), np.concatenate([way_bias, trait_bias])
    return AnswerTypes(grams, tuple(ways), tuple(traits), table, bias)


def with_answer_types(questions: Sequence[Question], groups: Sequence[str]) -> list[Question]:
    """The questions with the features that fits give which never saw a fifth of the groups, theirs among these."""
    return folded(questions, groups, fit_answer_types, _typed)


def _typed(question: Question, types: AnswerTypes) -> Question:
    expected = types.expected(question.asked, _follows(question))
    every = expected.features([(one.name, one.said) for one in question.examples])
    told = zip(question.examples, every, strict=True)
    return replace(question, examples=tuple(replace(one, features={**one.features, **own}) for one, own in told))


def _follows(question: Question) -> bool:
    return any(FOLLOWS in one.features for one in question.examples)


def _right(question: Question) -> list[Example]:
    return [one for one in question.examples if one.right]


def _ways(question: Question) -> set[str]:
    """The ways by which it is answered rightly; NOTHING where it has no answer."""
    return {NOTHING} if question.gold.expect_refusal else {one.name for one in _right(question)}


def _told_often(every: Sequence[frozenset[str]], libraries: Sequence[str]) -> dict[str, int]:
    """The runs of characters that say how something is asked, not what is asked for."""
    seen: dict[str, list[str]] = defaultdict(list)
    for grams, library in zip(every, libraries, strict=True):
        for one in grams:
            seen[one].append(library)
    often = (gram for gram, own in seen.items() if len(own) >= _QUESTIONS and len(set(own)) >= _LIBRARIES)
    return {gram: at for at, gram in enumerate(sorted(often))}


def _common_traits(questions: Sequence[Question]) -> list[str]:
    counted: dict[str, int] = defaultdict(int)
    for question in questions:
        for trait in frozenset().union(*(traits_of(one.said) for one in _right(question))):
            counted[trait] += 1
    return sorted(trait for trait, count in counted.items() if count >= _LEAST)


def _shares(own: set[str], ways: Sequence[str]) -> list[float]:
    return [(way in own) / len(own) for way in ways]


def _held(right: Sequence[Example], traits: Sequence[str]) -> list[float]:
    """Of each trait the share of the right candidates that have it."""
    each = [traits_of(one.said) for one in right]
    return [sum(trait in one for one in each) / len(each) for trait in traits]


def _matrix(every: Sequence[frozenset[str]], grams: dict[str, int]) -> Any:  # noqa: ANN401 - scipy has no types
    """(questions, grams) of rows of length 1."""
    known = [[grams[one] for one in sorted(own) if one in grams] for own in every]
    values = [len(own) ** -0.5 for own in known for _ in own]
    starts = np.cumsum([0, *map(len, known)])
    return csr_matrix((values, [at for own in known for at in own], starts), shape=(len(every), len(grams)))


def _fitted(rows: Any, right: Numbers, link: Link) -> tuple[Numbers, Numbers]:  # noqa: ANN401 - scipy has no types
    """Weights and bias of a logistic regression with soft labels, held back by a ridge."""
    count, kinds = rows.shape[1], right.shape[1]

    def missed(flat: Numbers) -> tuple[float, Numbers]:
        weights, bias = _parted(flat, count, kinds)
        told = link(rows @ weights + bias)
        against = 0.0 if link is _softmax else ((1 - right) * np.log(1 - told + 1e-12)).sum()
        loss = -(right * np.log(told + 1e-12)).sum() - against + _RIDGE / 2 * (weights**2).sum()
        off = told - right
        return float(loss), np.concatenate([(rows.T @ off + _RIDGE * weights).ravel(), off.sum(axis=0)])

    found = minimize(missed, np.zeros((count + 1) * kinds), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    return _parted(found.x, count, kinds)


def _parted(flat: Numbers, count: int, kinds: int) -> tuple[Numbers, Numbers]:
    return flat[: count * kinds].reshape(count, kinds), flat[count * kinds :]


def _softmax(odds: Numbers) -> Numbers:
    shares: Numbers = np.exp(odds - odds.max(axis=1, keepdims=True))
    told: Numbers = shares / shares.sum(axis=1, keepdims=True)
    return told


def _logistic(odds: Numbers) -> Numbers:
    chances: Numbers = 1 / (1 + np.exp(-np.clip(odds, -30, 30)))
    return chances
