"""Where a question calls documents by words of their title: 农机意见, 优化营商环境那份实施意见, 农机和消费扶贫意见."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.reading.abbreviations import says

__all__ = ["Calling", "callings"]

_KIND = re.compile(
    r"(?:指导|实施|行动|发展|工作|推进|扶持|建设|试点){0,2}"
    r"(意见|细则|办法|方案|规划|纲要|计划|措施|规定|条例|决定|报告|要点|政策|通知|通报|批复|行动|清单|摘编|选编|汇编|文件|[这那]份)"
)
_ANY_KIND = re.compile(r"文件|清单|[这那]份")
_JOINT = re.compile(r"(?:的|[这那][个份]|[这那]?(?:[两二三四五六七八九十几]|\d{1,2})[个份篇](?:国家|中央)?)+$")
_LISTED = re.compile(r"([^、，,。；;：:？?和与跟及]{2,14})[、和与跟及]$")
_SHORTEST_RUN = 2


@dataclass(frozen=True, slots=True)
class Calling:
    """A stretch [start, end) that calls documents by words of their title and their kind, and those it fits."""

    start: int
    end: int
    holders: frozenset[str]


def callings(key: str, titles: Mapping[str, str]) -> list[Calling]:
    """Where documents are called by words of their title and their kind: 农机意见, 优化营商环境那份实施意见."""
    found = []
    for match in _KIND.finditer(key):
        joint = _JOINT.search(key, 0, match.start())
        any_kind = _ANY_KIND.fullmatch(match[1])
        of_kind = {one: title for one, title in titles.items() if any_kind or match[1] in title}
        start, holders = _run_before(key, joint.start() if joint else match.start(), of_kind)
        if holders:
            found += [Calling(start, match.end(), holders), *_listed_before(key, start, titles)]
    return found


def _listed_before(key: str, end: int, titles: Mapping[str, str]) -> Iterator[Calling]:
    """Those called by words of their title that a list joins to the last: 农机、消费扶贫和无废城市三份文件."""
    while match := _LISTED.search(key, 0, end):
        start, holders = _run_before(key, match.end(1), titles)
        if start > match.start(1) or not holders:
            return
        yield Calling(start, match.end(1), holders)
        end = match.start(1)


def _run_before(key: str, end: int, titles: Mapping[str, str]) -> tuple[int, frozenset[str]]:
    """Where the words of a title that stand before `end` begin, and the titles that hold them all; where the words
    before hold to other titles only, these too (民爆“十三五”规划 is one of 民爆 or one called “十三五”).
    """
    for size in range(end, _SHORTEST_RUN - 1, -1):
        holding = {one: title for one, title in titles.items() if says(key[end - size : end], title)}
        if holding:
            start, holders = _run_before(key, end - size, holding)
            others = {one: title for one, title in titles.items() if one not in holding}
            start, more = (start, holders) if holders else _run_before(key, end - size, others)
            return start, holders or frozenset(holding) | more
    return end, frozenset()
