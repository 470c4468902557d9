"""Figures in running text: numbers with 万 and 亿, Chinese numerals, dates, 文号. Knows no documents."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from corpus.folding.numerals import numeral_to_int
from corpus.folding.years import YEAR, year_to_int

_CIRCLED = re.compile(r"[①-⑳⑴-⒇❶-❿]")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DIGITS = re.compile(r"(\d{1,20}(?:\.\d{1,10})?)\s{0,2}(万亿|百万|千万|亿|万)?")
_MEASURES = "个项家幢座栋次年月日天场倍条类名级种份位方处"
_NUMERAL = re.compile(rf"(?<![第一二三四五六七八九十百千万])[一二三四五六七八九十百千两]{{1,9}}(?=[{_MEASURES}])")
_DATE = re.compile(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?")
_NUMBER = r"\s{0,3}(\d{1,2}|[一二三四五六七八九十]{1,3})\s{0,3}"
_SPELLED_DATE = re.compile(rf"({YEAR})\s{{0,3}}年{_NUMBER}月(?:{_NUMBER}日)?")
_DOC_NUMBER = re.compile(r"([一-鿿]{2,10})[\[(【〔]\s{0,2}(\d{4})\s{0,2}[\])】〕]\s{0,2}(\d{1,5})\s{0,2}号")
_TIMES = {"": 1, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_NUMERAL_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2}
_NUMERAL_TENS = {"十": 10, "百": 100, "千": 1000}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written (`bare`), its 万 or 亿 (`times`), and where it ends in the folded text."""

    bare: Decimal
    times: str
    start: int
    end: int

    @property
    def value(self) -> Decimal:
        """The number with its 万 or 亿 multiplied out."""
        return self.bare * _TIMES[self.times]

    @property
    def step(self) -> Decimal:
        """What one of its last digit is worth: 0.1万 in 42.8万."""
        return Decimal(1).scaleb(int(self.bare.as_tuple().exponent)) * _TIMES[self.times]


def folded(text: str) -> str:
    """`text` in NFKC, dates in digits (二〇二六年一月), without list marks such as ① and thousands separators."""
    plain = unicodedata.normalize("NFKC", _CIRCLED.sub(" ", text))
    return _THOUSANDS.sub("", _SPELLED_DATE.sub(_in_digits, plain))


def figures(text: str) -> list[Figure]:
    """All numbers of a folded text in order, Chinese numerals too where they count something (三个, 两项; not 一个)."""
    found = [Figure(Decimal(match[1]), match[2] or "", match.start(), match.end()) for match in _DIGITS.finditer(text)]
    found += [
        Figure(Decimal(numeral_value(match[0])), "", match.start(), match.end())
        for match in _NUMERAL.finditer(text)
        if match[0] != "一"
    ]
    return sorted(found, key=lambda figure: figure.start)


def numeral_value(numeral: str) -> int:
    """The value of a Chinese numeral below ten thousand.

    >>> numeral_value("二十九"), numeral_value("十"), numeral_value("一百零五")
    (29, 10, 105)
    """
    total, digit = 0, 0
    for character in numeral:
        if character in _NUMERAL_TENS:
            total += (digit or 1) * _NUMERAL_TENS[character]
            digit = 0
        else:
            digit = _NUMERAL_DIGITS[character]
    return total + digit


def _in_digits(date: re.Match[str]) -> str:
    day = f"{numeral_to_int(date[3])}日" if date[3] else ""
    return f"{year_to_int(date[1])}年{numeral_to_int(date[2])}月{day}"


def full_dates(text: str) -> set[str]:
    """The dates of a folded text that name at least a month: 2023年4月, 2023年5月16日."""
    return set(_DATE.findall("".join(text.split())))


def doc_numbers(text: str) -> set[str]:
    """The 文号 of a folded text, canonical with the end of its 代字: 府办〔2023〕30号."""
    return {f"{match[1][-2:]}〔{match[2]}〕{match[3]}号" for match in _DOC_NUMBER.finditer(text)}
