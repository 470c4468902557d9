"""Text to vectors: the default model or one of the user's, each loaded when it is first needed.

Knows nothing of chunks or indexes. Nothing is ever fetched: a model is a folder, or a name found in the local cache.
"""

import os
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelUnavailable
from indexing.canaries import worst_cosine
from indexing.model import DEFAULT_MODEL, default_model, folder_to_fingerprint
from indexing.progress import Progress, silent

Vector = NDArray[np.float32]

_BATCH = 8
_TOKENS = 256
"""A batch of passages has about so many: what it computes with stays in a core's own memory. More cost a fifth."""
_QUERIES_KEPT = 1024
_CANARY_COSINE = 0.995
"""4-bit weights through two engines agree to .9999; another model, or a damaged one, is far below."""
_STAGE = "计算向量"
_FOR_OWN_MODELS = ("sentence_transformers", "torch")


def check_own_model() -> None:
    """Raises ModelUnavailable where what computes a model of the user's own is not installed; imports none of it."""
    lacking = [name for name in _FOR_OWN_MODELS if find_spec(name) is None]
    if lacking:
        raise ModelUnavailable(
            f"没有安装计算自选向量模型所需的组件（缺少 {'、'.join(lacking)}）。",
            f"请在程序目录运行 {sys.executable} -m pip install -c constraints.txt -e '.[own-model]'；"
            "或者去掉 ASSISTANT_EMBEDDING_MODEL，使用随包的默认模型。",
        )


class Encoder(Protocol):
    """What the index needs of a model."""

    @property
    def fingerprint(self) -> str:
        """Identifies the model and its weights; vectors of different fingerprints are never mixed."""
        ...

    def encode_query(self, text: str) -> Vector:
        """(dim,) of length 1."""
        ...

    def encode_queries(self, texts: Sequence[str]) -> list[Vector]:
        """What `encode_query` gives for each of them, which costs half for several at once."""
        ...

    def encode_passages(self, texts: Sequence[str], progress: Progress = silent) -> Vector:
        """(len(texts), dim), each row of length 1."""
        ...


class _Model(Protocol):
    """A loaded model."""

    prompts: dict[str, str]
    """What the model wants before a text, by what the text is."""

    def size(self, text: str) -> int:
        """How long a text is for the model, nearly: its tokens."""
        ...

    def encode(self, texts: Sequence[str], prompt: str) -> Vector:
        """(len(texts), dim) vectors of length 1."""
        ...


class Embedder:
    """A sentence-transformers model, loaded when first needed. Safe to use from several threads.

    `model` is empty for the default one (unpacked under `data_dir` when first needed), else a folder or a name of the
    local cache. Methods raise ModelUnavailable where it cannot be loaded.
    """

    def __init__(self, data_dir: Path, model: str = "", progress: Progress = silent) -> None:
        self.name = model or DEFAULT_MODEL
        self._data_dir = data_dir
        self._is_default = model in ("", DEFAULT_MODEL)
        self._progress = progress
        self._lock = threading.RLock()
        self._folder: Path | None = None
        self._fingerprint = ""
        self._model: _Model | None = None
        self._queries: dict[str, Vector] = {}

    @property
    def fingerprint(self) -> str:
        """The name and a digest of the model's files; needs the files, not torch."""
        with self._lock:
            if not self._fingerprint:
                self._fingerprint = f"{self.name}@{folder_to_fingerprint(self._located())[:16]}"
            return self._fingerprint

    @property
    def dimension(self) -> int:
        """Components of a vector."""
        return int(self.encode_query("维度").shape[0])

    def encode_query(self, text: str) -> Vector:
        """(dim,) of length 1, with the prompt the model has for queries; the vector is shared, so it is read-only."""
        return self.encode_queries([text])[0]

    def encode_queries(self, texts: Sequence[str]) -> list[Vector]:
        """What `encode_query` gives for each of them, which costs half for several at once. The last ones are kept."""
        with self._lock:
            known = {text: self._queries.pop(text) for text in texts if text in self._queries}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        known |= zip(new, self._encode_queries(new), strict=True)
        with self._lock:
            self._queries |= known
            for oldest in list(self._queries)[:-_QUERIES_KEPT]:
                del self._queries[oldest]
        return [known[text] for text in texts]

    def encode_passages(self, texts: Sequence[str], progress: Progress = silent) -> Vector:
        """(len(texts), dim), each row of length 1, with the prompt the model has for passages."""
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        model = self._loaded()
        prompt = _prompt(model, "document", "passage")
        sizes = [model.size(text) for text in texts]
        order = sorted(range(len(texts)), key=lambda index: sizes[index])
        batches = [[texts[index] for index in batch] for batch in _batches(order, sizes)]
        vectors: list[Vector] = []
        progress(_STAGE, 0, len(texts))
        with ThreadPoolExecutor(_cores(), "embedding") as workers:
            for batch in workers.map(lambda batch: model.encode(batch, prompt), batches):
                vectors += [*batch]
                progress(_STAGE, len(vectors), len(texts))
        back = np.argsort(np.array(order), kind="stable")
        return np.stack(vectors)[back]

    def _encode_queries(self, texts: Sequence[str]) -> Iterator[Vector]:
        for at in range(0, len(texts), _BATCH):
            model = self._loaded()
            vectors = model.encode(texts[at : at + _BATCH], _prompt(model, "query"))
            vectors.flags.writeable = False
            yield from vectors

    def _located(self) -> Path:
        with self._lock:
            if self._folder is None:
                self._folder = (
                    default_model(self._data_dir, self._progress) if self._is_default else _located(self.name)
                )
            return self._folder

    def _loaded(self) -> _Model:
        with self._lock:
            if self._model is None:
                self._model = _default(self._located()) if self._is_default else _users(self._located())
            return self._model


def _batches(order: Sequence[int], sizes: Sequence[int]) -> Iterator[list[int]]:
    """Texts of like sizes together (`order` is that of their sizes): what is padded to the longest is computed too."""
    batch: list[int] = []
    for index in order:
        if batch and (len(batch) + 1) * sizes[index] > _TOKENS:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def _cores() -> int:
    """Those this process may use, where the system tells it."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _prompt(model: _Model, *names: str) -> str:
    """The first of these prompts that the model's own settings name, else none."""
    return next((prompt for name in names if (prompt := model.prompts.get(name))), "")


def _located(name: str) -> Path:
    """The folder of a model: as named, or in the local cache of the hub."""
    if (folder := Path(name).expanduser()).is_dir():
        return folder
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, local_files_only=True))
    except (HFValidationError, LocalEntryNotFoundError) as error:
        raise ModelUnavailable(
            f"找不到向量模型“{name}”：既不是本地目录，也不在本地缓存中。",
            "本程序不联网下载模型；请先把模型放到本地，并把 ASSISTANT_EMBEDDING_MODEL 设为其目录。",
        ) from error


def _default(folder: Path) -> _Model:
    """The default model, found to give the vectors that it must."""
    from indexing.onnx_model import OnnxModel

    model = OnnxModel(folder)
    cosine = worst_cosine(lambda text: model.encode([text], "")[0])
    if not cosine >= _CANARY_COSINE:
        raise ModelUnavailable(
            f"默认向量模型的输出与基准不符（余弦 {cosine:.3f}）。",
            f"请删除目录“{folder}”后重试；如仍出现，请重新安装依赖。",
        )
    return model


def _users(folder: Path) -> _Model:
    check_own_model()
    try:
        from indexing.torch_model import TorchModel

        return TorchModel(folder)
    except (OSError, ValueError, KeyError, RuntimeError, ImportError) as error:
        raise ModelUnavailable(
            f"无法加载向量模型“{folder}”：{error}。", "请确认该目录是完整的 sentence-transformers 模型。"
        ) from error
