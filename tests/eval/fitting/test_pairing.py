"""Fitting which of the results made of two numbers a question means; the lessons are made up."""

from eval.fitting.pairing import Pairs, fit_pairing

LESSONS = [
    Pairs(right=({"own": 0.9, "spare": 0.1},), wrong=({"own": 0.4, "spare": 0.1}, {"own": 0.9, "spare": 0.7})),
    Pairs(right=({"own": 0.6, "spare": 0.2},), wrong=({"own": 0.2, "spare": 0.2}, {"own": 0.6, "spare": 0.8})),
]


def test_what_tells_right_results_from_wrong_ones_is_learnt():
    weights = fit_pairing(LESSONS)
    assert weights["own"] > 0 > weights["spare"]


def test_the_same_lessons_give_the_same_weights():
    assert fit_pairing(LESSONS) == fit_pairing(LESSONS)
