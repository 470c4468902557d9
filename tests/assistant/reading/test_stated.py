"""The values of a text: each with the words of its own, and the cases that it is of."""

from decimal import Decimal

import pytest

from assistant.reading.printed import values_of
from assistant.reading.stated import one_by_one, stated_in


def told(text):
    return [(one.printed.kind, str(one.printed.value), one.own) for one in stated_in(text)]


def test_a_value_has_the_words_behind_the_one_before_it():
    assert told("门票按儿童15元、成人40元收取") == [("元", "15", "门票按儿童"), ("元", "40", "成人")]


def test_years_are_words_of_the_amounts_behind_them():
    assert [own for kind, _, own in told("绿化900亩，其中2025年300亩、2026年600亩") if kind == "亩"] == [
        "绿化",
        "其中2025年",
        "2026年",
    ]


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("得分60—79分的留20%", "分", 60, 79),
        ("闲置5年以上的每亩600元", "年", 5, Decimal("Infinity")),
        ("100（含）—300亩的奖励2万元", "亩", 100, 300),
        ("90周岁及以上，每人200元", "周岁", 90, Decimal("Infinity")),
    ],
)
def test_what_only_says_of_which_case_another_is_is_no_value(text, unit, low, high):
    (one,) = stated_in(text)
    (case,) = one.cases
    assert (case.unit, case.low, case.high) == (unit, low, high)


@pytest.mark.parametrize("text", ["楼宇达36幢以上，其中商务楼宇20幢", "占地80亩，建筑面积300平方米以上"])
def test_a_bound_value_is_no_case(text):
    assert len(stated_in(text)) == 2


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("有效期3年", {"年": {Decimal(3)}}),
        ("90日内办结", {"天": {Decimal(90)}}),
        ("三年行动计划", {}),
        ("10月1日起", {"month_day": {("10", "1")}}),
        ("按6∶4分担", {"ratio": {"6:4"}}),
        ("3000元/月", {"元": {Decimal(3000)}, "often": {"每月"}}),
        ("计划批次：1300", {"bare": {Decimal(1300)}}),
        ("二类企业", {}),
    ],
)
def test_values_of_every_kind(text, values):
    assert values_of(text) == {kind: frozenset(own) for kind, own in values.items()}


def test_lists_that_match_are_told_one_by_one():
    assert one_by_one("东港、西港分别建设泊位、堆场。") == "东港建设泊位；西港建设堆场。"
    assert one_by_one("两厂日处理能力分别为12吨和20吨。") == "两厂日处理能力分别为12吨和20吨。"
