"""Fitting what ranks windows of prose and what tells whether the best answers; figures by documents left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.prose.choosing import evidence_for, with_additions
from assistant.prose.ranking import Ranked
from eval.fitting.lessons import Lesson, is_right
from eval.fitting.logistic import Numbers, logistic

_PROSE_TYPES = frozenset(
    {"definition", "fact", "fact_number", "fact_text", "list", "number", "outline", "person", "responsibility", "who"}
    | {"row", "section_summary", "summary", "yes_no", "conflict"}
)
"""Types of gold questions that running text answers."""
_ROUNDS = 3
_HARDEST = 25
"""Wrong windows that a right one is set against: those that the last round took for the best."""
_RIDGE = 1.0
_BEHIND = (0.5, 1.0, 1.5, 2.0, 3.0)
_GAINS = (0.05, 0.1, 0.15, 0.2, 0.3)
_COST = 0.1
"""What a further sentence costs the reader, as a share of a right answer."""

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
    names = next(one.names for one in taught if one.windows)
    prose = _weights(names, _ranking([one for one in taught if one.taught]))
    return ProseFit(prose, _sure(taught, prose), _adding(taught, prose))


def prose_figures(lessons: Sequence[Lesson]) -> Figures:
    """How well questions that running text answers are answered with what those about all other documents teach; those
    about several documents are one more document.
    """
    asked = [one for one in lessons if is_asked(one) and one.gold.type in _PROSE_TYPES]
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
    found = lesson.ranked(fit.prose)
    good = [lesson.is_good(one) for one in found[:10]]
    right = is_right(lesson.gold, _shown(lesson, found, fit.prose_adding))
    return right, any(good[:1]), any(good[:3]), any(good), bool((lesson.right | lesson.excused).any())


def _shown(lesson: Lesson, found: Sequence[Ranked], adding: Weights) -> str:
    return "".join(one.window.text for one in with_additions(found, lesson.terms, adding)) if found else ""


def _ranking(lessons: Sequence[Lesson]) -> Numbers:
    """Weights by which right windows stand before the wrong ones that are hardest to tell from them."""
    found = np.zeros(len(lessons[0].names))
    for round_ in range(_ROUNDS):
        apart = [_differences(one, found) for one in lessons]
        weights = np.concatenate([np.full(len(one), 1 / len(one)) for one in apart])
        both = np.concatenate(apart)
        labels = np.concatenate([np.ones(len(both)), np.zeros(len(both))])
        new = logistic(np.concatenate([both, -both]), labels, np.concatenate([weights, weights]), _RIDGE)
        found = new if round_ == 0 else (found + new) / 2
    return found


def _differences(lesson: Lesson, weights: Numbers) -> Numbers:
    """The features of each right window less those of each hard wrong one; every other one at first."""
    rows, wrong = lesson.rows, np.flatnonzero(~lesson.right & ~lesson.excused)
    scores = rows[wrong] @ weights if weights.any() else -(np.arange(len(wrong)) % max(1, len(wrong) // _HARDEST))
    hard = wrong[np.argsort(-scores, kind="stable")[:_HARDEST]]
    return np.concatenate([rows[at] - rows[hard] for at in lesson.best])


def _sure(lessons: Sequence[Lesson], weights: Weights) -> Weights:
    """What tells from the best window's evidence whether it answers."""
    ranked = [(one, one.ranked(weights)) for one in lessons if one.windows]
    found = [evidence_for(windows[:1], windows) for _, windows in ranked]
    labels = np.array([one.is_good(windows[0]) for one, windows in ranked], dtype=float)
    names = sorted(found[0])
    rows = np.array([[row[name] for name in names] for row in found])
    return _weights(names, logistic(rows, labels, np.ones(len(rows)), _RIDGE))


def _adding(lessons: Sequence[Lesson], weights: Weights) -> Weights:
    """How much a second window must add, and how far behind it may be, for most answers to be right and few long."""
    ranked = [(one, one.ranked(weights)) for one in lessons if one.taught]
    options = [{"gain": gain, "behind": behind} for gain in _GAINS for behind in _BEHIND]

    def worth(option: Weights) -> float:
        shown = [(one.gold, with_additions(found, one.terms, option)) for one, found in ranked]
        texts = [(gold, "".join(one.window.text for one in items)) for gold, items in shown]
        return sum(is_right(gold, text) for gold, text in texts) - _COST * sum(len(items) - 1 for _, items in shown)

    return max(options, key=worth)


def _weights(names: Sequence[str], values: Numbers) -> Weights:
    return {name: round(float(value), 4) for name, value in zip(names, values, strict=True) if abs(value) >= 1e-3}
