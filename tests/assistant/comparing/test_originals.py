"""Numbers are shown as they are printed."""

from decimal import Decimal

import pytest

from assistant.comparing.measures import printed_number
from corpus.target import Bound, Quantity
from tests.assistant.making import target

SENTENCE = "到2025年，累计新增税收亿元楼宇项目5个；特色商务楼宇累计不少于 5 个；入驻率达到70% 以上"


@pytest.mark.parametrize(
    ("indicator", "value", "unit", "bound", "printed"),
    [
        ("累计新增税收亿元楼宇项目", "5", "个", Bound.EQ, "5个"),
        ("特色商务楼宇累计", "5", "个", Bound.GE, "不少于5个"),
        ("入驻率", "70", "%", Bound.GE, "70%以上"),
    ],
)
def test_the_words_of_the_quote_are_kept(indicator, value, unit, bound, printed):
    assert printed_number(target("a", indicator, value, unit, bound=bound, quote=SENTENCE)) == printed


def test_a_numeral_is_found():
    one = target("a", "楼宇税收", "100", "亿元", bound=Bound.GT, quote="力争全区楼宇税收规模破百亿元")
    assert printed_number(one) == "破百亿元"


def test_a_table_that_parts_number_and_unit_is_put_together():
    one = target("a", "楼宇平均入驻率", "85", "%", bound=Bound.GE, quote="楼宇平均入驻率（%） 75.6 76.7 85以上 85以上")
    assert printed_number(one) == "85%以上"


def test_a_longer_number_is_not_taken_for_it():
    one = target("a", "特色楼宇", "5", "个", quote="特色楼宇15个，亿元楼1.5个")
    assert printed_number(one) == "5个"


@pytest.mark.parametrize(
    ("value", "high", "text"), [("-15", None, "下降15%"), ("-5", "-3", "下降3-5%"), ("5", "5.5", "5-5.5%")]
)
def test_ranges_and_decreases_are_said_as_printed(value, high, text):
    quantity = Quantity(value=Decimal(value), high=Decimal(high) if high else None, unit="%")
    stated = target("d", "起数", value, "%").model_copy(update={"quantity": quantity, "quote": text})
    assert printed_number(stated) == text
