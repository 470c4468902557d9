"""Fitting which numbers of running text are goals, on numbers that readers judged. Knows judgements, no documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from corpus.extraction import goal_evidence as judging
from corpus.extraction.goal_evidence import GOAL, GOALS, OTHER, Told, goal_evidence, goal_margin
from corpus.extraction.setting import Setting
from corpus.extraction.weighing import Weights
from eval.extraction import F1
from eval.fitting.kinds import fit_kinds, left_out

__all__ = ["GOALS_FILE", "JudgedNumber", "fit_goals", "goal_figures", "judged_numbers"]

GOALS_FILE = Path(judging.__file__).with_name(GOALS)
JUDGED = Path(__file__).parents[1] / "gold" / "goals.jsonl"
"""Numbers that were read as goals in documents nobody had mended reading for, and whether they are."""
_RIDGE, _SELDOM, _LEAST = 2.0, 3, 0.02
_FOLDS, _SEED = 8, 0
_LEANINGS = tuple(step / 10 for step in range(-10, 16))


class JudgedLine(BaseModel):
    """A number as its sentence tells it, and whether a reader calls it a goal."""

    group: str
    setting: Setting
    told: Told
    goal: bool


@dataclass(frozen=True, slots=True)
class JudgedNumber:
    """The evidence of a number, and whether it is a goal."""

    group: str
    """The library that is left out as a whole with it."""
    evidence: tuple[str, ...]
    goal: bool


def judged_numbers(path: Path = JUDGED) -> list[JudgedNumber]:
    """The judged numbers of a file."""
    lines = (JudgedLine.model_validate_json(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [JudgedNumber(one.group, goal_evidence(one.told, one.setting), one.goal) for one in lines]


def fit_goals(numbers: Sequence[JudgedNumber]) -> Weights:
    """The weights of evidence for and against a goal, which lean towards goals by as much as numbers of libraries left
    out are told best.
    """
    weights = _fitted(numbers)
    leaning = _leaning(numbers, _left_out_margins(numbers))
    goal = {**weights[GOAL], "bias": round(weights[GOAL].get("bias", 0.0) + leaning, 2)}
    return {**weights, GOAL: goal}


def goal_figures(numbers: Sequence[JudgedNumber]) -> F1:
    """How many are told rightly to be goals, are told so at all, and are, each by a fit that never saw its library."""
    margins = _left_out_margins(numbers)
    return _figures(numbers, margins, _leaning(numbers, margins))


def _fitted(numbers: Sequence[JudgedNumber]) -> Weights:
    return fit_kinds([(one.evidence, GOAL if one.goal else OTHER) for one in numbers], _RIDGE, _SELDOM, _LEAST)


def _left_out_margins(numbers: Sequence[JudgedNumber]) -> list[float]:
    """By how much more each number's evidence speaks for a goal than against it, by fits without its library."""
    folds = left_out((one.group for one in numbers), _FOLDS, _SEED)
    fits = [_fitted([one for one in numbers if folds[one.group] != fold]) for fold in range(_FOLDS)]
    return [goal_margin(one.evidence, fits[folds[one.group]]) for one in numbers]


def _leaning(numbers: Sequence[JudgedNumber], margins: Sequence[float]) -> float:
    """What has to be added to margins for the best F1."""
    return max(_LEANINGS, key=lambda leaning: _figures(numbers, margins, leaning).value)


def _figures(numbers: Sequence[JudgedNumber], margins: Sequence[float], leaning: float) -> F1:
    said = [one for one, margin in zip(numbers, margins, strict=True) if margin + leaning > 0]
    return F1(sum(one.goal for one in said), len(said), sum(one.goal for one in numbers))
