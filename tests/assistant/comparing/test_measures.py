"""Units of measure convert exactly, or not at all."""

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.comparing.measures import convert, measure_of
from corpus.folding.numerals import number_text

AREAS = ["平方米", "万平方米", "万方", "㎡", "公顷", "平方公里"]


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        ("40", "万平方米", "平方米", "400000"),
        ("150000", "平方米", "万平方米", "15"),
        ("120", "万方", "万平方米", "120"),
        ("62", "亿元", "万元", "620000"),
        ("1000", "万元", "亿元", "0.1"),
        ("1", "平方公里", "万平方米", "100"),
    ],
)
def test_a_number_keeps_its_size_in_another_unit(value, unit, to, expected):
    assert number_text(convert(Decimal(value), measure_of(unit), measure_of(to))) == expected


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=0, max_value=10**40),
    st.sampled_from(AREAS),
    st.sampled_from(AREAS),
)
def test_conversion_is_exact_there_and_back_whatever_the_precision(value, unit, to):
    source, goal = measure_of(unit), measure_of(to)
    with localcontext() as context:
        context.prec = 3
        there = convert(value, source, goal)
        assert convert(there, goal, source).as_tuple() == value.as_tuple()


@pytest.mark.parametrize(
    ("unit", "counted", "dimension"),
    [
        ("幢", "", "幢"),
        ("座", "特色楼宇", "幢"),
        ("个", "特色楼宇", "幢"),
        ("个", "总部项目", "个"),
        ("个", "总部企业", "家"),
        ("％", "", "%"),
        ("亩", "", "亩"),
    ],
)
def test_buildings_are_counted_alike_whatever_the_counter(unit, counted, dimension):
    assert measure_of(unit, counted).dimension == dimension


def test_what_measures_something_else_is_refused():
    with pytest.raises(ValueError, match="cannot be converted"):
        convert(Decimal(1), measure_of("亩"), measure_of("平方米"))


def test_an_unknown_unit_stays_as_printed():
    assert measure_of("元/平方米·年").name == "元/平方米·年"


@pytest.mark.parametrize(("value", "text"), [("15.0000", "15"), ("1E+2", "100"), ("0.10", "0.1"), ("0", "0")])
def test_numbers_are_shown_in_plain_digits(value, text):
    assert number_text(Decimal(value)) == text
