"""Texts of a question set become chunks as the prose of documents does, with a title to be found by."""

from eval.bench.chunking import documents_to_chunks, texts_to_chunks
from indexing.words import Words

LONG = "由区水务局牵头，对老城区河道实施清淤。" * 40


def contexts(documents, titles=()):
    return [chunk.context for chunk in documents_to_chunks(documents, dict(titles), Words())]


def test_a_long_text_is_cut_and_every_piece_has_the_title():
    assert contexts({"a": LONG}, {"a": "临江市河道治理方案"}.items()) == ["临江市河道治理方案"] * 2
    assert "".join(chunk.text for chunk in documents_to_chunks({"a": LONG}, {}, Words())) == LONG


def test_without_titles_the_first_line_of_a_text_that_is_cut_stands_for_it():
    assert (
        contexts({"a": "临江市河道治理方案\n" + LONG, "b": "临江市河道治理方案 " + LONG}) == ["临江市河道治理方案"] * 4
    )
    assert contexts({"a": "临江市河道治理方案\n短文。", "b": LONG}) == ["", "", ""]


def test_passages_for_speed_have_none():
    assert [chunk.context for chunk in texts_to_chunks(["甲 乙"])] == [""]
