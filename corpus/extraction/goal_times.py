"""Which time holds for the goals of a section: its own heading's, or that of the paragraph that leads its list.

到2027年，…。——形成10个以上…: the year of the lead paragraph holds for what stands below it.
"""

import re
from collections.abc import Sequence
from copy import copy

from corpus.document import Document, Heading
from corpus.extraction.goal_words import sets_rules
from corpus.extraction.outline import title_of
from corpus.extraction.periods import (
    NO_TIME,
    Time,
    own_year,
    stated_period,
    text_to_time,
    title_year,
    years_ahead,
)
from corpus.folding.characters import fold

__all__ = ["GoalTimes"]

_REPORTS = re.compile(r"总结|回顾|通报|公报|统计|考核结果")
_YEARLY = re.compile(r"政府工作报告|工作要点")
_DATED = re.compile(r"[（(](?P<year>20\d\d)年(?P<month>\d{1,2})月(?:\d{1,2}日)?(?=[，,)）])")
"""三、金华市（2024年1月30日，…第四次会议）: when what stands below a heading was said."""
_LAST_MONTH = 12
_FIRST_HALF = 4
"""Until April, 今后五年 begins with the year itself: reports of a new term are given then."""
_BOX = re.compile(r"^专\s?栏")


class GoalTimes:
    """The times of a document's sections, remembered in reading order."""

    def __init__(self, document: Document) -> None:
        self.this_year = own_year(document)
        """What 今年 means."""
        self._first_ahead = _first_year_ahead(document, self.this_year)
        title = text_to_time(document.metadata.title)
        self.plan = title if title.period else Time(period=document.metadata.period or stated_period(document))
        """The time that the document plans for."""
        looks_back = _REPORTS.search(document.metadata.title)
        self.promises = not sets_rules(document.metadata.title)
        """Whether numbers of work to be done, without a year, are goals too: not in a rule book."""
        named = title_year(document.metadata.title)
        yearly = self.this_year if _YEARLY.search(document.metadata.title) else None
        self.of_title = NO_TIME if looks_back or not self.promises else Time(year=named or yearly)
        """The one year that the title of a plan names (2026年…工作报告), or that a yearly report is of."""
        self.dated = False
        """Whether a heading tells when what stands below it was said, as in a collection of reports."""
        self._led: dict[tuple[Heading, ...], Time] = {}

    def within(self, headings: tuple[Heading, ...]) -> "GoalTimes":
        """The times below headings of which the outermost tells when its text was said: 今年 is that year, and in
        December the next.
        """
        match = _DATED.search(title_of(headings[0])) if headings else None
        if match is None:
            return self
        times = copy(self)
        times.dated = True
        times.this_year = int(match["year"]) + (int(match["month"]) == _LAST_MONTH)
        return times

    def named(self, words: str) -> Time:
        """The time that words name, also as that of the whole plan (规划期内, 五年…) or of the years to come."""
        return text_to_time(words, self.this_year, self.plan) or years_ahead(words, self._first_ahead)

    def start(self, headings: tuple[Heading, ...]) -> Time:
        """The time that a section begins with: what its lead paragraph said, else its heading, else a yearly plan's."""
        for depth in range(len(headings), 0, -1):
            if led := self._led.get(headings[:depth]):
                return led
            if self.dated and depth == 1:
                return Time(year=self.this_year)
            if named := self._named(headings[depth - 1]):
                return named
        return self.of_title

    def remember(self, headings: tuple[Heading, ...], times: Sequence[Time]) -> None:
        """Keep what the paragraphs of a section name: the plan's own end where it is among them, else the last."""
        if times:
            ends = [time for time in times if time.year is not None and time.year == self.plan.last]
            self._led[headings] = ends[0] if ends else times[-1]

    def is_past(self, time: Time) -> bool:
        """Whether a time lies before the document's own year: a record, not a goal."""
        return self.this_year is not None and time.last is not None and time.last < self.this_year

    def is_ahead(self, time: Time) -> bool:
        """Whether a time ends after the document's own year: nothing is told of it yet."""
        return self.this_year is not None and time.last is not None and time.last > self.this_year

    def is_now(self, time: Time) -> bool:
        """Whether a time is the document's own year."""
        return time.year is not None and time.year == self.this_year

    def _named(self, heading: Heading) -> Time:
        """The year that a heading names (三、2026年主要任务); boxes name what they show, not what follows them."""
        if _BOX.match(heading.number + heading.title):
            return NO_TIME
        return text_to_time(title_of(heading)) or years_ahead(heading.title, self._first_ahead)


def _first_year_ahead(document: Document, this_year: int | None) -> int | None:
    """The first of the years that 今后五年 counts."""
    if this_year is None:
        return None
    day = document.metadata.written_on
    dated = re.search(r"年(\d{1,2})月", fold(document.metadata.title))
    month = day.month if day else int(dated[1]) if dated else 1
    return this_year + (month > _FIRST_HALF)
