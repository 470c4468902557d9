"""Fitting which of the results made of two numbers that stand together (assistant/paired) a question means."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from assistant.paired.answering import answered
from assistant.paired.pairing import paired_of
from assistant.prose.ranking import ranked
from assistant.reading.ask import Subject
from assistant.reading.grammar import asks_of
from assistant.reading.reading import read
from eval.fitting.lessons import is_right
from eval.fitting.logistic import Numbers, logistic
from eval.gold import GoldItem

if TYPE_CHECKING:
    from indexing.index import Index

_MOST = 400
_HARDEST = 40
_ROUNDS = 3
_RIDGE = 0.3


@dataclass(frozen=True, slots=True)
class Pairs:
    """The results of one question: the features of the right ones, and those of the others."""

    right: tuple[Mapping[str, float], ...]
    wrong: tuple[Mapping[str, float], ...]


def gold_to_pairs(items: Iterable[GoldItem], index: "Index") -> Iterator[Pairs]:
    """The results of single questions of which some are right and some wrong."""
    for item in items:
        asks = [] if item.turns else asks_of(read(item.question, index.library), index.library)
        for ask in [one for one in asks if one.subject is Subject.PROSE and not one.per_document][:1]:
            found = paired_of(ask, ranked(ask, index), index)[:_MOST]
            told = [(one, text) for one in found if (text := answered(one, ask))]
            right = {id(one) for one, text in told if is_right(item, text)}
            if 0 < len(right) < len(told):
                yield Pairs(
                    tuple(one.features for one, _ in told if id(one) in right),
                    tuple(one.features for one, _ in told if id(one) not in right),
                )


def fit_pairing(lessons: Iterable[Pairs]) -> dict[str, float]:
    """The weights that put right results before the wrong ones that are hardest to tell from them."""
    taught = list(lessons)
    names = sorted({name for one in taught for each in (*one.right, *one.wrong) for name in each})
    tables = [(_table(one.right, names), _table(one.wrong, names)) for one in taught]
    found = np.zeros(len(names))
    for _ in range(_ROUNDS):
        apart = [_differences(right, wrong, found) for right, wrong in tables]
        weights = np.concatenate([np.full(len(one), 1 / len(one)) for one in apart])
        both = np.concatenate(apart)
        labels = np.concatenate([np.ones(len(both)), np.zeros(len(both))])
        found = logistic(np.concatenate([both, -both]), labels, np.concatenate([weights, weights]), _RIDGE)
    return {name: round(float(value), 3) for name, value in zip(names, found, strict=True)}


def _table(each: Iterable[Mapping[str, float]], names: list[str]) -> Numbers:
    return np.array([[one.get(name, 0.0) for name in names] for one in each])


def _differences(right: Numbers, wrong: Numbers, weights: Numbers) -> Numbers:
    """The features of the best right result less those of each hard wrong one."""
    hard = wrong[np.argsort(-(wrong @ weights), kind="stable")[:_HARDEST]]
    best: Numbers = right[np.argmax(right @ weights)]
    return best - hard
