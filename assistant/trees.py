"""A fitted sum of small decision trees over named features. Fitted elsewhere, evaluated here."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

Node: TypeAlias = tuple[int, float, int, int]
"""(feature, limit, left, right): goes to node `left` where the feature is at most the limit, else to `right`; a leaf is
(-1, value, 0, 0).
"""


class Trees(BaseModel):
    """Trees as lists of nodes, the first being the root. A feature not given is 0."""

    model_config = ConfigDict(frozen=True)

    names: tuple[str, ...] = ()
    trees: tuple[tuple[Node, ...], ...] = ()
    base: str = ""
    """The feature that the sums start from, if any: the trees tell what is to be added to it."""

    def sums(self, each: Sequence[Mapping[str, float]]) -> list[float]:
        """What the trees add up to for each of some features: a score, or the logarithm of the odds."""
        features, values, steps, roots = self._nodes
        rows = self._rows(each)
        starts = np.arange(len(each))[:, None] * len(self.names)
        at = np.tile(roots, (len(each), 1))
        for _ in range(self._deepest):
            above = rows.take(starts + features.take(at)) > values.take(at)
            at = steps.take(2 * at + above)
        added = np.sort(values[at], axis=1).sum(axis=1)
        return [one.get(self.base, 0.0) + float(more) for one, more in zip(each, added, strict=True)]

    def _rows(self, each: Sequence[Mapping[str, float]]) -> NDArray[np.float64]:
        """The features of each, a column for each name that the trees ask for."""
        known, rows = self._columns, np.zeros((len(each), len(self.names)))
        for row, one in zip(rows, each, strict=True):
            given = [name for name in one if name in known]
            row[[known[name] for name in given]] = [one[name] for name in given]
        return rows

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {name: at for at, name in enumerate(self.names)}

    @cached_property
    def _deepest(self) -> int:
        """The most steps from a root to a leaf."""
        return max((_depth(tree) for tree in self.trees), default=0)

    @cached_property
    def _nodes(self) -> tuple[NDArray[np.intp], NDArray[np.float64], NDArray[np.intp], NDArray[np.intp]]:
        """Of all nodes the feature, the limit or value, and the two nodes to go to, a leaf's being itself; of all trees
        the root.
        """
        starts = np.cumsum([0, *map(len, self.trees)])[:-1].astype(np.intp)
        nodes = [node for tree in self.trees for node in tree]
        offsets = np.repeat(starts, [len(tree) for tree in self.trees])
        steps = np.array([node[2:] for node in nodes], dtype=np.intp).reshape(-1, 2) + offsets[:, None]
        features = np.array([node[0] for node in nodes], dtype=np.intp)
        leaves = np.flatnonzero(features < 0)
        steps[leaves] = leaves[:, None]
        features[leaves] = 0
        return features, np.array([node[1] for node in nodes], dtype=np.float64), steps, starts


def _depth(tree: Sequence[Node], at: int = 0) -> int:
    """The most steps from a node to a leaf."""
    feature, _, left, right = tree[at]
    return 0 if feature < 0 else 1 + max(_depth(tree, left), _depth(tree, right))
