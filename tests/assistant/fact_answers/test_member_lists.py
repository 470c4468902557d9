"""Whether a unit is listed as a member: from the list itself."""

from types import SimpleNamespace

import pytest

from assistant.fact_answers.member_lists import answer_whether_member
from assistant.understanding.understanding import question_to_query


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("鹿城楼宇经济领导小组的成员单位里有没有区财政局？", "有。"),
        ("鹿城领导小组的成员里有没有区体育局？", "没有。"),
        ("鹿城楼宇经济领导小组的成员单位里有没有区委宣传部？", "没有。"),
        ("太原方案有没有提到市教育局？", "没有。"),
    ],
)
def test_a_member_is_in_the_list_or_not(told, question, verdict):
    assert told(question).startswith(verdict)


def test_a_list_is_quoted(answer):
    """成员：区委办公室、区委组织部、…、区财政局、…."""
    [statement] = answer("鹿城领导小组的成员中有没有区财政局？").statements
    assert statement.evidence[0].quote.startswith("成员：区委办公室")


@pytest.mark.parametrize(
    "question", ["鹿城有没有停车场？", "各地文件有没有市商务局？", "鹿城任务中有没有区财政局牵头的？"]
)
def test_other_questions_are_left_to_others(library, question):
    assert answer_whether_member(question_to_query(question, library), SimpleNamespace(library=library)) is None
