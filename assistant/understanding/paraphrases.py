"""Indicators in other words: what the embedder says where shared characters alone do not tell. Knows no numbers.

Cosines of one model lie close together, so a name counts only by how far it stands above the others.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from indexing.embedding import Encoder

__all__ = ["closeness"]

_FEWEST = 3


def closeness(words: str, names: Sequence[str], encoder: "Encoder") -> dict[str, float]:
    """By name, how much closer it is to what `words` say than names are on average; empty where there are too few
    names to tell. Raises ModelUnavailable.
    """
    if len(names) < _FEWEST or not words:
        return {}
    scores = np.stack([encoder.encode_query(name) for name in names]) @ encoder.encode_query(words)
    return dict(zip(names, (scores - scores.mean()).tolist(), strict=True))
