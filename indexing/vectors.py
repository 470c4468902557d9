"""Nearest vectors by cosine: the one module that knows faiss.

Exact up to some ten thousand vectors, a graph (HNSW) beyond. A filter acts before ranking, never after.
"""

import threading
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import IndexDamaged
from indexing.vector_checks import check_finite, check_query

Vectors = NDArray[np.float32]

_EXACT = 50_000
"""Up to so many vectors every one is compared: exact, the same bytes in every build, and 6 ms at the border."""
_LINKS, _BUILD_DEPTH, _SEARCH_DEPTH = 32, 80, 128
_LIMIT_LOCK = threading.Lock()


class VectorIndex:
    """The vectors of the chunks, numbered from 0; searched by inner product of vectors of length 1."""

    def __init__(self, index: Any) -> None:  # noqa: ANN401
        self._index = index
        self.count = int(index.ntotal)
        self.dimension = int(index.d)

    @classmethod
    def of(cls, vectors: Vectors) -> "VectorIndex":
        """The index of (n, dim) vectors of length 1; raises ModelUnavailable where a component is not a number."""
        check_finite(vectors)
        faiss = _faiss()
        count, dimension = vectors.shape
        if count <= _EXACT:
            index = faiss.IndexFlatIP(dimension)
        else:
            index = faiss.IndexHNSWFlat(dimension, _LINKS, faiss.METRIC_INNER_PRODUCT)
            index.hnsw.efConstruction = _BUILD_DEPTH
        index.add(np.ascontiguousarray(vectors, dtype=np.float32))
        return cls(index)

    def search(
        self, query: Vectors, limit: int, allowed: NDArray[np.bool_] | None = None
    ) -> tuple[NDArray[np.int64], Vectors]:
        """Numbers and cosines of the nearest `limit` vectors (of those `allowed`, a mask over all), best first.

        Raises IndexMismatch where the query (dim,) is of another dimension, ModelUnavailable where it is no vector.
        """
        check_query(query, self.dimension)
        available = self.count if allowed is None else int(allowed.sum())
        limit = min(limit, available)
        if limit <= 0:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        # One query gains nothing from a second thread and waits for it where cores are busy. Counts for this thread.
        _faiss().omp_set_num_threads(1)
        index, parameters = self._road(allowed, available)
        scores, numbers = index.search(query.reshape(1, -1).astype(np.float32), limit, params=parameters)
        found = numbers[0] >= 0
        return numbers[0][found], scores[0][found]

    def to_bytes(self) -> bytes:
        """The index in faiss's own format."""
        return bytes(_faiss().serialize_index(self._index))

    @classmethod
    def from_bytes(cls, data: bytes, count: int, dimension: int) -> "VectorIndex":
        """The index of which `to_bytes` made `data`; raises IndexDamaged where it is not one of this size."""
        faiss = _faiss()
        with _LIMIT_LOCK:
            # Sizes inside the data decide what faiss allocates: no more than the data itself can hold.
            faiss.set_deserialization_vector_byte_limit(len(data))
            faiss.set_deserialization_loop_limit(max(count, 1) * _LINKS)
            try:
                index = faiss.deserialize_index(np.frombuffer(data, np.uint8))
            except RuntimeError as error:
                raise _damaged() from error
        if (index.ntotal, index.d) != (count, dimension):
            raise _damaged()
        return cls(index)

    def _road(self, allowed: NDArray[np.bool_] | None, available: int) -> tuple[Any, Any]:
        """Which structure to search and how: a graph loses its way where a filter leaves few, so those are compared."""
        faiss = _faiss()
        graph = isinstance(self._index, faiss.IndexHNSW)
        if allowed is None:
            return self._index, faiss.SearchParametersHNSW(efSearch=_SEARCH_DEPTH) if graph else None
        selector = faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
        if not graph:
            return self._index, faiss.SearchParameters(sel=selector)
        if available <= _EXACT:
            return faiss.downcast_index(self._index.storage), faiss.SearchParameters(sel=selector)
        return self._index, faiss.SearchParametersHNSW(sel=selector, efSearch=_SEARCH_DEPTH)


def _faiss() -> Any:  # noqa: ANN401  its stubs know the C++ side only, not the Python one used here
    import faiss

    return faiss


def _damaged() -> IndexDamaged:
    return IndexDamaged("向量索引文件已损坏。", "请运行 policy-assistant index --rebuild 重建索引。")
