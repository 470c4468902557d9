import threading

import pytest

from corpus.errors import IndexDamaged, IndexMismatch, UnknownDocument
from indexing import index as module
from indexing.chunk import ChunkKind
from indexing.hit import Signal
from indexing.index import open_index
from indexing.llama import IndexRetriever
from indexing.store import current
from tests.indexing.fakes import FakeEncoder


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("老城区哪些河道要清淤？", "对老城区12条河道实施清淤"),
        ("谁负责市场补助的资金统筹", "县商务局负责资金统筹"),
        ("排污口排查由哪个局牵头", "排查排污口200个"),
    ],
)
def test_the_best_hit_is_the_one_that_says_it(index, query, words):
    assert words in index.search(query)[0].chunk.text


def test_every_signal_is_reported(index):
    hit = index.search("河道清淤")[0]
    assert set(hit.signals) == set(Signal)
    assert hit.signals[Signal.WORDS] > 0
    assert -1 <= hit.signals[Signal.DENSE] <= 1.0001


def test_scores_fall_and_stay_between_0_and_1(index):
    scores = [hit.score for hit in index.search("到2027年星级市场占比", limit=50)]
    assert scores == sorted(scores, reverse=True)
    assert 0 < scores[-1] <= scores[0] <= 1.0001


def test_a_document_is_a_hard_filter(index):
    """Even where another document has the very words."""
    assert {hit.chunk.document_id for hit in index.search("农贸市场改造", documents=["river"], limit=50)} == {"river"}


def test_filters_for_kinds_and_years(index):
    assert {hit.chunk.kind for hit in index.search("区水务局", kinds=[ChunkKind.ROW])} == {ChunkKind.ROW}
    assert all(2027 in hit.chunk.years for hit in index.search("目标是多少", years=[2027]))
    assert index.search("目标是多少", years=[1949]) == []


def test_an_unknown_document_is_said(index):
    with pytest.raises(UnknownDocument, match="nowhere"):
        index.search("清淤", documents=["nowhere"])


@pytest.mark.parametrize("query", ["", " \n", "？！", "的吗", "是什么？"])
def test_a_query_with_nothing_to_look_for_finds_nothing_or_little(index, query):
    assert index.search(query, limit=0) == []
    assert isinstance(index.search(query), list)


@pytest.mark.parametrize("query", ["", " \n", "？！", "\x00\x01"])
def test_a_query_without_words_finds_nothing(index, query):
    assert index.search(query) == []


def test_fewer_chunks_than_wanted_are_all_that_come(index):
    assert len(index.search("清淤 市场 目标", limit=10_000)) <= len(index.chunks)


def test_another_model_is_noticed_at_the_first_search(data_dir):
    other = open_index(data_dir, FakeEncoder(fingerprint="other@1"))
    with pytest.raises(IndexMismatch, match=r"fake@1.*other@1") as caught:
        other.search("清淤")
    assert "policy-assistant index" in caught.value.hint


def test_a_model_that_gives_other_vectors_under_the_same_name_is_noticed(data_dir):
    """The canary: the fingerprint is the same, the vectors are not."""

    class Drifted(FakeEncoder):
        def _vector(self, text):
            return super()._vector(text)[::-1].copy()

    with pytest.raises(IndexMismatch):
        open_index(data_dir, Drifted()).search("清淤")


def test_words_cut_with_another_dictionary_are_noticed(data_dir, monkeypatch):
    """jieba's own dictionary has changed under the index, by an update of the package."""
    monkeypatch.setattr(module, "segmenter", lambda: "jieba 9@0123")
    with pytest.raises(IndexMismatch, match=r"jieba 0\..*jieba 9@0123"):
        open_index(data_dir, FakeEncoder())


def test_a_dictionary_file_of_another_corpus_is_noticed(data_dir):
    path = current(data_dir).folder / "dictionary.json"
    path.write_text('["别的词"]', encoding="utf-8")
    with pytest.raises(IndexDamaged, match=r"dictionary\.json"):
        open_index(data_dir, FakeEncoder())


def test_an_index_of_an_older_version_is_said(data_dir, monkeypatch):
    monkeypatch.setattr(module, "LAYOUT", 99)
    with pytest.raises(IndexMismatch, match="另一版本"):
        open_index(data_dir, FakeEncoder())


def test_a_model_of_another_dimension_is_noticed(data_dir):
    with pytest.raises(IndexMismatch):
        open_index(data_dir, FakeEncoder(dimension=16)).search("清淤")


def test_threads_share_an_index(index):
    found = []
    threads = [threading.Thread(target=lambda: found.append(index.search("河道清淤")[0].chunk.id)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_llama_index_retrieves_through_it(index):
    """A real BaseRetriever: nodes in our order, with the place to cite."""
    nodes = IndexRetriever(index, documents=["market"], limit=3).retrieve("农贸市场补助多少")
    hits = index.search("农贸市场补助多少", documents=["market"], limit=3)
    assert [node.node.node_id for node in nodes] == [hit.chunk.id for hit in hits]
    assert nodes[0].node.metadata["place"].startswith("《望山县农贸市场改造实施意见》")
