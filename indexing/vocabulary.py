"""The tokens of an index and their numbers. Knows no texts and no scores."""

import io
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray


class Vocabulary:
    """Tokens, and their numbers: where they stand."""

    def __init__(self, tokens: Sequence[str]) -> None:
        self.tokens = tokens
        self._numbers = {token: number for number, token in enumerate(tokens)}

    def numbers(self, tokens: Iterable[str]) -> list[int]:
        """The numbers of those tokens that are known, in order."""
        return [number for token in tokens if (number := self._numbers.get(token)) is not None]

    def counted(self, tokens: Iterable[str]) -> dict[int, float]:
        """How often each known token is there, by its number: a query as a sparse vector."""
        return {number: float(times) for number, times in Counter(self.numbers(tokens)).items()}

    def to_files(self) -> dict[str, bytes]:
        """File names and contents from which `from_files` makes the vocabulary again."""
        return {"tokens.json": json.dumps(self.tokens, ensure_ascii=False, separators=(",", ":")).encode()}

    @classmethod
    def from_files(cls, files: Mapping[str, bytes]) -> "Vocabulary":
        """The vocabulary of which `to_files` made these; raises KeyError or ValueError where they are others."""
        return cls(json.loads(files["tokens.json"]))


def array_to_bytes(array: NDArray[np.generic]) -> bytes:
    """An array in numpy's own format."""
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    return buffer.getvalue()


def bytes_to_array(data: bytes) -> NDArray[np.integer]:
    """The array again; raises ValueError where it is none. Nothing in it is ever executed."""
    array: NDArray[np.integer] = np.load(io.BytesIO(data), allow_pickle=False)
    return array
