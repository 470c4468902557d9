"""Days and spans of years."""

from datetime import date

import pytest

from corpus.folding.dates import find_dates, text_to_day, text_to_years


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2023年 5月 16日", date(2023, 5, 16)),
        ("2017年6月26日", date(2017, 6, 26)),
        ("二〇二三年十一月十七日印发", date(2023, 11, 17)),
        ("２０１８年１２月２１日", date(2018, 12, 21)),
    ],
)
def test_days_are_read_in_every_script(text, day):
    assert text_to_day(text) == day


@pytest.mark.parametrize("text", ["2023年2月30日", "2023年4月底前", "每年4月", ""])
def test_what_is_no_day_of_the_calendar_is_none(text):
    assert text_to_day(text) is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("行动方案（2023~2025年）", (2023, 2025)),
        ("(2023—2025 年)", (2023, 2025)),
        ("规划期限为2016年-2020年", (2016, 2020)),
        ("三年行动计划（2015～2017）", (2015, 2017)),
    ],
)
def test_spans_of_years_are_read_whatever_the_dash(text, years):
    found = text_to_years(text)
    assert found is not None
    assert found[0] == years


@pytest.mark.parametrize("text", ["到2025年", "2025-2023年", "0577-8888 1234", "03-01-10地块"])
def test_other_numbers_are_no_span_of_years(text):
    assert text_to_years(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("二○二七年九月底前", "2027-09-01", "2027-09-30"),
        ("２０２６年２月", "2026-02-01", "2026-02-28"),
        ("2028年2月底前", "2028-02-01", "2028-02-29"),
        ("2026年第二季度", "2026-04-01", "2026-06-30"),
        ("2026年前三季度", "2026-01-01", "2026-09-30"),
        ("2027年下半年", "2027-07-01", "2027-12-31"),
        ("2024—2026年", "2024-01-01", "2026-12-31"),
        ("2026年7-9月", "2026-07-01", "2026-09-30"),
        ("2026年3月上旬", "2026-03-01", "2026-03-10"),
        ("26年底前", "2026-01-01", "2026-12-31"),
        ("2026/7/15", "2026-07-15", "2026-07-15"),
    ],
)
def test_every_time_has_its_first_and_last_day(text, first, last):
    (found,) = find_dates(text)
    assert (str(found.first), str(found.last)) == (first, last)


def test_a_month_without_a_year_needs_one():
    assert find_dates("9月底前") == []
    assert [one.last for one in find_dates("9月底前，今年四季度", 2027)] == [date(2027, 9, 30), date(2027, 12, 31)]


@pytest.mark.parametrize("text", ["20年以上", "10年期", "2025-13-01", "2026年13月", "三年行动"])
def test_what_is_no_time(text):
    assert find_dates(text) == []


def test_a_month_without_a_year_is_of_the_year_before_it():
    found = find_dates("2027年6月底前完成初稿，9月底前印发，12月底前见效；每年6月报告")
    assert [str(one.last) for one in found] == ["2027-06-30", "2027-09-30", "2027-12-31"]


@pytest.mark.parametrize("text", ["产值2010.12亿元", "电话2024-1234", "编号2023-7-X1", "2024-13"])
def test_numbers_that_only_look_like_months_are_none(text):
    assert find_dates(text) == []


def test_the_middle_of_a_year_is_named_with_a_year_and_never_by_a_word_that_ends_in_it():
    assert find_dates("那份通知中，由市水利局负责", 2021) == []
    assert [str(one.last) for one in find_dates("年中前完成", 2021)] == ["2021-06-30"]
