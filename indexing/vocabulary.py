"""The tokens of an index: their numbers, and how rare each is. Knows no texts and no scores."""

import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["Vocabulary", "array_to_bytes", "bytes_to_array"]


class Vocabulary:
    """Tokens, the number of texts that have each, and the number of texts."""

    def __init__(self, tokens: Sequence[str], found: NDArray[np.integer], count: int) -> None:
        if len(tokens) != len(found):
            raise ValueError(f"{len(tokens)} tokens but {len(found)} columns")
        self.tokens = tokens
        self.count = count
        self._found = found
        self._numbers = {token: number for number, token in enumerate(tokens)}

    def number(self, token: str) -> int | None:
        """The number of a token; None where no text has it."""
        return self._numbers.get(token)

    def numbers(self, tokens: Iterable[str]) -> list[int]:
        """The numbers of those tokens that are known, in order."""
        return [number for token in tokens if (number := self._numbers.get(token)) is not None]

    def counted(self, tokens: Iterable[str]) -> dict[int, float]:
        """How often each known token is there, by its number: a query as a sparse vector."""
        return {number: float(times) for number, times in Counter(self.numbers(tokens)).items()}

    def share(self, tokens: Iterable[str], holds: Callable[[str], bool]) -> float:
        """The share of the distinct tokens that `holds`, 0 to 1, rare ones counting more; unknown ones are rarest."""
        rarities = {token: self._rarity(token) for token in tokens}
        total = sum(rarities.values())
        return sum(rarity for token, rarity in rarities.items() if holds(token)) / total if total else 0.0

    def to_files(self) -> dict[str, bytes]:
        """File names and contents from which `from_files` makes the vocabulary again."""
        return {
            "tokens.json": json.dumps(self.tokens, ensure_ascii=False, separators=(",", ":")).encode(),
            "count.json": json.dumps(self.count).encode(),
            "found.npy": array_to_bytes(self._found),
        }

    @classmethod
    def from_files(cls, files: Mapping[str, bytes]) -> "Vocabulary":
        """The vocabulary of which `to_files` made these; raises KeyError or ValueError where they are others."""
        found = bytes_to_array(files["found.npy"])
        return cls(json.loads(files["tokens.json"]), found, int(json.loads(files["count.json"])))

    def _rarity(self, token: str) -> float:
        """Inverse document frequency."""
        number = self._numbers.get(token)
        found = 0 if number is None else int(self._found[number])
        return float(np.log(1 + (self.count - found + 0.5) / (found + 0.5)))


def array_to_bytes(array: NDArray[np.generic]) -> bytes:
    """An array in numpy's own format."""
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    return buffer.getvalue()


def bytes_to_array(data: bytes) -> NDArray[np.integer]:
    """The array again; raises ValueError where it is none. Nothing in it is ever executed."""
    array: NDArray[np.integer] = np.load(io.BytesIO(data), allow_pickle=False)
    return array
