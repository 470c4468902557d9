import pytest

from assistant.answer import RefusalReason
from assistant.draft import NoAnswer


def test_another_year_is_refused_with_what_there_is(answer):
    outcome = answer("苏州市到2025年底亿元楼宇要累计多少幢？")
    assert isinstance(outcome, NoAnswer)
    assert outcome.reason is RefusalReason.NOT_IN_CORPUS
    assert "只有2023年" in outcome.message
    assert "87幢" in outcome.message
    assert outcome.correction


def test_a_plan_that_ended_has_no_later_goal(answer):
    outcome = answer("嘉兴市2025年楼宇平均入驻率的目标定在多少？")
    assert isinstance(outcome, NoAnswer)
    assert "2020年" in outcome.message


def test_an_area_without_a_number_of_its_own(answer):
    outcome = answer("太原市小店区的楼宇入驻率目标是多少")
    assert isinstance(outcome, NoAnswer)
    assert "小店区" in outcome.message
    assert "70%以上" in outcome.message


def test_an_indicator_that_only_other_documents_have(answer, told):
    assert told("苏州方案有没有品质楼宇指标？").startswith("没有。")
    assert isinstance(answer("苏州2023年写字楼入驻率要达到多少？"), NoAnswer)


def test_a_part_without_numbers_of_its_own_is_not_answered_with_the_whole(answer):
    """滨江街道 stands in lucheng's list of projects only."""
    found = answer("鹿城滨江街道2025年新增亿元楼宇几幢？")
    assert "没有滨江街道" in found.message


@pytest.mark.parametrize(
    "question",
    [
        "嘉兴2020年底楼宇平均入驻率实际做到了百分之几？",
        "苏州2023年新增亿元楼宇完成了多少幢？",
    ],
)
def test_how_a_goal_turned_out_is_not_in_a_plan(answer, question):
    refused = answer(question)
    assert isinstance(refused, NoAnswer)
    assert "没有写实际完成" in refused.message
    assert refused.correction


def test_what_was_at_the_beginning_is_told(told):
    """2015 is the baseline of the plan: 3 buildings."""
    assert "3幢" in told("嘉兴2015年实际有多少幢亿元楼宇？")
