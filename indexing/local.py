"""Words, characters and vectors in the files of a generation, searched in this process. The store by default."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from indexing.engine import NEAREST, NOTHING_NEAR, Candidates, Engine, Near, Scores, Searchable, Sought
from indexing.filter import Filter, Labels, Mask
from indexing.generation import Generation, damaged
from indexing.lexical import LexicalIndex
from indexing.vectors import VectorIndex

_VECTORS = "vectors.faiss"
_WORDS, _CHARACTERS = "words", "characters"


class LocalEngine:
    """Exact scores of every chunk by words and characters, and the nearest vectors."""

    def __init__(
        self, labels: Labels, words: LexicalIndex, characters: LexicalIndex, vectors: VectorIndex | None
    ) -> None:
        counts = {labels.count, words.count, characters.count, vectors.count if vectors else labels.count}
        if len(counts) > 1:
            raise ValueError(f"parts of different sizes: {sorted(counts)}")
        self._labels = labels
        self._words = words
        self._characters = characters
        self._vectors = vectors
        self._numbers = np.arange(labels.count)

    @classmethod
    def of(cls, made: Searchable) -> "LocalEngine":
        """The engine over what was just made, without files."""
        vectors = None if made.vectors is None else VectorIndex.of(made.vectors)
        return cls(made.labels, made.words, made.characters, vectors)

    @property
    def has_vectors(self) -> bool:
        """Whether vectors take part."""
        return self._vectors is not None

    def candidates(self, sought: Sought, where: Filter, _limit: int) -> Candidates:
        """Every chunk; those that the filter keeps out have no score and no vector."""
        allowed = self._labels.mask(where)
        words = _masked(self._words.scores(sought.words), allowed)
        characters = _masked(self._characters.scores(sought.characters), allowed)
        return Candidates(
            numbers=self._numbers,
            words=words,
            characters=characters,
            near=self._near(sought.vector, allowed),
        )

    def _near(self, vector: Scores | None, allowed: Mask | None) -> Near:
        if vector is None or self._vectors is None:
            return NOTHING_NEAR
        return Near(*self._vectors.search(vector, NEAREST, allowed))


class LocalStore:
    """Files in the folder of the generation: nothing outside of it, so nothing to tidy."""

    name = "local"

    def keep(self, made: Searchable) -> dict[str, bytes]:
        """The files; raises ModelUnavailable for vectors with NaN."""
        files = {} if made.vectors is None else {_VECTORS: VectorIndex.of(made.vectors).to_bytes()}
        for name, index in ((_WORDS, made.words), (_CHARACTERS, made.characters)):
            files |= {f"{name}/{file}": data for file, data in index.to_files().items()}
        return files

    def opened(self, generation: Generation, labels: Labels) -> Engine:
        """Read the files; raises IndexDamaged."""
        try:
            return LocalEngine(
                labels,
                LexicalIndex.from_files(generation.read_under(_WORDS)),
                LexicalIndex.from_files(generation.read_under(_CHARACTERS)),
                _vectors(generation),
            )
        except (ValueError, KeyError) as error:
            raise damaged(_WORDS) from error

    def tidy(self, _kept: Sequence[Path]) -> None:
        """Nothing: the folder of a generation goes as a whole."""


def _vectors(generation: Generation) -> VectorIndex | None:
    manifest = generation.manifest
    if manifest.pending:
        return None
    return VectorIndex.from_bytes(generation.read(_VECTORS), manifest.chunks, manifest.dimension)


def _masked(scores: Scores, allowed: Mask | None) -> Scores:
    return scores if allowed is None else np.where(allowed, scores, np.float32(0))
