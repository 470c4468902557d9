"""Texts as bags of numbered pairs of characters: which terms each of many texts holds, found for all at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from assistant.reading.words import Terms

Held: TypeAlias = NDArray[np.bool_]
"""Which terms (rows) each of some texts (columns) holds."""


class Bags(NamedTuple):
    """The numbers of the pairs of some texts, text behind text, and how many each text has."""

    pairs: NDArray[np.int32]
    counts: NDArray[np.intp]


_NUMBERS: defaultdict[str, int] = defaultdict(count().__next__)
"""The numbers of all pairs met so far, the same for every thread and every library: numbers of two tables never meet.
A pair gets its number in one step of the interpreter, and Chinese has no more than some hundred thousand pairs.
"""


def bags_of(texts: Sequence[frozenset[str]]) -> Bags:
    """The bags of the `pairs` of some texts."""
    numbers = np.array([_NUMBERS[pair] for text in texts for pair in text], dtype=np.int32)
    return Bags(numbers, np.array(list(map(len, texts)), dtype=np.intp))


def terms_in(terms: Terms, bags: Bags) -> Held:
    """Which of the terms each text holds, as `Terms.held` tells it of one."""
    forms, (by_term, starts) = forms_in(terms, bags), terms.form_rows
    found: Held = np.logical_or.reduceat(forms[by_term], starts) if starts else forms
    return found


def forms_in(terms: Terms, bags: Bags) -> NDArray[np.bool_]:
    """Which of the forms of some terms each text says."""
    marks = np.zeros(len(_NUMBERS), dtype=np.int16)
    for at, form in enumerate(terms.by_form):
        if form in _NUMBERS:
            marks[_NUMBERS[form]] = at + 1
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
