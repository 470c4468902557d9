"""Text to vectors with ONNX Runtime: the default model, without torch.

Knows the folder of a sentence-transformers model of the BERT kind whose vectors are the mean of its tokens.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from indexing.network import IDS, KEPT, LENGTHS, POSITIONS, SPREAD, folder_to_network

Vector = NDArray[np.float32]
Numbers = NDArray[np.int64]

_BESIDE = "session.model_external_initializers_file_folder_path"
_GIVE_BACK = ("memory.enable_memory_arena_shrinkage", "cpu:0")
"""Keep no memory of a long text when it is done: else the longest ones' 300 MB stay for good."""


class OnnxModel:
    """A loaded model. Safe to use from several threads, each of which computes on its own core."""

    def __init__(self, folder: Path) -> None:
        settings = json.loads((folder / "sentence_bert_config.json").read_bytes())
        self.prompts: dict[str, str] = json.loads((folder / "config_sentence_transformers.json").read_bytes())[
            "prompts"
        ]
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(settings["max_seq_length"])
        self._session = onnxruntime.InferenceSession(
            folder_to_network(folder), _options(folder), providers=["CPUExecutionProvider"]
        )
        self._run = onnxruntime.RunOptions()
        self._run.add_run_config_entry(*_GIVE_BACK)

    def size(self, text: str) -> int:
        """How many tokens a text has."""
        return len(self._tokenizer.encode(text).ids)

    def encode(self, texts: Sequence[str], prompt: str) -> Vector:
        """(len(texts), dim) vectors of length 1."""
        numbers = [self._tokenizer.encode(prompt + text).ids for text in texts]
        lengths = np.array([len(each) for each in numbers])
        (tokens,) = self._session.run(None, _given(numbers, lengths), self._run)
        sums: Vector = np.stack([each.sum(axis=0) for each in np.split(tokens, np.cumsum(lengths)[:-1])])
        sizes: Vector = np.linalg.norm(sums, axis=1, keepdims=True)
        return sums / sizes


def _options(folder: Path) -> onnxruntime.SessionOptions:
    """One thread a text: with two, busy processes wait for each other's cores."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry(_BESIDE, str(folder))
    return options


def _given(numbers: Sequence[Sequence[int]], lengths: Numbers) -> dict[str, Numbers]:
    """The token numbers of texts as the network wants them."""
    places = np.arange(lengths.max())
    filled = places < lengths[:, None]
    spread = np.zeros(filled.shape, np.int64)
    spread[filled] = np.arange(lengths.sum())
    return {
        IDS: np.concatenate([np.array(each, np.int64) for each in numbers]),
        POSITIONS: np.broadcast_to(places, filled.shape)[filled],
        LENGTHS: lengths,
        SPREAD: spread,
        KEPT: np.flatnonzero(filled),
    }
