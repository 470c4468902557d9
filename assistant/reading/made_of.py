"""Numbers that are made of two others: so much for each of something, a rate. Patterns are data (made_of.tsv)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.data_files import data_rows

__all__ = ["MadeOf", "MadeOfRule", "made_of", "made_of_rules"]

_UNITS = {"平米": "平方米", "平": "平方米", "千米": "公里"}
"""Units as they are said, and as they are printed."""
_THOUSANDS = {"百": 100, "千": 1000, "万": 10000}


@dataclass(frozen=True, slots=True)
class MadeOf:
    """A number divided by another, in the words for both; empty where the question leaves them unsaid."""

    way: str
    """each: so much for one of them (一个学位花多少); rate: a part of its whole (合格率); over: the first is said to be
    divided by the second (签约人数除以服务人口, 计划投资占总投资).
    """
    above: str = ""
    below: str = ""
    unit: str = ""
    """What one of them is counted in: 公里."""
    scale: int = 1
    """1000 for 每千人."""


MadeOfRule = tuple[str, re.Pattern[str], tuple[str, ...]]
"""The way, its pattern, and examples: a question, what is above and what below."""


@lru_cache(maxsize=512)
def made_of(text: str) -> tuple[MadeOf, ...]:
    """The numbers made of two others that a text asks for, in the order of the rules."""
    return tuple(dict.fromkeys(_found(text)))


def _found(text: str) -> Iterator[MadeOf]:
    for way, pattern, _ in made_of_rules():
        for match in pattern.finditer(text):
            said = {name: words for name, words in match.groupdict().items() if words}
            said |= {"unit": _UNITS[said["unit"]]} if said.get("unit") in _UNITS else {}
            scale = _THOUSANDS.get(said.pop("scale", ""), 1)
            yield MadeOf(way, **said, scale=scale)


@cache
def made_of_rules() -> tuple[MadeOfRule, ...]:
    """All rules, in the order of the file."""
    rows = data_rows(__package__, "made_of.tsv")
    return tuple((way, re.compile(pattern), tuple(examples.split("|"))) for way, pattern, examples in rows)
