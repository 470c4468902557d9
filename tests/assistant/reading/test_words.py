"""Everyday words and what documents print for them."""

import pytest

from assistant.reading.words import everyday_words, official_words, terms_of
from corpus.understanding import folder_to_library


@pytest.mark.parametrize(
    ("words", "official"),
    [
        ("楼里考核没过关", "不合格"),
        ("企业会吃 亏", "差别化"),
        ("骗 的补贴", "骗取"),
        ("哪里不让放", "禁止"),
    ],
)
def test_everyday_words_also_mean_what_documents_print(library, words, official):
    forms = {form for term in terms_of(words, library).items for form in term.forms}
    assert official[:2] in forms


def test_a_long_official_word_is_not_said_by_a_part_that_stands_everywhere(tmp_path):
    others = ("医疗", "社会", "法治", "资金", "住房")
    text = "最低生活保障由县里定。\n" + "".join(f"{one}保障由市里定。\n" for one in others)
    (tmp_path / "aid.txt").write_text(text, encoding="utf-8")
    library = folder_to_library(tmp_path)
    (forms,) = (term.forms for term in terms_of("低保", library).items)
    assert {"低保", "最低", "低生", "生活", "活保"} == {*forms}


def test_a_single_character_is_an_everyday_word_only_by_itself():
    assert "骗取" in official_words("骗")
    assert "骗取" not in official_words("诈骗")


def test_an_everyday_word_that_no_text_uses_weighs_no_more_than_what_no_text_says(library):
    """房租 is 租金 here, which the texts say; 月球 they never say."""
    terms = {one.forms[0]: one.weight for one in terms_of("房租 月球", library).items}
    assert 0 < terms["房租"] < terms["月球"]


def test_no_everyday_word_is_listed_twice_or_stands_for_itself():
    rows = everyday_words()
    assert len(set(rows)) == len(rows)
    assert [one for one in rows if one[0] == one[1]] == []
