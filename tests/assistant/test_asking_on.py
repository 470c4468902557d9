"""Follow-ups that ask on: the sum of the last two, who takes part."""

import pytest

from assistant.asking_on import with_both, with_other_aspect
from tests.assistant.making import five_documents


@pytest.mark.parametrize(
    "question", ["它俩加起来？", "他们两个加起来呢？", "二者之和是多少？", "两个加起来呢", "它俩差多少？"]
)
def test_the_last_two_questions_are_set_against_each_other(question):
    lasts = ["鹿城2024年去化面积多少？", "鹿城2025年去化面积多少？"]
    understood = with_both(question.replace("俩", "两个"), lasts, five_documents())
    assert understood is not None
    assert "2024年和2025年" in understood
    assert "它" not in understood
    assert "他" not in understood


@pytest.mark.parametrize("question", ["谁一起干？", "谁来配合？", "责任单位呢？"])
def test_who_takes_part(question):
    assert with_other_aspect(question, "鹿城第9项") == "鹿城第9项的责任单位有哪些？"


def test_another_question_is_none_of_these():
    assert with_other_aspect("谁负责的最多", "鹿城第9项") is None
