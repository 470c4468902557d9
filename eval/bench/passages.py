"""Any number of Chinese passages, queries and vectors for measuring speed: made up, and the same in every run.

Passages are clauses of the corpus in random order. They speak the language of policy documents but say nothing, and
common words are more common in them than in as many real documents, which makes word search slower, not faster.
"""

import random
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from corpus.manifest import read_manifest
from corpus.reading.document import read_document
from indexing.engine import Scores

_CLAUSE = re.compile(r"[\u4e00-\u9fff0-9A-Za-z%～、“”（）()-]{8,60}")
_CLAUSES = (6, 16)
"""Clauses of a passage, at least and at most: some 250 characters."""
_QUERY = (8, 24)


def corpus_to_clauses(folder: Path) -> list[str]:
    """The distinct clauses of the documents in a corpus folder, in reading order."""
    texts = (read_document(entry.file, document_id=entry.id).text for entry in read_manifest(folder))
    return list(dict.fromkeys(clause for text in texts for clause in _CLAUSE.findall(text)))


def clauses_to_passages(clauses: Sequence[str], count: int) -> list[str]:
    """Passages of clauses drawn at random; the first ones are the same for every count."""
    draw = random.Random(1)  # noqa: S311  nothing here is secret
    return ["，".join(draw.choices(clauses, k=draw.randint(*_CLAUSES))) + "。" for _ in range(count)]


def clauses_to_queries(clauses: Sequence[str], count: int) -> list[str]:
    """Pieces of clauses, 8 to 24 characters."""
    draw = random.Random(2)  # noqa: S311
    return [draw.choice(clauses)[: draw.randint(*_QUERY)] for _ in range(count)]


def unit_vectors(count: int, dimension: int, seed: int) -> Scores:
    """(count, dimension) random directions: what speed depends on is their number, not what they mean."""
    made = np.random.default_rng(seed).standard_normal((count, dimension), dtype=np.float32)
    vectors: Scores = made / np.linalg.norm(made, axis=1, keepdims=True)
    return vectors
