"""The index in memory: search over the chunks of one generation, by words, characters and vectors.

Knows no files but through the store; loads the embedding model at the first search.
"""

import json
import threading
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.errors import IndexMismatch
from corpus.facts import Library
from indexing.build import CHUNKS, LAYOUT
from indexing.chunk import Chunk, ChunkKind
from indexing.embedding import Encoder
from indexing.engine import Engine, Sought, Store
from indexing.filter import Labels
from indexing.fusion import SHIPPED, Weights
from indexing.generation import Generation, Manifest, damaged
from indexing.hit import Hit
from indexing.local import LocalStore
from indexing.ranking import ranked
from indexing.sentence_vectors import SENTENCES, SentenceVectors, library_to_sentences
from indexing.store import current, generation_to_library
from indexing.vector_checks import cosine
from indexing.words import Words, characters, segmenter

_CANARY_COSINE = 0.99
_REBUILD = "请运行 policy-assistant index 重建索引。"


class Index:
    """The chunks of one generation and the ways to find them. Safe to use from several threads."""

    def __init__(self, generation: Generation, library: Library, embedder: Encoder, store: Store) -> None:
        self.id = generation.id
        self.library = library
        self.chunks = _chunks(generation)
        self.weights = _weights(generation.manifest)
        self._manifest = generation.manifest
        self._labels = Labels.of(self.chunks)
        self._words = _words(generation)
        self._engine: Engine = store.opened(generation, self._labels)
        self._sentences = _sentences(generation, library)
        self._encoder = embedder
        self._checked = self._put_off = False
        self._lock = threading.Lock()

    @property
    def embedder(self) -> Encoder:
        """The model, once found to be the one the index was built with; raises IndexMismatch or ModelUnavailable."""
        with self._lock:
            if not self._checked:
                _check_model(self._manifest, self._encoder)
                self._checked = True
        return self._encoder

    @property
    def pending(self) -> bool:
        """Whether searches go by words and characters alone: vectors are being computed, or the model loaded."""
        return self._put_off or not self._engine.has_vectors

    def put_off(self) -> None:
        """Search by words and characters alone until `load` has been called."""
        self._put_off = True

    def load(self) -> None:
        """Load the model; from now on vectors take part. Raises IndexMismatch or ModelUnavailable."""
        if self._engine.has_vectors:
            self.embedder.encode_query("任务")
        self._put_off = False

    def search(
        self,
        query: str,
        *,
        documents: Collection[str] = (),
        kinds: Collection[ChunkKind] = (),
        years: Collection[int] = (),
        limit: int = 10,
        meaning: str = "",
    ) -> list[Hit]:
        """The best `limit` chunks, best first, of the documents, kinds and years named (of all where none is named);
        near in meaning to `meaning`, where that is given, which spares a vector that is there already.

        Empty where the query has no word that could be looked for. Raises UnknownDocument, IndexMismatch or
        ModelUnavailable.
        """
        where = self._labels.filter([self.library.document(name).id for name in documents], kinds, years)
        tokens, grams = self._words(query), characters(query)
        if not (tokens or grams) or limit <= 0 or not self.chunks:
            return []
        vector = None if self.pending else self.embedder.encode_query(meaning or query)
        found = self._engine.candidates(Sought(tokens, grams, vector), where, limit)
        return [Hit(self.chunks[one.number], one.score, one.signals) for one in ranked(found, limit, self.weights)]

    def expect(self, queries: Iterable[str]) -> None:
        """Compute at once the vectors of queries that `search` and `closeness` will be asked for. Raises as they do."""
        if not self.pending:
            self.embedder.encode_queries([one for one in dict.fromkeys(queries) if one])

    def closeness(self, query: str, texts: Sequence[str]) -> dict[str, float]:
        """The cosine between `query` and each of `texts`, that of its nearest sentence; only for texts of which the
        index has a sentence's vector: none while vectors are pending.

        Computes no vector that `search` for the same query has not computed. Raises as `search` does.
        """
        if self.pending or self._sentences is None or not texts:
            return {}
        return self._sentences.cosines(self.embedder.encode_query(query), texts)

    def sentences_of(self, text: str) -> tuple[int, ...]:
        """The numbers of those sentences of a text of which the index has a vector."""
        return self._sentences.numbers_of(text) if self._sentences else ()

    def nearness(self, query: str, sentences: NDArray[np.intp]) -> NDArray[np.float64]:
        """The cosine between `query` and each of some sentences, by their numbers; 0 while vectors are pending.

        Computes no vector that `search` for the same query has not computed. Raises as `search` does.
        """
        if self.pending or self._sentences is None:
            return np.zeros(len(sentences))
        return self._sentences.nearness(self.embedder.encode_query(query), sentences)


def open_index(data_dir: Path, embedder: Encoder, store: Store | None = None) -> Index:
    """The current generation, every file of it checked; the model is not loaded yet.

    Raises IndexMissing, IndexDamaged, IndexMismatch where an older version of the program built it or another store
    keeps it, and StoreUnavailable.
    """
    generation = current(data_dir)
    manifest = generation.manifest
    if manifest.layout != LAYOUT:
        raise IndexMismatch("索引是由另一版本的程序建立的。", _REBUILD)
    if manifest.segmenter != segmenter():
        raise IndexMismatch(f"索引是用分词器“{manifest.segmenter}”建立的，现在的是“{segmenter()}”。", _REBUILD)
    if store is None or manifest.pending:
        store = LocalStore()
    if manifest.store != store.name:
        raise IndexMismatch(f"索引存放在“{manifest.store}”，当前设置是“{store.name}”。", _REBUILD)
    return Index(generation, generation_to_library(generation), embedder, store)


def _chunks(generation: Generation) -> tuple[Chunk, ...]:
    try:
        chunks = CHUNKS.validate_json(generation.read("chunks.json"))
    except ValueError as error:
        raise damaged("chunks.json") from error
    if len(chunks) != generation.manifest.chunks:
        raise damaged("chunks.json")
    return chunks


def _sentences(generation: Generation, library: Library) -> SentenceVectors | None:
    if generation.manifest.pending:
        return None
    sentences = library_to_sentences(library)
    return SentenceVectors.from_bytes(generation.read(SENTENCES), sentences, generation.manifest.dimension)


def _words(generation: Generation) -> Words:
    try:
        return Words(json.loads(generation.read("dictionary.json")))
    except ValueError as error:
        raise damaged("dictionary.json") from error


def _weights(manifest: Manifest) -> Weights:
    return replace(SHIPPED, spread=manifest.spread) if manifest.spread else SHIPPED


def _check_model(manifest: Manifest, embedder: Encoder) -> None:
    if embedder.fingerprint != manifest.model:
        raise IndexMismatch(
            f"索引是用模型“{manifest.model}”建立的，当前配置的模型是“{embedder.fingerprint}”。", _REBUILD
        )
    if manifest.pending:
        return
    vector = embedder.encode_query(manifest.canary)
    expected = np.array(manifest.canary_vector, dtype=np.float32)
    if vector.shape != expected.shape or not cosine(vector, expected) >= _CANARY_COSINE:
        raise IndexMismatch("当前模型给出的向量与建立索引时不同。", _REBUILD)
