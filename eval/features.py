"""`python -m eval.features`: what ever decided anything: for each feature, how many choices would be others without it;
for each type of candidate, how often it is offered and how often it wins.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from rich.console import Console

from assistant.surety import chances
from assistant.trees import Node, Trees
from assistant.tuning import Tuning, tuning
from eval.entry import run_command
from eval.fitting.examples import Question
from eval.fitting.logistic import Numbers
from eval.fitting.sets import asked_sets, collected

console = Console(stderr=True, width=120)


@dataclass(frozen=True, slots=True)
class Influence:
    """A feature: in how many questions a candidate has it, whether it is in a tree, and what happens without it."""

    name: str
    given: int
    used: bool
    changed: int
    """Questions of which another candidate would win, or which would be refused or answered instead."""
    lost: int
    """Those of them that would be wrong instead of right, less those that would be right instead of wrong."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A type of candidate (subject and fold): in how many questions it is offered, is right, wins, and wins rightly."""

    name: str
    offered: int
    right: int
    won: int
    won_rightly: int


@dataclass(frozen=True)
class Sums:
    """What trees say to rows of features, tree by tree, so that a feature can be taken out cheaply."""

    trees: Trees
    rows: Numbers
    starts: Numbers
    """Of each row what its sum starts from."""

    @classmethod
    def of(cls, trees: Trees, questions: Sequence[Question]) -> "Sums":
        """The sums of all candidates, in the order of the questions."""
        features = [one.features for question in questions for one in question.examples]
        rows = [[each.get(name, 0.0) for name in trees.names] for each in features]
        starts = np.array([each.get(trees.base, 0.0) for each in features], dtype=np.float64)
        return cls(trees, np.array(rows, dtype=np.float64).reshape(len(features), len(trees.names)), starts)

    @cached_property
    def all(self) -> Numbers:
        """With every feature."""
        return np.asarray(self.starts + self._sums(self.trees.trees, self.rows))

    def without(self, name: str) -> Numbers:
        """As if nothing had the feature."""
        if name == self.trees.base:
            return np.asarray(self._without(name) - self.starts)
        return self._without(name)

    def _without(self, name: str) -> Numbers:
        if name not in self.trees.names:
            return self.all
        at = self.trees.names.index(name)
        asking = [tree for tree in self.trees.trees if any(node[0] == at for node in tree)]
        rows = self.rows.copy()
        rows[:, at] = 0.0
        return np.asarray(self.all - self._sums(asking, self.rows) + self._sums(asking, rows))

    @staticmethod
    def _sums(trees: Sequence[Sequence[Node]], rows: Numbers) -> Numbers:
        return np.asarray(sum((_leaves(tree, rows) for tree in trees), np.zeros(len(rows))))


@dataclass(frozen=True)
class Choices:
    """The questions with candidates, and what three sums of trees choose of them."""

    questions: Sequence[Question]
    ranking: Sums
    following: Sums
    choosing: Sums
    surety: Mapping[str, float]
    refuse_below: float

    @classmethod
    def of(cls, questions: Sequence[Question], fitted: Tuning) -> "Choices":
        """The choices of all questions that have candidates."""
        asked = [one for one in questions if one.examples and not one.settled]
        ranking, following = Sums.of(fitted.ranking, asked), Sums.of(fitted.following, asked)
        return cls(asked, ranking, following, Sums.of(fitted.choosing, asked), fitted.surety, fitted.refuse_below)

    def made(self, without: str = "") -> list[int]:
        """By question, the number of the candidate that wins; -1 where it is not likely enough."""
        scores = self.ranking.without(without) + self.following.without(without)
        odds = self.choosing.without(without)
        found, start = [], 0
        for question in self.questions:
            end = start + len(question.examples)
            at = int(np.argmax(np.round(scores[start:end], 9)))
            own = [one.features for one in question.examples]
            chance = chances(scores[start:end].tolist(), odds[start:end].tolist(), own, self.surety)[at]
            found.append(at if chance >= self.refuse_below else -1)
            start = end
        return found


def influences(choices: Choices) -> list[Influence]:
    """Every feature that any candidate has or any tree asks for, the one that decides most first."""
    made = choices.made()
    given: Counter[str] = Counter()
    for question in choices.questions:
        given.update({name for one in question.examples for name, value in one.features.items() if value})
    trees = [sums.trees for sums in (choices.ranking, choices.following, choices.choosing)]
    used = {name for one in trees for name in (*one.names, *filter(None, [one.base]))}
    found = [_influence(name, choices, made) if name in used else _idle(name) for name in {*given, *used}]
    found = [replace(one, given=given[one.name]) for one in found]
    return sorted(found, key=lambda one: (-one.changed, -one.lost, not one.used, one.name))


def offers(choices: Choices) -> list[Offered]:
    """Every type of candidate, the one that wins most first."""
    offered, right, won, rightly = (Counter[str]() for _ in range(4))
    for question, at in zip(choices.questions, choices.made(), strict=True):
        offered.update({one.name for one in question.examples})
        right.update({one.name for one in question.examples if one.right})
        if at >= 0:
            winner = question.examples[at]
            won[winner.name] += 1
            rightly[winner.name] += winner.right
    found = [Offered(name, offered[name], right[name], won[name], rightly[name]) for name in offered]
    return sorted(found, key=lambda one: (-one.won, -one.right, one.name))


def _idle(name: str) -> Influence:
    return Influence(name, 0, used=False, changed=0, lost=0)


def _influence(name: str, choices: Choices, made: Sequence[int]) -> Influence:
    other = choices.made(without=name)
    pairs = [pair for pair in zip(choices.questions, made, other, strict=True) if pair[1] != pair[2]]
    lost = sum(_is_right(question, before) - _is_right(question, after) for question, before, after in pairs)
    return Influence(name, 0, used=True, changed=len(pairs), lost=lost)


def _is_right(question: Question, at: int) -> bool:
    if at < 0:
        return question.gold.expect_refusal or not question.gold.answerable
    return question.examples[at].right


def _leaves(tree: Sequence[Node], rows: Numbers) -> Numbers:
    """What one tree says to each row."""
    found = np.zeros(len(rows))
    waiting: list[tuple[int, NDArray[np.intp]]] = [(0, np.arange(len(rows)))]
    while waiting:
        at, here = waiting.pop()
        feature, value, left, right = tree[at]
        if feature < 0:
            found[here] = value
        else:
            low = rows[here, feature] <= value
            waiting += [(left, here[low]), (right, here[~low])]
    return found


def main(
    gold: Annotated[list[Path] | None, typer.Option(help="question set over the index of the data directory")] = None,
    more: Annotated[list[str] | None, typer.Option(help="GOLD=DATA_DIR: a set over another index")] = None,
    every: Annotated[int, typer.Option(help="ask only each n-th item", min=1)] = 1,
) -> None:
    """Ask every question, take each feature out in turn, and tell what would have been chosen otherwise."""
    asked = [replace(one, items=one.items[::every]) for one in asked_sets(gold or (), more or ())]
    fitted = tuning()
    choices = Choices.of(collected(asked, console), fitted)
    for line in (*feature_lines(influences(choices)), *offer_lines(offers(choices))):
        console.print(line, highlight=False, markup=False)


def feature_lines(found: Iterable[Influence]) -> list[str]:
    """The features that decide, then those that never do and those that no tree asks for."""
    known = list(found)
    deciding = [one for one in known if one.changed]
    still = [one.name for one in known if one.used and not one.changed]
    unused = [one.name for one in known if not one.used]
    return [
        f"{'feature':36}{'given':>7}{'changed':>9}{'lost':>6}",
        *(f"{one.name:36}{one.given:7}{one.changed:9}{one.lost:6}" for one in deciding),
        f"in a tree, but without it every choice stays ({len(still)}): {' '.join(still)}",
        f"in no tree ({len(unused)}): {' '.join(unused)}",
    ]


def offer_lines(found: Iterable[Offered]) -> list[str]:
    """The types of candidates that win, then those that never do."""
    known = list(found)
    never = [f"{one.name} (right {one.right} of {one.offered})" for one in known if not one.won]
    return [
        f"{'candidate':36}{'offered':>7}{'right':>9}{'won':>6}{'rightly':>9}",
        *(f"{one.name:36}{one.offered:7}{one.right:9}{one.won:6}{one.won_rightly:9}" for one in known if one.won),
        f"never won ({len(never)}): {', '.join(never)}",
    ]


if __name__ == "__main__":
    run_command(main)
