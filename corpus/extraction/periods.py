"""Years and planning periods in words: 到2025年, 2023—2025年, “十三五”期间; and the year a document itself is of."""

import re
from dataclasses import dataclass

from corpus.document import Document
from corpus.folding.characters import fold
from corpus.folding.numerals import numeral_to_int
from corpus.folding.years import PLAN, SPAN, YEAR, find_years, plan_years, year_to_int

_LOOKS_BACK = re.compile(r"(?:情况|结果)的?(?:通报|公告|公示|报告|说明)|(?:总结|公报)$")
"""A title of what is over: the document is of the year that it was written in."""
_COMPARED = re.compile(
    rf"(?:(?<!占)比|较|与)(?:上年|去年|(?:{YEAR})年(?:底|末)?|[“\"']?十[一二三四五六]五[”\"']?(?:时期|期)?末?)|(?:截止|截至|自|从|由)(?:到|至)?(?:{YEAR})年?(?:底|末)?"
    rf"|(?:{YEAR})年(?:年?[底末])?(?:之?前|以前)(?:建成|建设|投用|开工|启动|形成|出台)的|在(?:{YEAR})年(?:底|末)?(?:的)?基础上|以(?:{YEAR})年[^，,。；;]{{0,14}}为基[值数准期]"
    rf"|(?:{YEAR})年[^，,。；;]{{0,12}}?(?:颁布|制定|制订|印发|发布|出台|修订)的|(?:是|为)(?:{YEAR})年的|(?:恢复|达|相当|下降|压减|提高|增加)[至到于](?:{YEAR})年(?:同期|水平)?的(?=\d)"
)
_YEAR_OF_PLAN = re.compile(
    r"[“\"']?十[一二三四五六]五[”\"']?(?:规划|时期)?的?(?:开局|收官|起步|攻坚|关键|谋划|启动|第[一二三四五]|最后)[^，,。；;]{0,6}?年"
    r"|(?:编制|制定|谋划|起草)[^，,。；;]{0,12}?[“\"']?十[一二三四五六]五[”\"']?[^，,。；;\d]{0,14}规划(?!期)"
)
"""今年是“十五五”开局之年 tells which year this is, 制定“十五五”规划 what is written: no time of a goal."""
_RISES = re.compile(rf"(?:从|由)(?:{YEAR})年(?:底|末)?的?(?:[^，,。；;年]|[/\d]年){{0,30}}?[到至](?=(?:{YEAR})年)")
"""由2025年的71%提高到2030年的85%: the second year is the goal's."""
_AIM_OF_TITLE = re.compile(rf"(?:到|至|面向)(?:{YEAR})年|(?:{YEAR})年(?:底|末)?(?:之?前|以前|远景)")
_NAMED = re.compile(rf"({YEAR})年")
_DAY_OF_TITLE = re.compile(rf"(?:{YEAR})年(?:[4-9]|1[0-2])月\d{{1,2}}日")
"""A day of signing in a title; one of the first months begins the year that is planned."""
_FROM_YEAR = re.compile(rf"({YEAR})年(?:\d{{1,2}}月)?起[，,]?用?([两二三四五六七八九十\d]{{1,2}})年(?:内|时间|左右)")
"""2012年起5年内: that year is the first of so many."""
_THIS = re.compile(r"(?:今年|本年度?|当年)(?!来|以来)|(?<![\d年一二三四五六七八九十两几半每全])年(?:底前|内(?![部容]))")
_OF_PLAN = re.compile(
    r"(?:规划|计划|行动|实施)期(?:内|间|末)|(?<![\d一二三四五六七八九十近前后去这每起])"
    r"(?P<years>[两二三四五2-5])年(?:内|间|累计|共|计划|总|(?=[新建改培打治完引攻安投筹]))"
)
_AFTERWARDS = re.compile(r"(?:此后|其后|随后|之后|后续|接下来)的?([一两二三四五])年")
"""2023年完成6万亩；此后两年每年10万亩: years counted from the one before."""
_YEARS_AHEAD = re.compile(r"(?:今后|未来)([两二三四五])年")
_PLANNED = r"[“\"']?十[一二三四五六]五[”\"']?(?:规划)?(?:期间|时期|末|期末)"
_PHRASE = re.compile(
    rf"^(?:力争|争取|预计|计划|确保|并)?(?:到|至|于|在)?(?:"
    rf"(?:(?:{YEAR})年、){{0,5}}(?:{YEAR})年?(?:-|~|至|到){{1,2}}(?:{YEAR})年|(?:(?:{YEAR})年[、和]){{1,5}}(?:{YEAR})年|(?:{YEAR})年(?:\d{{1,2}}月)?(?:年?[底末初])?(?:之?前|以前)?|"
    rf"{_PLANNED}|规划期[内间末]|[一二三四五两\d]年内|(?:此后|其后|随后|之后|后续|接下来)的?[一两二三四五]年|(?:[今本当]年)?年?底前|(?:[今本当]年年?|年)内|今年)(?:，|,)?"
)


@dataclass(frozen=True, slots=True)
class Time:
    """A year by which, or a period in which, something is to be reached."""

    year: int | None = None
    period: tuple[int, int] | None = None

    def __bool__(self) -> bool:
        return self.year is not None or self.period is not None

    @property
    def last(self) -> int | None:
        """The last year that is meant."""
        return self.year or (self.period[1] if self.period else None)


NO_TIME = Time()


def text_to_time(text: str, this_year: int | None = None, plan_of: Time = NO_TIME) -> Time:
    """The (last) year or period that the words name as a goal's; years of comparison and of record do not count.

    `this_year` is what 今年 means, `plan_of` the time of the document's own plan (规划期内, 五年治理350公里).
    """
    if counted := _FROM_YEAR.search(fold(text)):
        return _years_from(year_to_int(counted[1]), counted[2])
    words = _YEAR_OF_PLAN.sub("", _COMPARED.sub("", _RISES.sub("", fold(text))))
    if span := next((one for one in SPAN.finditer(words) if one[1] <= one[2]), None):
        return Time(period=(int(span[1]), int(span[2])))
    if years := list(_NAMED.finditer(words)):
        named = Time(year=year_to_int(years[-1][1]))
        return years_after(words[years[-1].end() :], named) or named
    if plan := PLAN.search(words):
        first, last = plan_years(plan["plan"] or plan["nth"])
        return Time(year=last) if plan["end"] else Time(period=(first, last))
    if this_year is not None and _THIS.search(words):
        return Time(year=this_year)
    return plan_of if _names_plan(words, plan_of.period) else NO_TIME


def years_ahead(text: str, first: int | None) -> Time:
    """The years that 今后五年 and 未来三年 mean, counted from `first`; no time where words name none."""
    match = _YEARS_AHEAD.search(fold(text))
    return _years_from(first, match[1]) if match else NO_TIME


def years_after(text: str, before: Time) -> Time:
    """The years that 此后两年 means, counted from the year `before`; no time where words name none."""
    match = _AFTERWARDS.search(fold(text))
    return _years_from(before.year + 1, match[1]) if match and before.year else NO_TIME


def _years_from(first: int | None, count: str) -> Time:
    years = numeral_to_int("二" if count == "两" else count)
    return Time(period=(first, first + years - 1)) if first and years else NO_TIME


def _names_plan(words: str, period: tuple[int, int] | None) -> bool:
    """Whether words name the time of the plan that a document is: 规划期内, or as many years as it has."""
    match = _OF_PLAN.search(words) if period else None
    if match is None or period is None:
        return False
    return match["years"] is None or numeral_to_int(match["years"]) == period[1] - period[0] + 1


def without_time(text: str) -> str:
    """`text` without the words of time it begins with (到2025年，)."""
    match = _PHRASE.match(fold(text))
    return text[match.end() :] if match else text


def stated_period(document: Document) -> tuple[int, int] | None:
    """The years that a document says it is for, where its title and head do not (2012年起5年内)."""
    match = _FROM_YEAR.search(fold(document.text))
    return _years_from(year_to_int(match[1]), match[2]).period if match else None


def planned_period(document: Document) -> tuple[int, int] | None:
    """The years that a document plans for, by its head or its title."""
    return document.metadata.period or text_to_time(document.metadata.title).period


def own_year(document: Document) -> int | None:
    """The year a document is of: the last that its title names (of a report, the later one it was written in), else
    that of its date or number, else the plan's
    first.
    """
    metadata = document.metadata
    if named := _title_years(fold(metadata.title)):
        later = metadata.written_on.year if metadata.written_on and _LOOKS_BACK.search(metadata.title) else 0
        return max(*named, later)
    if metadata.written_on:
        return metadata.written_on.year
    numbered = re.search(r"20\d\d", metadata.doc_number or "")
    if numbered:
        return int(numbered[0])
    return metadata.period[0] if metadata.period else None


def title_year(title: str) -> int | None:
    """The one year that a title names (2026年重点工作分工), days of signing aside; None for a span, a plan, several
    years or none.
    """
    years = _title_years(_DAY_OF_TITLE.sub("", fold(title)))
    return years[0] if len(years) == 1 else None


def _title_years(title: str) -> list[int]:
    """The single years that a title is of; none where it names a span, a plan, a year to come (2030年前碳达峰) or a
    figure that is a name (“健康中国2030”).
    """
    words = _AIM_OF_TITLE.sub("", title)
    years = [one for one in find_years(words, short=False) if "年" in words[one.start : one.end] or one.plan]
    single = all(one.first == one.last and not one.plan for one in years)
    return [one.first for one in years] if single else []
