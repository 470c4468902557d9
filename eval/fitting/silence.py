"""Fitting what tells that no document answers a question. Knows examples, no texts."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

import numpy as np

from assistant.surety import silence, silence_evidence
from eval.fitting.choosing import Judged
from eval.fitting.logistic import logistic

__all__ = ["silence_limit", "with_silence"]

_RIDGE = 30.0
"""Held back hard: few questions have no answer. Taken over 10 and 100 by leaving one of six question sets out."""
_PAIRED = 0.1
"""How much a question counts that was written beside its twin: of these every second has no answer, of all others few.
Taken over three times as much and nothing by leaving libraries out.
"""
_Lesson: TypeAlias = tuple[dict[str, float], bool, float]
"""What tells of a question, whether it has no answer, and how much it counts."""
_FOLDS = 5
_DIGITS = 5
_UNDUE = 0.03
"""No more questions that have an answer may be refused. At .022, of 8,629 left out 6,323 are right, refusals among
them, at .029 6,312, for 700 of 1,000 without an answer are refused in place of 674: most that is refused unduly would
be answered wrongly (2026-11-30).
"""
_LIMITS = [at / 100 for at in range(20, 100)]


def with_silence(found: Sequence[Judged]) -> tuple[dict[str, float], list[Judged]]:
    """The weights that tell best which questions have no answer, and what fits that never saw a question say of it."""
    asked = [one for one in found if one.told]
    lessons = [_lesson(one) for one in asked]
    silent: dict[int, float] = {}
    for fold in range(_FOLDS):
        weights = _fitted([one for at, one in enumerate(lessons) if at % _FOLDS != fold])
        silent |= {id(asked[at]): silence(lessons[at][0], weights) for at in range(fold, len(asked), _FOLDS)}
    return _fitted(lessons), [replace(one, silent=silent.get(id(one), 0.0)) for one in found]


def silence_limit(found: Sequence[Judged], low: float) -> float:
    """The chance from which on to refuse: the least at which few questions are refused that have an answer, those among
    them that are too doubtful at the limit `low`.
    """
    answerable = [one for one in found if one.question.gold.answerable and not one.question.gold.expect_refusal]
    few = _UNDUE * len(answerable)
    refused = ((limit, sum(one.chance < low or one.silent >= limit for one in answerable)) for limit in _LIMITS)
    return next((limit for limit, unduly in refused if unduly <= few), 1.0)


def _lesson(one: Judged) -> _Lesson:
    features, gold = [example.features for example in one.question.examples], one.question.gold
    evidence = silence_evidence(features, features[one.first], one.told, one.chance)
    return evidence, gold.expect_refusal, _PAIRED if gold.paired else 1.0


def _fitted(lessons: Sequence[_Lesson]) -> dict[str, float]:
    """The weights, those of evidence that all questions share the same left out."""
    evidence, labels, counted = zip(*lessons, strict=True)
    names = sorted({name for one in evidence for name in one} - {"bias"})
    rows = np.array([[one.get(name, 0.0) for name in names] for one in evidence])
    middle, share = rows.mean(axis=0), (sum(labels) + 0.5) / (len(labels) + 1)
    prior = float(np.log(share / (1 - share)))
    columns = np.column_stack([rows - middle, np.ones(len(rows))])
    *found, bias = logistic(columns, np.array(labels, dtype=float), np.array(counted), _RIDGE, prior)
    weights = {name: round(float(value), _DIGITS) for name, value in zip(names, found, strict=True) if value}
    told = sum(weights.get(name, 0.0) * value for name, value in zip(names, middle, strict=True))
    return {**weights, "bias": round(prior + float(bias) - float(told), _DIGITS)}
