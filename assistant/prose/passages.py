"""Passages and sections cut into windows once, and what is the same of these for every question, as arrays."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from assistant.prose.offers import families_in, richness
from assistant.prose.windows import Window
from assistant.reading.bags import Bags, bags_of, joined
from assistant.reading.words import fold, pairs, pairs_of

Numbers: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.intp]
T = TypeVar("T")

_PART = re.compile(r"其中[，,：:]?([一-鿿]{2,4})")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Passage:
    """The windows of one passage or section. What is told of them is worked out when it is first asked for.

    `known` gives the numbers of the sentences of a text that have vectors.
    """

    def __init__(self, windows: Sequence[Window], known: Callable[[str], tuple[int, ...]]) -> None:
        self.windows = tuple(windows)
        self._known = known
        self._rich: dict[str, Numbers] = {}

    @cached_property
    def shapes(self) -> Numbers:
        """How each is cut and where it stands, a row for each name of `SHAPE`."""
        return np.array([one.shape for one in self.windows]).T

    @cached_property
    def lengths(self) -> Whole:
        """How many characters each has."""
        return _whole(len(one.text) for one in self.windows)

    @cached_property
    def said(self) -> Bags:
        """What each says."""
        return bags_of([pairs(one.text) for one in self.windows])

    @cached_property
    def surroundings(self) -> Bags:
        """What stands around the windows of each heading, it and the title of the document being among that."""
        return bags_of([pairs_of(one) for one in self._under])

    @cached_property
    def heads(self) -> Bags:
        """What the headings say."""
        return bags_of([pairs(head) for _, _, head in self._under])

    @cached_property
    def under(self) -> Whole:
        """Under which of the headings each window stands."""
        return _whole(self._under[_around(one)] for one in self.windows)

    @cached_property
    def sentences(self) -> Whole:
        """The numbers of the sentences whose meaning is that of a window, window behind window."""
        return _whole(number for found in self._sentences for number in found)

    @cached_property
    def sentence_counts(self) -> Whole:
        """How many of these each has."""
        return _whole(map(len, self._sentences))

    @cached_property
    def folded(self) -> list[str]:
        """The text of each, folded."""
        return [fold(one.text) for one in self.windows]

    @cached_property
    def families(self) -> list[frozenset[str]]:
        """The families of the units of the amounts in each."""
        return [families_in(one.text) for one in self.windows]

    @cached_property
    def years(self) -> list[frozenset[int]]:
        """The years that each names, else those of the nearest heading that names any (一、2025年工作回顾)."""
        return [_years((one.text, *reversed(one.place.path))) for one in self.windows]

    @cached_property
    def parts(self) -> Bags:
        """What the part is called of which each speaks only; nothing of most."""
        found = (_PART.match(one.text) for one in self.windows)
        return bags_of([pairs(part[1]) if part else frozenset() for part in found])

    def rich(self, sense: str) -> Numbers:
        """How much of what an asking word wants each offers."""
        if sense not in self._rich:
            self._rich[sense] = np.array([richness(sense, one.text) for one in self.windows])
        return self._rich[sense]

    @cached_property
    def _under(self) -> dict[tuple[str, str, str], int]:
        """What stands around the windows, each once, by its place."""
        return {around: at for at, around in enumerate(dict.fromkeys(map(_around, self.windows)))}

    @cached_property
    def _sentences(self) -> list[list[int]]:
        return [[number for text in one.sentences for number in self._known(text)] for one in self.windows]


class Found(NamedTuple):
    """A passage and how the search liked it; zeros where a heading led to it."""

    passage: Passage
    score: float = 0.0
    """From 0 to 1."""
    rank: int = 0
    dense: float = 0.0


class Pool:
    """The windows of the passages found, passage behind passage."""

    def __init__(self, found: Sequence[Found]) -> None:
        self.passages = [one.passage for one in found]
        self.windows = self.listed(lambda one: one.windows)
        self._counts = [len(one.windows) for one in self.passages]
        self.scores, self.ranks, self.dense = (
            self._spread(told) for told in zip(*(one[1:] for one in found), strict=True)
        )

    def every(self, told: Callable[[Passage], NDArray[Any]]) -> NDArray[Any]:
        """What is told of the windows of each passage, of all of them."""
        return np.concatenate([told(one) for one in self.passages], axis=-1)

    def listed(self, told: Callable[[Passage], Sequence[T]]) -> list[T]:
        """The same of what is no number."""
        return list(chain.from_iterable(map(told, self.passages)))

    def bags(self, told: Callable[[Passage], Bags]) -> Bags:
        """The same of bags."""
        return joined(map(told, self.passages))

    @cached_property
    def under(self) -> Whole:
        """Under which of the headings of all passages each window stands."""
        before = np.cumsum([0, *(len(one.heads.counts) for one in self.passages)])[:-1]
        found: Whole = self.every(lambda one: one.under) + np.repeat(before, self._counts)
        return found

    def nearest(self, nearness: Callable[[Whole], Numbers]) -> Numbers:
        """How near the nearest sentence of each window is, where `nearness` tells it of sentences; 0 of none."""
        counts = self.every(lambda one: one.sentence_counts)
        told = np.flatnonzero(counts)
        found = self.zeros
        if len(told):
            near = nearness(self.every(lambda one: one.sentences))
            found[told] = np.maximum.reduceat(near, (np.cumsum(counts) - counts)[told])
        return found

    @property
    def zeros(self) -> Numbers:
        """A feature that no window has."""
        return np.zeros(len(self.windows))

    def _spread(self, told: Sequence[float]) -> Numbers:
        """What is told of each passage, told of all its windows."""
        return np.repeat(np.array(told, dtype=np.float64), self._counts)


def _around(window: Window) -> tuple[str, str, str]:
    return window.above, window.passage, window.head


def _years(texts: tuple[str, ...]) -> frozenset[int]:
    named = (frozenset(map(int, _YEAR.findall(fold(one)))) for one in texts)
    return next((years for years in named if years), frozenset())


def _whole(numbers: Iterable[int]) -> Whole:
    return np.array(list(numbers), dtype=np.intp)
