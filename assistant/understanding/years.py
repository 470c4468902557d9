"""The years a question names. Knows no documents."""

import re
from collections.abc import Iterator
from datetime import date

__all__ = ["text_to_years"]

_FULL = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SHORT = re.compile(r"(?<![\d.])([1-4]\d)(?=年(?!期|限))")
_RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)年?(?:-|至|到)((?:19|20)\d\d)(?!\d)")
_SHORT_RANGE = re.compile(r"(?<![\d.])([1-4]\d)年?(?:-|至|到)([1-4]\d)年(?!期|限|内|前)")
_YEAR_BEFORE = re.compile(r"(?:比|较|跟|和|与)(?:上|前)(?:一)?年")
_CHINESE = re.compile(r"[一二][〇零○0一二三四五六七八九]{3}(?=年)")
_PLAN = re.compile(r"[“\"]?(十[一二三四五六七八九]?)五[”\"]?(?=规划|计划|期|时|末|初|的|以来|[^\W\d])")
_DIGITS = {character: str(value) for value, character in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "0": "0",
}
_ORDINALS = {"十": 10} | {f"十{character}": 10 + value for value, character in enumerate("一二三四五六七八九", 1)}
_FIRST_YEAR_OF_TENTH = 2001
_YEARS_OF_PLAN = 5


def text_to_years(text: str) -> tuple[int, ...]:
    """Years in the order they are named; a span gives all its years, 23年 is 2023, a five-year plan's end is its last;
    比上一年 adds the year before the only one named.

    >>> text_to_years("26年比24年"), text_to_years("“十三五”期末"), text_to_years("23到25年")
    ((2026, 2024), (2020,), (2023, 2024, 2025))
    """
    years = tuple(dict.fromkeys(year for _, years in sorted(_found(text)) for year in years))
    return (years[0] - 1, years[0]) if len(years) == 1 and _YEAR_BEFORE.search(text) else years


def _found(text: str) -> Iterator[tuple[int, tuple[int, ...]]]:
    for match in _RANGE.finditer(text):
        first, last = int(match[1]), int(match[2])
        if first < last <= first + 15:
            yield match.start(), tuple(range(first, last + 1))
    for match in _SHORT_RANGE.finditer(text):
        yield match.start(), tuple(range(2000 + int(match[1]), 2001 + int(match[2])))
    yield from ((match.start(), (int(match[1]),)) for match in _FULL.finditer(text))
    yield from ((match.start(), (2000 + int(match[1]),)) for match in _SHORT.finditer(text))
    for match in _CHINESE.finditer(text):
        yield match.start(), (int("".join(_DIGITS[character] for character in match[0])),)
    for match in _PLAN.finditer(text):
        yield from _plan_years(text, match)


def _plan_years(text: str, match: re.Match[str]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The last year of a five-year plan, where its end is meant: the plan itself is a name, not a year."""
    last = _FIRST_YEAR_OF_TENTH + _YEARS_OF_PLAN * (_ORDINALS[match[1]] - 10) + _YEARS_OF_PLAN - 1
    if re.match(r"(?:时期|期间|规划|期)?(?:期?末|结束|收官)", text[match.end() :]) and last < date.max.year:
        yield match.start(), (last,)
