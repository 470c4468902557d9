"""How alike a question and a short text are: shared characters and pairs, weighted by how rare they are.

Knows no facts. Exact and fast; the embedder comes in only where this says nothing.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from corpus.document import Heading, Paragraph
from corpus.facts import Library
from indexing.words import characters, normalised

__all__ = ["Weights", "text_to_grams", "weights_of"]

_SINGLE = 0.5
"""A single character says less than a pair that holds it."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much a character or pair of a corpus tells, from 0 (in every passage) to 1 (in none)."""

    counts: Mapping[str, int]
    passages: int

    def of(self, gram: str) -> float:
        """The weight of one gram."""
        rarity = math.log((self.passages + 1) / (self.counts.get(gram, 0) + 1)) / math.log(self.passages + 2)
        return rarity * (_SINGLE if len(gram) == 1 and not gram.isascii() else 1.0)

    def sum(self, grams: Iterable[str]) -> float:
        """The weight of several grams."""
        return sum(map(self.of, grams))

    def coverage(self, wanted: frozenset[str], given: frozenset[str]) -> float:
        """The share of the weight of `wanted` that stands in `given`, from 0 to 1."""
        total = self.sum(wanted)
        return self.sum(wanted & given) / total if total else 0.0


def text_to_grams(text: str) -> frozenset[str]:
    """The characters and pairs of a text, whatever its widths and cases."""
    return frozenset(characters(normalised(text)))


@lru_cache(maxsize=4)
def weights_of(library: Library) -> Weights:
    """The weights of a library's grams, over its paragraphs and table rows."""
    counts: Counter[str] = Counter()
    passages = 0
    for document in library.documents.values():
        for block in document.blocks:
            texts = [block.text] if isinstance(block, Heading | Paragraph) else [row.quote for row in block.rows]
            for text in texts:
                counts.update(frozenset(characters(text)))
                passages += 1
    return Weights(counts, passages)
