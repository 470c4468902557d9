from decimal import Decimal

import pytest

from assistant.fact_answers.conditions import number_condition


@pytest.mark.parametrize(
    ("text", "value", "unit", "holds"),
    [
        ("面积超过30万平方米的项目", "300001", "平方米", True),
        ("面积超过30万平方米的项目", "30", "万方", False),
        ("面积超过30万平方米的项目", "60", "万方", True),
        ("至少3个的区", "3", "个", True),
        ("不到3个的区", "3", "个", False),
        ("要有两栋的板块", "2", "幢", True),
        ("新增面积为零的属地", "0", "平方米", True),
        ("没有改造任务的地区", "1", "幢", False),
    ],
)
def test_a_value_is_held_against_the_condition(text, value, unit, holds):
    assert number_condition(text)(Decimal(value), unit) is holds


def test_a_question_without_a_condition_sets_none():
    assert number_condition("2025年新增几幢") is None


@pytest.mark.timeout(5)
def test_hostile_text_is_read_quickly():
    assert number_condition("超过" * 25_000) is None
