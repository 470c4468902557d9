"""Follow-ups made standalone."""

import pytest

from assistant.answer import Answer, AnswerKind, Scope, Status
from assistant.conversation import Ambiguity, standalone
from tests.assistant.making import five_documents


def turn(understood, *documents):
    return Answer(
        question=understood,
        understood=understood,
        status=Status.ANSWERED,
        kind=AnswerKind.FACT,
        answer="",
        scope=Scope(documents=documents),
        index="gen-test",
        elapsed_ms=0,
    )


@pytest.mark.parametrize(
    ("before", "document", "question", "expected"),
    [
        ("青浦的文号是什么？", "qingpu", "那太原呢？", "太原的文号是什么？"),
        ("青浦的文号是什么？", "qingpu", "苏州那边呢？", "苏州的文号是什么？"),
        ("鹿城2025年企业入驻率是多少？", "lucheng", "2026年呢？", "鹿城2026年企业入驻率是多少？"),
        ("嘉兴2015年底空置率多少？", "jiaxing", "市本级呢？", "嘉兴市本级2015年底空置率多少？"),
        ("赵巷镇2025年新增办公面积目标是多少？", "qingpu", "那徐泾同一年呢？", "徐泾镇2025年新增办公面积目标是多少？"),
        ("太原盘活存量楼宇谁负责？", "taiyuan", "那打造星级楼宇呢？", "太原打造星级楼宇谁负责？"),
        ("苏州相城区2023年新增亿元楼宇几幢？", "suzhou", "累计呢？", "苏州相城区2023年累计亿元楼宇几幢？"),
        ("太原任务表第13项归谁办？", "taiyuan", "那下一项呢？", "太原任务表第14项归谁办？"),
        ("华润都市中心一期到哪一步了？", "lucheng", "二期呢？", "华润都市中心二期到哪一步了？"),
        ("青浦的文号是什么？", "qingpu", "各地的文号分别是什么？", "各地的文号分别是什么？"),
        ("青浦的文号是什么？", "qingpu", "苏州联席会议多久开一次？", "苏州联席会议多久开一次？"),
    ],
)
def test_the_slot_that_is_named_is_filled_anew_and_the_rest_stays(before, document, question, expected):
    assert standalone(question, [turn(before, document)], five_documents()).replace("青浦徐泾镇", "徐泾镇") == expected


def test_a_question_without_a_topic_takes_the_last_one_along():
    history = [turn("青浦的联席会议办公室设在哪？", "qingpu")]
    understood = standalone("多久开一次会？", history, five_documents())
    assert understood.startswith("青浦")
    assert "联席会议办公室" in understood
    assert understood.endswith("多久开一次会？")


def test_a_pronoun_is_replaced_by_the_last_topic():
    understood = standalone("它的责任单位是谁？", [turn("太原盘活存量楼宇有什么要求？", "taiyuan")], five_documents())
    assert "盘活存量楼宇" in understood
    assert "它" not in understood


def test_the_year_is_carried_into_a_comparison_over_time():
    history = [turn("鹿城2026年企业入驻率是多少？", "lucheng")]
    understood = standalone("和2024年比提高多少？", history, five_documents())
    assert {"鹿城", "2026年", "2024年", "企业入驻率"} <= {
        word for word in ("鹿城", "2026年", "2024年", "企业入驻率") if word in understood
    }


def test_areas_of_the_old_document_are_not_carried_into_another():
    understood = standalone("那苏州呢？", [turn("青浦赵巷镇2023年新增办公面积是多少？", "qingpu")], five_documents())
    assert "赵巷" not in understood
    assert "苏州" in understood


@pytest.mark.parametrize("question", ["那2025年呢？", "它的牵头单位是谁？", "我市的文号是什么？"])
def test_without_a_turn_before_an_unfinished_question_is_asked_back(question):
    asked = standalone(question, [], five_documents())
    assert isinstance(asked, Ambiguity)
    assert asked.refusal.closest


def test_a_whole_question_is_never_asked_back():
    question = "嘉兴市本级2015年有多少千万税收楼宇？"
    assert standalone(question, [], five_documents()) == question
