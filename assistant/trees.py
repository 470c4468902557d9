"""A fitted sum of small decision trees: features by name to the chance that something holds. Fitted elsewhere."""

import math
from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict

__all__ = ["Leaf", "Split", "Trees"]


class Leaf(BaseModel):
    """What a tree adds to the logarithm of the odds."""

    model_config = ConfigDict(frozen=True)

    value: float


class Split(BaseModel):
    """Goes to node `left` where the feature is at most `limit`, else to `right`. A feature not given is 0."""

    model_config = ConfigDict(frozen=True)

    feature: int
    limit: float
    left: int
    right: int


class Trees(BaseModel):
    """Trees as lists of nodes, the first being the root; `bias` is where the sum begins."""

    model_config = ConfigDict(frozen=True)

    names: tuple[str, ...] = ()
    bias: float = 0.0
    trees: tuple[tuple[Leaf | Split, ...], ...] = ()

    def chance(self, features: Mapping[str, float]) -> float:
        """The probability, from 0 to 1."""
        row = [features.get(name, 0.0) for name in self.names]
        return 1 / (1 + math.exp(-self.bias - sum(_leaf(tree, row) for tree in self.trees)))


def _leaf(tree: Sequence[Leaf | Split], row: Sequence[float]) -> float:
    node = tree[0]
    while isinstance(node, Split):
        node = tree[node.left if row[node.feature] <= node.limit else node.right]
    return node.value
