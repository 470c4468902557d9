"""Which units of measure a question asks for, and which units mean the same sort of thing. Knows no documents."""

import re
from typing import TypeAlias

__all__ = ["Measure", "asked_measures", "unit_measure"]

Measure: TypeAlias = str
"""buildings, firms, events, area, rate, money or another; one word per sort of quantity."""

_DIRECTLY = re.compile(
    r"(?:几|多少|\d)(?:个)?(平方米|平米|万方|亩|百分点|亿元|万元|元|钱|成|幢|栋|座|家|户|场|次)|(幢|栋|座|家|场|次)数"
)
_SHARE = re.compile(r"占.{0,12}(?:(?:多少|几)(?![幢栋座家户场次个])|比|百分)")
"""A share is worked out from numbers of any measure."""
_INDIRECTLY: tuple[tuple[Measure, re.Pattern[str]], ...] = (
    ("rate", re.compile(r"百分之|百分点|[^效功税频]率")),
    ("area", re.compile(r"面积|多大")),
    ("money", re.compile(r"金额|税收总[额量]|税收规模|资金")),
)
_UNITS: tuple[tuple[Measure, re.Pattern[str]], ...] = (
    ("rate", re.compile(r"%|％|百分|‰|成")),
    ("area", re.compile(r"平方|万方|平米|亩|公顷|㎡|m2|方$")),
    ("money", re.compile(r"元|钱")),
    ("firms", re.compile(r"[家户]")),
    ("events", re.compile(r"[场次]")),
    ("buildings", re.compile(r"[幢栋座]")),
)
_COUNTED = frozenset({"buildings", "firms", "events"})


def asked_measures(text: str) -> frozenset[Measure]:
    """The sorts of quantity that a question asks for, none where it leaves them open. 多少幢 tells more than 面积."""
    if _SHARE.search(text):
        return frozenset()
    direct = [unit_measure(first or second) for first, second in _DIRECTLY.findall(text)]
    if direct:
        return frozenset().union(*direct)
    return frozenset(measure for measure, pattern in _INDIRECTLY if pattern.search(text))


def unit_measure(unit: str) -> frozenset[Measure]:
    """The sorts of quantity that a printed unit can be; 个 and 项 count anything, no unit at all may be anything."""
    found = frozenset(measure for measure, pattern in _UNITS if pattern.search(unit))
    if found or not unit:
        return found
    return _COUNTED
