import numpy as np
import pytest

from corpus.errors import IndexDamaged, IndexMismatch, ModelUnavailable
from indexing import vectors as module
from indexing.vectors import VectorIndex


def unit_vectors(count, dimension=8, seed=1):
    made = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


VECTORS = unit_vectors(200)


@pytest.fixture(params=["exact", "graph"])
def index(request, monkeypatch):
    if request.param == "graph":
        monkeypatch.setattr(module, "_EXACT", 100)
    return VectorIndex.of(VECTORS)


def test_the_nearest_are_those_of_numpy(index):
    numbers, cosines = index.search(VECTORS[7], 5)
    expected = np.argsort(-(VECTORS @ VECTORS[7]))[:5]
    assert numbers.tolist() == expected.tolist()
    assert cosines == pytest.approx((VECTORS @ VECTORS[7])[expected], abs=1e-5)


@pytest.mark.parametrize("share", [0.03, 0.4, 0.8])
def test_a_filter_acts_before_ranking(index, share):
    """However few are allowed, the nearest of them are found, all 5 of them."""
    allowed = np.random.default_rng(2).random(200) < share
    numbers, _ = index.search(VECTORS[7], 5, allowed)
    expected = [number for number in np.argsort(-(VECTORS @ VECTORS[7])) if allowed[number]][:5]
    assert numbers.tolist() == expected


def test_more_wanted_than_there_are(index):
    """No padding and no error; a graph may not reach every one."""
    assert 190 <= len(set(index.search(VECTORS[0], 1000)[0].tolist())) <= 200
    allowed = np.zeros(200, dtype=np.bool_)
    assert len(index.search(VECTORS[0], 10, allowed)[0]) == 0


def test_bytes_make_the_same_index_again(index):
    again = VectorIndex.from_bytes(index.to_bytes(), 200, 8)
    assert again.search(VECTORS[3], 4)[0].tolist() == index.search(VECTORS[3], 4)[0].tolist()


def test_an_empty_index_finds_nothing():
    assert len(VectorIndex.of(np.empty((0, 8), np.float32)).search(VECTORS[0], 3)[0]) == 0


def test_a_query_of_another_dimension_is_refused_with_both_numbers(index):
    with pytest.raises(IndexMismatch, match=r"8 维.*5 维"):
        index.search(np.ones(5, np.float32), 3)


@pytest.mark.parametrize("wrong", [np.nan, np.inf])
def test_what_is_no_number_is_refused(index, wrong):
    broken = VECTORS.copy()
    broken[5, 2] = wrong
    with pytest.raises(ModelUnavailable):
        VectorIndex.of(broken)
    with pytest.raises(ModelUnavailable):
        index.search(broken[5], 3)


@pytest.mark.parametrize("damage", [b"", b"IxFI", b"\xff" * 400])
def test_bytes_that_are_no_index_are_refused(damage):
    with pytest.raises(IndexDamaged):
        VectorIndex.from_bytes(damage, 200, 8)


def test_an_index_of_another_size_is_refused():
    with pytest.raises(IndexDamaged):
        VectorIndex.from_bytes(VectorIndex.of(VECTORS).to_bytes(), 199, 8)


def test_sizes_written_into_the_bytes_do_not_allocate():
    """A file that claims 2**40 vectors is refused, not believed."""
    data = bytearray(VectorIndex.of(VECTORS).to_bytes())
    data[8:16] = (2**40).to_bytes(8, "little")
    with pytest.raises(IndexDamaged):
        VectorIndex.from_bytes(bytes(data), 200, 8)
