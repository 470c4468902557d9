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
@pytest.mark.parametrize("instructions", [{}, {"avx512_bf16": True}])
def test_with_short_weights_and_without_the_vectors_are_the_same_to_search(embedder, monkeypatch, instructions):
    """Also on a processor that has no instructions for them, where the library computes them more slowly."""
    import torch

    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: instructions)
    other = Embedder(embedder._data_dir)
    texts = ["由区商务委牵头，各镇配合，2025年底前完成。", "推广垂柳、水杉等本地树种。"]
    weights = {parameter.dtype for name, parameter in other._loaded().named_parameters() if "dense.weight" in name}
    assert weights == {torch.bfloat16 if instructions else torch.float32}
    for text, one, two in zip(texts, embedder.encode_passages(texts), other.encode_passages(texts), strict=True):
        assert one.dtype == two.dtype == np.float32
        assert one @ two > 0.9995, text
