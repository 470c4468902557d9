"""Of which time gone by a report tells: 去年, 五年来, 截至2024年底, “十四五”时期, 目前; and where it looks ahead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Heading
from corpus.extraction.goal_words import tells_of_the_past, turns_ahead
from corpus.extraction.outline import title_of
from corpus.extraction.periods import NO_TIME, Time
from corpus.folding.characters import fold
from corpus.folding.numerals import numeral_to_int
from corpus.folding.years import PLAN, YEAR, plan_years, year_to_int
from corpus.simplified import simplified

_ASIDE = re.compile(
    rf"(?:比|较|与|同|由|从|自|对|在)(?:上年|去年|上一年|(?:{YEAR})年|[“\"']?十[一二三四五六]五[”\"']?(?:时期|期)?末?)(?:同期|年?[底末])?(?:的?基础上)?"
    rf"|(?:{YEAR})年(?:度|版|前|底前|以前|底以前)|(?:{YEAR})年[^，,。；;]{{0,10}}(?:印发|出台|建成的|制定|启动的)"
    r"|[“\"']?十[一二三四五六]五[”\"']?(?:规划|的?(?:开局|收官|起步|关键)[^，,。；;]{0,6}年)"
)
"""What is compared with, a deadline, the year of another thing, a plan: no time that numbers are told of."""
_TOLD = re.compile(
    rf"(?P<until>截[至止]到?(?:目前|现在)?)?(?:(?P<year>{YEAR})年(?P<from>以来)?|(?P<last>去年|上年(?!度)|上一年(?!度)|过去一年|一年来|刚刚过去的一年)"
    r"|(?:过去的?|这)(?P<years>[两三四五])年|(?P<since>[两三四五])年[以]?来|近(?P<near>[两三四五])年|"
    rf"{PLAN.pattern}(?P<on>以来)?|(?P<now>目前|现有|当前))|(?P<till>截[至止]到?(?:目前|现在))"
)
_AHEAD = re.compile(
    r"今年(?!以?来)|明年|未来|今后|下一步|力争|预计|确保|目标[是为：:]|(?:将|拟|计划|争取)(?=[新完建达实推改引培投到])"
)
_PAST_TITLE = re.compile(
    r"回顾|过去|(?:总结|成效|成就|成绩|现状|(?<!新)进展|(?:完成|执行|实施|进展)情况|(?:发展|工作|建设)基础)$"
)
_OF_YEAR = re.compile(r"^[^\d年]{0,8}(20\d\d)年(?!以来|起|至|到)[^\d年]*$")
"""2024年工作回顾: the year of which 过去一年 is said."""
_CLAUSE = re.compile(r"[，,；;：:]")
_PART = re.compile(r"其中[：:，,]?$")
_PART_ENDS = re.compile(r"[；;]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that name a time, and where they stand; `time` is None where they look ahead."""

    start: int
    time: Time | None
    words: str = ""


def times_told(text: str, this_year: int | None) -> list[Mark]:
    """The times that words name as seen from a document of `this_year`, in printed order."""
    shown = _ASIDE.sub(lambda match: "　" * len(match[0]), fold(text))
    told = [(match, _time(match, this_year)) for match in _TOLD.finditer(shown)]
    ahead = [(match, None) for match in _AHEAD.finditer(shown)]
    found = (Mark(match.start(), time, text[match.start() : match.end()]) for match, time in [*told, *ahead])
    return sorted(found, key=lambda one: one.start)


class GoneTimes:
    """The times gone by of one section, told sentence by sentence in reading order."""

    def __init__(self, headings: Sequence[Heading], this_year: int | None) -> None:
        titles = [title for one in reversed(headings) if _PAST_TITLE.search(title := simplified(title_of(one)))]
        years = [int(match[1]) for title in titles if (match := _OF_YEAR.search(fold(title)))]
        self._this_year = years[0] + 1 if years else this_year
        self._reports = bool(titles)
        named = (mark.time for title in titles for mark in times_told(title, self._this_year)[-1:])
        self._held, self._past = next(named, None), False

    def begin(self) -> None:
        """A paragraph begins: outside of a report, what the one before told of holds no more."""
        if not self._reports:
            self._held, self._past = None, False

    def within(self, sentence: str) -> list[Mark]:
        """The times that hold from each place of the sentence on, that of the sentences before first."""
        self._past = not turns_ahead(sentence) and (self._past or tells_of_the_past(sentence))
        marks = times_told(sentence, self._this_year)
        found = _parts_ended([Mark(0, self._held), *marks], sentence)
        if marks and marks[0].start <= len(_CLAUSE.split(sentence)[0]):
            keeps = self._reports or self._past
            self._held = marks[0].time if keeps and marks[0].time else None
        return found


def _parts_ended(marks: Sequence[Mark], sentence: str) -> list[Mark]:
    """The marks, with that before a part (五年来建绿道420公里，其中去年96公里；…) once more where the part ends."""
    found: list[Mark] = []
    for mark, behind in zip(marks, [*marks[1:], Mark(len(sentence), None)], strict=True):
        end = _PART_ENDS.search(sentence, mark.start, behind.start)
        ended = found and end and _PART.search(sentence[: mark.start])
        found += [mark, Mark(end.start(), found[-1].time)] if ended and end else [mark]
    return found


def _time(match: re.Match[str], own: int | None) -> Time | None:
    """The time that words name, as seen from the document's own year; None for one that lies ahead."""
    if match["till"] or match["now"]:
        return NO_TIME
    if match["year"]:
        year = year_to_int(match["year"])
        if match["from"]:
            return Time(period=(year, own - 1)) if own and year and year < own - 1 else None
        return Time(year=year) if own and year and (year < own or (match["until"] and year == own)) else None
    if own is None:
        return None
    if match["last"]:
        return Time(year=own - 1)
    if count := match["years"] or match["since"] or match["near"]:
        return Time(period=(own - (2 if count == "两" else numeral_to_int(count) or 1), own - 1))
    first, last = plan_years(match["plan"] or match["nth"])
    if match["end"] and last < own:
        return Time(year=last)
    return Time(period=(first, min(last, own))) if last < own or (match["on"] and first < own) else None
