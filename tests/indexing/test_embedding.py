import subprocess
import sys
from types import SimpleNamespace

import numpy as np
import pytest

from corpus.errors import ModelUnavailable
from indexing.canaries import CANARIES, worst_cosine
from indexing.embedding import Embedder


def test_a_model_that_is_nowhere_is_said_without_a_network(tmp_path):
    with pytest.raises(ModelUnavailable, match="nobody/nothing") as caught:
        Embedder(tmp_path, "nobody/nothing").encode_query("你好")
    assert "不联网" in caught.value.hint


def test_a_folder_that_is_no_model_is_said(tmp_path):
    (tmp_path / "notes.txt").write_text("x")
    with pytest.raises(ModelUnavailable):
        Embedder(tmp_path, str(tmp_path)).encode_query("你好")


def test_canaries_tell_a_model_that_works_from_one_that_does_not():
    vectors = {canary.text: canary.vector for canary in CANARIES}
    assert worst_cosine(lambda text: vectors[text] * 3) == pytest.approx(1)
    assert worst_cosine(lambda text: vectors[text][::-1]) < 0.9
    assert np.isnan(worst_cosine(lambda text: vectors[text] * np.nan))


@pytest.mark.model
def test_the_unpacked_model_agrees_with_the_wheels_own_engine(embedder):
    """The expected vectors are the wheel's C engine's; the prompts are the model's own."""
    query, passage = CANARIES[0], CANARIES[1]
    found = embedder.encode_query(query.text.removeprefix("query: "))
    assert found @ query.vector / np.linalg.norm(query.vector) > 0.999
    found = embedder.encode_passages([passage.text.removeprefix("passage: ")])[0]
    assert found @ passage.vector / np.linalg.norm(passage.vector) > 0.999


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
            return np.stack([next(canary.vector for canary in CANARIES if canary.text in texts)[::-1]])

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
