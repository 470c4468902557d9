"""Words and characters answer while vectors are computed, and the index and every answer say so."""

import pytest

from corpus.errors import ModelUnavailable
from indexing.build import build_index
from indexing.hit import Signal
from indexing.index import open_index
from indexing.store import current, current_id
from tests.indexing.fakes import FakeEncoder, river_sheet, small_library


class WatchedEncoder(FakeEncoder):
    """Looks at the index, as another process would, at the moment when passages are embedded."""

    def __init__(self, data_dir, **options):
        super().__init__(**options)
        self.data_dir, self.seen = data_dir, []

    def encode_passages(self, texts, progress=lambda *_: None):
        if current_id(self.data_dir):
            index = open_index(self.data_dir, NoEncoder(fingerprint=current(self.data_dir).manifest.model))
            self.seen.append((index.id, index.pending, index.search("老城区河道清淤") if index.pending else []))
        return super().encode_passages(texts, progress)


class NoEncoder(FakeEncoder):
    def encode_query(self, _text):
        raise ModelUnavailable("不该用到模型。")


def test_during_the_first_build_words_and_characters_answer_without_a_model(tmp_path):
    build_index(small_library(), tmp_path, encoder := WatchedEncoder(tmp_path))
    name, pending, hits = encoder.seen[0]
    assert {(seen, state) for seen, state, _ in encoder.seen} == {(name, True)}
    assert pending
    assert "对老城区12条河道实施清淤" in hits[0].chunk.text
    assert set(hits[0].signals) == {Signal.WORDS, Signal.CHARACTERS}
    assert current_id(tmp_path) != name


def test_with_its_vectors_an_index_is_not_pending(index):
    assert not index.pending
    assert Signal.DENSE in index.search("河道清淤")[0].signals


def test_an_index_that_can_answer_is_not_replaced_by_one_without_vectors(data_dir):
    before, encoder = current_id(data_dir), WatchedEncoder(data_dir)
    build_index(small_library(river_sheet().paragraph("另设河道管护专班。")), data_dir, encoder)
    assert {(name, pending) for name, pending, _ in encoder.seen} == {(before, False)}


def test_an_index_of_another_model_is(data_dir):
    """With the new model it could not be searched at all."""
    build_index(small_library(), data_dir, encoder := WatchedEncoder(data_dir, fingerprint="other@1"))
    assert {pending for _, pending, _ in encoder.seen} == {True}


def test_where_every_vector_is_known_nothing_is_ever_pending(data_dir):
    before = current_id(data_dir)
    after = build_index(small_library(river_sheet()), data_dir, WatchedEncoder(data_dir))
    assert int(after[4:8]) == int(before[4:8]) + 1


def test_a_first_build_that_fails_leaves_nothing(tmp_path):
    class Failing(WatchedEncoder):
        def encode_passages(self, texts, progress=lambda *_: None):
            super().encode_passages(texts, progress)
            raise ModelUnavailable("模型中途退出。")

    with pytest.raises(ModelUnavailable):
        build_index(small_library(), tmp_path, encoder := Failing(tmp_path))
    assert encoder.seen[0][1]
    assert current_id(tmp_path) is None
    assert not list((tmp_path / "index").glob("gen-*"))


def test_a_build_with_another_model_that_fails_leaves_what_was_there(data_dir):
    class Failing(FakeEncoder):
        def encode_passages(self, _texts, _progress):
            raise ModelUnavailable("模型中途退出。")

    before = current_id(data_dir)
    with pytest.raises(ModelUnavailable):
        build_index(small_library(), data_dir, Failing(fingerprint="other@1"))
    assert current_id(data_dir) == before
    assert open_index(data_dir, FakeEncoder()).search("清淤")
