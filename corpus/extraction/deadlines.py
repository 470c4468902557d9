"""完成时限: printed words to a Deadline. Knows dates and the words for ongoing work; nothing of tables."""

import re
from datetime import date

from corpus.folding.dates import find_dates
from corpus.quoting import compact
from corpus.task import Deadline, DeadlineKind

__all__ = ["deadline_from_text"]

_EMPTY = re.compile(r"^[/\\—\-－无]*$")
_YEARS = re.compile(r"(20\d\d)年?(?:度)?[-—–－~～至到]{1,2}(20\d\d)年?")
_EVERY = re.compile(r"每(?:半?年|季|月|周|双月|两月)|全年|分年度|年度")
_ONGOING = re.compile(r"持续|长期|常态|不断|经常|日常|即时|随时")


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
    if dates := find_dates(words):
        return Deadline(raw=words, kind=DeadlineKind.BY_DATE, date=max(one.last for one in dates))
    kind = DeadlineKind.ONGOING if _ONGOING.search(words) else DeadlineKind.NONE
    return Deadline(raw=words, kind=kind)
