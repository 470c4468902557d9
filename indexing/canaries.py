"""Sentences with the vectors that the default model must give them: what shows that it works as it should.

The vectors were made with sentence-transformers, so they do not rest on our network. `eval/fitting/embedding.py` writes
them anew with the changes of the model that they belong to.
"""

import io
from collections.abc import Callable, Mapping
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from indexing.vector_checks import cosine

CANARIES = "canaries.npy"
"""The file of the vectors, beside this module: (texts, 384) whole numbers of 8 bits."""
TEXTS = (
    "query: 2023年新增商办楼宇面积的目标是多少？",
    "passage: 由区商务委牵头，区财政局、各镇配合，2025年底前完成。",
    "passage: Grade A 甲级写字楼 180万平方米，占比60%，月亿楼实现零突破。",
)
"""Prompts included."""
_MOST = 127
"""The greatest whole number of 8 bits."""

Vector = NDArray[np.float32]


def canaries() -> Mapping[str, Vector]:
    """By text its vector (384,), not of length 1."""
    kept = np.load(io.BytesIO(files(__package__).joinpath(CANARIES).read_bytes()), allow_pickle=False)
    return dict(zip(TEXTS, kept.astype(np.float32), strict=True))


def canaries_to_bytes(encode: Callable[[str], Vector]) -> bytes:
    """The vectors that `encode` gives the texts, as `canaries` reads them."""
    vectors = np.stack([encode(text) for text in TEXTS])
    buffer = io.BytesIO()
    np.save(buffer, np.round(vectors / np.abs(vectors).max() * _MOST).astype(np.int8), allow_pickle=False)
    return buffer.getvalue()


def worst_cosine(encode: Callable[[str], Vector]) -> float:
    """The smallest cosine between a canary's vector and what `encode` makes of its text."""
    return min(cosine(vector, encode(text)) for text, vector in canaries().items())
