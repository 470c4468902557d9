"""How sure a mean is, and whether two runs differ: bootstrap interval and exact sign test, both deterministic."""

from collections.abc import Sequence
from fractions import Fraction
from math import comb
from random import Random

_ROUNDS, _SHARE = 1000, 0.95


def mean(values: Sequence[float]) -> float | None:
    """The mean; None of nothing."""
    return sum(values) / len(values) if values else None


def interval(values: Sequence[float]) -> tuple[float, float] | None:
    """Percentile bootstrap interval of the mean, from a fixed seed; None of nothing."""
    if not values:
        return None
    random = Random(20230516)  # noqa: S311  # resampling, not secrets
    means = sorted(sum(random.choices(values, k=len(values))) / len(values) for _ in range(_ROUNDS))
    cut = int(_ROUNDS * (1 - _SHARE) / 2)
    return means[cut], means[_ROUNDS - 1 - cut]


def sign_test(better: int, worse: int) -> float:
    """Two-sided p of `better` against `worse` changes, if both were as likely.

    >>> sign_test(5, 0)
    0.0625
    """
    changes, fewer = better + worse, min(better, worse)
    tail = sum(comb(changes, count) for count in range(fewer + 1))
    return min(1.0, float(Fraction(2 * tail, 1 << changes)))
