"""Fitting what ranks windows of prose and what tells whether the best answers; figures by documents left out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.prose.choosing import evidence_for, with_additions
from assistant.prose.ranking import Ranked, weighed
from eval.fitting.lessons import Lesson, is_right
from eval.fitting.logistic import Numbers, logistic

__all__ = ["Figures", "ProseFit", "fit_prose", "prose_figures"]

_ROUNDS = 3
_HARDEST = 25
"""Wrong windows that a right one is set against: those that the last round took for the best."""
_RIDGE = 1.0
_BEHIND = (0.5, 1.0, 1.5, 2.0, 3.0)
_GAINS = (0.05, 0.1, 0.15, 0.2)

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class ProseFit:
    """What tuning.json keeps of prose."""

    prose: Weights
    prose_sure: Weights
    prose_adding: Weights


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of questions with an answer: the shown answer is right, one of the first 3 or 10 windows is, any is."""

    questions: int
    shown: float
    first: float
    of_3: float
    of_10: float
    of_all: float


def fit_prose(lessons: Iterable[Lesson]) -> ProseFit:
    """The weights that put right windows before wrong ones, and the chance of the best one."""
    taught = list(lessons)
    names = _names(taught)
    prose = _weights(names, _ranking([one for one in taught if one.taught], names))
    adding = _adding(taught, prose)
    return ProseFit(prose, _sure(taught, prose), adding)


def prose_figures(lessons: Sequence[Lesson]) -> Figures:
    """How well questions about one document are answered with what the questions about all others teach."""
    asked = [one for one in lessons if one.right.any() or is_asked(one)]
    found: list[tuple[bool, ...]] = []
    for document in sorted({one.document for one in asked}):
        fit = fit_prose([one for one in lessons if one.document != document])
        found += [_outcome(one, fit) for one in asked if one.document == document]
    shares = np.array(found, dtype=float).mean(axis=0).tolist() if found else [0.0] * 5
    return Figures(len(found), *shares)


def is_asked(lesson: Lesson) -> bool:
    """Whether the question has an answer at all."""
    return bool(lesson.gold.must_include) and lesson.gold.answerable and not lesson.gold.expect_refusal


def _outcome(lesson: Lesson, fit: ProseFit) -> tuple[bool, ...]:
    order = _ordered(lesson, fit.prose)
    good = [bool(lesson.right[at] or lesson.excused[at]) for at in order]
    shown = is_right(lesson.gold, _shown(lesson, order, fit))
    return shown, any(good[:1]), any(good[:3]), any(good[:10]), any(good)


def _shown(lesson: Lesson, order: Sequence[int], fit: ProseFit) -> str:
    found = [Ranked(lesson.windows[at], weighed(lesson.windows[at].features, fit.prose)) for at in order]
    return "".join(one.window.text for one in with_additions(found, lesson.terms, fit.prose_adding)) if found else ""


def _names(lessons: Sequence[Lesson]) -> tuple[str, ...]:
    return tuple(sorted({name for one in lessons for name in (one.windows[0].features if one.windows else ())}))


def _ordered(lesson: Lesson, weights: Weights) -> list[int]:
    scores = [-weighed(one.features, weights) for one in lesson.windows]
    return [int(at) for at in np.argsort(np.array(scores), kind="stable")]


def _ranking(lessons: Sequence[Lesson], names: Sequence[str]) -> Numbers:
    """Weights by which right windows stand before the wrong ones that are hardest to tell from them."""
    rows = [one.rows(names) for one in lessons]
    found = np.zeros(len(names))
    for round_ in range(_ROUNDS):
        apart = [_differences(one, row, found) for one, row in zip(lessons, rows, strict=True)]
        weights = np.concatenate([np.full(len(one), 1 / len(one)) for one in apart])
        both = np.concatenate(apart)
        labels = np.concatenate([np.ones(len(both)), np.zeros(len(both))])
        new = logistic(np.concatenate([both, -both]), labels, np.concatenate([weights, weights]), _RIDGE)
        found = new if round_ == 0 else (found + new) / 2
    return found


def _differences(lesson: Lesson, rows: Numbers, weights: Numbers) -> Numbers:
    """The features of each right window less those of each hard wrong one; every other one at first."""
    wrong = np.flatnonzero(~lesson.right & ~lesson.excused)
    scores = rows[wrong] @ weights if weights.any() else -(np.arange(len(wrong)) % max(1, len(wrong) // _HARDEST))
    hard = wrong[np.argsort(-scores, kind="stable")[:_HARDEST]]
    return np.concatenate([rows[at] - rows[hard] for at in lesson.best])


def _sure(lessons: Sequence[Lesson], weights: Weights) -> Weights:
    """What tells from the best window's evidence whether it answers."""
    found, labels = [], []
    for one in lessons:
        order = _ordered(one, weights)
        if order:
            ranked = [Ranked(one.windows[at], weighed(one.windows[at].features, weights)) for at in order]
            found.append(evidence_for(ranked[:1], ranked))
            labels.append(bool(one.right[order[0]] or one.excused[order[0]]))
    names = sorted(found[0])
    rows = np.array([[row[name] for name in names] for row in found])
    return _weights(names, logistic(rows, np.array(labels, dtype=float), np.ones(len(rows)), _RIDGE))


def _adding(lessons: Sequence[Lesson], weights: Weights) -> Weights:
    """How much a second window must add, and how far behind it may be, for most answers to be right."""
    asked = [(one, _ordered(one, weights)) for one in lessons if one.right.any() or is_asked(one)]
    options = [{"gain": gain, "behind": behind} for gain in _GAINS for behind in _BEHIND]

    def right(option: Weights) -> int:
        fit = ProseFit(weights, {}, option)
        return sum(is_right(one.gold, _shown(one, order, fit)) for one, order in asked)

    return _first_best(options, right)


def _first_best(options: Sequence[Weights], value: Callable[[Weights], int]) -> Weights:
    return max(options, key=value)


def _weights(names: Sequence[str], values: Numbers) -> Weights:
    return {name: round(float(value), 4) for name, value in zip(names, values, strict=True) if abs(value) >= 1e-3}
