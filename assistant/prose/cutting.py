"""The passages and sections of an index, each cut into windows once as long as it is in use."""

from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from assistant.prose.outlines import document_to_outlines
from assistant.prose.passages import Passage
from assistant.prose.windows import Window, chunk_to_windows
from assistant.reading.bags import Bags, Vocabulary
from assistant.reading.words import Terms, pairs

if TYPE_CHECKING:
    from indexing.chunk import Chunk
    from indexing.index import Index

__all__ = ["Cutter", "cutter_of"]

_KEPT = 2048
"""Passages of which the windows are kept."""


class Cutter:
    """Cuts what an index holds."""

    def __init__(self, index: "Index") -> None:
        self._index = index
        self._vocabulary = Vocabulary()
        self.passage = lru_cache(maxsize=_KEPT)(self._passage)

    def sections(self, documents: Iterable[str], terms: Terms) -> list[Passage]:
        """The sections whose titles hold a term of the question."""
        chosen = (self._sections[one] for one in documents)
        each = ((self._vocabulary.held(terms, titles).T, sections) for titles, sections in chosen)
        return [section for told, sections in each for section, held in zip(sections, told, strict=True) if held.any()]

    @cached_property
    def _sections(self) -> dict[str, tuple[Bags, list[Passage]]]:
        """By document, what the titles of its sections say, and the sections."""
        found = {}
        for name, document in self._index.library.documents.items():
            outlines = list(document_to_outlines(document))
            titles = self._vocabulary.bags([pairs(title) for title, _ in outlines])
            found[name] = titles, [self._cut(windows) for _, windows in outlines]
        return found

    def _passage(self, chunk: "Chunk") -> Passage:
        return self._cut(chunk_to_windows(chunk, self._index.library))

    def _cut(self, windows: Iterable[Window]) -> Passage:
        return Passage(tuple(windows), self._vocabulary, self._index.sentences_of)


@lru_cache(maxsize=4)
def cutter_of(index: "Index") -> Cutter:
    """That of an index."""
    return Cutter(index)
