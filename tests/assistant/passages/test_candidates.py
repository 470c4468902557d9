"""Found chunks as scored sentences."""

import pytest

from assistant.passages.asked import question_to_wanted
from assistant.passages.candidates import hits_to_candidates, hits_to_likeness, scored
from assistant.passages.terms import Terms
from indexing.chunk import Chunk, ChunkKind
from indexing.hit import Hit, Signal
from tests.assistant.making import library, place

OTHERS = [f"第{number}段说别的事。" for number in range(12)]
TEXTS = ("老旧楼宇加装电梯。", "企业属地注册。", *OTHERS)


def hits(cosines):
    chunks = [
        Chunk(id=str(at), kind=ChunkKind.PARAGRAPH, text=text, context="", place=place("a", at + 1))
        for at, text in enumerate(TEXTS)
    ]
    return [
        Hit(chunk, 0.5, {} if cosine is None else {Signal.DENSE: cosine})
        for chunk, cosine in zip(chunks, cosines, strict=True)
    ]


def ranked(cosines, *pairs):
    terms = Terms({pair: 1 / len(pairs) for pair in pairs})
    candidates = hits_to_candidates(hits(cosines), library(documents=("a",)))
    return scored(candidates, terms, question_to_wanted("旧房子怎么让人上下方便？"))


def test_likeness_counts_standard_deviations_from_the_mean():
    likeness = hits_to_likeness(hits([0.9, 0.8] + [0.8] * 12))
    assert likeness["0"] == pytest.approx(13**0.5)
    assert likeness["1"] < 0


@pytest.mark.parametrize("cosines", [[0.8] * 14, [None] * 14, [0.9] + [None] * 13])
def test_cosines_that_do_not_differ_or_are_too_few_tell_nothing(cosines):
    assert hits_to_likeness(hits(cosines)) == {}


def test_what_says_the_same_in_other_words_is_found_by_its_meaning_alone():
    found = ranked([0.9, 0.8] + [0.8] * 12, "房子", "方便")
    assert [item.candidate.text for item in found] == ["老旧楼宇加装电梯。"]
    assert found[0].held == frozenset()


def test_without_vectors_only_shared_words_count():
    assert ranked([None] * 14, "房子", "方便") == []
    assert [item.candidate.text for item in ranked([None] * 14, "注册")] == ["企业属地注册。"]


def test_meaning_decides_between_sentences_that_share_as_much():
    found = ranked([0.8, 0.9] + [0.8] * 12, "楼宇", "企业")
    assert found[0].candidate.text == "企业属地注册。"
