"""The network of a BERT checkpoint as ONNX Runtime computes it: from token numbers to one vector a token.

Only what tokens of one text see of each other is computed on texts filled up to the longest; all else on their own
tokens alone.

Written from the checkpoint's own names and sizes; its weights stay in model.safetensors. Equal to what transformers
computes (cosine 1 to seven digits), and nothing of torch is needed.
"""

import json
import struct
from pathlib import Path
from typing import Any, NamedTuple

from indexing.onnx import Graph, Place

IDS, POSITIONS, LENGTHS, SPREAD, KEPT = "ids", "positions", "lengths", "spread", "kept"
"""What the caller gives: of all tokens, text behind text, (tokens,) their numbers and where each stands in its text; of
each text (texts,) how many it has; (texts, longest) which of all tokens stands where, any behind the end of a text, and
(tokens,) where each stands in that, row behind row.
"""

_WEIGHTS = "model.safetensors"
_FLOAT, _INT = 1, 6


class _Sizes(NamedTuple):
    hidden: int
    heads: int
    layers: int
    epsilon: float

    @classmethod
    def of(cls, config: dict[str, Any]) -> "_Sizes":
        return cls(
            config["hidden_size"], config["num_attention_heads"], config["num_hidden_layers"], config["layer_norm_eps"]
        )


def folder_to_network(folder: Path) -> bytes:
    """The ONNX model that gives (texts, tokens, hidden) vectors; raises OSError, ValueError or KeyError where the
    folder holds no such checkpoint.
    """
    sizes = _Sizes.of(json.loads((folder / "config.json").read_bytes()))
    return _Network(sizes, _places(folder / _WEIGHTS)).to_bytes()


def _places(file: Path) -> dict[str, Place]:
    """Where each tensor of a safetensors file begins: after the header's size and the header."""
    with file.open("rb") as opened:
        (size,) = struct.unpack("<Q", opened.read(8))
        header = json.loads(opened.read(size))
    header.pop("__metadata__", None)
    return {name: _place(entry, 8 + size) for name, entry in header.items()}


def _place(entry: dict[str, Any], base: int) -> Place:
    begin, end = entry["data_offsets"]
    return Place(_WEIGHTS, entry["dtype"], tuple(entry["shape"]), base + begin, end - begin)


class _Network:
    """The layers, each a function of what the one before gives; tokens of all texts are rows of one matrix but where
    they look at each other.
    """

    def __init__(self, sizes: _Sizes, places: dict[str, Place]) -> None:
        self._sizes = sizes
        self._places = places
        self._graph = Graph()
        self._rows = self._graph.integers(-1, sizes.hidden)

    def to_bytes(self) -> bytes:
        graph = self._graph
        ids, positions = graph.input(IDS, "tokens"), graph.input(POSITIONS, "tokens")
        lengths = graph.node("Cast", graph.input(LENGTHS, "texts"), to=_INT)
        spread, kept = graph.input(SPREAD, "texts", "longest"), graph.input(KEPT, "tokens")
        tokens = self._embedded(ids, positions)
        for layer in range(self._sizes.layers):
            tokens = self._layer(f"encoder.layer.{layer}", tokens, lengths, spread, kept)
        graph.output(graph.node("Reshape", tokens, self._rows), "tokens", "hidden")
        return graph.to_bytes()

    def _embedded(self, ids: str, positions: str) -> str:
        first = self._looked_up("token_type", self._graph.integers(0))
        place = self._graph.node("Add", self._looked_up("position", positions), first)
        return self._normed("embeddings", self._graph.node("Add", self._looked_up("word", ids), place))

    def _layer(self, name: str, tokens: str, lengths: str, spread: str, kept: str) -> str:
        graph = self._graph
        asked = [
            graph.node("Gather", self._dense(f"{name}.attention.self.{part}", tokens), spread)
            for part in ("query", "key", "value")
        ]
        seen = graph.runtime_node("MultiHeadAttention", *asked, "", lengths, num_heads=self._sizes.heads)
        own = graph.node("Gather", graph.node("Reshape", seen, self._rows), kept)
        said = self._dense(f"{name}.attention.output.dense", own)
        tokens = self._normed(f"{name}.attention.output", graph.node("Add", said, tokens))
        wide = graph.node("Gelu", self._dense(f"{name}.intermediate.dense", tokens))
        return self._normed(f"{name}.output", graph.node("Add", self._dense(f"{name}.output.dense", wide), tokens))

    def _looked_up(self, table: str, numbers: str) -> str:
        """Rows of a table, which is kept as it is: only the rows become 32 bits long."""
        kept = self._graph.weights(self._places[f"embeddings.{table}_embeddings.weight"])
        return self._graph.node("Cast", self._graph.node("Gather", kept, numbers), to=_FLOAT)

    def _dense(self, name: str, tokens: str) -> str:
        return self._graph.node("Gemm", tokens, self._long(f"{name}.weight"), self._long(f"{name}.bias"), transB=1)

    def _normed(self, name: str, tokens: str) -> str:
        weights = (self._long(f"{name}.LayerNorm.{part}") for part in ("weight", "bias"))
        return self._graph.node("LayerNormalization", tokens, *weights, axis=-1, epsilon=self._sizes.epsilon)

    def _long(self, name: str) -> str:
        return self._graph.node("Cast", self._graph.weights(self._places[name]), to=_FLOAT)
