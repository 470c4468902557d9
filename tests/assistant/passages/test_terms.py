"""Questions as weighted words."""

import pytest

from assistant.passages.terms import question_to_terms, rarity_of, without_names, word_list
from tests.assistant.making import five_documents


@pytest.fixture(scope="module")
def rarity():
    return rarity_of(five_documents())


def test_asking_words_and_places_have_no_weight(rarity):
    terms = question_to_terms("请问鹿城的“楼事会”由哪些人组成？", rarity, without=["鹿城"])
    assert {"楼事", "事会"} <= set(terms.weights)
    assert not {"请问", "鹿城", "哪些"} & set(terms.weights)


def test_weights_sum_up_to_one_and_rare_words_weigh_most(rarity):
    terms = question_to_terms("太原楼宇的垂直工厂", rarity, without=["太原"])
    assert sum(terms.weights.values()) == pytest.approx(1)
    assert terms.weights["垂直"] > terms.weights["楼宇"]


def test_the_thing_asked_for_weighs_more_than_what_is_around_it(rarity):
    terms = question_to_terms("依托什么信息化平台管楼宇", rarity)
    assert terms.weights["平台"] > terms.weights["楼宇"]


def test_single_characters_that_are_no_word_join_their_neighbours(rarity):
    assert "空置税" in word_list("写字楼空置税", rarity)


def test_a_question_of_nothing_but_asking_words_has_no_terms(rarity):
    terms = question_to_terms("请问是什么呢", rarity)
    assert terms.weights == {}
    assert terms.covered("什么") == 0


def test_characters_put_together_weigh_less_than_words(rarity):
    terms = question_to_terms("桐乡靠老行当招商", rarity)
    assert terms.weights["行当"] > terms.weights.get("当招", 0)


def test_words_of_asking_for_a_time_or_a_share_say_nothing_of_the_matter(rarity):
    assert "百分" not in question_to_terms("租金按百分之几补贴", rarity).weights
    weights = question_to_terms("什么时候提出申请", rarity).weights
    assert weights["申请"] > weights.get("时候", 0)


def test_names_are_taken_out_but_not_out_of_an_area_of_its_own():
    assert without_names("嘉兴市本级有几幢，嘉兴市呢", ["嘉兴", "嘉兴市"]) == "市本级有几幢，呢"
    assert without_names("有几幢", []) == "有几幢"
