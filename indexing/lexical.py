"""BM25 over tokens: the one module that knows bm25s. What the tokens are (words, characters) is not its business."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from indexing.vocabulary import Vocabulary, array_to_bytes, bytes_to_array

if TYPE_CHECKING:
    import bm25s

Scores = NDArray[np.float32]

_ARRAYS = ("data", "indices", "indptr")
_K1, _B = 1.5, 0.75


class LexicalIndex:
    """BM25 (Lucene's form) of every text for a query. A text without a common token has score 0."""

    def __init__(self, tokens: Sequence[str], arrays: Mapping[str, NDArray[Any]], count: int) -> None:
        if len(tokens) != len(arrays["indptr"]) - 1:
            raise ValueError(f"{len(tokens)} tokens but {len(arrays['indptr']) - 1} columns")
        self.count = count
        self.vocabulary = Vocabulary(tokens)
        self._arrays = arrays

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]]) -> "LexicalIndex":
        """The index of tokenised texts; two builds of the same texts are equal in every byte."""
        tokens = sorted({token for text in texts for token in text})
        if not tokens:
            empty = {"data": np.zeros(0, np.float32), "indices": np.zeros(0, np.int32), "indptr": np.zeros(1, np.int32)}
            return cls((), empty, len(texts))
        vocabulary = {token: number for number, token in enumerate(tokens)}
        numbers = [[vocabulary[token] for token in text] for text in texts]
        scores = _scorer().build_index_from_ids(list(vocabulary.values()), numbers, show_progress=False)
        return cls(tokens, {name: scores[name] for name in _ARRAYS}, len(texts))

    def scores(self, tokens: Sequence[str]) -> Scores:
        """(count,) scores, 0 and up, for a tokenised query; all 0 where no token is known."""
        known = self.vocabulary.numbers(tokens)
        if not known:
            return np.zeros(self.count, np.float32)
        scorer = _scorer()
        scorer.scores = {**self._arrays, "num_docs": self.count}
        return np.asarray(scorer.get_scores_from_ids(known), dtype=np.float32)

    def rows(self) -> Iterator[dict[int, float]]:
        """Every text as a sparse vector: the score that each of its tokens gives it, by the token's number.

        The score of a text for a query is the inner product with `Vocabulary.counted` of the query.
        """
        texts, scores, borders = (self._arrays[name] for name in ("indices", "data", "indptr"))
        tokens = np.repeat(np.arange(len(self.vocabulary.tokens)), np.diff(borders))
        order = np.argsort(texts, kind="stable")
        ends = np.cumsum(np.bincount(texts, minlength=self.count))
        start = 0
        for end in ends.tolist():
            found = order[start:end]
            yield dict(zip(tokens[found].tolist(), scores[found].tolist(), strict=True))
            start = end

    def to_files(self) -> dict[str, bytes]:
        """File names and contents from which `from_files` makes the index again."""
        arrays = {f"{name}.npy": array_to_bytes(self._arrays[name]) for name in _ARRAYS}
        return {**self.vocabulary.to_files(), "count.json": json.dumps(self.count).encode(), **arrays}

    @classmethod
    def from_files(cls, files: Mapping[str, bytes]) -> "LexicalIndex":
        """The index of which `to_files` made these; raises KeyError or ValueError where they are others."""
        arrays = {name: bytes_to_array(files[f"{name}.npy"]) for name in _ARRAYS}
        return cls(json.loads(files["tokens.json"]), arrays, int(json.loads(files["count.json"])))


def _scorer() -> "bm25s.BM25":
    import bm25s

    scorer = bm25s.BM25(k1=_K1, b=_B, method="lucene", backend="numpy")
    scorer.nonoccurrence_array = None
    return scorer
