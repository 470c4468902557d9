"""Bare texts as chunks of the index, so that what is measured takes the road that documents take."""

from collections.abc import Iterable, Mapping

from corpus.place import Place
from indexing.build import chunk_to_tokens
from indexing.chunk import Chunk, ChunkKind
from indexing.chunks import SIZE
from indexing.engine import Scores, Searchable
from indexing.filter import Labels
from indexing.lexical import LexicalIndex
from indexing.sentences import text_to_pieces
from indexing.words import Words, characters

__all__ = ["chunks_to_searchable", "documents_to_chunks", "texts_to_chunks"]


def documents_to_chunks(documents: Mapping[str, str], words: Words) -> list[Chunk]:
    """Texts by id, cut like the prose of a document; without headings, so without context."""
    return [
        _chunk(piece, document)
        for document, text in documents.items()
        for piece in text_to_pieces(text, SIZE, words.borders)
    ]


def texts_to_chunks(texts: Iterable[str]) -> list[Chunk]:
    """Each text as one chunk of a document of its own."""
    return [_chunk(text, str(number)) for number, text in enumerate(texts)]


def chunks_to_searchable(chunks: list[Chunk], words: Words, vectors: Scores | None) -> Searchable:
    """What an engine is made of."""
    return Searchable(
        Labels.of(chunks),
        LexicalIndex.of([chunk_to_tokens(chunk, words) for chunk in chunks]),
        LexicalIndex.of([chunk_to_tokens(chunk, characters) for chunk in chunks]),
        vectors,
    )


def _chunk(text: str, document: str) -> Chunk:
    place = Place(document_id=document, document_name=document, path=(), line=1)
    return Chunk(id=document, kind=ChunkKind.PARAGRAPH, text=text, context="", place=place)
