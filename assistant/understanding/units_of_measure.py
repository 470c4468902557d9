"""Which units of measure a question asks for, and which units mean the same sort of thing. Knows no documents."""

import re
from typing import TypeAlias

__all__ = ["Measure", "asked_measures", "asks_share", "unit_measure"]

Measure: TypeAlias = str
"""buildings, firms, events, area, land, rate, money or another; one word per sort of quantity."""

_DIRECTLY = re.compile(
    r"(?:几|多少|\d)(?:个)?(平方米|平米|万方|亩|公顷|百分点|[亿万]元(?![\w]{0,3}[楼税])|元|钱|成|幢|栋|座|家|户|场|次)|(幢|栋|座|家|场|次)数"
)
_MONEY = re.compile(r"(?:几|多少)个?亿(?:$|[?])")
_COUNTING = re.compile(r"(?:几|多少)个(?!百分|点|亿|万|方面)")
_OTHER = re.compile(r"(?:几|多少)(?:[名位套条批辆张支]|人(?!均))")
"""What is counted so is neither buildings nor firms nor events."""
_SHARE = re.compile(r"占.{0,12}(?:(?:多少|几)(?![幢栋座家户场次个])|比|百分)")
"""A share is worked out from numbers of any measure."""
_INDIRECTLY: tuple[tuple[Measure, re.Pattern[str]], ...] = (
    ("rate", re.compile(r"百分之|百分点|比例|[^效功税频]率")),
    ("area", re.compile(r"面积|多大")),
    ("money", re.compile(r"金额|税收总[额量]|税收规模|资金")),
)
_UNITS: tuple[tuple[Measure, re.Pattern[str]], ...] = (
    ("rate", re.compile(r"%|％|百分|‰|成")),
    ("area", re.compile(r"平方|万方|平米|㎡|m2|方$")),
    ("land", re.compile(r"亩|公顷")),
    ("money", re.compile(r"元|钱")),
    ("firms", re.compile(r"[家户]")),
    ("events", re.compile(r"[场次]")),
    ("buildings", re.compile(r"[幢栋座]")),
)
_COUNTED = frozenset({"buildings", "firms", "events"})


def asked_measures(text: str) -> frozenset[Measure]:
    """The sorts of quantity that a question asks for, none where it leaves them open. 多少幢 tells more than 面积."""
    if asks_share(text):
        return frozenset()
    direct = [unit_measure(first or second) for first, second in _DIRECTLY.findall(text)]
    if direct or _MONEY.search(text):
        return frozenset[str]().union(*direct, unit_measure("亿元") if not direct else ())
    if _COUNTING.search(text) or _OTHER.search(text):
        return _COUNTED if _COUNTING.search(text) else frozenset({"other"})
    return frozenset(measure for measure, pattern in _INDIRECTLY if pattern.search(text))


def asks_share(text: str) -> bool:
    """Whether a question asks how large a part of something is."""
    return bool(_SHARE.search(text))


def unit_measure(unit: str) -> frozenset[Measure]:
    """The sorts of quantity that a printed unit can be; 个 and 项 count anything, no unit at all may be anything."""
    found = frozenset(measure for measure, pattern in _UNITS if pattern.search(unit))
    if found or not unit:
        return found
    return _COUNTED
