"""The vectors of single sentences beside those of whole passages: which sentences of a passage say what is asked.

Knows documents and numbers, no chunks and no model.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, islice
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.document import Block, Heading
from corpus.facts import Library
from corpus.table import Table
from indexing.generation import damaged
from indexing.sentences import text_to_sentences
from indexing.vector_checks import check_finite

SENTENCES = "sentences.npy"
"""The file of a generation that keeps them."""

SPREAD = 0.22
"""How far the cosine of the sentence that answers lies above the middle of all."""
_SHORTEST = 8
"""Shorter ones are names and numbers."""
_KEPT = 16384
"""Texts of which the sentences are kept: the same ones are looked at for every question."""

Vectors = NDArray[np.float32]
Named = TypeVar("Named")


def library_to_sentences(library: Library) -> tuple[str, ...]:
    """The different sentences of prose and of table cells, in reading order."""
    blocks = (block for document in library.documents.values() for block in document.blocks)
    return tuple(dict.fromkeys(piece for block in blocks for text in _texts(block) for piece in _pieces(text)))


def spread_out(cosines: Mapping[Named, float]) -> dict[Named, float]:
    """Some cosines, spread from their middle to their greatest over 0 to 1, the less the closer they lie together."""
    low, high = sorted(cosines.values())[len(cosines) // 2], max(cosines.values())
    spread = max(high - low, 1e-6)
    sure = min(1.0, spread / SPREAD)
    return {name: max(0.0, (value - low) / spread) * sure for name, value in cosines.items()}


class SentenceVectors:
    """Vectors by the words of their sentences. Kept in 16 bits: a cosine loses less than .001 by that."""

    def __init__(self, sentences: Sequence[str], vectors: NDArray[np.float16]) -> None:
        self._numbers = {sentence: number for number, sentence in enumerate(sentences)}
        self._vectors = vectors
        self.numbers_of = lru_cache(_KEPT)(self._found)

    @classmethod
    def of(cls, sentences: Sequence[str], vectors: Vectors) -> "SentenceVectors":
        """Of (len(sentences), dim) vectors of length 1; raises ModelUnavailable where a component is not a number."""
        check_finite(vectors)
        return cls(sentences, vectors.astype(np.float16))

    @classmethod
    def from_bytes(cls, data: bytes, sentences: Sequence[str], dimension: int) -> "SentenceVectors":
        """What `to_bytes` made `data` of; raises IndexDamaged where it is not of these sentences."""
        try:
            vectors = np.load(io.BytesIO(data), allow_pickle=False)
        except (ValueError, EOFError, OSError) as error:
            raise damaged(SENTENCES) from error
        if vectors.shape != (len(sentences), dimension) or vectors.dtype != np.float16:
            raise damaged(SENTENCES)
        return cls(sentences, vectors)

    def to_bytes(self) -> bytes:
        """The vectors in numpy's own format; the sentences are those of the library."""
        file = io.BytesIO()
        np.save(file, self._vectors, allow_pickle=False)
        return file.getvalue()

    def cosines(self, query: Vectors, texts: Sequence[str]) -> dict[str, float]:
        """The cosine between `query` (dim,) and each text: that of its nearest sentence. A text of which no sentence is
        known is left out.
        """
        numbers = {text: found for text in texts if (found := self.numbers_of(text))}
        near = iter(self.nearness(query, np.array(list(chain.from_iterable(numbers.values())), np.intp)).tolist())
        return {text: max(islice(near, len(found))) for text, found in numbers.items()}

    def nearness(self, query: Vectors, numbers: NDArray[np.intp]) -> NDArray[np.float64]:
        """The cosine between `query` (dim,) and each of some sentences."""
        wanted, places = np.unique(numbers, return_inverse=True)
        near: NDArray[np.float64] = (self._vectors[wanted].astype(np.float32) @ query).astype(np.float64)[places]
        return near

    def _found(self, text: str) -> tuple[int, ...]:
        """The numbers of the sentences of a text that are known."""
        return tuple(self._numbers[piece] for piece in _pieces(text) if piece in self._numbers)


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (cell.text for row in block.rows for cell in row.cells if not cell.carried)
        yield from block.notes
    elif not isinstance(block, Heading):
        yield block.text


def _pieces(text: str) -> Iterator[str]:
    pieces = (piece.strip() for piece in text_to_sentences(text))
    return (piece for piece in pieces if len(piece) >= _SHORTEST)
