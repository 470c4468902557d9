from datetime import date

import pytest

from corpus.extraction.periods import Time, own_year, text_to_time, title_year, without_time, years_ahead
from tests.corpus.extraction.building import a_document


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("到2025年", Time(year=2025)),
        ("力争至2020年", Time(year=2020)),
        ("2025年底前", Time(year=2025)),
        ("全市各地2023年度楼宇经济发展目标清单", Time(year=2023)),
        ("2023—2025年", Time(period=(2023, 2025))),
        ("“十三五”期间", Time(period=(2016, 2020))),
        ("“十四五”末", Time(year=2025)),
        ("较2020年增长20%", Time()),
        ("截止2015年底", Time()),
        ("到2025年，比2020年翻一番", Time(year=2025)),
        ("从2020年的645元/月、4318元/年提高到2025年的801元/月", Time(year=2025)),
        ("制定“十五五”村庄发展规划", Time()),
        ("达到1988年教育部颁布的定额标准", Time()),
        ("2012年起5年内", Time(period=(2012, 2016))),
        ("从2024年起，用三年左右时间", Time(period=(2024, 2026))),
        ("2024 年".replace(" ", ""), Time(year=2024)),
    ],
)
def test_the_time_of_a_goal(text, time):
    assert text_to_time(text) == time


def test_leading_words_of_time_are_taken_off():
    assert without_time("2025年底前建成平台10个") == "建成平台10个"
    assert without_time("到2025年，全区新建") == "全区新建"
    assert without_time("每年扶持资金") == "每年扶持资金"


def test_a_title_is_of_no_year_that_it_only_aims_at():
    assert title_year("2030年前碳达峰行动方案") is None
    assert title_year("关于建设科技创新中心的决定（2022年9月28日通过）") is None
    assert title_year("“健康中国2030”规划纲要") is None
    assert title_year("2026年重点工作分工") == 2026


def test_the_years_to_come_are_counted_from_the_first():
    assert years_ahead("今后五年的奋斗目标", 2023) == Time(period=(2023, 2027))
    assert years_ahead("五年规划", 2023) == Time()


@pytest.mark.parametrize(
    ("title", "written", "year"),
    [
        ("关于2024年度水利投资完成情况的通报", date(2025, 1, 22), 2025),
        ("某局2023年工作总结", date(2024, 2, 1), 2024),
        ("2026年重点工作要点", date(2025, 12, 30), 2026),
        ("2025年任务清单", date(2026, 1, 5), 2025),
    ],
)
def test_a_report_is_of_the_year_that_it_was_written_in(title, written, year):
    document = a_document()
    metadata = document.metadata.model_copy(update={"title": title, "written_on": written})
    assert own_year(document.model_copy(update={"metadata": metadata})) == year
