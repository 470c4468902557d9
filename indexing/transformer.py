"""The network of the default embedding model: unpacked weights under the names of a standard BERT checkpoint.

Keeps the vocabulary that Chinese policy text uses and writes every file of a sentence-transformers folder with plain
JSON and safetensors, so that unpacking needs neither torch nor sentence-transformers. Knows no paths.
"""

import json
import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from indexing.adapter import Adapter
from indexing.weights import PackedModel

Array = NDArray[np.float16]

_SPECIAL = 4
"""<s>, <pad>, </s>, <unk> come first."""
_FREQUENT = 60_000
"""Pieces are in order of frequency; ASCII words behind this rank are other languages' and rare names."""
_USED = re.compile(
    "[\u2581\x21-\x7e\u00b0-\u00b7\u00d7\u2000-\u206f\u2190-\u22ff\u2460-\u25ff\u3000-\u303f\u3200-\u33ff"
    "\u3400-\u9fff\uff00-\uffef]+"
)
_LATIN = re.compile("[A-Za-z]{3}")
_LAYER = (
    ("ao", "attention.output.dense"),
    ("fi", "intermediate.dense"),
    ("fo", "output.dense"),
    ("k", "attention.self.key"),
    ("q", "attention.self.query"),
    ("v", "attention.self.value"),
)
_TOKENS = 512


def pieces_to_keep(pieces: tuple[str, ...]) -> list[int]:
    """Indexes, in order, of the special pieces and of those made of Chinese, ASCII and the marks of Chinese print."""
    return [index for index, piece in enumerate(pieces) if index < _SPECIAL or _is_used(piece, index)]


def model_files(model: PackedModel, changes: Adapter) -> Iterator[tuple[str, bytes]]:
    """Every file of the sentence-transformers folder, with `changes` added to the weights: its name in the folder and
    its content, always the same bytes.
    """
    keep = pieces_to_keep(model.pieces)
    yield "model.safetensors", _weights(model, changes, keep)
    yield "tokenizer.json", _json(_tokenizer(model, keep))
    for name, content in _settings(model, len(keep)).items():
        yield name, _json(content)


def _is_used(piece: str, index: int) -> bool:
    return bool(_USED.fullmatch(piece)) and (index < _FREQUENT or not _LATIN.search(piece))


def _weights(model: PackedModel, changes: Adapter, keep: list[int]) -> bytes:
    from safetensors.numpy import save

    tensors = {
        "embeddings.word_embeddings.weight": _half(model.words(keep)),
        "embeddings.position_embeddings.weight": _half(model.plain("emb.pos").reshape(-1, model.shape.hidden)),
        "embeddings.token_type_embeddings.weight": _token_types(model),
        "embeddings.LayerNorm.weight": _half(model.plain("emb.ln.w")),
        "embeddings.LayerNorm.bias": _half(model.plain("emb.ln.b")),
        # Never used (passages are the mean of their tokens), but a checkpoint without it is reported as incomplete.
        "pooler.dense.weight": np.zeros((model.shape.hidden, model.shape.hidden), np.float16),
        "pooler.dense.bias": np.zeros(model.shape.hidden, np.float16),
    }
    for layer in range(model.shape.layers):
        tensors |= _layer(model, changes, layer)
    return save({name: np.ascontiguousarray(tensor) for name, tensor in sorted(tensors.items())}, {"format": "pt"})


def _token_types(model: PackedModel) -> Array:
    """The file may carry one row for both token types; passages only ever use the first."""
    rows = model.plain("emb.type").reshape(-1, model.shape.hidden)
    return _half(np.resize(rows, (model.shape.types, model.shape.hidden)))


def _layer(model: PackedModel, changes: Adapter, layer: int) -> dict[str, Array]:
    hidden, wide = model.shape.hidden, model.shape.feed_forward
    sizes = {"fi": (wide, hidden), "fo": (hidden, wide)}
    ours, theirs = f"l{layer}.", f"encoder.layer.{layer}."
    tensors = {}
    for short, long in _LAYER:
        weight = model.quantised(f"{ours}{short}.w", *sizes.get(short, (hidden, hidden)))
        if change := changes.get(f"{ours}{short}"):
            weight = weight + change[0] @ change[1]
        tensors[f"{theirs}{long}.weight"] = _half(weight)
        tensors[f"{theirs}{long}.bias"] = _half(model.plain(f"{ours}{short}.b"))
    for short, long in (("aln", "attention.output.LayerNorm"), ("oln", "output.LayerNorm")):
        tensors[f"{theirs}{long}.weight"] = _half(model.plain(f"{ours}{short}.w"))
        tensors[f"{theirs}{long}.bias"] = _half(model.plain(f"{ours}{short}.b"))
    return tensors


def _half(tensor: NDArray[np.float32]) -> Array:
    return tensor.astype(np.float16)


def _tokenizer(model: PackedModel, keep: list[int]) -> dict[str, object]:
    special = [
        {"id": index, "content": piece, "special": True}
        | dict.fromkeys(("single_word", "lstrip", "rstrip", "normalized"), False)
        for index, piece in enumerate(model.pieces[:_SPECIAL])
    ]
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": special,
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                {"type": "NFKC"},
                {"type": "Replace", "pattern": {"Regex": "[\n\r\t]"}, "content": " "},
                {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "},
            ],
        },
        "pre_tokenizer": _METASPACE,
        "post_processor": _FRAME,
        "decoder": _METASPACE,
        "model": {
            "type": "Unigram",
            "unk_id": model.unknown,
            "vocab": [[model.pieces[index], float(model.scores[index])] for index in keep],
            "byte_fallback": False,
        },
    }


_METASPACE = {"type": "Metaspace", "replacement": "\u2581", "prepend_scheme": "always", "split": True}
_FRAME = {
    "type": "TemplateProcessing",
    "single": [
        {"SpecialToken": {"id": "<s>", "type_id": 0}},
        {"Sequence": {"id": "A", "type_id": 0}},
        {"SpecialToken": {"id": "</s>", "type_id": 0}},
    ],
    "pair": [
        {"SpecialToken": {"id": "<s>", "type_id": 0}},
        {"Sequence": {"id": "A", "type_id": 0}},
        {"SpecialToken": {"id": "</s>", "type_id": 0}},
        {"SpecialToken": {"id": "</s>", "type_id": 0}},
        {"Sequence": {"id": "B", "type_id": 0}},
        {"SpecialToken": {"id": "</s>", "type_id": 0}},
    ],
    "special_tokens": {
        "<s>": {"id": "<s>", "ids": [0], "tokens": ["<s>"]},
        "</s>": {"id": "</s>", "ids": [2], "tokens": ["</s>"]},
    },
}


def _settings(model: PackedModel, vocabulary: int) -> dict[str, object]:
    shape = model.shape
    modules = "sentence_transformers.models."
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "dtype": "float32",
            "hidden_act": "gelu",
            "hidden_size": shape.hidden,
            "intermediate_size": shape.feed_forward,
            "layer_norm_eps": 1e-12,
            "max_position_embeddings": shape.positions,
            "num_attention_heads": shape.heads,
            "num_hidden_layers": shape.layers,
            "pad_token_id": model.padding,
            "type_vocab_size": shape.types,
            "vocab_size": vocabulary,
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "bos_token": "<s>",
            "cls_token": "<s>",
            "eos_token": "</s>",
            "sep_token": "</s>",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
            "model_max_length": _TOKENS,
        },
        "sentence_bert_config.json": {"max_seq_length": _TOKENS, "do_lower_case": False},
        "config_sentence_transformers.json": {
            "prompts": {"query": "query: ", "document": "passage: "},
            "default_prompt_name": None,
            "similarity_fn_name": "cosine",
        },
        "modules.json": [
            {"idx": 0, "name": "0", "path": "", "type": f"{modules}Transformer"},
            {"idx": 1, "name": "1", "path": "1_Pooling", "type": f"{modules}Pooling"},
            {"idx": 2, "name": "2", "path": "2_Normalize", "type": f"{modules}Normalize"},
        ],
        "1_Pooling/config.json": {"word_embedding_dimension": shape.hidden, "pooling_mode_mean_tokens": True},
        "2_Normalize/config.json": {},
    }


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
