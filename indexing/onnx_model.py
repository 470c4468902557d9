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

from indexing.network import IDS, LENGTHS, POSITIONS, folder_to_network

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
        given = {IDS: _padded(numbers, lengths), POSITIONS: np.arange(lengths.max()), LENGTHS: lengths}
        (tokens,) = self._session.run(None, given, self._run)
        sums: Vector = np.stack([each[:length].sum(axis=0) for each, length in zip(tokens, lengths, strict=True)])
        sizes: Vector = np.linalg.norm(sums, axis=1, keepdims=True)
        return sums / sizes


def _options(folder: Path) -> onnxruntime.SessionOptions:
    """One thread a text: with two, busy processes wait for each other's cores."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry(_BESIDE, str(folder))
    return options


def _padded(numbers: Sequence[Sequence[int]], lengths: Numbers) -> Numbers:
    """Token numbers as one matrix; what stands behind a text's own is not looked at."""
    ids = np.zeros((len(numbers), int(lengths.max())), np.int64)
    for row, each in zip(ids, numbers, strict=True):
        row[: len(each)] = each
    return ids
