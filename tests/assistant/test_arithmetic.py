"""Arithmetic that sentences spell out."""

from decimal import Decimal

import pytest

from assistant.arithmetic import proven_results


def results(text):
    return {str(value) for value in proven_results(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("张家港2+常熟1+太仓1+昆山2=6幢", {"6"}),
        ("90%-80%=10个百分点", {"10"}),
        ("40÷87≈46%", {"46"}),
        ("40幢÷87幢≈45.98%", {"45.98"}),
        ("480万人次÷(1+12%)≈428.6万人次", {"4286000.0"}),
        ("288万头÷(1-4%)=300万头", {"3000000"}),
        ("(2+(3=5)", set()),
        ("40÷87≈45.98%≈46%", {"45.98", "46"}),
        ("2+3=5，5+1=6", {"5", "6"}),
        ("15万+15万+10万=40万平方米", {"400000"}),
        ("10+15+25=50，其中2+3=5", {"50", "5"}),
        ("3×4+2=14", {"14"}),
        ("801元/月-645元/月=156元/月", {"156"}),
    ],
)
def test_right_arithmetic_proves_its_result(text, expected):
    assert results(text) == expected


def test_a_chain_proves_only_the_steps_that_are_right():
    assert results("40÷87≈45.98%≈47%") == {"45.98"}
    assert results("40÷87≈45.98%，约≈46%") == {"45.98"}


@pytest.mark.parametrize("text", ["2+2=5", "40÷87≈47%", "1÷0=0", "到2025年=10", "2023-2025年", "2+，3=5", "+=", "=5"])
def test_wrong_or_broken_arithmetic_proves_nothing(text):
    assert results(text) == set()


def test_a_period_of_years_is_not_a_subtraction():
    assert not proven_results("2023-2025年新增18幢，累计87幢")


def test_hostile_text_is_scanned_quickly():
    assert proven_results("1+" * 25_000 + "=") == set()


def test_a_percentage_behind_a_times_sign_is_a_share():
    assert proven_results("800×15%=120") == {Decimal(120)}
    assert proven_results("800×15%=12000") == set()
