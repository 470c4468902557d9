"""Found chunks as scored sentences."""

import pytest

from assistant.passages.asked import question_to_wanted
from assistant.passages.candidates import hits_to_candidates, hits_to_likeness, scored, with_meanings
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


def test_of_a_passage_the_sentence_that_means_the_same_comes_first():
    candidates = hits_to_candidates(hits([None] * 14), library(documents=("a",)))
    cosines = {candidate.text: 0.8 for candidate in candidates} | {"企业属地注册。": 0.9}
    terms = Terms({"楼宇": 0.5, "企业": 0.5})
    best = scored(with_meanings(candidates, cosines, 0.1), terms, question_to_wanted("公司怎么留在本地？"))[0].candidate
    assert best.text == "企业属地注册。"
    assert best.meaning == pytest.approx(13**0.5)
    assert best.distance == pytest.approx(1.0)


def test_the_short_sentence_that_names_what_follows_is_its_lead():
    chunk = Chunk(
        id="1", kind=ChunkKind.PARAGRAPH, text="协调联动机制。各镇建立专班。", context="", place=place("a", 1)
    )
    candidates = hits_to_candidates([Hit(chunk, 0.5, {})], library(documents=("a",)))
    assert [(one.text, one.lead) for one in candidates] == [("各镇建立专班。", "协调联动机制。")]


def test_a_part_comes_before_the_whole_only_where_it_is_asked_for():
    texts = ("其中市本级空置率23.3%。", "全市空置率24.4%。")
    chunk = Chunk(id="1", kind=ChunkKind.PARAGRAPH, text="".join(texts), context="", place=place("a", 1))
    candidates = hits_to_candidates([Hit(chunk, 0.5, {})], library(documents=("a",)))
    wanted = question_to_wanted("空置率多少？")
    whole = scored(candidates, Terms({"空置": 0.5, "置率": 0.5}), wanted)
    assert [item.candidate.text for item in whole] == [texts[1], texts[0]]
    part = scored(candidates, Terms({"市本": 0.2, "空置": 0.4, "置率": 0.4}), wanted)
    assert [item.candidate.text for item in part] == list(texts)
