"""How long answers took."""

from collections.abc import Sequence
from math import ceil

from pydantic import BaseModel


class Latency(BaseModel):
    """Milliseconds over `n` questions; the sum is in seconds."""

    n: int
    median: float
    p95: float
    max: float
    total_s: float


def latency(milliseconds: Sequence[float]) -> Latency | None:
    """The figures of some timings; None of nothing."""
    if not milliseconds:
        return None
    return Latency(
        n=len(milliseconds),
        median=percentile(milliseconds, 0.5),
        p95=percentile(milliseconds, 0.95),
        max=max(milliseconds),
        total_s=round(sum(milliseconds) / 1000, 2),
    )


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` of the values do not exceed (nearest rank).

    >>> percentile([10, 20, 30, 40], 0.5)
    20
    """
    return sorted(values)[max(0, ceil(share * len(values)) - 1)]
