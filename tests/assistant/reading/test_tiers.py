"""The tiers of a sentence: ranges and limits, each with what it gives."""

from decimal import Decimal

import pytest

from assistant.reading.tiers import in_tier, tier_of, tiers_in

FLOOR = "在200平方米以上至500平方米以下、500平方米以上至2000 平方米以下的，分别给予租金（不含税，下同）10%、15%的补助。"
ABROAD = "实到外资100万-300万（不含）美元、300万-800万（不含）美元、800万美元以上的，分别奖励20万元、45万元、90万元。"
TAX = "纳税总额达到200万元的，奖励10万元；纳税总额达到500万元的，奖励30万元，最高不超过50万元。"
FLOWERS = (
    "新种50—300亩（含300亩）花卉，连续种植2年以上的，奖励80元/亩；新种300亩以上，连续种植2年以上的，奖励120元/亩。"
)
EXPORT = "出口额200万美元、600万美元、2000万美元以上的，分别奖励3万元、6万元、15万元。"
SALES = "营业收入5000万元（含）以上不足1亿元的，按1%补助；1亿元（含）至6亿元的，按2%补助；6亿元及以上的，按4%补助。"


@pytest.mark.parametrize(
    ("text", "value", "unit", "said", "gives"),
    [
        (FLOOR, "800", "平方米", "500平方米以上至2000 平方米以下", "15%"),
        (ABROAD, "350", "万美元", "300万-800万（不含）美元", "45万元"),
        (ABROAD, "0.2", "亿美元", "800万美元以上", "90万元"),
        (TAX, "450", "万元", "达到200万元", "奖励10万元"),
        (FLOWERS, "120", "亩", "50—300亩（含300亩）", "花卉，连续种植2年以上的，奖励80元/亩"),
        (EXPORT, "700", "万美元", "600万美元", "6万元"),
        (SALES, "1.2", "亿元", "1亿元（含）至6亿元", "按2%"),
        ("60—69周岁的每人每月30元，70周岁及以上的每人每月60元。", "66", "岁", "60—69周岁", "每人每月30元"),
    ],
)
def test_an_amount_falls_in_one_tier(text, value, unit, said, gives):
    tier = tier_of(text, Decimal(value), unit)
    assert tier is not None
    assert (tier.said, tier.gives) == (said, gives)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        (ABROAD, "350", "万元"),  # of another unit
        (ABROAD, "50", "万美元"),  # below all of them
        ("投资1000万元以上的项目奖励20万元。", "3000", "万元"),  # no tiers
    ],
)
def test_what_falls_in_none_is_given_nothing(text, value, unit):
    assert tier_of(text, Decimal(value), unit) is None


def test_a_list_that_says_nothing_of_amounts_has_no_tiers():
    assert tiers_in("甲级、乙级民宿分别奖励20万元、10万元。") == ()


def test_a_value_within_a_range_is_no_other_value():
    assert in_tier("美元", Decimal(3500000), "实到外资300万-800万（不含）美元的")
    assert not in_tier("美元", Decimal(900000), "实到外资300万-800万（不含）美元的")
