"""What is put into a collection and asked of it: rows, a name by content, and filters. Pure; knows no client.

Filters are made of whole numbers only: no text ever gets into an expression.
"""

from collections.abc import Iterator
from hashlib import sha256

import numpy as np

from indexing.engine import Searchable
from indexing.filter import Filter
from indexing.lexical import LexicalIndex


def made_to_digest(made: Searchable) -> str:
    """What is the same for the same chunks, tokens and vectors."""
    found = sha256()
    for index in (made.words, made.characters):
        for _, data in sorted(index.to_files().items()):
            found.update(data)
    for part in (made.labels.documents, made.labels.kinds, made.vectors):
        found.update(np.ascontiguousarray(part).tobytes())
    found.update(repr(made.labels.years).encode())
    return found.hexdigest()[:24]


def made_to_rows(made: Searchable) -> Iterator[dict[str, object]]:
    """A row a chunk: its number, what it is filtered by, its BM25 weights and its vector."""
    labels, vectors = made.labels, made.vectors
    if vectors is None:
        return
    columns = zip(_weights(made.words), _weights(made.characters), strict=True)
    for number, (words, characters) in enumerate(columns):
        yield {
            "number": number,
            "document": int(labels.documents[number]),
            "kind": int(labels.kinds[number]),
            "years": list(labels.years[number]),
            "words": words,
            "characters": characters,
            "vector": vectors[number].tolist(),
        }


def filter_to_expression(where: Filter) -> str:
    """The filter in the expression language; empty where everything passes."""
    lists = (("document", where.documents), ("kind", where.kinds))
    parts = [f"{name} in {[int(number) for number in numbers]}" for name, numbers in lists if numbers]
    if where.years:
        parts.append(f"array_contains_any(years, {[int(year) for year in where.years]})")
    return " and ".join(parts)


def _weights(index: LexicalIndex) -> Iterator[dict[int, float]]:
    """Rows of weights; one of a token that no query has where there is none, because Milvus takes no empty vector."""
    nothing = {len(index.vocabulary.tokens): 1.0}
    return (row or nothing for row in index.rows())
