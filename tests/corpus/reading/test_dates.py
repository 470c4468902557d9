"""Days and spans of years."""

from datetime import date

import pytest

from corpus.reading.dates import text_to_day, text_to_years


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
