"""Follow-ups made standalone."""

import pytest

from assistant.answer import Answer, AnswerKind, Scope, Status
from assistant.conversation import Ambiguity, standalone
from assistant.reading.normalising import question_to_text
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
    understood = standalone(question, [turn(before, document)], five_documents())
    assert question_to_text(understood).replace("青浦徐泾镇", "徐泾镇") == question_to_text(expected)


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


@pytest.mark.parametrize(
    ("before", "document", "question", "expected"),
    [
        ("青浦数字化转型谁牵头？", "qingpu", "责任单位呢？", "青浦数字化转型的责任单位有哪些？"),
        ("太原任务表第5项是什么？", "taiyuan", "责任单位是谁？", "太原任务表第5项的责任单位有哪些？"),
        ("太原第6项的责任单位有哪些？", "taiyuan", "它谁负责？", "太原第6项谁负责?"),
        ("青浦赵巷镇2024年去化面积？", "qingpu", "三年合计呢？", "青浦赵巷镇去化面积各年加起来是多少？"),
        ("鹿城区发改局牵头几项？", "lucheng", "都是哪些？", "鹿城区发改局牵头哪几项?"),
        ("苏州2023年新增亿元楼宇几幢？", "suzhou", "哪个地方最多？", "苏州2023年新增亿元楼宇哪个地方最多?"),
        ("苏州工业园区累计亿元楼宇多少？", "suzhou", "占全市多少？", "苏州工业园区累计亿元楼宇占全市多少?"),
        ("苏州吴江区2023年改造几幢？", "suzhou", "推介活动要办多少？", "苏州吴江区2023年推介活动要办多少?"),
        ("鹿城重大项目里前期的有几个？", "lucheng", "新开工的呢？", "鹿城重大项目里新开工的有几个?"),
    ],
)
def test_what_is_asked_on_takes_the_rest_from_the_last_question(before, document, question, expected):
    understood = standalone(question_to_text(question), [turn(before, document)], five_documents())
    assert understood.replace("？", "?") == expected.replace("？", "?")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("差多少？", "青浦2025年和2024年新增办公面积合计差多少?"),
        ("两年加起来呢？", "青浦2025年和2024年新增办公面积合计加起来呢?"),
    ],
)
def test_the_last_two_questions_are_set_against_each_other(question, expected):
    history = [turn("青浦2025年新增办公面积合计？", "qingpu"), turn("青浦2024年新增办公面积合计？", "qingpu")]
    assert standalone(question_to_text(question), history, five_documents()) == expected


def test_an_area_a_year_and_an_indicator_make_a_whole_question():
    question = "赵巷镇2023年去化面积?"
    assert standalone(question, [], five_documents()) == question
