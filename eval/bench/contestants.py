"""Who is measured: our engine and what others offer for the same, each behind one small interface.

Others are taken as their documentation shows them; rank_bm25, which cuts no text itself, gets our words.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from assistant.settings import Settings
from assistant.wiring import open_encoder
from eval.bench.chunking import chunks_to_searchable, texts_to_chunks
from eval.bench.passages import unit_vectors
from indexing.engine import Scores, Sought
from indexing.filter import Filter
from indexing.local import LocalEngine
from indexing.ranking import ranked
from indexing.vectors import VectorIndex
from indexing.words import Words, characters

_WANTED = 10

Search = Callable[[str, Scores], Sequence[int]]
"""From a question and its vector to the numbers of passages, best first."""


class Family(StrEnum):
    """What can be compared with what."""

    WORDS = "词语"
    VECTORS = "向量"
    HYBRID = "混合"


class Contestant(NamedTuple):
    """Who it is, and how it makes a search over passages and their vectors."""

    name: str
    family: Family
    build: Callable[[Sequence[str], Scores], Search]


def llama_bm25(texts: Sequence[str], wanted: int = _WANTED) -> Callable[[str], list[int]]:
    """LlamaIndex's BM25Retriever with its defaults."""
    from llama_index.core.schema import TextNode
    from llama_index.retrievers.bm25 import BM25Retriever

    nodes = [TextNode(text=text, id_=str(number)) for number, text in enumerate(texts)]
    retriever = BM25Retriever.from_defaults(nodes=nodes, similarity_top_k=min(wanted, len(nodes)))
    return lambda query: [int(node.node.node_id) for node in retriever.retrieve(query) if (node.score or 0) > 0]


class _ClauseWords(Words):
    """The same words, each clause cut once: passages are made of the same clauses over and over."""

    def __call__(self, text: str) -> list[str]:
        return [word for clause in text.split("，") for word in self._clause(clause)]

    def _clause(self, clause: str) -> list[str]:
        if clause not in self._known:
            self._known[clause] = super().__call__(clause)
        return self._known[clause]

    @cached_property
    def _known(self) -> dict[str, list[str]]:
        return {}


def _ours_words(texts: Sequence[str], _vectors: Scores) -> Search:
    """Words and characters: what answers while vectors are pending."""
    words = _ClauseWords()
    engine = LocalEngine.of(chunks_to_searchable(texts_to_chunks(texts), words, None))
    return lambda query, _: _found(engine, Sought(words(query), characters(query)))


def _ours_vectors(_texts: Sequence[str], vectors: Scores) -> Search:
    index = VectorIndex.of(vectors)
    return lambda _, vector: index.search(vector, _WANTED)[0].tolist()


def _ours_hybrid(texts: Sequence[str], vectors: Scores) -> Search:
    words = _ClauseWords()
    engine = LocalEngine.of(chunks_to_searchable(texts_to_chunks(texts), words, vectors))
    return lambda query, vector: _found(engine, Sought(words(query), characters(query), vector))


def _ours_whole(texts: Sequence[str], vectors: Scores) -> Search:
    """All that a search takes, the vector of the question included, with the model that is configured."""
    encoder = open_encoder(Settings())
    dimension = len(encoder.encode_query(texts[0]))
    words = _ClauseWords()
    own = vectors if vectors.shape[1] == dimension else unit_vectors(len(texts), dimension, seed=1)
    engine = LocalEngine.of(chunks_to_searchable(texts_to_chunks(texts), words, own))
    return lambda query, _: _found(engine, Sought(words(query), characters(query), encoder.encode_query(query)))


def _found(engine: LocalEngine, sought: Sought) -> list[int]:
    return [one.number for one in ranked(engine.candidates(sought, Filter(), _WANTED), _WANTED)]


def _rank_bm25(texts: Sequence[str], _vectors: Scores) -> Search:
    from rank_bm25 import BM25Okapi

    words = _ClauseWords()
    index = BM25Okapi([words(text) for text in texts])
    numbers = list(range(len(texts)))
    return lambda query, _: index.get_top_n(words(query), numbers, n=_WANTED)


def _llama_words(texts: Sequence[str], _vectors: Scores) -> Search:
    search = llama_bm25(texts)
    return lambda query, _: search(query)


def _llama_vectors(texts: Sequence[str], vectors: Scores) -> Search:
    """VectorStoreIndex over its default SimpleVectorStore; vectors are given, so no model takes part."""
    from llama_index.core import MockEmbedding, VectorStoreIndex
    from llama_index.core.schema import QueryBundle, TextNode

    nodes = [
        TextNode(text=text, id_=str(number), embedding=vector.tolist())
        for number, (text, vector) in enumerate(zip(texts, vectors, strict=True))
    ]
    index = VectorStoreIndex(nodes, embed_model=MockEmbedding(embed_dim=vectors.shape[1]))
    retriever = index.as_retriever(similarity_top_k=_WANTED)
    return lambda query, vector: [
        int(node.node.node_id) for node in retriever.retrieve(QueryBundle(query, embedding=vector.tolist()))
    ]


CONTESTANTS = (
    Contestant("本项目：词语＋字", Family.WORDS, _ours_words),
    Contestant("rank_bm25 BM25Okapi（本项目的词）", Family.WORDS, _rank_bm25),
    Contestant("LlamaIndex BM25Retriever（默认）", Family.WORDS, _llama_words),
    Contestant("本项目：向量（FAISS）", Family.VECTORS, _ours_vectors),
    Contestant("LlamaIndex VectorStoreIndex（默认）", Family.VECTORS, _llama_vectors),
    Contestant("本项目：混合检索（向量已有）", Family.HYBRID, _ours_hybrid),
    Contestant("本项目：整个检索（含计算问题向量）", Family.HYBRID, _ours_whole),
)
OURS = {Family.WORDS: CONTESTANTS[0].name, Family.VECTORS: CONTESTANTS[3].name}
"""Whom the others of a family are compared with."""
