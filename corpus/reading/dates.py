"""Days and spans of years as documents print them. Knows single phrases, no document."""

import re
from datetime import date

from corpus.quoting import compact
from corpus.reading.numerals import numeral_to_int

__all__ = ["DAY", "text_to_day", "text_to_years"]

_YEAR = r"(?:\d{4}|[一二][〇零○Ｏ一二三四五六七八九]{3})"
DAY = re.compile(
    rf"({_YEAR})\s{{0,3}}年\s{{0,3}}(\d{{1,2}}|[一二三四五六七八九十]{{1,2}})\s{{0,3}}月"
    r"\s{0,3}(\d{1,2}|[一二三四五六七八九十]{1,3})\s{0,3}日"
)
"""A day with its year; groups are year, month and day as printed."""
_YEARS = re.compile(r"(\d{4})\s{0,3}年?\s{0,3}[-—–~～－至到]{1,2}\s{0,3}(\d{4})\s{0,3}年?")
_CENTURIES = range(1949, 2100)


def text_to_day(text: str) -> date | None:
    """The first day printed in `text`; None where there is none or the calendar has no such day."""
    match = DAY.search(text)
    if not match:
        return None
    year, month, day = (numeral_to_int(part.replace("○", "〇").replace("Ｏ", "〇")) for part in match.groups())
    try:
        return date(year or 0, month or 0, day or 0)
    except ValueError:
        return None


def text_to_years(text: str) -> tuple[tuple[int, int], str] | None:
    """The first span of years in `text` (2023~2025年) and its words; None where there is none."""
    for match in _YEARS.finditer(text):
        first, last = int(match[1]), int(match[2])
        if first in _CENTURIES and last in _CENTURIES and first <= last:
            return (first, last), compact(match[0])
    return None
