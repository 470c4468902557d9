"""What turns the default embedding model towards questions of policy: low-rank changes of its matrices, learnt from
answered questions (LoRA: Hu et al., "Low-Rank Adaptation of Large Language Models", ICLR 2022).

`eval/fitting/embedding.py` fits and writes them; they are added once, when the model is unpacked.
"""

import io
from collections.abc import Mapping
from importlib.resources import files
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

ADAPTER = "adapter.npz"
"""The file of the shipped changes, beside this module."""
_MOST = 127
"""The greatest whole number of 8 bits."""

Numbers: TypeAlias = NDArray[np.float32]
Change: TypeAlias = tuple[Numbers, Numbers]
"""Two matrices (outputs, rank) and (rank, inputs); their product is added to one (outputs, inputs) of the model."""
Adapter: TypeAlias = Mapping[str, Change]
"""Changes by the names of the weights they belong to, as the packed model has these."""


def adapter() -> Adapter:
    """The shipped changes."""
    return adapter_from_bytes(files(__package__).joinpath(ADAPTER).read_bytes())


def adapter_to_bytes(changes: Adapter) -> bytes:
    """Changes as `adapter_from_bytes` reads them: whole numbers of 8 bits and their scales, no pickles."""
    buffer = io.BytesIO()
    arrays = {}
    for name, pair in changes.items():
        for side, matrix in zip("ba", pair, strict=True):
            scale = np.abs(matrix).max() / _MOST or 1.0
            arrays[f"{name}.{side}"] = np.round(matrix / scale).astype(np.int8)
            arrays[f"{name}.{side}.scale"] = np.array(scale, dtype=np.float32)
    np.savez_compressed(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()


def adapter_from_bytes(data: bytes) -> Adapter:
    """The changes again; raises ValueError or KeyError where they are none."""
    with np.load(io.BytesIO(data), allow_pickle=False) as kept:

        def matrix(name: str) -> Numbers:
            whole: Numbers = kept[name].astype(np.float32) * kept[f"{name}.scale"]
            return whole

        names = [one.removesuffix(".b") for one in kept.files if one.endswith(".b")]
        return {name: (matrix(f"{name}.b"), matrix(f"{name}.a")) for name in names}
