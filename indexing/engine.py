"""What finds: the interface between a search and whatever holds words and vectors, in this process or beyond it.

Knows no engine; `indexing/local.py` and `indexing/milvus.py` are two.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from indexing.filter import Filter, Labels
from indexing.generation import Generation
from indexing.lexical import LexicalIndex

Numbers = NDArray[np.int64]
Scores = NDArray[np.float32]


class Near(NamedTuple):
    """The nearest vectors, best first: where they are, and their cosines (the higher the nearer)."""

    numbers: Numbers
    cosines: Scores


NEAREST = 100
"""So many nearest vectors take part in the fusion, however many hits are wanted."""
NOTHING_NEAR = Near(np.empty(0, np.int64), np.empty(0, np.float32))


class Sought(NamedTuple):
    """A query as engines take it; without a vector it is looked for by words and characters only."""

    words: Sequence[str]
    characters: Sequence[str]
    vector: Scores | None = None


@dataclass(frozen=True, slots=True)
class Candidates:
    """What may be a hit, with the raw score of each signal: the higher the better, 0 where a text has no such token."""

    numbers: Numbers
    """(m,) chunks, ascending."""
    words: Scores
    """(m,) BM25."""
    characters: Scores
    """(m,) BM25."""
    near: Near
    """The nearest by vectors, as positions in `numbers`."""


class Engine(Protocol):
    """Finds chunks of one generation by number. Safe to use from several threads."""

    @property
    def has_vectors(self) -> bool:
        """Whether vectors take part."""
        ...

    def candidates(self, sought: Sought, where: Filter, limit: int) -> Candidates:
        """At least the `limit` best by words and by characters and the `NEAREST` by vectors, of those let through.

        Raises IndexMismatch where the vector is of another dimension, ModelUnavailable where it is none.
        """
        ...


class Searchable(NamedTuple):
    """What a store is given of the chunks of one generation."""

    labels: Labels
    words: LexicalIndex
    characters: LexicalIndex
    vectors: Scores | None
    """(n, dim) of length 1; None while they are not computed."""


class Store(Protocol):
    """Where the searchable side of generations is kept."""

    @property
    def name(self) -> str:
        """Written into the manifest: an index is opened with the store it was built with."""
        ...

    def keep(self, made: Searchable) -> dict[str, bytes]:
        """Keep it; the files that a generation must hold for `opened`. Raises ModelUnavailable for vectors with NaN."""
        ...

    def opened(self, generation: Generation, labels: Labels) -> Engine:
        """What `keep` kept. Raises IndexDamaged."""
        ...

    def tidy(self, kept: Sequence[Path]) -> None:
        """Drop what belongs to none of the generations in these folders."""
        ...
