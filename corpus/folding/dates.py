"""Days, months, quarters and half-years as documents print them, each with its first and last day. Single phrases."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.folding.characters import fold
from corpus.folding.numerals import numeral_to_int
from corpus.folding.years import SPAN, YEAR, year_to_int
from corpus.quoting import compact

_GAP = r"\s{0,3}"
_SMALL = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
DAY = re.compile(rf"({YEAR}){_GAP}年{_GAP}({_SMALL}){_GAP}月{_GAP}({_SMALL}){_GAP}日")
"""A day with its year; groups are year, month and day as printed."""
_MONTH = rf"(?:(?P<first>{_SMALL}){_GAP}(?:月份?)?{_GAP}(?:-|~|至|到){_GAP})?(?P<month>{_SMALL}){_GAP}月份?"
_IN_MONTH = rf"(?:{_GAP}(?P<day>{_SMALL}){_GAP}[日号]|(?P<third>[上中下])旬)?"
_IN_YEAR = (
    rf"(?:{_MONTH}{_IN_MONTH}|(?P<quarters>前)?第?(?P<quarter>[一二三四1-4])个?季度|(?P<half>[上下])半年"
    r"|年?(?P<mid>中)(?=[，,。；、前]|$))"
)
_DATED = re.compile(
    rf"(?:(?P<year>{YEAR}|(?<!\d)[1-4]\d){_GAP}年度?的?{_GAP}|(?P<this>本年|今年|当年)度?{_GAP}){_IN_YEAR}?"
    rf"|(?P<iso>(?<!\d)(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d))"
    rf"|(?P<short>(?<![\d.\-/])20\d\d(?:[-/](?:0[1-9]|1[0-2])(?![\d\-/])|\.(?:0?[1-9]|1[0-2])(?=\s*(?:$|[底前末]))))"
)
"""Also 2025-12 and, where nothing else follows it, 2025.12."""
_WITHOUT_YEAR = re.compile(rf"(?<![\d年个十])(?!中){_IN_YEAR}")
"""年中 is a time without a year too, 中 alone (通知中，…) is none."""
_SHORT_NEEDS = re.compile(r"[\d月季半底末前]|年底|年末")
_TERM = re.compile(r"([^日]{6,14}日)起?[至到—\-~]{1,2}([^日]{6,14}日)")
_QUARTER = 3
_NEAR = 40
"""Characters behind a date within which a month without a year is of the same year."""
_THIRDS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}


@dataclass(frozen=True, slots=True)
class Dated:
    """A time that words at [start, end) name, from its first day to its last: 2025年三季度 is July to September."""

    start: int
    end: int
    first: date
    last: date


def find_dates(text: str, year: int | None = None) -> list[Dated]:
    """The times with a year that the words name, in printed order; a span of years is one time.

    A month without a year (…，12月底前) is of the year of the date before it, else of `year`; without that it is none.

    >>> [str(one.last) for one in find_dates("二○二六年六月底前，2025年上半年，2023—2025年")]
    ['2026-06-30', '2025-06-30', '2025-12-31']
    """
    folded = fold(text)
    spans = [
        (match.start(), match.end(), int(match[1]), int(match[2]))
        for match in SPAN.finditer(folded)
        if match[1] <= match[2]
    ]
    found = [Dated(start, end, date(first, 1, 1), date(last, 12, 31)) for start, end, first, last in spans]
    for match in _DATED.finditer(folded):
        if not any(start <= match.start() < end for start, end, *_ in spans):
            _keep(found, _with_year(match, folded, year))
    for match in _WITHOUT_YEAR.finditer(folded):
        own = _year_before(match.start(), found, year)
        if own is not None and not any(one.start <= match.start() < one.end for one in found):
            _keep(found, _dated(match, own))
    return sorted(found, key=lambda one: one.start)


def day_to_text(day: date) -> str:
    """2023年5月16日."""
    return f"{day.year}年{day.month}月{day.day}日"


def text_to_day(text: str) -> date | None:
    """The first day printed in `text`; None where there is none or the calendar has no such day."""
    match = DAY.search(fold(text))
    if not match:
        return None
    year, month, day = (year_to_int(match[1]), numeral_to_int(match[2]), numeral_to_int(match[3]))
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def text_to_years(text: str) -> tuple[tuple[int, int], str] | None:
    """The first span of years in `text` (2023~2025年) and its words; None where there is none."""
    spans = (match for match in SPAN.finditer(fold(text)) if match[1] <= match[2])
    match = next(spans, None)
    return ((int(match[1]), int(match[2])), compact(text[match.start() : match.end()])) if match else None


def text_to_term(text: str) -> tuple[tuple[int, int], str] | None:
    """The years of the term that `text` begins with by its first and last day, else its first span of years."""
    days = _TERM.match(text)
    first, last = (text_to_day(days[1]), text_to_day(days[2])) if days else (None, None)
    return ((first.year, last.year), compact(days[0])) if days and first and last else text_to_years(text)


def _year_before(at: int, found: Sequence[Dated], year: int | None) -> int | None:
    """The year that a month without one belongs to: that of the date shortly before, else the one that is given."""
    before = [one for one in found if 0 <= at - one.end <= _NEAR]
    return max(before, key=lambda one: one.end).last.year if before else year


def _keep(found: list[Dated], dated: Dated | None) -> None:
    if dated is not None:
        found.append(dated)


def _with_year(match: re.Match[str], text: str, year: int | None) -> Dated | None:
    if match["iso"]:
        return _iso(match)
    if match["short"]:
        named, month = map(int, re.split(r"[-/.]", match["short"]))
        return Dated(match.start(), match.end(), *_days_of(named, month, month))
    own = year if match["this"] else year_to_int(match["year"])
    short = bool(match["year"]) and len(match["year"]) == 2
    if own is None or (short and not (match.group("month", "quarter", "half") != (None,) * 3 or _short(match, text))):
        return None
    return _dated(match, own)


def _short(match: re.Match[str], text: str) -> bool:
    """Whether what follows two figures and 年 makes a year of them (23年底, not 20年)."""
    return _SHORT_NEEDS.match(text, match.end()) is not None


def _iso(match: re.Match[str]) -> Dated | None:
    year, month, day = map(int, re.split(r"[-/.]", match["iso"]))
    try:
        return Dated(match.start(), match.end(), date(year, month, day), date(year, month, day))
    except ValueError:
        return None


def _dated(match: re.Match[str], year: int) -> Dated | None:
    months = _months(match)
    if months is None or not 1 <= months[0] <= months[1] <= 12 or not 1 <= year <= 9999:
        return None
    first, last = _days_of(year, *months)
    if match["day"]:
        day = min(numeral_to_int(match["day"]) or 1, last.day)
        first = last = last.replace(day=day)
    elif match["third"]:
        begins, ends = _THIRDS[match["third"]]
        first, last = last.replace(day=begins), last.replace(day=min(ends, last.day))
    return Dated(match.start(), match.end(), first, last)


def _days_of(year: int, first: int, last: int) -> tuple[date, date]:
    """The first and the last day of some months."""
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _months(match: re.Match[str]) -> tuple[int, int] | None:
    """First and last month that the words behind a year name; the whole year where they name none."""
    if match["month"]:
        last = numeral_to_int(match["month"]) or 0
        return (numeral_to_int(match["first"]) or 0 if match["first"] else last), last
    if match["quarter"]:
        last = (numeral_to_int(match["quarter"]) or 0) * _QUARTER
        return (1 if match["quarters"] else last - _QUARTER + 1), last
    if match["half"]:
        return (1, 6) if match["half"] == "上" else (7, 12)
    return (1, 6) if match["mid"] else (1, 12)
