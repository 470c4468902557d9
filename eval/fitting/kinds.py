"""Fitting which kind evidence speaks for: a multinomial logistic regression over names, whatever they mean."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from corpus.extraction.weighing import Weights

_STEPS = 200
_DIGITS = 2
_BIAS = "bias"
_FARTHEST = 30.0
_APART, _AT_LEAST = 3.0, 0.1

Numbers = NDArray[np.float64]
Link: TypeAlias = Callable[[Numbers, Numbers], tuple[float, Numbers]]
"""Of scores and labels what is lost, and what the scores tell."""


class Grouped(Protocol):
    """What is left out as a whole with others."""

    @property
    def group(self) -> str:
        """The library that it is of."""


Lesson = TypeVar("Lesson", bound=Grouped)


@dataclass(frozen=True, slots=True)
class Judged:
    """The evidence of some words of running text, and of what kind a reader calls them."""

    group: str
    """The library that is left out as a whole with it."""
    evidence: tuple[str, ...]
    kind: str


def fit_kinds(
    lessons: Sequence[tuple[Sequence[str], str]],
    ridge: float,
    seldom: int,
    least: float,
    passing: str = "",
    *,
    telling: bool = False,
) -> dict[str, dict[str, float]]:
    """By kind the weight of each name, of lessons (evidence, kind); the same lessons give the same weights.

    Names of fewer than `seldom` lessons teach nothing, weights below `least` are not kept, `ridge` holds them back.
    `passing` is evidence that takes up how some lessons differ from all that will be asked, and is not kept. With
    `telling`, names that stand about as often beside either kind are held back most.
    """
    counted = Counter(name for evidence, _ in lessons for name in evidence)
    names = sorted(name for name, count in counted.items() if count >= seldom)
    kinds = sorted({kind for _, kind in lessons})
    rows = _matrix([evidence for evidence, _ in lessons], names)
    right = np.array([[one == kind for kind in kinds] for _, one in lessons], dtype=float)
    held = np.array([[name != _BIAS] for name in names], dtype=float) * ridge
    held = held / _telling(rows, right) ** 2 if telling else held

    fitted = regressed(rows, right, held, _STEPS, softmax)
    return {kind: _kept(names, own, least, passing) for kind, own in zip(kinds, fitted.T, strict=True)}


def _telling(
    rows: Any,  # noqa: ANN401 - scipy has no types
    right: Numbers,
) -> Numbers:
    """(names, 1) how far apart each name's shares among the kinds lie: the logarithm of the ratio, within bounds."""
    counts: Numbers = np.asarray(rows.T @ right) + 1.0
    shares = np.log(counts / counts.sum(axis=0))
    apart: Numbers = np.minimum(shares.max(axis=1, keepdims=True) - shares.min(axis=1, keepdims=True), _APART)
    return apart + _AT_LEAST


def regressed(
    rows: Any,  # noqa: ANN401 - scipy has no types
    right: Numbers,
    held: Numbers,
    steps: int,
    link: Link,
) -> Numbers:
    """(names, kinds) the weights by which `rows` (lessons, names) tell what is `right` (lessons, kinds) best, each name
    held back by its ridge in `held` (names, 1).
    """
    shape = rows.shape[1], right.shape[1]

    def missed(flat: Numbers) -> tuple[float, Numbers]:
        weights = flat.reshape(shape)
        lost, told = link(rows @ weights, right)
        loss = lost + (held * weights**2).sum() / 2
        return float(loss), np.asarray(rows.T @ (told - right) + held * weights).ravel()

    found = minimize(missed, np.zeros(shape[0] * shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": steps})
    weights: Numbers = found.x.reshape(shape)
    return weights


def softmax(scores: Numbers, right: Numbers) -> tuple[float, Numbers]:
    """Kinds of which each lesson has one."""
    scores = scores - scores.max(axis=1, keepdims=True)
    shares = np.exp(scores)
    sums = shares.sum(axis=1, keepdims=True)
    return float(-(right * (scores - np.log(sums))).sum()), shares / sums


def logistic(scores: Numbers, right: Numbers) -> tuple[float, Numbers]:
    """Kinds of which each lesson has any or none."""
    told = 1 / (1 + np.exp(-np.clip(scores, -_FARTHEST, _FARTHEST)))
    lost = right * np.log(told) + (1 - right) * np.log1p(-told)
    return float(-lost.sum()), told


def left_out(groups: Iterable[str], folds: int, seed: int) -> dict[str, int]:
    """Which fold each group is left out in, dealt out at random; the same groups and seed give the same."""
    named = sorted(set(groups))
    order = np.random.default_rng(seed).permutation(len(named))
    return {group: int(at) % folds for group, at in zip(named, order, strict=True)}


def weights_without(
    lessons: Sequence[Lesson], fit: Callable[[Sequence[Lesson]], Weights], folds: int, seed: int
) -> list[Weights]:
    """Of each lesson the weights of a fit that never saw its group."""
    dealt = left_out((one.group for one in lessons), folds, seed)
    fits = [fit([one for one in lessons if dealt[one.group] != fold]) for fold in range(folds)]
    return [fits[dealt[one.group]] for one in lessons]


def weights_to_json(weights: Weights) -> str:
    """The weights as they are kept: a line for each kind."""
    lines = (
        f"{json.dumps(kind)}: {json.dumps(own, ensure_ascii=False, sort_keys=True)}" for kind, own in weights.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _kept(names: Sequence[str], weights: Numbers, least: float, passing: str) -> dict[str, float]:
    told = zip(names, weights.tolist(), strict=True)
    return {name: round(value, _DIGITS) for name, value in told if abs(value) >= least and name != passing}


def _matrix(evidence: Sequence[Sequence[str]], names: Sequence[str]) -> Any:  # noqa: ANN401 - scipy has no types
    at = {name: number for number, name in enumerate(names)}
    pairs = [(row, at[name]) for row, one in enumerate(evidence) for name in one if name in at]
    rows, places = zip(*pairs, strict=True)
    return csr_matrix((np.ones(len(pairs)), (rows, places)), shape=(len(evidence), len(names)))
