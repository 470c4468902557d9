"""What is asked of vectors before they are taken or searched, and how near two of them are. Knows no store."""

import numpy as np
from numpy.typing import NDArray

from corpus.errors import IndexMismatch, ModelUnavailable


def check_finite(vectors: NDArray[np.float32]) -> None:
    """Raises ModelUnavailable where a component is not a number."""
    if not np.isfinite(vectors).all():
        raise ModelUnavailable("向量模型给出了无效的向量（NaN 或无穷大）。", "请检查模型文件是否完整，或换用其他模型。")


def check_query(query: NDArray[np.float32], dimension: int) -> None:
    """Raises IndexMismatch where a query's vector is of another dimension, ModelUnavailable where it is none."""
    if query.shape != (dimension,):
        raise IndexMismatch(
            f"索引中的向量是 {dimension} 维，当前模型给出 {query.shape[-1]} 维。",
            "请运行 policy-assistant index 重建索引。",
        )
    check_finite(query)


def cosine(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """The cosine between two vectors (dim,) of any length."""
    return float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other)))
