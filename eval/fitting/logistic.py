"""Logistic regression with a ridge, by Newton's method: deterministic, and small enough to need no library.

A step that leads uphill is halved: far outliers among rare columns make whole steps swing.
"""

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

_STEPS = 30
_ENOUGH = 1e-6


def logistic(
    rows: Numbers, labels: Numbers, weights: Numbers, ridge: float = 1.0, odds: Numbers | float = 0.0
) -> Numbers:
    """The coefficient of each column of `rows` (as they are, not standardised) that tells `labels` (0 or 1).

    `ridge` holds the coefficients of standardised columns back; a column of ones is a constant like any other. `odds`
    are logarithms of odds that are known already, to which the columns only add.
    """
    scale = rows.std(axis=0)
    scale[scale < _ENOUGH] = 1.0
    scaled = rows / scale
    found = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        step = _step(scaled, labels, weights, found, ridge, odds)
        here = _loss(scaled, labels, weights, found, ridge, odds)
        while _loss(scaled, labels, weights, found - step, ridge, odds) > here and float(np.abs(step).max()) > _ENOUGH:
            step = step / 2
        found = found - step
        if float(np.abs(step).max()) < _ENOUGH:
            break
    return np.asarray(found / scale, dtype=np.float64)


def _step(
    rows: Numbers, labels: Numbers, weights: Numbers, found: Numbers, ridge: float, odds: Numbers | float
) -> Numbers:
    chances = 1 / (1 + np.exp(-np.clip(rows @ found + odds, -30, 30)))
    gradient = rows.T @ (weights * (chances - labels)) + ridge * found
    curvature = (rows * (weights * chances * (1 - chances))[:, None]).T @ rows + ridge * np.eye(rows.shape[1])
    return np.asarray(np.linalg.solve(curvature, gradient), dtype=np.float64)


def _loss(
    rows: Numbers, labels: Numbers, weights: Numbers, found: Numbers, ridge: float, odds: Numbers | float
) -> float:
    told = rows @ found + odds
    return float(weights @ (np.logaddexp(0.0, told) - labels * told) + ridge / 2 * found @ found)
