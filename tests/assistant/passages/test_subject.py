"""What a document is about as a whole."""

import pytest

from assistant.passages.subject import speaks_of_subject, subject_of
from assistant.passages.terms import Rarity, rarity_of
from indexing.words import Words
from tests.assistant.making import document, five_documents


@pytest.fixture(scope="module")
def rarity():
    return rarity_of(five_documents())


def test_the_subject_is_what_the_title_shares_most_with_the_text(rarity):
    assert {subject_of(one, rarity) for one in five_documents().documents.values()} == {"楼宇"}


def test_another_corpus_brings_its_own_subject():
    rarity = Rarity({"养老": 40, "服务": 12}, 50, Words())
    assert subject_of(document("x", title="某市养老服务条例"), rarity) == "养老"


def test_a_title_of_which_the_corpus_says_nothing_has_no_subject():
    assert subject_of(document("x", title="说明"), Rarity({}, 0, Words())) == ""


@pytest.mark.parametrize(
    ("question", "speaks"),
    [
        ("太原住不满一半的楼打算怎么救活？", True),
        ("这份规划管到哪一年？", True),
        ("太原有什么好吃的？", False),
        ("鹿城驾照怎么换证？", False),
    ],
)
def test_one_character_of_the_subject_or_naming_the_document_is_enough(rarity, question, speaks):
    assert speaks_of_subject(question, five_documents().documents.values(), rarity) is speaks
