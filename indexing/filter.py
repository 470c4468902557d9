"""What a search is limited to, in numbers only, and the labels of the chunks that it is compared with.

Numbers, because a filter may end in the expression language of a database: no text of a user can get there.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from indexing.chunk import Chunk, ChunkKind

Mask = NDArray[np.bool_]

_KINDS = {kind: number for number, kind in enumerate(ChunkKind)}
_NO_CHUNK = -1
"""The number of a document that has no chunks: a filter for it lets nothing through."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Documents, kinds and years by their numbers; an empty tuple lets everything through."""

    documents: tuple[int, ...] = ()
    kinds: tuple[int, ...] = ()
    years: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.documents or self.kinds or self.years)


@dataclass(frozen=True, slots=True)
class Labels:
    """What chunks, by their number, can be filtered by."""

    names: tuple[str, ...]
    """Documents by their number: in the order of their first chunks."""
    documents: NDArray[np.int32]
    """(n,) numbers of documents."""
    kinds: NDArray[np.int32]
    """(n,) numbers of kinds."""
    years: tuple[tuple[int, ...], ...]
    _by_year: dict[int, NDArray[np.int32]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not len(self.documents) == len(self.kinds) == len(self.years):
            raise ValueError(f"{len(self.documents)} documents, {len(self.kinds)} kinds, {len(self.years)} years")
        found: dict[int, list[int]] = {}
        for number, years in enumerate(self.years):
            for year in years:
                found.setdefault(year, []).append(number)
        self._by_year.update({year: np.array(numbers, np.int32) for year, numbers in found.items()})

    @property
    def count(self) -> int:
        """How many chunks there are."""
        return len(self.documents)

    @classmethod
    def of(cls, chunks: Sequence[Chunk]) -> "Labels":
        """The labels of chunks."""
        names = tuple(dict.fromkeys(chunk.document_id for chunk in chunks))
        numbers = {name: number for number, name in enumerate(names)}
        return cls(
            names=names,
            documents=np.array([numbers[chunk.document_id] for chunk in chunks], np.int32),
            kinds=np.array([_KINDS[chunk.kind] for chunk in chunks], np.int32),
            years=tuple(chunk.years for chunk in chunks),
        )

    def filter(
        self, documents: Collection[str] = (), kinds: Collection[ChunkKind] = (), years: Collection[int] = ()
    ) -> Filter:
        """The filter for documents, kinds and years by their names."""
        numbers = (self.names.index(name) if name in self.names else _NO_CHUNK for name in documents)
        return Filter(tuple(numbers), tuple(_KINDS[kind] for kind in kinds), tuple(years))

    def mask(self, where: Filter) -> Mask | None:
        """(n,) which chunks a filter lets through; None where it lets every chunk through."""
        allowed = np.ones(self.count, dtype=np.bool_)
        if where.documents:
            allowed &= np.isin(self.documents, where.documents)
        if where.kinds:
            allowed &= np.isin(self.kinds, where.kinds)
        if where.years:
            allowed &= self._in_years(where.years)
        return None if allowed.all() else allowed

    def _in_years(self, years: Collection[int]) -> Mask:
        named = np.zeros(self.count, dtype=np.bool_)
        for year in years:
            named[self._by_year.get(year, [])] = True
        return named
