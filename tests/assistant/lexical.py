"""An index without a model: the five documents found by their characters only."""

from functools import lru_cache
from types import SimpleNamespace

import numpy as np

from corpus.understanding import folder_to_library
from indexing.build import chunk_to_passage
from indexing.chunks import document_to_chunks
from indexing.fusion import SHIPPED
from indexing.hit import Hit, Signal
from indexing.lexical import LexicalIndex
from indexing.words import Words, characters
from tests.assistant.making import five_documents


class LexicalOnlyIndex:
    """What the answerers ask of an index, without vectors; its embedder likens everything to nothing."""

    id = "gen-test"
    pending = False
    weights = SHIPPED

    def __init__(self, library):
        self.library = library
        self.embedder = SimpleNamespace(
            encode_queries=lambda texts: [np.zeros(4, np.float32) for _ in texts],
            encode_passages=lambda texts, *_: np.zeros((len(texts), 4), np.float32),
            fingerprint="none",
        )
        words = Words()
        documents = library.documents.values()
        self.chunks = [chunk for document in documents for chunk in document_to_chunks(document, words.borders)]
        self._lexical = LexicalIndex.of([characters(chunk_to_passage(chunk)) for chunk in self.chunks])

    def search(self, query, *, documents=(), limit=10, **_filters):
        for document_id in documents:
            self.library.document(document_id)
        scores = self._lexical.scores(characters(query))
        allowed = [n for n, one in enumerate(self.chunks) if not documents or one.document_id in documents]
        best = sorted((n for n in allowed if scores[n] > 0), key=lambda n: -scores[n])[:limit]
        top = max((float(scores[n]) for n in best), default=1.0)
        return [Hit(self.chunks[n], float(scores[n]) / top, {Signal.CHARACTERS: float(scores[n])}) for n in best]

    def expect(self, _queries):
        """Nothing is computed ahead."""

    def closeness(self, _query, _texts):
        return {}

    def sentences_of(self, _text):
        return ()

    def nearness(self, _query, sentences):
        return np.zeros(len(sentences))


@lru_cache(maxsize=1)
def lexical_index():
    """The index over the five documents, made once."""
    return LexicalOnlyIndex(five_documents())


def page_index(folder, **pages):
    """The index over some pages, each a document called by its name."""
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    listed = (f'[[document]]\nfile = "{name}.html"\nid = "{name}"\n' for name in pages)
    (folder / "manifest.toml").write_text("".join(listed), encoding="utf-8")
    return LexicalOnlyIndex(folder_to_library(folder))
