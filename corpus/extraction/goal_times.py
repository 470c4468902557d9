"""Which time holds for the goals of a section (its own heading's, or that of the paragraph that leads its list), and
how far the time that a sentence names reaches: over all its goals, over a part of it, or over one thing only.

到2027年，…。——形成10个以上…: the year of the lead paragraph holds for what stands below it.
"""

import re
from collections.abc import Sequence
from copy import copy

from corpus.document import Document, Heading
from corpus.extraction.goal_naming import names_nothing_itself
from corpus.extraction.goal_readings import Reading
from corpus.extraction.goal_words import sets_rules
from corpus.extraction.outline import title_of
from corpus.extraction.periods import (
    NO_TIME,
    Time,
    own_year,
    stated_period,
    text_to_time,
    title_year,
    without_time,
    years_ahead,
)
from corpus.extraction.subjects import counted_amounts
from corpus.folding.characters import fold
from corpus.folding.years import YEAR

_REPORTS = re.compile(r"总结|回顾|通报|公报|统计|考核结果")
_YEARLY = re.compile(r"政府工作报告|工作要点")
_DATED = re.compile(r"[（(](?P<year>20\d\d)年(?P<month>\d{1,2})月(?:\d{1,2}日)?(?=[，,)）])")
"""三、金华市（2024年1月30日，…第四次会议）: when what stands below a heading was said."""
_LAST_MONTH = 12
_FIRST_HALF = 4
"""Until April, 今后五年 begins with the year itself: reports of a new term are given then."""
_BOX = re.compile(r"^专\s?栏")
_DEADLINE = re.compile(rf"(?:{YEAR})年(?:\d{{1,2}}月)?(?:年?底)?(?:之?前|以前)")
"""2027年底前建成新院区: the time of this one thing."""
_MONTH = re.compile(r"(?<![年\d])\d{1,2}月(?:\d{1,2}日)?[底末]?(?:之?前|以前)")
"""11月底前整改12项，2026年通过验收: of the year that is told of, not of the one that its sentence names."""
_CLAUSE = re.compile(r"[，,；;：:]")
_PARTS = re.compile(r"[；;]")


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


def is_of_itself(sentence: str) -> bool:
    """Whether a sentence begins with the deadline of one thing (2027年底前建成院区, 2025年底前，覆盖率提高到80%), not
    of all that follows (2027年前，取得突破。).
    """
    match = _DEADLINE.match(sentence)
    return match is not None and (sentence[match.end() :][:1] not in ("，", ",") or bool(counted_amounts(sentence)))


def time_of_part(reading: Reading, sentence: str, before: Time, led: Time, times: GoalTimes) -> Time:
    """The time of a goal of a sentence of several parts: that of its own part, and of the sentence only where that
    begins with it (新增里程58公里；续建国道24公里，2027年通车；改建5条).
    """
    if _MONTH.search(reading.clause) and not times.named(reading.clause):
        return before
    parts = _PARTS.split(sentence)
    if len(parts) == 1 or not times.named(sentence) or times.named(_CLAUSE.split(sentence)[0]):
        return led
    own = next((part for part in parts if reading.clause in part), sentence)
    return (times.named(own) if leads_sentence(own, times) else NO_TIME) or before


def time_held(sentence: str, led: Time, times: GoalTimes) -> Time:
    """The time that goes on behind a sentence: that of its first part, where it is the later (到2027年，…；2025年…)."""
    first = times.named(_PARTS.split(sentence)[0])
    return first if first.last and led.last and first.last > led.last else led


def opens_sentence(sentence: str, times: GoalTimes) -> bool:
    """Whether no number stands before the time that a sentence names, so that the time goes on behind it
    (not: 单机容量126万千瓦，2026年投产).
    """
    clauses, at = _named_at(sentence, times)
    return not any(counted_amounts(clause) for clause in clauses[:at])


def _named_at(sentence: str, times: GoalTimes) -> tuple[list[str], int]:
    """The clauses of a sentence and which of them names its time first; the first where none does."""
    clauses = _CLAUSE.split(sentence)
    return clauses, next((at for at, clause in enumerate(clauses) if times.named(clause)), 0)


def leads_sentence(sentence: str, times: GoalTimes) -> bool:
    """Whether the time of a sentence is that of all its goals: it stands first, in a clause of its own
    (建成学校5所，2026年底前完成) or beside what goes on about them (规模年均增长20%，到2026年达到120亿元).
    """
    clauses, at = _named_at(sentence, times)
    if opens_sentence(sentence, times):
        return True
    words = without_time(clauses[at])
    amounts = counted_amounts(words)
    return not amounts or names_nothing_itself(words[: amounts[0].start])
