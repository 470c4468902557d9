"""What a rule grants; the rules are made up, as support schemes write them."""

from decimal import Decimal

import pytest

from assistant.arithmetic import proven_results
from assistant.figures import folded
from assistant.prose.grants import granted
from corpus.target import Quantity

_RENT = "购置厂房的，按每平方米200元给予一次性补助，补助金额不超过50万元。"
_SHARE = "对设备投资，按实际支付金额的15%给予补助，最高300万元。"


def quantity(value, unit):
    return Quantity(value=Decimal(value), unit=unit)


@pytest.mark.parametrize(
    ("rule", "amounts", "said"),
    [
        (_RENT, [("1500", "平方米")], "1500平方米×200元=30万元"),
        (
            _RENT,
            [("1500", "平方米"), ("4000", "平")],
            "1500平方米×200元=30万元；4000平×200元=80万元，超过上限，为50万元",
        ),
        (_SHARE, [("800", "万元")], "800万元×15%=120万元"),
        (_SHARE, [("1", "亿元")], "1亿元×15%=1500万元，超过上限，为300万元"),
        (_RENT, [("3", "家")], ""),
        (_SHARE, [("45", "元/平方米")], ""),  # no sum of money
        ("第一年给予40%；第二年给予60%。", [("100", "万元")], ""),
        ("租用厂房的，按每月每平方米20元给予补助。", [("1500", "平方米")], "一年为1500平方米×20元×12个月=36万元"),
        ("租用厂房的，按每月每平方米20元给予补助，最高20万元。", [("1500", "平方米")], ""),  # a most of what time?
        ("年度评价由市商务局负责。", [("100", "万元")], ""),
    ],
)
def test_a_rule_is_worked_out(rule, amounts, said):
    assert granted(rule, rule, "", [quantity(*one) for one in amounts]) == said


def test_a_rule_that_has_a_sibling_must_be_told_apart():
    passage = "购买国产设备的，按金额的20%给予补助；购买其他设备的，按金额的10%给予补助。"
    assert granted("购买其他设备的，按金额的10%给予补助。", passage, "", [quantity("100", "万元")]) == ""


_LEASE = (
    "租用厂房的，按每月每平方米最高30元给予补贴；如每月每平方米实际租金小于30元的，按实际租金补贴。"
    "补贴期限为2年，且每年补贴不超过100万元。"
)


@pytest.mark.parametrize(
    ("amounts", "said"),
    [
        (
            [("1000", "平方米"), ("25", "元/平方米")],
            "实际低于30元的，一年为1000平方米×25元×12个月=30万元，2年合计60万元（30万元×2=60万元）",
        ),
        (
            [("1000", "平方米"), ("40", "元")],
            "实际不低于30元的，一年为1000平方米×30元×12个月=36万元，2年合计72万元（36万元×2=72万元）",
        ),
        (
            [("5000", "平方米")],
            "最多一年为5000平方米×30元×12个月=180万元，超过上限，为每年100万元，2年合计200万元（100万元×2=200万元）",
        ),
        ([("25", "元")], ""),  # no size
    ],
)
def test_a_rate_for_each_month_is_worked_out_for_the_years_that_it_is_given(amounts, said):
    told = granted(_LEASE, _LEASE, "", [quantity(*one) for one in amounts])
    assert told == said
    assert not said or proven_results(folded(told))


def test_a_most_that_stands_elsewhere_in_the_passage_is_not_left_out():
    rule = _LEASE[: _LEASE.index("补贴期限")]
    assert granted(rule, _LEASE, "", [quantity("5000", "平方米")]) == ""


_CASES = "使用本地设备的，按不高于金额的30%给予补助；采用外地设备的，按不高于金额的10%给予最高500万元补助。"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "设备 补",
            "使用本地设备的：最多1亿元×30%=3000万元；采用外地设备的：最多1亿元×10%=1000万元，超过上限，为500万元",
        ),
        ("外地设备 补", "采用外地设备的：最多1亿元×10%=1000万元，超过上限，为500万元"),
    ],
)
def test_each_case_of_a_rule_is_told_where_the_question_names_none(words, said):
    assert granted(_CASES, _CASES, words, [quantity("1", "亿元")]) == said
