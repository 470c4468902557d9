"""Text to vectors with a sentence-transformers model of the user's: the one module that knows that library and torch.

Nothing is ever fetched: a model is a folder.
"""

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from transformers.utils import logging as transformers_logging

Vector = NDArray[np.float32]


class TorchModel:
    """A loaded model. Safe to use from several threads, each of which computes on its own core.

    Raises OSError, ValueError, KeyError, RuntimeError or ImportError where the folder holds none.
    """

    def __init__(self, folder: Path) -> None:
        # One batch a core: nothing waits for another core's part of a matrix. With two threads to a query, two busy
        # processes on two cores slowed each other from 15 ms to half a second.
        torch.set_num_threads(1)
        with _quiet():
            self._model = SentenceTransformer(str(folder), device="cpu", local_files_only=True, trust_remote_code=False)
        self.prompts: dict[str, str] = self._model.prompts
        self._lock = threading.Lock()

    def size(self, text: str) -> int:
        """How many characters a text has: Chinese has about as many tokens."""
        return len(text)

    def encode(self, texts: Sequence[str], prompt: str) -> Vector:
        """(len(texts), dim) vectors of length 1."""
        with self._lock:  # the tokenizer, in Rust, refuses a second thread
            features = self._model.preprocess([*texts], prompt=prompt)
        with torch.inference_mode():
            vectors: Vector = self._model(features)["sentence_embedding"].float().numpy()
        lengths: Vector = np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors / lengths


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the libraries' progress bars and advice off stderr while a model loads."""
    transformers_logging.disable_progress_bar()
    logger = logging.getLogger("sentence_transformers")
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)
