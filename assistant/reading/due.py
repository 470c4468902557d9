"""The condition on deadlines that a question states: a day, a month of the year of issue, overdue, ongoing."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import cast

from assistant.reading.ask import Due, DueKind
from assistant.reading.callings import dated_callings
from assistant.reading.named import is_of_name
from assistant.reading.reading import Reading
from assistant.reading.spans import Kind, Span
from corpus.extraction.periods import own_year
from corpus.facts import Library
from corpus.folding.dates import Dated, find_dates

DUE_SENSES = ("overdue", "ongoing", "undated", "alike_due")
"""Senses that are a condition on deadlines without a day."""

_DATED = frozenset({"due", "deadline", "when"})
"""Senses that make a year a condition on deadlines even in front of a document's name."""
_SAYS_WHEN = _DATED | {"tasks", "overdue"}
_BEFORE = re.compile(r"年?[底末]?(?:之前|以前|前|为止|以内)")
_END = re.compile(r"年?[底末]")
_BEHIND = re.compile(r"年?[底末]?(?:以后|之后|后)")
_SINCE = re.compile(r"年?[底末]?(?:以来|起|开始)")
_NOT_BEFORE = "才"
_UP_TO = re.compile(r"[到至]$|截[至止]到?$")
_WITH_IT = re.compile(r"含")
"""Before a day that is named a second time: 2027年以后（含2027年）."""
_BETWEEN = re.compile(r"[底末初]?[到至\-—~]")
_THIS_YEAR = re.compile(r"(?<![\d今本当一二三四五六七八九十两几半每])年(?=内(?![部容])|[底末]前?)")


def due_of(reading: Reading, library: Library) -> Due | None:
    """The condition on deadlines that a day or a word for deadlines states; the year in which a document was issued
    belongs to its name (2020年那份实施意见).
    """
    heard = reading.heard
    dates = _asked(reading, library) if _SAYS_WHEN & heard else []
    if "undated" in heard:
        return Due(DueKind.NONE)
    if "alike_due" in heard:
        return Due(DueKind.SAME)
    if "overdue" in heard and not dates:
        return Due(DueKind.OVERDUE)
    if "ongoing" in heard:
        return Due(DueKind.ONGOING)
    return _condition(dates, reading.text) if dates else None


def _asked(reading: Reading, library: Library) -> list[Dated]:
    """The days named that are no part of what a document is called."""
    calling = {one.year_end for one in dated_callings(reading.text)}
    named = [one for one in _dates(reading, library) if one.end not in calling]
    dates = [one for one in named if not _WITH_IT.search(reading.text, one.start - 1, one.start)]
    own = dates and is_of_name(dates[-1].end, dates[-1].first.year, reading, library) and not _DATED & reading.heard
    return [] if own else dates


def _condition(dates: Sequence[Dated], text: str) -> Due:
    """What is said of the last day: by then, behind it, from it on, at the end of it, within it, or between two."""
    dated = dates[-1]
    if _BEFORE.match(text, dated.end):
        return Due(DueKind.BY, first=dated.first, last=dated.last)
    if _BEHIND.match(text, dated.end):
        first = dated.first if _WITH_IT.search(text, dated.end) else dated.last + timedelta(days=1)
        return Due(DueKind.FROM, first=first, last=date.max)
    if _SINCE.match(text, dated.end):
        return Due(DueKind.FROM, first=dated.first, last=date.max)
    if len(dates) > 1 and _BETWEEN.fullmatch(text, dates[-2].end, dated.start):
        return Due(DueKind.WITHIN, first=dates[-2].first, last=dated.last)
    if _UP_TO.search(text[: dated.start]) and not text.startswith(_NOT_BEFORE, dated.end):
        return Due(DueKind.BY, first=dated.first, last=dated.last)
    end = _END.match(text, dated.end)
    return Due(DueKind.WITHIN, first=dated.last.replace(day=1) if end else dated.first, last=dated.last)


def _end_of_words(dated: Dated, text: str) -> int:
    """Where the words end that belong to a day: 2025年6月底前."""
    said = (one.match(text, dated.end) for one in (_BEFORE, _BEHIND, _SINCE, _END))
    return next((match.end() for match in said if match), dated.end)


def _dates(reading: Reading, library: Library) -> list[Dated]:
    """The days named; a month without a year is of the last year that a document in scope is for, as is 年底前."""
    if days := [cast("Dated", one.value) for one in reading.of(Kind.DAY)]:
        return days
    year = max((year for one in reading.documents if (year := own_year(library.document(one)))), default=None)
    if year is None:
        return []
    this = [Dated(*one.span(), date(year, 1, 1), date(year, 12, 31)) for one in _THIS_YEAR.finditer(reading.text)]
    return find_dates(reading.text, year) or this


def day_spans(reading: Reading, library: Library) -> tuple[Span, ...]:
    """Where those days stand, with what is said of them."""
    every = _dates(reading, library)
    return tuple(Span(one.start, _end_of_words(one, reading.text), Kind.DAY, one) for one in every)
