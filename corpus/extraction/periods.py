"""Years and planning periods in words: 到2025年, 2023—2025年, “十三五”期间. Knows the calendar of five-year plans."""

import re
from dataclasses import dataclass

__all__ = ["NO_TIME", "Time", "text_to_time", "without_time"]

_SPAN = re.compile(r"(20\d\d)年?(?:度)?[-—–－~～至到]{1,2}(20\d\d)年?")
_COMPARED = re.compile(r"(?:比|较|与)(?:上年|去年|20\d\d年(?:底|末)?)|(?:截止|截至|自|从)(?:到|至)?20\d\d年?(?:底|末)?")
_YEAR = re.compile(r"(?<!\d)(20\d\d)年(?:年?[底末初]|度)?")
_PLAN = re.compile(r"[“\"']?十(一|二|三|四|五|六)五[”\"']?(?:规划)?(末|期末|时期末)?")
_PLANS = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026, "六": 2031}
_PHRASE = re.compile(
    r"^(?:力争|争取|预计|计划|确保|并)?(?:到|至|于|在)?(?:"
    r"20\d\d年?[-—–－~～至到]{1,2}20\d\d年|20\d\d年(?:\d{1,2}月)?(?:年?[底末初])?(?:之?前|以前)?|"
    r"[“\"']?十[一二三四五六]五[”\"']?(?:规划)?(?:期间|时期|末|期末)|[一二三四五两]年内)(?:，|,)?"
)


@dataclass(frozen=True, slots=True)
class Time:
    """A year by which, or a period in which, something is to be reached."""

    year: int | None = None
    period: tuple[int, int] | None = None

    def __bool__(self) -> bool:
        return self.year is not None or self.period is not None


NO_TIME = Time()


def text_to_time(text: str) -> Time:
    """The (last) year or period that the words name as a goal's; years of comparison and of record do not count."""
    words = _COMPARED.sub("", text)
    if span := _SPAN.search(words):
        return Time(period=(int(span.group(1)), int(span.group(2))))
    if years := _YEAR.findall(words):
        return Time(year=int(years[-1]))
    if plan := _PLAN.search(words):
        first = _PLANS[plan.group(1)]
        return Time(year=first + 4) if plan.group(2) else Time(period=(first, first + 4))
    return NO_TIME


def without_time(text: str) -> str:
    """`text` without the words of time it begins with (到2025年，)."""
    return _PHRASE.sub("", text)
