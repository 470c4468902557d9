"""Fitting which numbers of running text are goals, and which of its words lay work on units, on what readers judged.

Knows judgements, no documents.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import BaseModel

from corpus.extraction import weighing
from corpus.extraction.duty_evidence import DUTIES, NONE, Said, duty_evidence
from corpus.extraction.goal_evidence import GOAL, GOALS, OTHER, Told, goal_evidence, goal_margin
from corpus.extraction.setting import Setting
from corpus.extraction.weighing import Weights, likeliest
from eval.extraction import F1
from eval.fitting.kinds import Judged, fit_kinds, weights_without
from eval.gold import GOLD, read_lines

DUTIES_FILE, GOALS_FILE = (Path(weighing.__file__).with_name(name) for name in (DUTIES, GOALS))
_RIDGE, _SELDOM = 2.0, 3
_RIDGE_OF_GOALS = 4.0
"""Of names held back by how little they tell; taken over the plain ridge by leaving libraries out (.888, not .880)."""
_LEAST_OF_DUTIES, _LEAST_OF_GOALS = 0.01, 0.02
_FOLDS, _SEED = 8, 0
_LEANINGS = tuple(step / 10 for step in range(-10, 16))


class JudgedDuty(BaseModel):
    """Words as their item says them, and whether a reader sees work in them and from where on."""

    group: str
    setting: Setting
    said: Said
    kind: str


class JudgedNumber(BaseModel):
    """A number as its sentence tells it, and whether a reader calls it a goal."""

    group: str
    setting: Setting
    told: Told
    goal: bool


def judged_duties() -> list[Judged]:
    """Words that may lay work on the units they name, and whether they do: as gold of whole documents has it, as
    readers judged 600 more sentences, and of a few written to teach (group `taught`).
    """
    lines = read_lines(GOLD / "duties.jsonl", JudgedDuty)
    return [Judged(one.group, duty_evidence(one.said, one.setting), one.kind) for one in lines]


def judged_numbers() -> list[Judged]:
    """Numbers of text and whether they are goals: by gold of documents wholly read, by readers; some written."""
    lines = read_lines(GOLD / "goals.jsonl", JudgedNumber)
    return [Judged(one.group, goal_evidence(one.told, one.setting), GOAL if one.goal else OTHER) for one in lines]


def fit_duties(duties: Sequence[Judged]) -> Weights:
    """The weights of evidence for and against work."""
    return fit_kinds([(one.evidence, one.kind) for one in duties], _RIDGE, _SELDOM, _LEAST_OF_DUTIES)


def duty_figures(duties: Sequence[Judged]) -> F1:
    """How many are told rightly to be work, are told so at all, and are, each by a fit that never saw its library."""
    weights = weights_without(duties, fit_duties, _FOLDS, _SEED)
    told = [likeliest(one.evidence, own) != NONE for one, own in zip(duties, weights, strict=True)]
    return _figures(duties, told, lambda kind: kind != NONE)


def fit_goals(numbers: Sequence[Judged]) -> Weights:
    """The weights of evidence for and against a goal, which lean towards goals by as much as numbers of libraries left
    out are told best.
    """
    weights = _fitted_goals(numbers)
    leaning = _leaning(numbers, _left_out_margins(numbers))
    goal = {**weights[GOAL], "bias": round(weights[GOAL].get("bias", 0.0) + leaning, 2)}
    return {**weights, GOAL: goal}


def goal_figures(numbers: Sequence[Judged]) -> F1:
    """How many are told rightly to be goals, are told so at all, and are, each by a fit that never saw its library."""
    margins = _left_out_margins(numbers)
    return _leant(numbers, margins, _leaning(numbers, margins))


def _fitted_goals(numbers: Sequence[Judged]) -> Weights:
    lessons = [(one.evidence, one.kind) for one in numbers]
    return fit_kinds(lessons, _RIDGE_OF_GOALS, _SELDOM, _LEAST_OF_GOALS, telling=True)


def _left_out_margins(numbers: Sequence[Judged]) -> list[float]:
    """By how much more each number's evidence speaks for a goal than against it, by fits without its library."""
    weights = weights_without(numbers, _fitted_goals, _FOLDS, _SEED)
    return [goal_margin(one.evidence, own) for one, own in zip(numbers, weights, strict=True)]


def _leaning(numbers: Sequence[Judged], margins: Sequence[float]) -> float:
    """What has to be added to margins for the best F1."""
    return max(_LEANINGS, key=lambda leaning: _leant(numbers, margins, leaning).value)


def _leant(numbers: Sequence[Judged], margins: Sequence[float], leaning: float) -> F1:
    return _figures(numbers, [margin + leaning > 0 for margin in margins], lambda kind: kind == GOAL)


def _figures(lessons: Sequence[Judged], told: Sequence[bool], is_one: Callable[[str], bool]) -> F1:
    """Of those that are told to be of a kind and those that are."""
    kinds = [is_one(one.kind) for one in lessons]
    return F1(sum(kind and said for kind, said in zip(kinds, told, strict=True)), sum(told), sum(kinds))
