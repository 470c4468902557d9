"""A fitted sum of small decision trees over named features. Fitted elsewhere, evaluated here."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
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

    def sums(self, each: Sequence[Mapping[str, float]]) -> list[float]:
        """What the trees add up to for each of some features: a score, or the logarithm of the odds."""
        rows = np.array([[one.get(name, 0.0) for name in self.names] for one in each], dtype=np.float64)
        features, values, steps, roots = self._nodes
        at = np.tile(roots, (len(each), 1))
        row = np.arange(len(each))[:, None]
        while (inner := features[at] >= 0).any():
            above = rows[row, features[at]] > values[at]
            at = np.where(inner, steps[at, above.astype(np.intp)], at)
        return [float(one) for one in np.sort(values[at], axis=1).sum(axis=1)]

    @cached_property
    def _nodes(self) -> tuple[NDArray[np.intp], NDArray[np.float64], NDArray[np.intp], NDArray[np.intp]]:
        """Of all nodes the feature, the limit or value, and where to go; of all trees the root."""
        starts = np.cumsum([0, *map(len, self.trees)])[:-1].astype(np.intp)
        nodes = [node for tree in self.trees for node in tree]
        offsets = np.repeat(starts, [len(tree) for tree in self.trees])
        steps = np.array([node[2:] for node in nodes], dtype=np.intp).reshape(-1, 2) + offsets[:, None]
        features = np.array([node[0] for node in nodes], dtype=np.intp)
        return features, np.array([node[1] for node in nodes], dtype=np.float64), steps, starts
