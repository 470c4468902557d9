"""A fitted sum of small decision trees over named features. Fitted elsewhere, evaluated here."""

import math
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict

__all__ = ["Node", "Trees"]

Node: TypeAlias = tuple[int, float, int, int]
"""(feature, limit, left, right): goes to node `left` where the feature is at most the limit, else to `right`; a leaf is
(-1, value, 0, 0).
"""


class Trees(BaseModel):
    """Trees as lists of nodes, the first being the root. A feature not given is 0."""

    model_config = ConfigDict(frozen=True)

    names: tuple[str, ...] = ()
    trees: tuple[tuple[Node, ...], ...] = ()

    def sum(self, features: Mapping[str, float]) -> float:
        """What the trees add up to: a score, or the logarithm of the odds."""
        row = [features.get(name, 0.0) for name in self.names]
        return math.fsum(_leaf(tree, row) for tree in self.trees)

    def chance(self, features: Mapping[str, float]) -> float:
        """The sum as a probability, from 0 to 1."""
        return 1 / (1 + math.exp(-self.sum(features)))


def _leaf(tree: Sequence[Node], row: Sequence[float]) -> float:
    feature, value, left, right = tree[0]
    while feature >= 0:
        feature, value, left, right = tree[left if row[feature] <= value else right]
    return value
