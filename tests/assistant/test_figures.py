"""Figures in running text."""

from decimal import Decimal

import pytest

from assistant.figures import doc_numbers, figures, folded, full_dates, numeral_value


def values(text):
    return [figure.value for figure in figures(folded(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增办公面积超 180 万平方米", [Decimal(1800000)]),
        ("14,252个", [Decimal(14252)]),
        ("８５％以上", [Decimal(85)]),
        ("五方面工作，共三个名录", [Decimal(5), Decimal(3)]),
        ("①甲；②乙", []),
        ("一个专班", []),
        ("33.8亿元", [Decimal(3380000000)]),
    ],
)
def test_numbers_are_read_with_their_magnitude(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(("numeral", "value"), [("十", 10), ("二十九", 29), ("两百", 200), ("一百零五", 105)])
def test_numerals(numeral, value):
    assert numeral_value(numeral) == value


def test_dates_and_doc_numbers_are_found_whatever_their_spaces_and_brackets():
    assert full_dates("2023年 5月 16日") == {"2023年5月16日"}
    assert doc_numbers(folded("青府办发[2023]30号")) == doc_numbers(folded("青府办发〔2023〕30 号"))


def test_a_date_in_numerals_is_a_date():
    assert folded("——二〇二六年一月二十七日在甘肃") == "——2026年1月27日在甘肃"
    assert full_dates(folded("二○一八年十二月印发")) == {"2018年12月"}
    assert folded("二ＯＯ六年三月十四日，二○一三 年 十二 月 三十一 日") == "2006年3月14日,2013年12月31日"
    assert full_dates(folded("二OO六年3月14日")) == {"2006年3月14日"}
