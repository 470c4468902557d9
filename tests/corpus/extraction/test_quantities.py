from decimal import Decimal

import pytest

from corpus.extraction.quantities import cell_to_quantity, find_amounts
from corpus.target import Bound, Quantity


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("新增办公面积超180万平方米", "180", "万平方米", Bound.GT),
        ("引进不少于15个", "15", "个", Bound.GE),
        ("入驻率达到70%以上", "70", "%", Bound.GE),
        ("突破600家", "600", "家", Bound.GT),
        ("达到1.2亿千瓦", "1.2", "亿千瓦", Bound.EQ),
        ("稳定在11亿千瓦左右", "11", "亿千瓦", Bound.APPROX),
        ("压缩至4个月以内", "4", "个月", Bound.LE),
        ("不超过5%", "5", "%", Bound.LE),
        ("低于3%", "3", "%", Bound.LT),
        ("税收规模破百亿元", "100", "亿元", Bound.GT),
        ("投资1,200万元", "1200", "万元", Bound.EQ),
    ],
)
def test_amounts_with_their_bound(text, value, unit, bound):
    (amount,) = find_amounts(text)
    assert amount.quantity == Quantity(value=Decimal(value), unit=unit, bound=bound)


@pytest.mark.parametrize(
    "text", ["苏府〔2022〕75号", "2023年4月", "— 3 —", "G60科创走廊", "世界500强", "单波400G", "2.0版", "第3页"]
)
def test_numbers_that_are_no_amounts(text):
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("text", "unit", "quantity"),
    [
        ("85以上", "%", Quantity(value=Decimal(85), unit="%", bound=Bound.GE)),
        ("60%", "", Quantity(value=Decimal(60), unit="%")),
        ("≥90", "%", Quantity(value=Decimal(90), unit="%", bound=Bound.GE)),
        ("0", "幢", Quantity(value=Decimal(0), unit="幢")),
        ("75.6", "%", Quantity(value=Decimal("75.6"), unit="%")),
        ("1,200", "家", Quantity(value=Decimal(1200), unit="家")),
    ],
)
def test_cells(text, unit, quantity):
    assert cell_to_quantity(text, unit) == quantity


@pytest.mark.parametrize("text", ["", "/", "—", "工业", "2023年4月底前", "建设3个地块、10个公园", "市发改委1"])
def test_cells_without_a_number_of_their_own(text):
    assert cell_to_quantity(text) is None
