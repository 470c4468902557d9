"""完成时限: printed words to a Deadline. Knows dates and the words for ongoing work; nothing of tables."""

import re
from calendar import monthrange
from datetime import date

from corpus.quoting import compact
from corpus.task import Deadline, DeadlineKind

__all__ = ["deadline_from_text"]

_EMPTY = re.compile(r"^[/\\—\-－无]*$")
_YEARS = re.compile(r"(20\d\d)年?(?:度)?[-—–－~～至到]{1,2}(20\d\d)年?")
_EVERY = re.compile(r"每(?:半?年|季|月|周|双月|两月)|全年|分年度|年度")
_ONGOING = re.compile(r"持续|长期|常态|不断|经常|日常|即时|随时")
_DATE = re.compile(r"(20\d\d)年(?:(\d{1,2})月(?:份)?(?:(\d{1,2})[日号])?)?")
_SECTION = re.compile(r"(?:第?([一二三四1-4])季度|(上)半年|(下)半年)")
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}


def deadline_from_text(text: str) -> Deadline:
    """The deadline that the words state; `date` is the last day in time, where they give one.

    A span of years and every recurring term is a period; a year or month alone ends on its last day.
    """
    words = compact(text)
    if _EMPTY.match(words):
        return Deadline(raw=words, kind=DeadlineKind.NONE)
    if span := _YEARS.search(words):
        return Deadline(raw=words, kind=DeadlineKind.PERIOD, date=date(int(span.group(2)), 12, 31))
    if _EVERY.search(words):
        return Deadline(raw=words, kind=DeadlineKind.PERIOD)
    if last := _last_day(words):
        return Deadline(raw=words, kind=DeadlineKind.BY_DATE, date=last)
    kind = DeadlineKind.ONGOING if _ONGOING.search(words) else DeadlineKind.NONE
    return Deadline(raw=words, kind=kind)


def _last_day(words: str) -> date | None:
    """The last day that any date in the words reaches; None where there is none."""
    days = [_day(match, words) for match in _DATE.finditer(words)]
    return max((day for day in days if day), default=None)


def _day(match: re.Match[str], words: str) -> date | None:
    year, month, day = (int(group) if group else None for group in match.groups())
    if year is None:
        return None
    if month is None and (section := _SECTION.match(words, match.end())):
        month = _QUARTERS.get(section.group(1) or "", 6 if section.group(2) else 12)
    month = month or 12
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    return date(year, month, day if day and day <= last else last)
