"""Texts cut into word pieces, and the numbers that a match knows these by. Knows no questions and no answers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

_LONGEST = 4
_RUN = re.compile(r"[\u4e00-\u9fff]+|\d[\d.,]*|[A-Za-z]+|[%％]")
_NUMBER = "0"

Pieces = NDArray[np.int64]
"""(pieces,) the numbers of those that a match knows, which count from 1; of any other one below 0 of its own."""
_NOTHING: Pieces = np.array([-1], dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Told:
    """Texts in pieces, one text behind the other."""

    pieces: Pieces
    """(distinct,) the pieces that they are made of, each once, …"""
    at: NDArray[np.intp]
    """… and (pieces,) which of these each piece is."""
    starts: NDArray[np.int64]
    """(texts,) where each begins."""

    @classmethod
    def of(cls, texts: Sequence[Pieces]) -> "Told":
        """These texts; one without pieces has one that is like no other."""
        each = [text if len(text) else _NOTHING for text in texts]
        pieces, at = np.unique(np.concatenate([_NOTHING[:0], *each]), return_inverse=True)
        return cls(pieces, at, np.cumsum([0, *map(len, each[:-1])], dtype=np.int64))


def numbered(text: str, known: Mapping[str, int], most: int) -> Pieces:
    """The first pieces of a text by their numbers."""
    cut = pieces_of(text, known, most)
    return np.array([known.get(piece) or -1 - crc32(piece.encode()) for piece in cut], dtype=np.int64)


def pieces_of(text: str, known: Mapping[str, int], most: int) -> tuple[str, ...]:
    """The first pieces of a text, the longest known, from left to right; every number is one and the same piece."""
    return tuple(islice((piece for run in _RUN.finditer(text) for piece in _cut(run[0], known)), most))


def _cut(run: str, known: Mapping[str, int]) -> Iterator[str]:
    if run[0].isdigit():
        yield _NUMBER
        return
    if run.isascii() or run == "％":
        yield run.lower()
        return
    at = 0
    while at < len(run):
        size = _LONGEST
        while size > 1 and run[at : at + size] not in known:
            size -= 1
        yield run[at : at + size]
        at += size
