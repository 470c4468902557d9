from types import SimpleNamespace

import pytest

from assistant.fact_answers.comparing import answer_compared_targets
from assistant.understanding.understanding import question_to_query


def test_one_line_for_every_document(answer, told):
    question = "五地对2025年楼宇入驻率的目标分别是多少？"
    lines = told(question).splitlines()
    assert [line.split("：")[0] for line in lines[:5]] == ["青浦", "苏州", "太原", "鹿城", "嘉兴"]
    assert "未提出" in lines[0]
    assert "70%以上" in lines[2]
    assert "85%" in lines[3]
    assert "没有2025年的目标" in lines[4]
    assert answer(question).comparison is not None


def test_other_words_for_one_thing(told):
    text = told("比较一下青浦和鹿城的属地注册率目标")
    assert "入驻企业注册落地率60%" in text
    assert "2025年85%" in text
    assert "纳税" not in text
    assert "口径不尽相同" in text


def test_numbers_that_do_not_compare_are_not_ranked(told):
    assert "不能直接排出高低" in told("哪个城市的亿元楼宇累计目标最高？")


def test_prose_is_left_to_the_passages(answer):
    assert answer("五地分别依托什么信息化平台管楼宇？") is None
    assert answer("比亿元楼更高一档的目标，比如月亿楼、5亿、10亿，哪几地提了？") is None


@pytest.mark.parametrize(
    ("question", "compared"),
    [
        ("新增亿元楼宇和举办楼宇推介活动各要达到多少？", False),  # Suzhou alone has these goals
        ("改造存量楼宇和新增亿元楼宇各要达到多少？", True),
    ],
)
def test_goals_of_one_document_alone_are_not_compared(library, question, compared):
    draft = answer_compared_targets(question_to_query(question, library), SimpleNamespace(library=library))
    assert (draft is not None) is compared
