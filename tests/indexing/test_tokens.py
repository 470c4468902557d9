"""Words of chunks kept by content: equal to words cut now, and cut again only where a word that stands there is new."""

import pytest

from corpus.place import Place
from indexing import tokens
from indexing.chunk import Chunk, ChunkKind
from indexing.tokens import chunk_to_tokens, chunks_to_words
from indexing.words import Words


def chunk(document, text):
    place = Place(document_id=document, document_name="方案", path=(), line=1)
    return Chunk(id=f"{document}-1", kind=ChunkKind.PARAGRAPH, text=text, context="方案", place=place)


CHUNKS = [chunk("a", "由区商务委牵头新增商务楼宇"), chunk("b", "市文旅局负责举办活动")]


@pytest.fixture
def cut(monkeypatch):
    """The texts that are cut into words."""
    seen = []

    def watched(one, tokenize):
        seen.append(one.place.document_id)
        return chunk_to_tokens(one, tokenize)

    monkeypatch.setattr(tokens, "chunk_to_tokens", watched)
    return seen


def test_what_is_kept_is_what_would_be_cut(tmp_path, cut):
    words = Words(("区商务委",))
    first = chunks_to_words(CHUNKS, words, tmp_path)
    assert first == [chunk_to_tokens(one, words) for one in CHUNKS]
    assert chunks_to_words(CHUNKS, words, tmp_path) == first
    assert cut == ["a", "b"]


def test_a_new_word_costs_the_documents_it_stands_in(tmp_path, cut):
    chunks_to_words(CHUNKS, Words(("区商务委",)), tmp_path)
    new = Words(("区商务委", "市文旅局", "别处没有"))
    assert chunks_to_words(CHUNKS, new, tmp_path) == [chunk_to_tokens(one, new) for one in CHUNKS]
    assert cut == ["a", "b", "b"]


def test_what_is_damaged_is_cut_again_and_what_is_gone_forgotten(tmp_path, cut):
    words = Words()
    first = chunks_to_words(CHUNKS, words, tmp_path)
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes() + b" ")
    assert chunks_to_words(CHUNKS, words, tmp_path) == first
    assert cut == ["a", "b", "a", "b"]
    chunks_to_words(CHUNKS[:1], words, tmp_path)
    assert len(list(tmp_path.iterdir())) == 1
