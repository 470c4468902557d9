"""Fitting what tells that no document answers a question. Knows examples, no texts."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from assistant.silence import silence, silence_evidence
from eval.fitting.choosing import Judged
from eval.fitting.logistic import logistic

__all__ = ["silence_limit", "with_silence"]

_RIDGE = 30.0
"""Held back hard: few questions have no answer. Taken over 10 and 100 by leaving one of six question sets out."""
_PAIRED = 0.3
"""How much a question counts that was written beside its twin: of these every second has no answer, of all others few.
Taken over a tenth and the whole by leaving libraries out.
"""
_FOLDS = 5
_DIGITS = 5
_UNDUE = 0.02
"""No more questions that have an answer may be refused for it (thresholds.py tells what that gives)."""
_LIMITS = [at / 100 for at in range(20, 100)]


def with_silence(found: Sequence[Judged]) -> tuple[dict[str, float], list[Judged]]:
    """The weights that tell best which questions have no answer, and what fits that never saw a question say of it."""
    asked = [one for one in found if one.told]
    evidence = [_evidence(one) for one in asked]
    labels = [one.question.gold.expect_refusal for one in asked]
    counted = [_PAIRED if one.question.gold.paired else 1.0 for one in asked]
    silent: dict[int, float] = {}
    for fold in range(_FOLDS):
        known = [at for at in range(len(asked)) if at % _FOLDS != fold]
        weights = _fitted(*([each[at] for at in known] for each in (evidence, labels, counted)))
        silent |= {id(asked[at]): silence(evidence[at], weights) for at in range(fold, len(asked), _FOLDS)}
    return _fitted(evidence, labels, counted), [replace(one, silent=silent.get(id(one), 0.0)) for one in found]


def silence_limit(found: Sequence[Judged], low: float) -> float:
    """The chance from which on to refuse: the least at which few questions are that have an answer and are not refused
    anyway, being too doubtful at the limit `low`.
    """
    answerable = [one for one in found if one.question.gold.answerable and not one.question.gold.expect_refusal]
    told = [one.silent for one in answerable if one.chance >= low]
    few = _UNDUE * len(answerable)
    return next((limit for limit in _LIMITS if sum(one >= limit for one in told) <= few), 1.0)


def _evidence(one: Judged) -> dict[str, float]:
    features = [example.features for example in one.question.examples]
    return silence_evidence(features, features[one.first], one.told, one.chance)


def _fitted(evidence: Sequence[dict[str, float]], labels: Sequence[bool], counted: Sequence[float]) -> dict[str, float]:
    """The weights, those of evidence that all questions share the same left out."""
    names = sorted({name for one in evidence for name in one} - {"bias"})
    rows = np.array([[one.get(name, 0.0) for name in names] for one in evidence])
    middle, share = rows.mean(axis=0), (sum(labels) + 0.5) / (len(labels) + 1)
    prior = float(np.log(share / (1 - share)))
    columns = np.column_stack([rows - middle, np.ones(len(rows))])
    *found, bias = logistic(columns, np.array(labels, dtype=float), np.array(counted), _RIDGE, prior)
    weights = {name: round(float(value), _DIGITS) for name, value in zip(names, found, strict=True) if value}
    told = sum(weights.get(name, 0.0) * value for name, value in zip(names, middle, strict=True))
    return {**weights, "bias": round(prior + float(bias) - float(told), _DIGITS)}
