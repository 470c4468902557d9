import sqlite3

import numpy as np
import pytest

from indexing.passages import passages_to_vectors
from tests.indexing.fakes import FakeEncoder

TEXTS = ["河道清淤", "市场改造，面积更大", "岸线绿化"]


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache" / "passages.sqlite"


def test_vectors_come_in_the_order_of_the_texts(cache):
    encoder = FakeEncoder()
    expected = [encoder.encode_query(text) for text in TEXTS]
    assert np.array_equal(passages_to_vectors(TEXTS, encoder, cache), expected)


def test_no_text_is_embedded_twice(cache):
    """Not on the next run, and not where a text is there twice."""
    passages_to_vectors([*TEXTS, TEXTS[0]], first := FakeEncoder(), cache)
    passages_to_vectors([*TEXTS, "新的一段"], second := FakeEncoder(), cache)
    assert sorted(first.embedded) == sorted(TEXTS)
    assert second.embedded == ["新的一段"]


def test_another_model_shares_nothing(cache):
    passages_to_vectors(TEXTS, FakeEncoder(), cache)
    passages_to_vectors(TEXTS, other := FakeEncoder(fingerprint="other@1"), cache)
    assert sorted(other.embedded) == sorted(TEXTS)


def test_a_damaged_vector_is_computed_again(cache):
    passages_to_vectors(TEXTS, FakeEncoder(), cache)
    with sqlite3.connect(cache) as database:
        database.execute("UPDATE vectors SET vector = zeroblob(128) WHERE rowid = 1")
    database.close()
    vectors = passages_to_vectors(TEXTS, again := FakeEncoder(), cache)
    assert len(again.embedded) == 1
    assert np.array_equal(vectors, [again.encode_query(text) for text in TEXTS])


def test_a_file_that_is_no_cache_is_made_anew(cache):
    cache.parent.mkdir()
    cache.write_bytes(b"not a database at all" * 100)
    passages_to_vectors(TEXTS, encoder := FakeEncoder(), cache)
    assert len(encoder.embedded) == 3


def test_no_texts_have_no_vectors(cache):
    assert passages_to_vectors([], FakeEncoder(), cache).shape == (0, 32)
