"""Texts as bags of numbered pairs of characters: which terms each of many texts holds, found for all at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from assistant.reading.words import Terms

__all__ = ["Bags", "Held", "Vocabulary", "joined", "shares"]

Held: TypeAlias = NDArray[np.bool_]
"""Which terms (rows) each of some texts (columns) holds."""


class Bags(NamedTuple):
    """The numbers of the pairs of some texts, text behind text, and how many each text has."""

    pairs: NDArray[np.int32]
    counts: NDArray[np.intp]


class Vocabulary:
    """The numbers of the pairs of characters that the texts of a library have; grows no larger than these."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)

    def bags(self, texts: Sequence[frozenset[str]]) -> Bags:
        """The bags of the `pairs` of some texts."""
        numbers = np.array([self._numbers[pair] for text in texts for pair in text], dtype=np.int32)
        return Bags(numbers, np.array(list(map(len, texts)), dtype=np.intp))

    def held(self, terms: Terms, bags: Bags) -> Held:
        """Which of the terms each text holds, as `Terms.held` tells it of one."""
        forms, found = self.forms(terms, bags), np.zeros((len(terms.items), len(bags.counts)), dtype=np.bool_)
        for said, numbers in zip(forms, terms.by_form.values(), strict=True):
            found[numbers] |= said
        return found

    def forms(self, terms: Terms, bags: Bags) -> NDArray[np.bool_]:
        """Which of the forms of some terms each text says."""
        marks = np.zeros(len(self._numbers), dtype=np.int16)
        for at, form in enumerate(terms.by_form):
            if form in self._numbers:
                marks[self._numbers[form]] = at + 1
        marked = marks[bags.pairs]
        where = np.flatnonzero(marked)
        found = np.zeros((len(terms.by_form), len(bags.counts)), dtype=np.bool_)
        found[marked[where] - 1, np.searchsorted(np.cumsum(bags.counts), where, side="right")] = True
        return found


def joined(bags: Iterable[Bags]) -> Bags:
    """Several bags as one."""
    pairs, counts = zip(*bags, strict=True)
    return Bags(np.concatenate(pairs), np.concatenate(counts))


def shares(terms: Terms, held: Held) -> NDArray[np.float64]:
    """The share of weight that each text holds, as `Terms.share` tells it of one."""
    found: NDArray[np.float64] = (np.array(terms.weights)[:, None] * held).sum(axis=0)
    return found
