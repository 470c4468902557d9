"""Years, spans of years and five-year plans as they are printed: ２０２６, 二〇二六, 23年, 2023—2025, “十四五”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.folding.characters import fold
from corpus.folding.numerals import ZEROS, numeral_to_int
from corpus.folding.units import UNIT

YEAR = rf"(?<!\d)(?:19[4-9]|20\d)\d(?!\d)|[一二][九{ZEROS}][{ZEROS}一二三四五六七八九]{{2}}|(?<!\d)2[{ZEROS}]\d\d(?=年)"
"""A year of four figures, printed in any way (a pattern without groups)."""
SPAN = re.compile(
    r"(?<!\d)((?:19[4-9]|20\d)\d)\s{0,3}(?:年度?)?\s{0,3}(?:[-—~]{1,2}|至|到)\s{0,3}((?:19[4-9]|20\d)\d)"
    r"(?!\d)(?!\s{0,3}年\s{0,3}\d{1,2}\s{0,3}月)\s{0,3}(?:年度?)?"
)
"""A span of years in folded text; groups are the first and the last."""
PLAN = re.compile(
    r"[“\"']?(?P<plan>十[一二三四五六七]|十(?=五[”\"']?(?:计划|时期|期间)))五[”\"']?(?=规划|计划|期|时|末|初|的|以来|收官|[^\w]|$|[^\W\d])(?:规划|计划)?"
    r"(?P<end>(?:时期|期)?末)?|第(?P<nth>十[一二三四五六七])个五年(?:规划|计划)"
)
"""A five-year plan; `end` is what says that its last year is meant."""
_SHORT = re.compile(r"(?<![\d.])([1-4]\d)(?=年(?!期|限|内|来|以上|以下|左右|间|前|后|的))")
_SHORT_SPAN = re.compile(r"(?<![\d.])([1-4]\d)年?(?:[-—~]{1,2}|至|到)([1-4]\d)年(?!期|限|内|前)")
_SPELLED_SHORT = re.compile(rf"二[{ZEROS}一二三四五六七八九](?=年(?:年?[底末]|[一二三四五六七八九十]{{1,2}}月))")
_FULL = re.compile(rf"(?P<year>{YEAR})(?P<mark>\s?年)?(?!{UNIT})")
_FIRST_YEAR_OF_TENTH = 2001
_YEARS_OF_PLAN = 5


@dataclass(frozen=True, slots=True)
class Years:
    """A year, or a span of them, that words at [start, end) name; `plan` where they name a five-year plan."""

    start: int
    end: int
    first: int
    last: int
    plan: bool = False


def find_years(text: str, *, short: bool = True) -> list[Years]:
    """The years that words name, in printed order; a span is one. With `short` also 23年 (2023) and 23到25年.

    >>> [(one.first, one.last) for one in find_years("二○二六年、23年、2023—2025年和“十四五”期间")]
    [(2026, 2026), (2023, 2023), (2023, 2025), (2021, 2025)]
    """
    folded = fold(text)
    found, taken = list[Years](), set[int]()
    for years in (*_spans(folded, short=short), *_single(folded, short=short), *_plans(folded)):
        characters = range(years.start, years.end)
        if years.first <= years.last and taken.isdisjoint(characters):
            found.append(years)
            taken.update(characters)
    return sorted(found, key=lambda one: one.start)


def year_to_int(printed: str) -> int | None:
    """The year that is printed with four figures or two (23 is 2023)."""
    value = numeral_to_int(re.sub(f"[{ZEROS}]", "0", printed) if printed[:1] == "2" else printed)
    return value + 2000 if value is not None and value < 100 else value


def plan_years(number: str) -> tuple[int, int]:
    """First and last year of the five-year plan called 十四(五)."""
    first = _FIRST_YEAR_OF_TENTH + _YEARS_OF_PLAN * ((numeral_to_int(number) or 10) - 10)
    return first, first + _YEARS_OF_PLAN - 1


def _spans(text: str, *, short: bool) -> Iterator[Years]:
    for pattern in (SPAN, _SHORT_SPAN) if short else (SPAN,):
        for match in pattern.finditer(text):
            yield Years(match.start(), match.end(), year_to_int(match[1]) or 0, year_to_int(match[2]) or 0)


def _single(text: str, *, short: bool) -> Iterator[Years]:
    for match in _FULL.finditer(text):
        value = year_to_int(match["year"])
        if value is not None and (match["mark"] or match["year"].isdecimal()):
            yield Years(match.start(), match.end(), value, value)
    for pattern in (_SHORT, _SPELLED_SHORT) if short else ():
        for match in pattern.finditer(text):
            value = year_to_int(match[0]) or 0
            yield Years(match.start(), match.end() + 1, value, value)


def _plans(text: str) -> Iterator[Years]:
    for match in PLAN.finditer(text):
        first, last = plan_years(match["plan"] or match["nth"])
        yield Years(match.start(), match.end(), last if match["end"] else first, last, plan=True)
