"""The words that find each chunk, kept by content, so that adding one document cuts one document into words.

How a text is cut depends on it and on the words of the dictionary that stand in it, on nothing else: both are the key.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path

from indexing.chunk import Chunk
from indexing.durable import digest, keep_checked, read_checked
from indexing.words import Words, normalised, segmenter

Tokens = list[list[str]]


def chunk_to_tokens(chunk: Chunk, tokenize: Callable[[str], list[str]]) -> list[str]:
    """What words or characters find a chunk by: those of its context, and those of its text, which count twice."""
    return tokenize(chunk.context) + 2 * tokenize(chunk.text)


def chunks_to_words(chunks: Iterable[Chunk], words: Words, folder: Path) -> Tokens:
    """The words of every chunk; those kept in `folder` are not cut again, those of no document any more are dropped."""
    known = _Known(words.dictionary)
    kept: set[str] = set()
    tokens: Tokens = []
    for _, of_document in groupby(chunks, key=lambda chunk: chunk.place.document_id):
        own = list(of_document)
        key = _key(own, known)
        kept.add(key)
        tokens.extend(_kept(folder / key, len(own)) or _cut(own, words, folder / key))
    for path in folder.glob("*"):
        if path.name not in kept:
            path.unlink(missing_ok=True)
    return tokens


class _Known:
    """The words of a dictionary by their first two characters, to see quickly which of them stand in a text."""

    def __init__(self, dictionary: Sequence[str]) -> None:
        self._by_start: dict[tuple[str, ...], list[str]] = {}
        for word in map(normalised, dictionary):
            self._by_start.setdefault(tuple(word[:2]), []).append(word)

    def within(self, text: str) -> list[str]:
        """Those of the words that stand in the text, sorted."""
        starts = self._by_start.keys() & set(pairwise(text))
        return sorted({word for start in starts for word in self._by_start[start] if word in text})


def _key(chunks: Sequence[Chunk], known: _Known) -> str:
    texts = [text for chunk in chunks for text in (chunk.context, chunk.text)]
    named = known.within(normalised("\n".join(texts)))
    return digest(json.dumps([segmenter(), named, texts], ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _kept(path: Path, count: int) -> Tokens | None:
    """The words kept at `path`, where they are those of so many chunks."""
    data = read_checked(path)
    found = json.loads(data) if data is not None else None
    return [text.split(" ") if text else [] for text in found] if found and len(found) == count else None


def _cut(chunks: Sequence[Chunk], words: Words, path: Path) -> Iterator[list[str]]:
    """The words of a document's chunks, cut now and kept at `path`."""
    tokens = [chunk_to_tokens(chunk, words) for chunk in chunks]
    keep_checked(path, json.dumps([" ".join(text) for text in tokens], ensure_ascii=False).encode())
    yield from tokens
