"""Fitting the choice: which candidate of a question is best, and how likely it is right. Knows examples, no texts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import lightgbm
import numpy as np

from assistant.closeness import CLOSE
from assistant.evidence import ASKED, FORMED
from assistant.nearest import WHOLE
from assistant.surety import surety_evidence, weighed_chance
from assistant.trees import Node, Trees
from assistant.tuning import FOLLOWS
from eval.fitting.examples import Example, Question
from eval.fitting.logistic import logistic

_SHARED: Mapping[str, Any] = {
    "learning_rate": 0.05,
    "lambda_l2": 1.0,
    "min_data_in_leaf": 15,
    "num_leaves": 12,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
_RANKING: Mapping[str, Any] = {
    "objective": "lambdarank",
    "lambdarank_truncation_level": 5,
    "num_leaves": 24,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.3,
}
"""Taken over smaller and slower trees by leaving a fifth of the questions out (right .825 against .803 to .817). They
start from how near a candidate comes to its question: of 744 choices left out 636 are right so, 630 where trees only
see that among other features, 622 without it (2026-11-29).
"""
_CHOOSING: Mapping[str, Any] = {"objective": "binary", "boost_from_average": False}
_ROUNDS_OF_RANKING, _ROUNDS_OF_CHOOSING = 400, 200
_DIGITS = 5
_RECKONING = "calc"
_RECKONED = 0.3
"""How much a question counts that has to be reckoned: one in six of those that are learnt from, one in twenty of those
that readers ask of real documents. Of 138 such 99 are right so in place of 96, of 2,576 unread others 1,882 in place of
1,879, and 231 in place of 263 answers reckon (2026-11-30).
"""


@dataclass(frozen=True, slots=True)
class Fit:
    """What was fitted."""

    ranking: Trees
    choosing: Trees
    surety: Mapping[str, float] = field(default_factory=lambda: {"odds": 1.0})


@dataclass(frozen=True, slots=True)
class Judged:
    """What a fit makes of a question: whether the candidate it ranks first is right, and the chance it gives that."""

    question: Question
    right: bool
    chance: float
    told: Mapping[str, float] = field(default_factory=dict)
    """What tells that chance."""
    first: int = 0
    """Which of its candidates is ranked first."""
    silent: float = 0.0
    """The chance that no document answers it."""
    scores: tuple[float, ...] = ()
    """By candidate what the fit adds up to, by which the first is the first; …"""
    odds: tuple[float, ...] = ()
    """… and the logarithm of the odds that it is right."""

    def scored(self, scores: Sequence[float]) -> "Judged":
        """The same with other scores."""
        return _ranked(self.question, scores, self.odds)


def fit(questions: Sequence[Question]) -> Fit:
    """Trees over the candidates of all questions; the same questions give the same trees."""
    asked = [one for one in questions if one.examples]
    names = sorted({name for one in asked for example in one.examples for name in example.features if _is_own(name)})
    matrix = np.array(
        [[example.features.get(name, 0.0) for name in names] for one in asked for example in one.examples]
    )
    labels = np.array([float(example.right) for one in asked for example in one.examples])
    sizes = [len(one.examples) for one in asked]
    counted = [_RECKONED if one.gold.type == _RECKONING else 1.0 for one in asked]
    each = np.repeat(counted, sizes)
    weights = each * np.repeat([size**-0.5 for size in sizes], sizes)
    near = np.array([example.features.get(CLOSE, 0.0) for one in asked for example in one.examples])
    grades = np.array([grade for one in asked for grade in _grades(one.examples)])
    ordered = lightgbm.Dataset(matrix, grades, group=sizes, init_score=near, weight=each)
    ranking = trained(names, ordered, _RANKING, _ROUNDS_OF_RANKING).model_copy(update={"base": CLOSE})
    choosing = trained(names, lightgbm.Dataset(matrix, labels, weight=weights), _CHOOSING, _ROUNDS_OF_CHOOSING)
    return Fit(ranking, choosing)


def _grades(examples: Sequence[Example]) -> list[int]:
    """How far up each belongs: 2 what is right, 1 a row or a head shown whole where a part of such is right too."""
    parts = {one.name for one in examples if one.right and not _is_whole(one)}
    return [int(one.right) * (1 if _is_whole(one) and one.name in parts else 2) for one in examples]


def _is_whole(example: Example) -> bool:
    return any(value for name, value in example.features.items() if name.endswith(WHOLE))


def judged(questions: Sequence[Question], fitted: Fit) -> list[Judged]:
    """What the fit makes of each question."""
    return [_judged(question, fitted) for question in questions]


def left_out(
    questions: Sequence[Question], groups: Sequence[str], taught: Callable[[Question], bool]
) -> Iterator[Judged]:
    """What fits that never saw the group of a question make of it; only those questions teach that are `taught`."""
    for group in sorted(set(groups)):
        known = [one for one, other in zip(questions, groups, strict=True) if other != group and taught(one)]
        held = [one for one, other in zip(questions, groups, strict=True) if other == group]
        yield from judged(held, fit(known))


def _judged(question: Question, fitted: Fit) -> Judged:
    if not question.examples:
        return Judged(question, question.gold.expect_refusal, 0.0)
    every = [one.features for one in question.examples]
    return _ranked(question, fitted.ranking.sums(every), fitted.choosing.sums(every), fitted.surety)


def _ranked(
    question: Question, scores: Sequence[float], odds: Sequence[float], surety: Mapping[str, float] | None = None
) -> Judged:
    best = int(np.argmax(scores))
    told = surety_evidence(scores, odds, [one.features for one in question.examples])[best]
    chance = weighed_chance(told, surety or {"odds": 1.0})
    right = question.examples[best].right
    return Judged(question, right, chance, told, best, scores=tuple(scores), odds=tuple(odds))


def _is_own(name: str) -> bool:
    """Whether a feature tells of a candidate by itself, and not only how likely it is or how it follows."""
    return name not in {FORMED, FOLLOWS} and not name.startswith((f"{FOLLOWS}.", ASKED))


def with_surety(found: Sequence[Judged]) -> tuple[dict[str, float], list[Judged]]:
    """The weights that tell chances best of what fits made of questions they never saw, and what they make of them."""
    told = [one for one in found if one.told]
    names = sorted(told[0].told)
    rows = np.array([[one.told[name] for name in names] for one in told])
    fitted = logistic(rows, np.array([float(one.right) for one in told]), np.ones(len(told)))
    weights = {name: round(float(value), _DIGITS) for name, value in zip(names, fitted, strict=True)}
    return weights, [replace(one, chance=weighed_chance(one.told, weights)) if one.told else one for one in found]


def trained(names: Sequence[str], data: lightgbm.Dataset, more: Mapping[str, Any], rounds: int) -> Trees:
    """Trees over the named columns of some data, with further settings beside the shared ones."""
    booster = lightgbm.train({**_SHARED, **more}, data, rounds)
    trees = [tuple(_nodes(tree["tree_structure"])) for tree in booster.dump_model()["tree_info"]]
    return _without_unused(names, trees)


def _nodes(root: Mapping[str, Any]) -> list[Node]:
    """A tree as a list of nodes, the root first."""
    nodes: list[Node] = []

    def put(node: Mapping[str, Any]) -> int:
        at = len(nodes)
        nodes.append((-1, round(float(node.get("leaf_value", 0.0)), _DIGITS), 0, 0))
        if "split_feature" in node:
            left, right = put(node["left_child"]), put(node["right_child"])
            nodes[at] = (int(node["split_feature"]), round(float(node["threshold"]), _DIGITS), left, right)
        return at

    put(root)
    return nodes


def _without_unused(names: Sequence[str], trees: Sequence[tuple[Node, ...]]) -> Trees:
    """The trees with only those features that they ask for."""
    used = sorted({node[0] for tree in trees for node in tree if node[0] >= 0})
    numbers = {old: new for new, old in enumerate(used)} | {-1: -1}
    renamed = tuple(tuple((numbers[node[0]], *node[1:]) for node in tree) for tree in trees)
    return Trees(names=tuple(names[at] for at in used), trees=renamed)
