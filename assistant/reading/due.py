"""The condition on deadlines that a question states: a day, a month of the year of issue, overdue, ongoing."""

import re
from datetime import date
from typing import cast

from assistant.reading.ask import Due, DueKind
from assistant.reading.callings import dated_callings
from assistant.reading.reading import Reading
from assistant.reading.spans import Kind, Span
from corpus.facts import Library
from corpus.folding.dates import Dated, find_dates

__all__ = ["day_spans", "due_of"]

_DATED = frozenset({"due", "deadline", "when"})
"""Senses that make a year a condition on deadlines even in front of a document's name."""
_BY = re.compile(r"底前|末前|之前|以前|前|底|为止|以内")
_FROM = re.compile(r"以后|之后|以来|起|后")


def due_of(reading: Reading, library: Library) -> Due | None:
    """The condition on deadlines that a day or a word for deadlines states; the year in which a document was issued
    belongs to its name (2020年那份实施意见).
    """
    heard = reading.heard
    if "overdue" in heard:
        return Due(DueKind.OVERDUE)
    if "ongoing" in heard:
        return Due(DueKind.ONGOING)
    dates = _dates(reading, library) if {"due", "deadline", "tasks", "when"} & heard else []
    calling = {one.year_end for one in dated_callings(reading.text)}
    dates = [one for one in dates if one.end not in calling]
    if not dates:
        return None
    dated, behind = dates[-1], reading.text[dates[-1].end : dates[-1].end + 3]
    called = any(one.start == dated.end for one in reading.of(Kind.DOCUMENT))
    if called and dated.first.year in _years_of_issue(reading, library) and not _DATED & heard:
        return None
    if _FROM.match(behind):
        return Due(DueKind.FROM, first=dated.first, last=date.max)
    kind = DueKind.BY if _BY.match(behind) else DueKind.WITHIN
    return Due(kind, first=dated.first, last=dated.last)


def _dates(reading: Reading, library: Library) -> list[Dated]:
    """The days named; a month without a year is of the year in which the documents named were issued."""
    if days := [cast("Dated", one.value) for one in reading.of(Kind.DAY)]:
        return days
    issued = _years_of_issue(reading, library)
    return find_dates(reading.text, min(issued)) if len(issued) == 1 else []


def day_spans(reading: Reading, library: Library) -> tuple[Span, ...]:
    """Where those days stand."""
    return tuple(Span(one.start, one.end, Kind.DAY, one) for one in _dates(reading, library))


def _years_of_issue(reading: Reading, library: Library) -> set[int]:
    said = (library.document(one).metadata for one in reading.documents if reading.named)
    return {day.year for one in said for day in (one.written_on, one.printed_on) if day}
