import json
import struct

import numpy as np
import pytest

from corpus.errors import DataDirUnusable, ModelUnavailable
from indexing import model
from indexing.model import default_model, folder_to_fingerprint
from indexing.transformer import pieces_to_keep
from indexing.weights import PackedModel, Shape, read_packed


@pytest.fixture
def small_source(monkeypatch):
    """The steps of unpacking without the 70 MB: what is written is small."""
    monkeypatch.setattr(model, "_source", lambda: b"")
    monkeypatch.setattr("indexing.weights.read_packed", lambda data: data)
    monkeypatch.setattr("indexing.transformer.model_files", lambda *_: iter([("config.json", b"{}"), ("1/w", b"abc")]))


@pytest.mark.usefixtures("small_source")
def test_a_model_is_unpacked_once(tmp_path):
    steps = []
    folder = default_model(tmp_path, lambda *step: steps.append(step))
    assert (folder / "1" / "w").read_bytes() == b"abc"
    assert steps[0] == ("解压向量模型", 0, 3)
    assert steps[-1] == ("解压向量模型", 3, 3)
    steps.clear()
    assert default_model(tmp_path, lambda *step: steps.append(step)) == folder
    assert steps == []


@pytest.mark.usefixtures("small_source")
@pytest.mark.parametrize("harm", ["flip", "remove", "digests"])
def test_a_damaged_model_is_unpacked_again(tmp_path, harm):
    folder = default_model(tmp_path)
    if harm == "flip":
        (folder / "1" / "w").write_bytes(b"abd")
    elif harm == "remove":
        (folder / "config.json").unlink()
    else:
        (folder / "sha256.json").write_bytes(b"\x00")
    assert (default_model(tmp_path) / "1" / "w").read_bytes() == b"abc"
    assert json.loads((folder / "sha256.json").read_bytes()).keys() == {"config.json", "1/w"}


@pytest.mark.usefixtures("small_source")
def test_what_a_killed_unpacking_and_earlier_versions_left_is_removed(tmp_path):
    for name in (".unpacking-1", "multilingual-e5-small-0"):
        (tmp_path / "models" / name).mkdir(parents=True)
    folder = default_model(tmp_path)
    assert sorted(path.name for path in folder.parent.iterdir()) == ["lock", folder.name]


@pytest.mark.usefixtures("small_source")
def test_a_model_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "models").write_bytes(b"")
    with pytest.raises(DataDirUnusable):
        default_model(tmp_path)


def test_missing_weights_are_said(tmp_path, monkeypatch):
    monkeypatch.setattr(model, "_PACKAGE", "no-such-package")
    with pytest.raises(ModelUnavailable, match="no-such-package"):
        default_model(tmp_path)


def test_other_weights_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(model, "_SOURCE_DIGEST", "0" * 64)
    with pytest.raises(ModelUnavailable, match="校验和"):
        default_model(tmp_path)


def test_the_fingerprint_is_of_the_content_not_of_the_folder(tmp_path):
    for name, content in (("a", b"1"), ("b", b"1"), ("c", b"2")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "config.json").write_bytes(content)
    assert folder_to_fingerprint(tmp_path / "a") == folder_to_fingerprint(tmp_path / "b")
    assert folder_to_fingerprint(tmp_path / "a") != folder_to_fingerprint(tmp_path / "c")


def test_chinese_and_common_ascii_pieces_are_kept():
    pieces = ("<s>", "<pad>", "</s>", "<unk>", "▁政策", "。", "▁2025", "ский", "の", "office")
    assert [pieces[index] for index in pieces_to_keep(pieces)][4:] == ["▁政策", "。", "▁2025", "office"]


def test_four_bit_groups_are_unpacked_by_hand():
    """Scale .5: the low half-bytes are the first 16 numbers, the high ones the last 16; each minus 8."""
    group = np.array([0.5], "<f2").tobytes() + bytes([0x0F] * 16)
    packed = PackedModel(
        Shape(32, 1, 1, 32, 1, 1, 1), (), np.empty(0, np.float32), 3, 1, memoryview(group), {"w": (0, 18)}
    )
    assert packed.quantised("w", 1, 32)[0].tolist() == [3.5] * 16 + [-4.0] * 16


def test_a_file_cut_short_is_an_error():
    with pytest.raises(struct.error):
        read_packed(b"E5S1\x01\x00\x00\x00")
