"""Low-rank changes of the default model's weights."""

import numpy as np
import pytest

from indexing import transformer
from indexing.adapter import adapter, adapter_from_bytes, adapter_to_bytes
from indexing.model import unpacked
from indexing.transformer import model_files
from indexing.weights import PackedModel, Shape

SHAPE = Shape(hidden=32, layers=1, heads=1, feed_forward=32, vocabulary=1, positions=1, types=1)
CHANGE = (np.full((32, 2), 0.5, np.float32), np.full((2, 32), 0.25, np.float32))


class Blank(PackedModel):
    """A network whose weights are all 0."""

    def plain(self, _):
        return np.zeros(32, np.float32)

    def quantised(self, _, rows, columns, kept=None):
        return np.zeros((rows if kept is None else len(kept), columns), np.float32)


@pytest.fixture
def weights(monkeypatch):
    """The weights that are written, by their names in the network."""
    written = {}
    monkeypatch.setattr("safetensors.numpy.save", lambda tensors, _: written.update(tensors) or b"")
    monkeypatch.setattr(transformer, "_tokenizer", lambda *_: {})
    model = Blank(SHAPE, ("<s>",), np.zeros(1, np.float32), 3, 1, memoryview(b""), {})
    dict(model_files(model, {"l0.q": CHANGE}))
    return written


def test_a_change_is_added_to_its_own_matrix_only(weights):
    query = weights.pop("encoder.layer.0.attention.self.query.weight")
    assert query.shape == (32, 32)
    assert np.all(query == 0.25)
    assert not any(np.any(one) for one in weights.values())


def test_changes_are_kept_to_the_hundredth_of_their_greatest():
    change = (
        np.linspace(-1, 1, 64, dtype=np.float32).reshape(32, 2),
        np.linspace(0, 3, 64, dtype=np.float32).reshape(2, 32),
    )
    found = adapter_from_bytes(adapter_to_bytes({"l3.fi": change}))
    assert found.keys() == {"l3.fi"}
    for kept, given in zip(found["l3.fi"], change, strict=True):
        assert np.abs(kept - given).max() <= np.abs(given).max() / 200


def test_what_is_no_adapter_is_an_error():
    with pytest.raises(ValueError, match="pickled"):
        adapter_from_bytes(b"nothing of the kind")


def test_the_shipped_changes_belong_to_matrices_of_the_model():
    plain, changed = (dict(unpacked(changes)) for changes in ({}, adapter()))
    assert plain.keys() == changed.keys()
    assert {name for name in plain if plain[name] != changed[name]} == {"model.safetensors"}
