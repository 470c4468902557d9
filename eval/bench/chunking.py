"""Bare texts as chunks of the index, so that what is measured takes the road that documents take."""

import re
from collections.abc import Iterable, Mapping

from corpus.place import Place
from indexing.chunk import Chunk, ChunkKind
from indexing.chunks import SIZE
from indexing.engine import Scores, Searchable
from indexing.filter import Labels
from indexing.lexical import LexicalIndex
from indexing.sentences import text_to_pieces
from indexing.tokens import chunk_to_tokens
from indexing.words import Words, characters

_FIRST_LINE = re.compile(r"\s{0,40}([^\s。；！？]{4,60})\s")
"""A first line that is no sentence; in the TSV form a blank ends it."""


def documents_to_chunks(documents: Mapping[str, str], titles: Mapping[str, str], words: Words) -> list[Chunk]:
    """Texts by id, cut like the prose of a document, each piece with the document's title as its context.

    Where a set has no titles, the first line of a text that is cut stands for it, as it does when a file is read.
    """
    return [chunk for name, text in documents.items() for chunk in _document(name, text, titles.get(name, ""), words)]


def texts_to_chunks(texts: Iterable[str]) -> list[Chunk]:
    """Each text as one chunk of a document of its own."""
    return [_chunk(text, str(number), "") for number, text in enumerate(texts)]


def chunks_to_searchable(chunks: list[Chunk], words: Words, vectors: Scores | None) -> Searchable:
    """What an engine is made of."""
    return Searchable(
        Labels.of(chunks),
        LexicalIndex.of([chunk_to_tokens(chunk, words) for chunk in chunks]),
        LexicalIndex.of([chunk_to_tokens(chunk, characters) for chunk in chunks]),
        vectors,
    )


def _document(name: str, text: str, title: str, words: Words) -> list[Chunk]:
    pieces = text_to_pieces(text, SIZE, words.borders)
    if not title and len(pieces) > 1 and (line := _FIRST_LINE.match(text)):
        title = line[1]
    return [_chunk(piece, name, title) for piece in pieces]


def _chunk(text: str, document: str, title: str) -> Chunk:
    place = Place(document_id=document, document_name=title, path=(), line=1)
    return Chunk(id=document, kind=ChunkKind.PARAGRAPH, text=text, context=title, place=place)
