"""BM25 over tokens: the one module that knows bm25s. What the tokens are (words, characters) is not its business."""

import io
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import bm25s

__all__ = ["LexicalIndex"]

Scores = NDArray[np.float32]

_ARRAYS = ("data", "indices", "indptr")
_K1, _B = 1.5, 0.75


class LexicalIndex:
    """BM25 (Lucene's form) of every text for a query. A text without a common token has score 0."""

    def __init__(self, vocabulary: Mapping[str, int], arrays: Mapping[str, NDArray[np.generic]], count: int) -> None:
        if len(arrays["indptr"]) != len(vocabulary) + 1:
            raise ValueError(f"{len(vocabulary)} tokens but {len(arrays['indptr']) - 1} columns")
        self.count = count
        self._vocabulary = vocabulary
        self._arrays = arrays

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]]) -> "LexicalIndex":
        """The index of tokenised texts; two builds of the same texts are equal in every byte."""
        vocabulary = {token: number for number, token in enumerate(sorted({token for text in texts for token in text}))}
        if not vocabulary:
            empty = {"data": np.zeros(0, np.float32), "indices": np.zeros(0, np.int32), "indptr": np.zeros(1, np.int32)}
            return cls({}, empty, len(texts))
        scorer = _scorer()
        numbers = [[vocabulary[token] for token in text] for text in texts]
        scores = scorer.build_index_from_ids(list(vocabulary.values()), numbers, show_progress=False)
        return cls(vocabulary, {name: scores[name] for name in _ARRAYS}, len(texts))

    def scores(self, tokens: Sequence[str]) -> Scores:
        """(count,) scores, 0 and up, for a tokenised query; all 0 where no token is known."""
        known = [number for token in tokens if (number := self._vocabulary.get(token)) is not None]
        if not known:
            return np.zeros(self.count, np.float32)
        scorer = _scorer()
        scorer.scores = {**self._arrays, "num_docs": self.count}
        return np.asarray(scorer.get_scores_from_ids(known), dtype=np.float32)

    def held(self, tokens: Sequence[str], text: int) -> float:
        """How much of the query a text holds, 0 to 1: the share of its distinct tokens, rare ones counting more."""
        rarities = {token: self._rarity(token) for token in tokens}
        total = sum(rarities.values())
        return sum(rarities[token] for token in rarities if self._has(token, text)) / total if total else 0.0

    def to_files(self) -> dict[str, bytes]:
        """File names and contents from which `from_files` makes the index again."""
        tokens = json.dumps(list(self._vocabulary), ensure_ascii=False, separators=(",", ":"))
        return {"tokens.json": tokens.encode(), "count.json": json.dumps(self.count).encode()} | {
            f"{name}.npy": _to_bytes(self._arrays[name]) for name in _ARRAYS
        }

    @classmethod
    def from_files(cls, files: Mapping[str, bytes]) -> "LexicalIndex":
        """The index of which `to_files` made these; raises KeyError or ValueError where they are others."""
        vocabulary = {token: number for number, token in enumerate(json.loads(files["tokens.json"]))}
        arrays = {name: np.load(io.BytesIO(files[f"{name}.npy"]), allow_pickle=False) for name in _ARRAYS}
        return cls(vocabulary, arrays, int(json.loads(files["count.json"])))

    def _rarity(self, token: str) -> float:
        """Inverse document frequency; that of a token which no text has where it is unknown."""
        found = len(self._texts(token))
        return float(np.log(1 + (self.count - found + 0.5) / (found + 0.5)))

    def _has(self, token: str, text: int) -> bool:
        texts = self._texts(token)
        at = int(np.searchsorted(texts, text))
        return at < len(texts) and int(texts[at]) == text

    def _texts(self, token: str) -> NDArray[np.generic]:
        """Numbers of the texts that have the token, ascending."""
        number = self._vocabulary.get(token)
        if number is None:
            return np.empty(0, np.int32)
        borders = self._arrays["indptr"]
        return self._arrays["indices"][int(borders[number]) : int(borders[number + 1])]


def _scorer() -> "bm25s.BM25":
    import bm25s

    scorer = bm25s.BM25(k1=_K1, b=_B, method="lucene", backend="numpy")
    scorer.nonoccurrence_array = None
    return scorer


def _to_bytes(array: NDArray[np.generic]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    return buffer.getvalue()
