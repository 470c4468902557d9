"""How far meanings stand out: cosines as standard deviations from the mean of what was found. Knows no texts."""

from collections.abc import Hashable, Mapping
from statistics import fmean, pstdev
from typing import TypeVar

__all__ = ["standing_out"]

_ENOUGH = 8
"""Fewer cosines say nothing of their spread."""

Key = TypeVar("Key", bound=Hashable)


def standing_out(cosines: Mapping[Key, float]) -> dict[Key, float]:
    """How far each cosine lies from their mean, in standard deviations; empty where there are too few to tell, or
    where they do not differ.
    """
    deviation = pstdev(cosines.values()) if len(cosines) >= _ENOUGH else 0.0
    centre = fmean(cosines.values()) if deviation else 0.0
    return {key: (cosine - centre) / deviation for key, cosine in cosines.items()} if deviation else {}
