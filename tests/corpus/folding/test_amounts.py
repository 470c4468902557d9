from decimal import Decimal

import pytest

from corpus.folding.amounts import cell_to_quantity, find_amounts
from corpus.target import Bound, Quantity


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("新增办公面积超180万平方米", "180", "万平方米", Bound.GT),
        ("引进不少于15个", "15", "个", Bound.GE),
        ("入驻率不得低于50%", "50", "%", Bound.GE),
        ("补助不能超过30%", "30", "%", Bound.LE),
        ("入驻率达到70%以上", "70", "%", Bound.GE),
        ("突破600家", "600", "家", Bound.GT),
        ("达到1.2亿千瓦", "1.2", "亿千瓦", Bound.EQ),
        ("稳定在11亿千瓦左右", "11", "亿千瓦", Bound.APPROX),
        ("压缩至4个月以内", "4", "个月", Bound.LE),
        ("不超过5%", "5", "%", Bound.LE),
        ("误差未超过2%", "2", "%", Bound.LE),
        ("等候没超过15分钟", "15", "分钟", Bound.LE),
        ("低于3%", "3", "%", Bound.LT),
        ("税收规模破百亿元", "100", "亿元", Bound.GT),
        ("投资1,200万元", "1200", "万元", Bound.EQ),
    ],
)
def test_amounts_with_their_bound(text, value, unit, bound):
    (amount,) = find_amounts(text)
    assert amount.quantity == Quantity(value=Decimal(value), unit=unit, bound=bound)


@pytest.mark.parametrize(
    "text",
    [
        "苏府〔2022〕75号",
        "2023年4月",
        "— 3 —",
        "G60科创走廊",
        "世界500强",
        "单波400G",
        "2.0版",
        "第3页",
        f"投资1{',200' * 6}万元",
    ],
)
def test_numbers_that_are_no_amounts(text):
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("text", "unit", "quantity"),
    [
        ("85以上", "%", Quantity(value=Decimal(85), unit="%", bound=Bound.GE)),
        ("60%", "", Quantity(value=Decimal(60), unit="%")),
        ("≥90", "%", Quantity(value=Decimal(90), unit="%", bound=Bound.GE)),
        ("1∶0.6", "", Quantity(value=Decimal(1), unit=":0.6")),
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


@pytest.mark.parametrize(
    ("text", "value", "high", "unit"),
    [
        ("建成2-4座", "2", "4", "座"),
        ("增长6%—6.5%", "6", "6.5", "%"),
        ("8至10家", "8", "10", "家"),
        ("投资8000万—2亿元", "0.8", "2", "亿元"),
        ("三至五个", "3", "5", "个"),
        ("百分之十二到百分之十五", "12", "15", "%"),
    ],
)
def test_a_range_has_both_ends(text, value, high, unit):
    (amount,) = find_amounts(text)
    assert amount.quantity == Quantity(value=Decimal(value), high=Decimal(high), unit=unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("２．４万亿元", "2.4", "万亿元"),
        ("３５个", "35", "个"),
        ("十六个", "16", "个"),
        ("两座", "2", "座"),
        ("百分之九十二", "92", "%"),
        ("百分之六点二五", "6.25", "%"),
        ("一百二十家", "120", "家"),
        ("三亿二千万元", "32000", "万元"),
        ("六成", "6", "成"),
        ("28万元/人", "28", "万元/人"),
        ("6万平", "6", "万平"),
        ("投放3.5万空方", "3.5", "万空方"),
        ("平台2台套", "2", "台套"),
        ("放流6亿单位以上", "6", "亿单位"),
        ("生师比为1：14", "1", ":14"),
    ],
)
def test_numbers_in_every_printing(text, value, unit):
    (amount,) = find_amounts(text)
    assert (amount.quantity.value, amount.quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["3\ue0105万亿元", "3\ufffd5万亿元", "第十六个", "六成立", "3方面", "五平台", "3单位", "1∶500地形图"]
)
def test_what_cannot_be_read_is_no_number(text):
    assert find_amounts(text) == []


def test_a_number_that_something_rises_from_is_no_lower_end():
    (amount,) = find_amounts("从15个到25个")
    assert amount.quantity == Quantity(value=Decimal(25), unit="个")


def test_words_can_be_left_out():
    assert [amount.quantity.value for amount in find_amounts("两家和3家", spelled=False)] == [Decimal(3)]


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("下降18%", Quantity(value=Decimal(-18), unit="%")),
        ("下降3%—5%", Quantity(value=Decimal(-5), high=Decimal(-3), unit="%")),
        ("减少8%左右", Quantity(value=Decimal(-8), unit="%", bound=Bound.APPROX)),
        ("６－９", Quantity(value=Decimal(6), high=Decimal(9), unit="")),
        ("百分之四十", Quantity(value=Decimal(40), unit="%")),
        ("十五家", Quantity(value=Decimal(15), unit="家")),
    ],
)
def test_cells_in_words_and_ranges(text, quantity):
    assert cell_to_quantity(text) == quantity


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("投资5000万以上的项目", "5000", "万元", "ge"),
        ("1个亿", "1", "亿元", "eq"),
        ("超过一个亿的", "1", "亿元", "gt"),
        ("不到50%的", "50", "%", "lt"),
        ("投资上亿的项目", "1", "亿元", "ge"),
        ("产值过百亿的园区", "100", "亿元", "ge"),
        ("预算上百万的活动", "100", "万元", "ge"),
        ("自筹三千万以上的", "3000", "万元", "ge"),
        ("亩均税收连8万都不到的", "8", "万元", "lt"),
        ("入驻率没到60%的楼", "60", "%", "lt"),
        ("床位20张以上（含20张）的", "20", "张", "ge"),
    ],
)
def test_amounts_as_people_ask_for_them(text, value, unit, bound):
    (amount,) = find_amounts(text, bare=True)
    assert (str(amount.quantity.value), amount.quantity.unit, str(amount.quantity.bound)) == (value, unit, bound)


def test_a_number_of_something_else_is_no_money():
    assert find_amounts("20万大学生", bare=True) == []
    assert find_amounts("税收超亿元楼宇、税收过亿的楼", bare=True) == []
    assert find_amounts("投资5000万以上的项目") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("满意度由81.5分提高到90分以上", "90"), ("测评得分从72分提升至79.5分", "79.5"), ("成绩达到85分", "85")],
)
def test_points_that_rise_are_those_they_rise_to(text, value):
    assert [str(one.quantity.value) for one in find_amounts(text)] == [value]
