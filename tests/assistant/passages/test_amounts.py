"""In what an amount is asked for, and which texts have it."""

import pytest

from assistant.passages.amounts import amounts_of_one_unit, has_amount, measure_of, several_asked
from assistant.passages.asked import Asked, question_to_wanted


@pytest.mark.parametrize(
    ("question", "yes", "no"),
    [
        ("要新建多少幢楼？", "新建商务楼宇19个", "面积超180万平方米"),
        ("税收要占到几成？", "达到70%以上", "打造100幢重点楼宇"),
        ("要重新用起来多少闲着的楼面？", "盘活100万平方米以上", "千万税收楼宇达150幢"),
        ("楼宇税收的占比是多少？", "占全市税收总额的10.6%", "税收总额33.8亿元"),
        ("自持面积的比例是多少？", "占比不低于50%", "5000平方米以上"),
        ("要办几场推介会？", "举办推介活动超70场", "改造存量楼宇7幢"),
        ("引进多少家总部？", "总部企业35家以上", "示范点两处"),
        ("由多少人组成？", "专班共12人", "楼宇12幢"),
        ("星级楼宇分几颗星？", "评定五星级楼宇", "每年评定一批"),
        ("楼长的任期是几年？", "任期三年", "2023年起"),
        ("要签几年聘用协议？", "签订3年以上聘用协议", "每年不少于6个月"),
    ],
)
def test_an_amount_is_one_only_in_the_measure_asked_for(question, yes, no):
    measure = measure_of(question)
    assert measure is not None
    assert has_amount(measure, yes)
    assert not has_amount(measure, no)


def test_a_question_that_names_no_measure_takes_any_number():
    wanted = question_to_wanted("产出要达到多少？")
    assert wanted.measure is None
    assert wanted.kept("单位产出825元") == (Asked.AMOUNT,)


def test_what_offers_another_measure_lacks_what_is_asked_for():
    assert question_to_wanted("税收要占到几成？").lacking("打造100幢重点楼宇") == (Asked.AMOUNT,)


def test_how_many_amounts_are_asked_for_at_once():
    assert several_asked("三个阶段的补贴各多少？") == 3
    assert several_asked("两类企业分别奖励多少？") == 2
    assert several_asked("补贴是多少？") == 0


def test_the_unit_that_has_as_many_amounts_as_asked():
    text = "到2027年，打造城市内1ms、枢纽间3ms、全省5ms低时延圈，试点400G、800G网络。"
    assert [str(amount.value) for amount in amounts_of_one_unit(text, 3)] == ["1", "3", "5"]
    assert amounts_of_one_unit(text, 4) == []
    assert amounts_of_one_unit("奖励100万元、200万元，至多3家、5家", 2) == []  # 万元 or 家?


def test_years_months_and_articles_are_no_amounts():
    assert amounts_of_one_unit("2023年、2024年、2025年", 3) == []


@pytest.mark.parametrize("question", ["哪几年有目标？", "近几年新增多少？", "蓝皮书几年出一本？"])
def test_some_years_are_not_a_number_of_years(question):
    assert measure_of(question) is None
