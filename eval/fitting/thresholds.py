"""From what a fit makes of questions it never saw: below which chance to refuse, from which on to sound sure, what
tells that no document answers, and whether neutral words round a question change the choice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from assistant.surety import silence, silence_evidence
from eval.fitting.choosing import Judged
from eval.fitting.logistic import logistic
from eval.wrapping import is_wrapped, plain_id

_LIMITS = [at / 100 for at in range(2, 95)]
_NEVER = 2.0
"""No chance is so high."""
_UNDUE = 0.005
"""No more questions that have an answer may be refused for being doubtful alone. With those refused as silent, of 1,081
questions of seven libraries left out by thirds 33 of 63 without an answer are refused and 26 of the others, where a
limit of their own for strange words and for answers without the form asked for refused 27 and 34 (2026-11-29).
"""
_WRONG_AND_SURE = 0.02
"""Of all questions left out no more may be answered wrongly without a caution: of 730 of libraries that nobody had read
31 were where the limit held .027 (2026-11-29), and .03 is what may be.
"""
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
_UNDUE_IN_ALL = 0.03
"""No more questions that have an answer may be refused. At .022, of 8,629 left out 6,323 are right, refusals among
them, at .029 6,312, for 700 of 1,000 without an answer are refused in place of 674: most that is refused unduly would
be answered wrongly (2026-11-30).
"""
_SILENT_LIMITS = [at / 100 for at in range(20, 100)]


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares: of all questions right, of those with an answer refused, of those without one refused; of all answered
    wrongly with at least this chance.
    """

    right: float
    undue: float
    due: float
    wrong: float


def figures_at(found: Sequence[Judged], limit: float, silent: float = _NEVER) -> Figures:
    """The figures where nothing below `limit` is answered, nor what is likely without an answer from `silent` on."""
    answerable = [one for one in found if one.question.gold.answerable and not one.question.gold.expect_refusal]
    unanswerable = [one for one in found if one.question.gold.expect_refusal]
    return Figures(
        right=_share(sum(_right(one, limit, silent) for one in found), len(found)),
        undue=_share(
            sum(_refused(one, limit, silent) and not one.question.settled for one in answerable), len(answerable)
        ),
        due=_share(sum(_right(one, limit, silent) for one in unanswerable), len(unanswerable)),
        wrong=_share(sum(not _refused(one, limit, silent) and not one.right for one in found), len(found)),
    )


def thresholds(found: Sequence[Judged]) -> tuple[float, float]:
    """The highest limit that refuses few questions unduly, and the least chance from which on few answers are wrong."""
    low = max((limit for limit in _LIMITS if figures_at(found, limit).undue <= _UNDUE), default=0.0)
    sure = next((one for one in _LIMITS if one >= low and figures_at(found, one).wrong <= _WRONG_AND_SURE), 1.0)
    return low, sure


def _refused(one: Judged, limit: float, silent: float) -> bool:
    return one.question.settled or one.chance < limit or one.silent >= silent


def _right(one: Judged, limit: float, silent: float) -> bool:
    gold = one.question.gold
    if _refused(one, limit, silent):
        return gold.expect_refusal or not gold.answerable
    return one.right


def _share(count: int, total: int) -> float:
    return round(count / total, 4) if total else 0.0


@dataclass(frozen=True, slots=True)
class Steadiness:
    """Of the questions asked both plainly and wrapped: how many are right plainly, wrapped, and both ways."""

    questions: int
    plain: int
    wrapped: int
    both: int


def steadiness(found: Iterable[Judged]) -> Steadiness:
    """How many questions stay right in a wrapper."""
    right = {one.question.gold.id: one.right for one in found}
    pairs = [(right[plain_id(name)], right[name]) for name in right if is_wrapped(name)]
    return Steadiness(
        questions=len(pairs),
        plain=sum(plain for plain, _ in pairs),
        wrapped=sum(wrapped for _, wrapped in pairs),
        both=sum(plain and wrapped for plain, wrapped in pairs),
    )


def with_silence(found: Sequence[Judged]) -> tuple[dict[str, float], list[Judged]]:
    """The weights that tell best which questions have no answer, and what fits that never saw a question say of it."""
    asked = [one for one in found if one.told]
    lessons = [_lesson(one) for one in asked]
    silent: dict[int, float] = {}
    for fold in range(_FOLDS):
        weights = _fitted_silence([one for at, one in enumerate(lessons) if at % _FOLDS != fold])
        silent |= {id(asked[at]): silence(lessons[at][0], weights) for at in range(fold, len(asked), _FOLDS)}
    return _fitted_silence(lessons), [replace(one, silent=silent.get(id(one), 0.0)) for one in found]


def silence_limit(found: Sequence[Judged], low: float) -> float:
    """The chance from which on to refuse: the least at which few questions are refused that have an answer, those among
    them that are too doubtful at the limit `low`.
    """
    answerable = [one for one in found if one.question.gold.answerable and not one.question.gold.expect_refusal]
    few = _UNDUE_IN_ALL * len(answerable)
    refused = ((limit, sum(one.chance < low or one.silent >= limit for one in answerable)) for limit in _SILENT_LIMITS)
    return next((limit for limit, unduly in refused if unduly <= few), 1.0)


def _lesson(one: Judged) -> _Lesson:
    features, gold = [example.features for example in one.question.examples], one.question.gold
    evidence = silence_evidence(features, features[one.first], one.told, one.chance)
    return evidence, gold.expect_refusal, _PAIRED if gold.paired else 1.0


def _fitted_silence(lessons: Sequence[_Lesson]) -> dict[str, float]:
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
