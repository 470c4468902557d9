"""A small logistic regression."""

import numpy as np

from eval.fitting.logistic import logistic


def test_a_column_that_tells_gets_weight_and_one_that_does_not_gets_none():
    rows = np.array([[1.0, 0.5], [0.9, -0.5], [-1.0, 0.5], [-0.9, -0.5]])
    telling, idle = logistic(rows, np.array([1.0, 1.0, 0.0, 0.0]), np.ones(4))
    assert telling > 0.5
    assert abs(idle) < 1e-6


def test_a_constant_finds_the_share():
    (constant,) = logistic(np.ones((40, 1)), np.array([1.0] * 30 + [0.0] * 10), np.ones(40), ridge=0.0)
    assert abs(constant - np.log(3)) < 1e-6


def test_a_heavier_row_counts_more():
    rows = np.ones((2, 1))
    light, heavy = (logistic(rows, np.array([1.0, 0.0]), np.array([1.0, w]))[0] for w in (1.0, 5.0))
    assert abs(light) < 1e-6
    assert heavy < -0.3


def test_outliers_of_rare_columns_do_not_make_it_swing():
    rows = np.zeros((2000, 3))
    rows[:3, 0], rows[::2, 1], rows[:, 2] = 50.0, 1.0, 1.0
    labels = np.zeros(2000)
    labels[::40] = 1.0
    found = logistic(rows, labels, np.ones(2000), ridge=30.0, odds=-3.0)
    assert found[1] > 0.5
    assert np.abs(found).max() < 5.0
