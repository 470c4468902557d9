"""The values that a text prints, or a question names: amounts, times, rhythms, what lasts. Judges nothing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import cast

from corpus.folding.amounts import find_amounts
from corpus.folding.characters import fold
from corpus.folding.dates import find_dates
from corpus.folding.numerals import SPELLED, numeral_to_int
from corpus.folding.tiers import tier_amounts
from corpus.folding.units import base_unit
from corpus.target import Bound, Quantity

LOWER, UPPER = frozenset({Bound.GE, Bound.GT}), frozenset({Bound.LE, Bound.LT})
_DAY, _YEAR, OFTEN = "day", "year", "often"
TIMES = frozenset({_DAY, _YEAR})
"""Kinds of values that hold spans of days; the others are how often, days of any year, and base units of amounts."""
COINS = re.compile(r"(?<=[\d百千万])块(?![地牌田砖石屏板])钱?")
"""元 as it is spoken: 200块."""
_TENTHS = re.compile(r"(?<![一-十\d])([一二三四五六七八九])成(?![立本为果员功效就长套交品])")
_OFTEN = re.compile(r"每(?:半年|季度?|双月|[两二三四五六\d]?个?(?:年|月|周|天)|[日旬])")
_ONCE = re.compile(r"(?<![每双两三四五六半个\d])(?:一个?)?(半年|季度|年|月|周)[^，,。；;\d]{0,6}[一两](?:次|回)")
_EVERY = re.compile(r"(?<=\D)[/·](年|月|天|周)(?![度\d])")
"""3000元/月"""
_MEAN = re.compile(r"([日月年])均(?=[^\d，。；]{0,8}\d|[^\d，。；]{1,8}[：:])")
"""日均班次：48班"""
_SAME = {
    "每两个月": "每双月",
    "每两月": "每双月",
    "每2个月": "每双月",
    "每六个月": "每半年",
    "每季": "每季度",
    "每三个月": "每季度",
    "每个月": "每月",
    "每日": "每天",
}
"""Rhythms that are the same in other words."""
_LASTING = re.compile(
    rf"(?<![\d.第月\-/一二三四五六七八九十百])(?:(?P<low>\d{{1,3}})(?:-|至|到))?(?P<value>\d{{1,3}}(?:\.\d)?|{SPELLED})"
    r"(?P<unit>年|日|周)(?![度代级初末底前中均报常期岁\d]|行动|计划|以来|滚动|要|共|总|累计|新增|扩[容建])"
)
"""有效期5年, 90日内: how long, in units that also name times."""
_LONGEST, _FIRST_YEAR, _LAST_YEAR = 100, 1900, 2100
_MONTH_DAY = re.compile(r"(?<!\d年)(?<!\d)(\d{1,2})月(?:(\d{1,2})[日号]|(底|末))")
"""A day of any year."""
_RATIO = re.compile(r"(?<![\d.])\d{1,2}(?:[:：∶]\d{1,2}(?:\.\d)?){1,3}(?![\d%])")
BARE = "bare"
"""The kind of a number without a unit."""
_CELL = re.compile(r"(?P<name>[^\d：:；;]?)[：:](?P<value>\d[\d,]{0,15}(?:\.\d{1,6})?)(?=$|[。；;])")
"""A cell without a unit, behind the name of its column (计划批次：1300, 建成年份：2020)."""
_MOST = re.compile(r"最高|最多|封顶|上限|至多|顶多|不[得能可应]?(?:超过|高于|多于|大于)")
_LEAST = re.compile(r"最低|最少|起码|至少|不[得能可应]?(?:少于|低于|小于)")
_NEAR = 10
BOUNDARY = re.compile(r"[,，、:：;；。()（）]")
_MONEY = "元"
"""What it is for each of (元/月, 每亩) is not told apart."""
_CALLED = frozenset({"类", "级", "档", "期"})
"""Units whose spelled numbers are names: 二类企业."""
ASIDE = frozenset({*TIMES, OFTEN})
"""Kinds of values that are words of the amounts behind them."""
LASTING = frozenset({"年", "个月", "周", "天", "个工作日", "工作日", "小时"})
"""Kinds of what lasts."""
Time = tuple[date, date]
Values = Mapping[str, frozenset[object]]
"""By the kind of value, those that a text names."""
_PERSONS = re.compile(r"(?<=\d)个(?=人)")
_DECADE = Decimal(9)
_FEW_YEARS = Decimal(20)


@dataclass(frozen=True, slots=True)
class Printed:
    """A value, where it stands, and on which side it leaves room (不少于, 最高)."""

    kind: str
    value: object
    start: int
    end: int
    bound: Bound = Bound.EQ


def values_of(text: str, *, bare: bool = False) -> Values:
    """The amounts, times and rhythms that a text names."""
    found: dict[str, set[object]] = {}
    for one in values_in(text, bare=bare):
        found.setdefault(one.kind, set()).add(one.value)
    return {kind: frozenset(values) for kind, values in found.items()}


@lru_cache(maxsize=8192)
def values_in(text: str, *, bare: bool = False) -> tuple[Printed, ...]:
    """The same with their places, in printed order; with `bare`, 5000万 are so many 元."""
    plain = fold(in_percent(text))
    found = [*_amounts(_blanked(plain, _OFTEN), bare=bare), *_times(plain), *_rhythms(plain)]
    taken = [*found]
    found += [one for one in _others(plain) if not any(one.start < o.end and o.start < one.end for o in taken)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


@lru_cache(maxsize=512)
def named_amounts(text: str) -> tuple[Quantity, ...]:
    """The amounts that a question names; 八十多岁 is from 80 to 89, and 一个 names nothing."""
    folded = fold(text)
    plain = _PERSONS.sub(" ", COINS.sub("元", folded.replace("周岁", " 岁")))
    found = find_amounts(plain, bare=True)
    named = [one.quantity for one in found if not (one.spelled and one.quantity.value <= 1)]
    points = [one.quantity for one in tier_amounts(folded) if one.quantity.unit == "分"]
    return tuple(_decade(one) for one in named) + tuple(one for one in points if one not in named)


def _others(plain: str) -> Iterator[Printed]:
    """What lasts, days of any year, bare cells, ratios."""
    for match in _LASTING.finditer(plain):
        spelled = not match["value"][0].isdigit()
        value = Decimal(numeral_to_int(match["value"]) or 0) if spelled else Decimal(match["value"])
        if not (spelled and value <= 1) and 0 < value <= _LONGEST:
            unit = "天" if match["unit"] == "日" else match["unit"]
            yield Printed(unit, value, match.start(), match.end(), _bound(plain, match.start(), match.end()))
    for match in _MONTH_DAY.finditer(plain):
        yield Printed("month_day", (match[1], match[2] or "底"), match.start(), match.end())
    for match in _CELL.finditer(plain):
        bare = number_of(match["value"])
        if match["name"] in {"年", "份"} and bare and _FIRST_YEAR < bare < _LAST_YEAR:
            day = date(int(bare), 1, 1), date(int(bare), 12, 31)
            yield Printed(_YEAR, day, match.start("value"), match.end())
        elif bare is not None:
            yield Printed(BARE, bare, match.start("value"), match.end())
    for match in _RATIO.finditer(plain):
        yield Printed("ratio", re.sub("[：∶]", ":", match[0]), match.start(), match.end())


def _amounts(plain: str, *, bare: bool) -> Iterator[Printed]:
    for one in find_amounts(plain, bare=bare):
        if not (one.spelled and (one.quantity.value <= 1 or one.quantity.unit in _CALLED)):
            bound = one.quantity.bound if one.quantity.bound is not Bound.EQ else _bound(plain, one.number, one.end)
            unit = base_unit(one.quantity.unit)
            kind = _MONEY if unit.startswith(f"{_MONEY}/") else unit
            yield Printed(kind, one.quantity.in_base, one.start, one.end, bound)


def _bound(plain: str, start: int, end: int) -> Bound:
    before = BOUNDARY.split(plain[max(0, start - _NEAR) : start])[-1]
    if _MOST.search(before) or plain[end:].startswith(("以内", "以下", "之内", "内")):
        return Bound.LE
    if _LEAST.search(before) or plain[end:].startswith("以上"):
        return Bound.GE
    return Bound.EQ


def _times(plain: str) -> Iterator[Printed]:
    for one in find_dates(plain):
        years = (one.first.month, one.first.day, one.last.month, one.last.day) == (1, 1, 12, 31)
        yield Printed(_YEAR if years else _DAY, (one.first, one.last), one.start, one.end)


def _rhythms(plain: str) -> Iterator[Printed]:
    for match in _OFTEN.finditer(plain):
        yield Printed(OFTEN, _SAME.get(match[0], match[0]), match.start(), match.end())
    for match in _EVERY.finditer(plain):
        yield Printed(OFTEN, f"每{match[1]}", match.start(), match.end())
    for match in _MEAN.finditer(plain):
        yield Printed(OFTEN, {"日": "每天"}.get(match[1], f"每{match[1]}"), match.start(), match.end())
    for match in _ONCE.finditer(plain):
        often = f"每{match[1]}"
        yield Printed(OFTEN, _SAME.get(often, often), match.start(1), match.end(1))


def number_of(text: str) -> Decimal | None:
    """A number printed in figures; None for anything else."""
    plain = text.strip(",.").replace(",", "")
    return Decimal(plain) if re.fullmatch(r"\d+(?:\.\d+)?", plain) else None


def all_in(kind: str, claimed: frozenset[object], said: frozenset[object]) -> bool:
    """Whether all values claimed are said; a time that meets one said is."""
    if kind not in TIMES:
        return claimed <= said
    return all(any(_meets(one, other) for other in _days(said)) for one in _days(claimed))


def _meets(claimed: Time, said: Time) -> bool:
    """Whether a time is in another, or the other in it; spans of years are each their own."""
    (first, last), (start, end) = claimed, said
    if last.year > first.year and end.year > start.year:
        return claimed == said
    return (start <= first and last <= end) or (first <= start and end <= last)


def _days(values: frozenset[object]) -> list[Time]:
    return [cast("Time", one) for one in values]


def in_percent(text: str) -> str:
    """Shares in words as numbers, and 块 as 元: 一半, 七成, 200块."""
    tenths = _TENTHS.sub(lambda match: f"{(numeral_to_int(match[1]) or 0) * 10}%", text)
    return COINS.sub("元", tenths.replace("一半", "50%"))


def _blanked(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda match: " " * len(match[0]), text)


def _decade(one: Quantity) -> Quantity:
    if one.unit != "岁" or one.bound is not Bound.GT or one.value < _FEW_YEARS:
        return one
    return Quantity(value=one.value, high=one.value + _DECADE, unit=one.unit)
