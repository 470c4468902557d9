"""What every store must do, held against each: files with FAISS, and Milvus (milvus-lite) over the same client."""

import sys

import numpy as np
import pytest

from corpus.errors import IndexDamaged, IndexMismatch, ModelUnavailable, StoreUnavailable
from indexing.build import build_index
from indexing.chunk import ChunkKind
from indexing.engine import Sought
from indexing.filter import Filter
from indexing.hit import Signal
from indexing.index import open_index
from indexing.local import LocalStore
from indexing.milvus import MilvusStore
from indexing.milvus_rows import filter_to_expression
from indexing.words import characters
from tests.indexing.fakes import FakeEncoder, market_sheet, river_sheet, small_library

QUERIES = ["老城区哪些河道要清淤？", "谁负责市场补助的资金统筹", "2027年星级市场占比", "排污口排查由哪个局牵头", "垂柳"]


@pytest.fixture(scope="session")
def milvus_file(tmp_path_factory):
    return str(tmp_path_factory.mktemp("milvus") / "lite.db")


@pytest.fixture(params=["local", "milvus"])
def store(request, tmp_path, milvus_file):
    return LocalStore() if request.param == "local" else MilvusStore(milvus_file, tmp_path)


@pytest.fixture(scope="module", params=["local", "milvus"])
def opened(request, tmp_path_factory, milvus_file):
    """An index in each store, only read."""
    data_dir = tmp_path_factory.mktemp("opened")
    store = LocalStore() if request.param == "local" else MilvusStore(milvus_file, data_dir)
    build_index(small_library(), data_dir, FakeEncoder(), store=store)
    return open_index(data_dir, FakeEncoder(), store)


@pytest.fixture(scope="module")
def local(tmp_path_factory):
    """The reference: the same library in the local store."""
    data_dir = tmp_path_factory.mktemp("reference")
    build_index(small_library(), data_dir, FakeEncoder())
    return open_index(data_dir, FakeEncoder())


@pytest.mark.parametrize("query", QUERIES)
def test_every_store_ranks_and_scores_alike(opened, local, query):
    ours, expected = opened.search(query), local.search(query)
    assert [hit.chunk.id for hit in ours] == [hit.chunk.id for hit in expected]
    assert [hit.score for hit in ours] == pytest.approx([hit.score for hit in expected], abs=1e-5)
    for one, other in zip(ours, expected, strict=True):
        assert one.signals == pytest.approx(other.signals, abs=1e-4)


def test_higher_scores_are_better_in_every_signal(opened):
    """A text that is the query itself is nearest with cosine 1, and none of its scores is negative."""
    chunk = opened.chunks[0]
    engine, vector = opened._engine, FakeEncoder().encode_query(chunk.text)
    best = opened.search(chunk.text)[0]
    assert best.chunk == chunk
    assert best.signals[Signal.WORDS] > 0
    found = engine.candidates(Sought([], characters(chunk.text), vector), Filter(), 10)
    assert found.characters.min() >= 0
    assert int(found.numbers[found.characters.argmax()]) == 0
    assert found.near.cosines.tolist() == sorted(found.near.cosines.tolist(), reverse=True)
    assert -1.0001 <= found.near.cosines.min() <= found.near.cosines.max() <= 1.0001


@pytest.mark.parametrize(
    "filters",
    [
        {"documents": ["river"]},
        {"documents": ["market"], "kinds": [ChunkKind.PARAGRAPH]},
        {"kinds": [ChunkKind.ROW, ChunkKind.NOTE]},
        {"years": [2027]},
        {"years": [2026, 1949], "documents": ["river", "market"]},
        {"years": [1949]},
    ],
)
def test_filters_act_before_ranking(opened, filters):
    """Whatever the query, all that the filter lets through is found and nothing else."""
    expected = {
        chunk.id
        for chunk in opened.chunks
        if chunk.document_id in filters.get("documents", ["river", "market"])
        and chunk.kind in filters.get("kinds", list(ChunkKind))
        and (not filters.get("years") or set(filters["years"]) & set(chunk.years))
    }
    hits = {hit.chunk.id for hit in opened.search("市场和河道的目标", limit=100, **filters)}
    assert hits <= expected
    assert bool(hits) == bool(expected)


def test_a_vector_of_another_dimension_is_refused_with_both_numbers(opened):
    with pytest.raises(IndexMismatch, match=r"32 维.*5 维"):
        opened._engine.candidates(Sought([], ["河"], np.ones(5, np.float32)), Filter(), 10)


def test_a_vector_that_is_none_is_refused(opened):
    with pytest.raises(ModelUnavailable, match="NaN"):
        opened._engine.candidates(Sought([], ["河"], np.full(32, np.nan, np.float32)), Filter(), 10)


def test_vectors_with_nan_are_not_kept(tmp_path, store):
    class Broken(FakeEncoder):
        def _vector(self, _text):
            return np.full(self.dimension, np.nan, np.float32)

    with pytest.raises(ModelUnavailable, match="NaN"):
        build_index(small_library(), tmp_path, Broken(), store=store)


@pytest.mark.parametrize("query", ["的吗呢", "是什么", "鑫淼焱", "zzz qqq", "龘靐齉"])
def test_only_empty_words_or_rare_characters_find_nothing_by_words(opened, query):
    """Then vectors alone rank, and every hit says so; nothing is raised."""
    for hit in opened.search(query):
        assert hit.signals[Signal.WORDS] == 0
        assert 0 < hit.score <= 1
        assert hit.signals[Signal.CHARACTERS] > 0 or Signal.DENSE in hit.signals


@pytest.mark.parametrize("query", ["", " \n", "？！", "\x00"])
def test_nothing_to_look_for_finds_nothing(opened, query):
    assert opened.search(query) == []


def test_nothing_in_the_index_finds_nothing(tmp_path, store):
    from corpus.facts import Library

    build_index(Library((), ()), tmp_path, FakeEncoder(), store=store)
    assert open_index(tmp_path, FakeEncoder(), store).search("清淤") == []


def test_a_removed_document_is_found_by_no_signal(tmp_path, store):
    build_index(small_library(), tmp_path, FakeEncoder(), store=store)
    build_index(small_library(river_sheet()), tmp_path, FakeEncoder(), store=store)
    index = open_index(tmp_path, FakeEncoder(), store)
    query = market_sheet().text[:200]
    found = index._engine.candidates(
        Sought(index._words(query), characters(query), FakeEncoder().encode_query(query)), Filter(), 1000
    )
    assert len(found.numbers) <= len(index.chunks)
    assert {hit.chunk.document_id for hit in index.search(query, limit=1000)} == {"river"}


def test_two_builds_of_one_library_keep_the_same_files(tmp_path, store):
    first = build_index(small_library(), tmp_path, FakeEncoder(), store=store)
    again = build_index(small_library(), tmp_path, FakeEncoder(), store=store, rebuild=True)
    assert first[9:] == again[9:]


def test_an_index_of_one_store_is_not_opened_with_another(tmp_path, milvus_file):
    build_index(small_library(), tmp_path, FakeEncoder())
    with pytest.raises(IndexMismatch, match=r"local.*milvus"):
        open_index(tmp_path, FakeEncoder(), MilvusStore(milvus_file, tmp_path))


def collections(store):
    with store._client() as client:
        return {name for name in client.list_collections() if name.startswith(store._prefix)}


def test_collections_of_forgotten_generations_are_dropped(tmp_path, milvus_file):
    """Those of the last two generations stay, for whoever still reads the older one; other directories' do too."""
    other = MilvusStore(milvus_file, tmp_path / "other")
    build_index(small_library(), tmp_path / "other", FakeEncoder(), store=other)
    store = MilvusStore(milvus_file, tmp_path)
    for library in (small_library(), small_library(river_sheet()), small_library(market_sheet())):
        build_index(library, tmp_path, FakeEncoder(), store=store)
    assert len(collections(store)) == 2
    assert len(collections(other)) == 1


def test_a_collection_that_is_gone_is_noticed(tmp_path, milvus_file):
    store = MilvusStore(milvus_file, tmp_path)
    build_index(small_library(), tmp_path, FakeEncoder(), store=store)
    with store._client() as client:
        for name in collections(store):
            client.drop_collection(name)
    with pytest.raises(IndexDamaged, match="Milvus"):
        open_index(tmp_path, FakeEncoder(), store)
    build_index(small_library(), tmp_path, FakeEncoder(), store=store, rebuild=True)
    assert open_index(tmp_path, FakeEncoder(), store).search("清淤")


def test_a_half_filled_collection_is_filled_anew(tmp_path, milvus_file):
    """What a kill between two portions leaves."""
    store = MilvusStore(milvus_file, tmp_path)
    build_index(small_library(), tmp_path, FakeEncoder(), store=store)
    (name,) = collections(store)
    with store._client() as client:
        client.delete(name, ids=[0, 1, 2])
    build_index(small_library(), tmp_path, FakeEncoder(), store=store, rebuild=True)
    index = open_index(tmp_path, FakeEncoder(), store)
    assert index.search(index.chunks[0].text)[0].chunk == index.chunks[0]


def test_an_unreachable_server_is_said_and_leaves_what_was_there(tmp_path):
    """Nothing listens on port 1; a password in the address is not repeated."""
    before = build_index(small_library(), tmp_path, FakeEncoder())
    store = MilvusStore("http://user:s3cret@127.0.0.1:1", tmp_path)
    with pytest.raises(StoreUnavailable, match=r"127\.0\.0\.1:1") as caught:
        build_index(small_library(river_sheet()), tmp_path, FakeEncoder(), store=store)
    assert "ASSISTANT_MILVUS_URI" in caught.value.hint
    assert "s3cret" not in str(caught.value)
    assert open_index(tmp_path, FakeEncoder()).id == before


def test_a_missing_client_is_said(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pymilvus", None)
    with pytest.raises(StoreUnavailable, match="没有安装"):
        build_index(small_library(), tmp_path, FakeEncoder(), store=MilvusStore("x.db", tmp_path))


def test_expressions_hold_numbers_only():
    where = Filter(documents=(3, -1), kinds=(0,), years=(2025,))
    expression = "document in [3, -1] and kind in [0] and array_contains_any(years, [2025])"
    assert filter_to_expression(where) == expression
    assert filter_to_expression(Filter()) == ""
    with pytest.raises(ValueError, match="invalid literal"):
        filter_to_expression(Filter(documents=("0] or number in [1",)))
