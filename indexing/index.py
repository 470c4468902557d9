"""The index in memory: search over the chunks of one generation, by words, characters and vectors.

Knows no files but through the store; loads the embedding model at the first search only.
"""

import json
import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import IndexMismatch
from corpus.facts import Library
from indexing.build import CHUNKS, LAYOUT
from indexing.chunk import Chunk, ChunkKind
from indexing.embedding import Encoder
from indexing.fusion import SHIPPED, Weights, fuse
from indexing.generation import Generation, Manifest, damaged
from indexing.hit import Hit, Signal
from indexing.lexical import LexicalIndex
from indexing.store import current, generation_to_library
from indexing.vectors import VectorIndex
from indexing.words import Words, characters

__all__ = ["Index", "open_index"]

_NEAREST = 100
"""So many nearest vectors take part in the fusion."""
_CANARY_COSINE = 0.99
_REBUILD = "请运行 policy-assistant index 重建索引。"

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a generation holds for searching, loaded."""

    chunks: tuple[Chunk, ...]
    words: Words
    by_words: LexicalIndex
    by_characters: LexicalIndex
    vectors: VectorIndex


class Index:
    """The chunks of one generation and the ways to find them. Safe to use from several threads."""

    def __init__(self, generation: Generation, library: Library, parts: Parts, embedder: Encoder) -> None:
        self.id = generation.id
        self.library = library
        self.chunks = parts.chunks
        self.weights: Weights = SHIPPED
        self._manifest = generation.manifest
        self._parts = parts
        self._encoder = embedder
        self._checked = False
        self._lock = threading.Lock()
        self._documents = np.array([chunk.document_id for chunk in parts.chunks])
        self._kinds = np.array([str(chunk.kind) for chunk in parts.chunks])

    @property
    def embedder(self) -> Encoder:
        """The model, once found to be the one the index was built with; raises IndexMismatch or ModelUnavailable."""
        with self._lock:
            if not self._checked:
                _check_model(self._manifest, self._encoder)
                self._checked = True
        return self._encoder

    def search(
        self,
        query: str,
        *,
        documents: Collection[str] = (),
        kinds: Collection[ChunkKind] = (),
        years: Collection[int] = (),
        limit: int = 10,
    ) -> list[Hit]:
        """The best `limit` chunks, best first, of the documents, kinds and years named (of all where none is named).

        Empty where the query has no word that could be looked for. Raises UnknownDocument, IndexMismatch or
        ModelUnavailable.
        """
        tokens, grams = self._parts.words(query), characters(query)
        allowed = self._allowed(documents, kinds, years)
        if not (tokens or grams) or limit <= 0 or not allowed.any():
            return []
        words = np.where(allowed, self._parts.by_words.scores(tokens), np.float32(0))
        pairs = np.where(allowed, self._parts.by_characters.scores(grams), np.float32(0))
        dense = self._parts.vectors.search(self.embedder.encode_query(query), _NEAREST, _filter(allowed))
        sureness = self._parts.by_characters.held(grams, int(pairs.argmax())) if pairs.any() else 0.0
        fused = fuse(words, pairs, dense, sureness, self.weights)
        cosines = dict(zip(dense[0].tolist(), dense[1].tolist(), strict=True))
        return [self._hit(number, fused, words, pairs, cosines) for number in _best(fused, limit)]

    def _hit(
        self,
        number: int,
        fused: NDArray[np.float32],
        words: NDArray[np.float32],
        pairs: NDArray[np.float32],
        cosines: dict[int, float],
    ) -> Hit:
        signals = {Signal.WORDS: float(words[number]), Signal.CHARACTERS: float(pairs[number])}
        if number in cosines:
            signals[Signal.DENSE] = cosines[number]
        return Hit(self.chunks[number], float(fused[number]), signals)

    def _allowed(self, documents: Collection[str], kinds: Collection[ChunkKind], years: Collection[int]) -> Mask:
        allowed = np.ones(len(self.chunks), dtype=np.bool_)
        if documents:
            allowed &= np.isin(self._documents, [self.library.document(name).id for name in documents])
        if kinds:
            allowed &= np.isin(self._kinds, [str(kind) for kind in kinds])
        if years:
            wanted = set(years)
            allowed &= np.array([not wanted.isdisjoint(chunk.years) for chunk in self.chunks], dtype=np.bool_)
        return allowed


def open_index(data_dir: Path, embedder: Encoder) -> Index:
    """The current generation, every file of it checked; the model is not loaded yet.

    Raises IndexMissing, IndexDamaged, or IndexMismatch where an older version of the program built it.
    """
    generation = current(data_dir)
    if generation.manifest.layout != LAYOUT:
        raise IndexMismatch("索引是由另一版本的程序建立的。", _REBUILD)
    return Index(generation, generation_to_library(generation), _read(generation), embedder)


def _read(generation: Generation) -> Parts:
    manifest = generation.manifest
    try:
        parts = Parts(
            chunks=CHUNKS.validate_json(generation.read("chunks.json")),
            words=Words(json.loads(generation.read("dictionary.json"))),
            by_words=LexicalIndex.from_files(generation.read_under("words")),
            by_characters=LexicalIndex.from_files(generation.read_under("characters")),
            vectors=VectorIndex.from_bytes(generation.read("vectors.faiss"), manifest.chunks, manifest.dimension),
        )
    except (ValueError, KeyError) as error:
        raise damaged("chunks.json") from error
    counts = {len(parts.chunks), parts.by_words.count, parts.by_characters.count, manifest.chunks}
    if len(counts) > 1:
        raise damaged("chunks.json")
    return parts


def _check_model(manifest: Manifest, embedder: Encoder) -> None:
    if embedder.fingerprint != manifest.model:
        raise IndexMismatch(
            f"索引是用模型“{manifest.model}”建立的，当前配置的模型是“{embedder.fingerprint}”。", _REBUILD
        )
    vector = embedder.encode_query(manifest.canary)
    expected = np.array(manifest.canary_vector, dtype=np.float32)
    if vector.shape != expected.shape or not _cosine(vector, expected) >= _CANARY_COSINE:
        raise IndexMismatch("当前模型给出的向量与建立索引时不同。", _REBUILD)


def _cosine(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    return float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other)))


def _filter(allowed: Mask) -> Mask | None:
    return None if allowed.all() else allowed


def _best(scores: NDArray[np.float32], limit: int) -> Sequence[int]:
    """Numbers of the highest scores above 0, best first; equal ones in reading order."""
    count = min(limit, len(scores))
    near = np.argpartition(-scores, count - 1)[:count] if count < len(scores) else np.arange(len(scores))
    near = near[scores[near] > 0]
    order: list[int] = near[np.lexsort((near, -scores[near]))].tolist()
    return order
