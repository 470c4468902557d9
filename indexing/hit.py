"""A chunk that was found, and how well each signal liked it."""

from dataclasses import dataclass, field
from enum import StrEnum

from indexing.chunk import Chunk


class Signal(StrEnum):
    """The ways in which a chunk is looked for."""

    WORDS = "words"
    """BM25 over jieba words; 0 and up."""
    CHARACTERS = "characters"
    """BM25 over single characters and pairs of them; 0 and up."""
    DENSE = "dense"
    """Cosine of the embeddings, -1 to 1; only for chunks among the nearest."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk with its fused score (0 to 1, for ranking within one search only) and the raw score of each signal."""

    chunk: Chunk
    score: float
    signals: dict[Signal, float] = field(default_factory=dict)
