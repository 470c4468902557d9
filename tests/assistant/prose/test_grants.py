"""What a rule grants; the rules are made up, as support schemes write them."""

import pytest

from assistant.prose.grants import granted
from corpus.target import Quantity

_RENT = "购置厂房的，按每平方米200元给予一次性补助，补助金额不超过50万元。"
_SHARE = "对设备投资，按实际支付金额的15%给予补助，最高300万元。"


def quantity(value, unit):
    return Quantity(value=value, unit=unit)


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
        ("第一年给予40%；第二年给予60%。", [("100", "万元")], ""),
        ("租用厂房的，按每月每平方米20元给予补助。", [("1500", "平方米")], ""),
        ("年度评价由市商务局负责。", [("100", "万元")], ""),
    ],
)
def test_a_rule_is_worked_out(rule, amounts, said):
    assert granted(rule, rule, [quantity(*one) for one in amounts]) == said


def test_a_rule_that_has_a_sibling_must_be_told_apart():
    passage = "购买国产设备的，按金额的20%给予补助；购买其他设备的，按金额的10%给予补助。"
    assert granted("购买其他设备的，按金额的10%给予补助。", passage, [quantity("100", "万元")]) == ""
