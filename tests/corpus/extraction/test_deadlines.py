from datetime import date

import pytest

from corpus.extraction.deadlines import deadline_from_text, deadline_in_clause, in_next_year
from corpus.task import Deadline, DeadlineKind


@pytest.mark.parametrize(
    ("raw", "last"),
    [
        ("2023年4月底前", date(2023, 4, 30)),
        ("2024年2月", date(2024, 2, 29)),
        ("2023年12月15日前", date(2023, 12, 15)),
        ("2025年底", date(2025, 12, 31)),
        ("2023年", date(2023, 12, 31)),
        ("2027", date(2027, 12, 31)),
        ("2026-02", date(2026, 2, 28)),
        ("2028/09", date(2028, 9, 30)),
        ("2026.4底前", date(2026, 4, 30)),
        ("2024年上半年", date(2024, 6, 30)),
        ("2024年第三季度", date(2024, 9, 30)),
        ("2023年4月底前完成，持续推进", date(2023, 4, 30)),
        ("2023年6月启动，2024年3月完成", date(2024, 3, 31)),
    ],
)
def test_a_date_gives_the_last_day_in_time(raw, last):
    deadline = deadline_from_text(raw)
    assert (deadline.raw, deadline.kind, deadline.date) == (raw, DeadlineKind.BY_DATE, last)


@pytest.mark.parametrize("raw", ["持续推进", "长期坚持", "常态化开展"])
def test_ongoing_work_has_no_last_day(raw):
    deadline = deadline_from_text(raw)
    assert (deadline.kind, deadline.date) == (DeadlineKind.ONGOING, None)


def test_a_span_of_years_ends_with_its_last():
    deadline = deadline_from_text("2023—2025年")
    assert (deadline.kind, deadline.date) == (DeadlineKind.PERIOD, date(2025, 12, 31))


@pytest.mark.parametrize("raw", ["每年", "每季度", "每年12月底前", "每双月"])
def test_what_recurs_is_a_period(raw):
    assert deadline_from_text(raw).kind is DeadlineKind.PERIOD


@pytest.mark.parametrize("raw", ["", "/", "—"])
def test_an_empty_cell_says_nothing(raw):
    assert deadline_from_text(raw).kind is DeadlineKind.NONE


def test_white_space_and_impossible_months_do_no_harm():
    assert deadline_from_text("2023年 4 月底前").date == date(2023, 4, 30)
    assert deadline_from_text("2023年13月").date is None


@pytest.mark.parametrize("words", ["2027年春节前", "汛期前", "2027年开学前完成", "按省里要求", "印发后30日内"])
def test_what_names_no_day_is_of_unknown_kind(words):
    assert deadline_from_text(words) == Deadline(raw=words, kind=DeadlineKind.UNKNOWN)


def test_a_beginning_is_no_end():
    assert deadline_from_text("2027年起持续推进") == Deadline(raw="2027年起持续推进", kind=DeadlineKind.ONGOING)


def test_several_dates_end_with_the_last():
    assert deadline_from_text("2027年3月底前出台，8月底前建成").date == date(2027, 8, 31)


@pytest.mark.parametrize(
    ("words", "raw", "last"),
    [
        ("2027年上半年完成方案编制。", "2027年上半年", date(2027, 6, 30)),
        ("计划于2027年10月建成通车。", "2027年10月", date(2027, 10, 31)),
        ("至2028年底全面建成。", "2028年底", date(2028, 12, 31)),
        ("2027年内建成投运。", "2027年内", date(2027, 12, 31)),
        ("今年底前建成。", "今年底前", date(2027, 12, 31)),
        ("到2029年底散煤清零，占比达到三成。", "2029年底", date(2029, 12, 31)),
        ("开展百日攻坚，5月启动、8月结束。", "5月；8月", date(2027, 8, 31)),
    ],
)
def test_a_date_of_completion_in_running_text_is_a_deadline(words, raw, last):
    assert deadline_in_clause(words, 2027) == Deadline(raw=raw, kind=DeadlineKind.BY_DATE, date=last)


@pytest.mark.parametrize(
    "words", ["2025年10月建成通车。", "2027年完成投资8亿元。", "2027年底建成的楼宇。", "到2027年，全面建成。"]
)
def test_what_is_past_or_only_a_year_is_none(words):
    assert deadline_in_clause(words, 2027) is None


@pytest.mark.parametrize("raw", ["“十五五”期间", "十五五末"])
def test_a_plan_ends_with_its_last_year(raw):
    assert deadline_from_text(raw).date == date(2030, 12, 31)


@pytest.mark.parametrize(
    ("raw", "written", "last"),
    [
        ("3月底前", date(2024, 12, 18), date(2025, 3, 31)),
        ("2月底前", date(2023, 11, 2), date(2024, 2, 29)),
        ("12月底前", date(2024, 12, 18), date(2024, 12, 31)),
        ("2024年3月底前", date(2024, 12, 18), date(2024, 3, 31)),
        ("3月底前", date(2024, 4, 18), date(2024, 3, 31)),
    ],
)
def test_what_is_written_late_in_a_year_is_due_in_the_next(raw, written, last):
    assert in_next_year(deadline_from_text(raw, written.year), written).date == last
