"""Named sets: “四个一批”, “三率”, 四大重点任务, with their members where the text lists exactly as many as it names.

Knows numerals and lists. A set whose members the text does not list is not a definition.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.extraction.brackets import split_outside

_NUMERALS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_QUOTED = re.compile(r"“(?P<term>(?P<count>[两二三四五六七八九十2-9])(?P<rest>[^“”，。；、]{1,8}))”")
_PLAIN = re.compile(
    r"(?P<term>(?P<count>[三四五六七八九十])(?:大|类|项)(?P<rest>[\u4e00-\u9fff]{2,8}?))(?=[，,。；：、）]|$|建设|为)"
)
_SHORT = re.compile(r"[（(]以下(?:统称|简称)(?:为)?“?(?P<term>(?P<count>[两二三四五六七八九十])[^”）)]{1,12})”?[）)]")
_BOUNDARY = re.compile(r"[，,。；：（）()“”]")
_AFTER = re.compile(r"^[^，,。；：“”（）]{0,8}(?P<mark>（|[，。；]?即|：|:|，|,)即?")
_COUNTED = re.compile(r"(?<=.)[两二三四五六七八九十](?:个|大|项|类)[^、]*$")
_LEADING = re.compile(
    r"^(?:实现|推动|推进|加强|按照|围绕|聚焦|坚持|实施|紧扣|全面|提升|着力|打造|深化|开展|完善|以|将|通过|大力|持续|落实|形成|包括|明确|发展|重点|加快|积极)+"
)
_WORDS = re.compile(r"参与|涉及|普及|总和|缓和|温和|饱和|和谐|和平|及时|与会")
"""Words that 和, 与 or 及 is part of, where it joins nothing."""
_JOINTS = str.maketrans("和与及", "\ue000\ue001\ue002")
_BACK = str.maketrans("\ue000\ue001\ue002", "和与及")
_WINDOW = 300


@dataclass(frozen=True, slots=True)
class NamedSet:
    """A named set: its term, its members, and the range of the text that states both."""

    term: str
    members: tuple[str, ...]
    start: int
    end: int


def sentence_to_sets(text: str) -> list[NamedSet]:
    """The named sets that `text` (a paragraph) lists the members of."""
    found: dict[str, NamedSet] = {}
    for match in _SHORT.finditer(text):
        _keep(found, _before(text, match, match.start(), least=2))
    for match in _QUOTED.finditer(text):
        named = _behind(text, match, explicit=True) or _before(text, match, match.start())
        _keep(found, named or _behind(text, match, explicit=False))
    for match in _PLAIN.finditer(text):
        _keep(found, _before(text, match, match.start()))
    return list(found.values())


def _keep(found: dict[str, NamedSet], named: NamedSet | None) -> None:
    if named is not None:
        found.setdefault(named.term, named)


def _behind(text: str, match: re.Match[str], *, explicit: bool) -> NamedSet | None:
    """Members behind the term: （名企、名牌、名家）, ：A，B，C, 。即A；B；C; or, not explicit, in the next clause."""
    after = _AFTER.match(text[match.end() : match.end() + 40])
    if after is None or (after["mark"] in "，,") is explicit:
        return None
    start = match.end() + after.end()
    rest = text[start : start + _WINDOW]
    for chunk in _chunks(rest, after["mark"]):
        members = _members(chunk, _count(match), ("；;", "、", "、和与及", "，,") if explicit else ("、",))
        if members:
            closing = int(after["mark"] == "（")
            return NamedSet(match["term"], members, match.start(), start + len(chunk) + closing)
    return None


def _chunks(rest: str, mark: str) -> Iterator[str]:
    """Where the list may end, the nearest first."""
    stops = ("）",) if mark == "（" else ("[，,；。]", "[；。]", "。")
    for stop in stops:
        yield re.split(stop, rest, maxsplit=1)[0]


def _before(text: str, match: re.Match[str], end: int, least: int = 3) -> NamedSet | None:
    """Members right before the term: 经济服务、民生保障、城市管理、综合治理、党群建设“五进楼宇”."""
    last = max((found.end() for found in _BOUNDARY.finditer(text, max(0, end - _WINDOW), end)), default=0)
    chunk = text[last:end].removesuffix("等")
    members = _members(chunk, _count(match), ("、", "、和与及")) if _count(match) >= least else ()
    if not members:
        return None
    members = (_LEADING.sub("", members[0]) or members[0], *members[1:])
    return NamedSet(match["term"], members, last, match.end())


def _members(chunk: str, count: int, separators: Iterable[str]) -> tuple[str, ...]:
    """The members that the chunk lists, where they are as many as the name says; else none."""
    kept = _WORDS.sub(lambda word: word[0].translate(_JOINTS), chunk)
    for separator in separators:
        pieces = [piece.translate(_BACK) for piece in split_outside(kept, separator)]
        if len(pieces) == count and count > 1 and all(1 < len(piece) <= 60 for piece in pieces):
            last = _COUNTED.sub("", pieces[-1])
            return tuple(piece.strip("。 ") for piece in (*pieces[:-1], last))
    return ()


def _count(match: re.Match[str]) -> int:
    sign = match["count"]
    return _NUMERALS.get(sign) or int(sign)
