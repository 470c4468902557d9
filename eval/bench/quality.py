"""How well each way of searching finds the right document: each signal alone, the shipped fusion, and a baseline.

A document is as good as its best chunk. A question that finds nothing scores 0, it does not disappear.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from statistics import fmean

import numpy as np
from pydantic import BaseModel

from eval.bench.chunking import chunks_to_searchable, documents_to_chunks
from eval.bench.question_sets import QuestionSet
from indexing.build import chunk_to_passage
from indexing.chunk import Chunk
from indexing.embedding import Encoder
from indexing.engine import Candidates, Engine, Scores, Sought
from indexing.filter import Filter
from indexing.fusion import SHIPPED, Weights, vectors_to_spread
from indexing.local import LocalEngine
from indexing.passages import passages_to_vectors
from indexing.progress import Progress
from indexing.ranking import ranked
from indexing.words import Words, characters

FUSED = "融合（随产品发布的配置）"
_DEPTH = 10
_CHUNKS = 200
"""So many chunks are looked at for the first ten documents."""
_ASKING = "检索"


class Quality(BaseModel):
    """One way of searching on one set."""

    name: str
    questions: int
    r1: float
    """Share of questions with a right document first."""
    r5: float
    """Share of questions with a right document among the first 5."""
    mrr10: float
    """Mean of 1 / the rank of the first right document, 0 beyond the first 10."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with all that the ways of searching make use of."""

    text: str
    found: Candidates


_Way = Callable[[_Asked], Sequence[int]]
"""Numbers of chunks, best first."""


def measure_quality(asked: QuestionSet, encoder: Encoder, cache: Path, progress: Progress) -> list[Quality]:
    """Every way of searching on one set. `cache` keeps vectors between runs."""
    words = Words()
    chunks = documents_to_chunks(asked.documents, asked.titles, words)
    vectors = passages_to_vectors([chunk_to_passage(chunk) for chunk in chunks], encoder, cache, progress)
    engine = LocalEngine.of(chunks_to_searchable(chunks, words, vectors))
    ways = _ways(chunks, replace(SHIPPED, spread=vectors_to_spread(vectors) or SHIPPED.spread))
    ranks: dict[str, list[int | None]] = {name: [] for name in ways}
    for done, (question, right) in enumerate(asked.questions.items(), 1):
        prepared = _Asked(question, _candidates(question, words, encoder, engine))
        for name, way in ways.items():
            ranks[name].append(first_right(_documents(way(prepared), chunks), right))
        progress(f"{asked.name} {_ASKING}", done, len(asked.questions))
    return [quality_of(name, found) for name, found in ranks.items()]


def first_right(documents: Sequence[str], right: frozenset[str]) -> int | None:
    """The rank, from 1, of the first right document."""
    return next((rank for rank, document in enumerate(documents, 1) if document in right), None)


def quality_of(name: str, ranks: Sequence[int | None]) -> Quality:
    """The figures for the ranks of the first right documents."""
    return Quality(
        name=name,
        questions=len(ranks),
        r1=fmean(rank == 1 for rank in ranks),
        r5=fmean(rank is not None and rank <= 5 for rank in ranks),
        mrr10=fmean(1 / rank if rank and rank <= _DEPTH else 0.0 for rank in ranks),
    )


def _candidates(question: str, words: Words, encoder: Encoder, engine: Engine) -> Candidates:
    sought = Sought(words(question), characters(question), encoder.encode_query(question))
    return engine.candidates(sought, Filter(), _CHUNKS)


def _ways(chunks: Sequence[Chunk], weights: Weights) -> dict[str, _Way]:
    from eval.bench.contestants import llama_bm25

    default = llama_bm25([f"{chunk.context}\n{chunk.text}" for chunk in chunks], _CHUNKS)
    return {
        "词语 BM25": lambda asked: _best(asked.found.words),
        "字与字对 BM25": lambda asked: _best(asked.found.characters),
        "向量": lambda asked: asked.found.near.numbers.tolist(),
        FUSED: lambda asked: [one.number for one in ranked(asked.found, _CHUNKS, weights)],
        "LlamaIndex BM25Retriever": lambda asked: default(asked.text),
    }


def _best(scores: Scores) -> list[int]:
    """Numbers of the highest scores above 0, best first."""
    order: list[int] = np.argsort(-scores, kind="stable")[:_CHUNKS].tolist()
    return [number for number in order if scores[number] > 0]


def _documents(numbers: Sequence[int], chunks: Sequence[Chunk]) -> list[str]:
    """The first documents, each once."""
    return list(islice(_distinct(chunks[number].document_id for number in numbers), _DEPTH))


def _distinct(names: Iterator[str]) -> Iterator[str]:
    return iter(dict.fromkeys(names))
