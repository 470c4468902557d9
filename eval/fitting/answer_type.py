"""Fitting what kind of answer the words of a question let expect (assistant/answer_type.py). Knows right candidates."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack

from assistant.answer_type import NOTHING, AnswerTypes, grams_of, traits_of
from assistant.tuning import FOLLOWS
from eval.fitting.examples import Example, Question, folded
from eval.fitting.kinds import logistic, regressed, softmax

_RIDGE, _STEPS = 0.3, 60
_LIBRARIES, _QUESTIONS = 3, 4
"""A run of characters of fewer libraries or questions teaches nothing: it would be a name."""
_LEAST = 20
"""What fewer right answers hold is no trait."""


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
    ridge = np.array([[_RIDGE]] * len(grams) + [[0.0]])
    way = regressed(rows, found, ridge, _STEPS, softmax)
    trait = regressed(rows[right], held, ridge, _STEPS, logistic)
    weights = np.hstack([way, trait])
    return AnswerTypes(grams, tuple(ways), tuple(traits), weights[:-1], weights[-1])


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
    """(questions, grams and 1) of rows of length 1, and what each question has besides."""
    known = [[grams[one] for one in sorted(own) if one in grams] for own in every]
    values = [len(own) ** -0.5 for own in known for _ in own]
    starts = np.cumsum([0, *map(len, known)])
    told = csr_matrix((values, [at for own in known for at in own], starts), shape=(len(every), len(grams)))
    return hstack([told, np.ones((len(every), 1))], format="csr")
