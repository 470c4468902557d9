"""Fitting which numbers of running text are goals, on numbers that readers judged. Knows judgements, no documents."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel

from corpus.extraction import goal_evidence as judging
from corpus.extraction.goal_evidence import GOAL, GOALS, OTHER, Told, goal_evidence, goal_margin
from corpus.extraction.setting import Setting
from corpus.extraction.weighing import Weights
from eval.extraction import F1
from eval.fitting.kinds import Judged, fit_kinds, weights_without

__all__ = ["GOALS_FILE", "fit_goals", "goal_figures", "judged_numbers"]

GOALS_FILE = Path(judging.__file__).with_name(GOALS)
JUDGED = Path(__file__).parents[1] / "gold" / "goals.jsonl"
"""Numbers of running text and whether they are goals: by gold of documents wholly read, by readers, some written."""
_RIDGE, _SELDOM, _LEAST = 2.0, 3, 0.02
_FOLDS, _SEED = 8, 0
_LEANINGS = tuple(step / 10 for step in range(-10, 16))


class JudgedLine(BaseModel):
    """A number as its sentence tells it, and whether a reader calls it a goal."""

    group: str
    setting: Setting
    told: Told
    goal: bool


def judged_numbers(path: Path = JUDGED) -> list[Judged]:
    """The judged numbers of a file."""
    lines = (JudgedLine.model_validate_json(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [Judged(one.group, goal_evidence(one.told, one.setting), GOAL if one.goal else OTHER) for one in lines]


def fit_goals(numbers: Sequence[Judged]) -> Weights:
    """The weights of evidence for and against a goal, which lean towards goals by as much as numbers of libraries left
    out are told best.
    """
    weights = _fitted(numbers)
    leaning = _leaning(numbers, _left_out_margins(numbers))
    goal = {**weights[GOAL], "bias": round(weights[GOAL].get("bias", 0.0) + leaning, 2)}
    return {**weights, GOAL: goal}


def goal_figures(numbers: Sequence[Judged]) -> F1:
    """How many are told rightly to be goals, are told so at all, and are, each by a fit that never saw its library."""
    margins = _left_out_margins(numbers)
    return _figures(numbers, margins, _leaning(numbers, margins))


def _fitted(numbers: Sequence[Judged]) -> Weights:
    return fit_kinds([(one.evidence, one.kind) for one in numbers], _RIDGE, _SELDOM, _LEAST)


def _left_out_margins(numbers: Sequence[Judged]) -> list[float]:
    """By how much more each number's evidence speaks for a goal than against it, by fits without its library."""
    weights = weights_without(numbers, _fitted, _FOLDS, _SEED)
    return [goal_margin(one.evidence, own) for one, own in zip(numbers, weights, strict=True)]


def _leaning(numbers: Sequence[Judged], margins: Sequence[float]) -> float:
    """What has to be added to margins for the best F1."""
    return max(_LEANINGS, key=lambda leaning: _figures(numbers, margins, leaning).value)


def _figures(numbers: Sequence[Judged], margins: Sequence[float], leaning: float) -> F1:
    said = [one for one, margin in zip(numbers, margins, strict=True) if margin + leaning > 0]
    return F1(sum(one.kind == GOAL for one in said), len(said), sum(one.kind == GOAL for one in numbers))
