import json

from corpus.extraction.goal_evidence import GOAL, OTHER
from eval.fitting.judgements import fit_goals, goal_figures
from eval.fitting.kinds import Judged, fit_kinds, weights_to_json

LESSONS = [(("bias", "目标", "x"), "goal"), (("bias", "现状", "x"), "base")] * 4


def test_evidence_of_few_lessons_and_small_weights_are_left_out():
    weights = fit_kinds([*LESSONS, (("bias", "别的"), "base")], ridge=1, seldom=2, least=0.1)
    assert weights["goal"]["目标"] > 0 > weights["base"]["目标"]
    assert "别的" not in weights["base"]
    assert "x" not in fit_kinds(LESSONS, ridge=1, seldom=2, least=0.1)["goal"]


def test_passing_evidence_takes_up_a_difference_and_is_not_kept():
    weights = fit_kinds([((*names, "written"), kind) for names, kind in LESSONS], 1, 2, 0.0, passing="written")
    assert all("written" not in own for own in weights.values())


def test_the_same_lessons_give_the_same_weights_and_a_line_is_kept_for_each_kind():
    weights = fit_kinds(LESSONS, 1, 2, 0.1)
    assert fit_kinds(LESSONS, 1, 2, 0.1) == weights
    text = weights_to_json(weights)
    assert json.loads(text) == weights
    assert len(text.splitlines()) == len(weights) + 2


def numbers(group):
    goal = Judged(group, ("bias", "right before:达到"), GOAL)
    return [goal, goal, Judged(group, ("bias", "right before:安排"), OTHER)]


def test_goals_are_judged_by_fits_that_never_saw_their_library():
    every = [one for group in "abcdefgh" for one in numbers(group)]
    figures = goal_figures(every)
    assert (figures.right, figures.found, figures.expected) == (16, 16, 16)
    assert set(fit_goals(every)) == {"goal", "other"}
