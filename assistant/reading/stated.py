"""The values of a text, each with the words of its own and the cases that it is of; lists that say of each of several
what is so (甲、乙分别为3、5), told one by one. Judges nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.reading.printed import ASIDE, BARE, BOUNDARY, Printed, in_percent, number_of, values_in
from corpus.folding.bounds import bound_word
from corpus.folding.characters import fold
from corpus.folding.units import UNIT

_BRACKET = re.compile(
    r"(?P<low>\d[\d,.]{0,11})(?:[(（]含[)）])?(?P<lowunit>[万亿]?[^\W\d]{0,2}?)(?:[(（]含[)）])?\s?(?:-|至|到){1,2}\s?"
    rf"(?P<high>\d[\d,.]{{0,11}})(?:[(（]含[)）])?(?P<unit>{UNIT}|周岁|分|年|日)"
    rf"|(?P<value>\d[\d,.]{{0,11}})(?:[(（]含[)）])?(?P<one>{UNIT}|周岁|分|年|日)(?:[(（]含[)）])?"
    r"(?P<side>及?以上|及?以下|以内)?"
)
_CASE_BEHIND = re.compile(r"的")
_NO_CASE = frozenset({"%", "元", "万元", "亿元"})
"""Units that are of a case only where they are limited: 3.5米的 is one, 15%的 is none."""
_AGED = frozenset({"周岁", "岁", "分"})
"""Units of cases, whatever stands behind them: 90周岁及以上，每餐补贴5元."""
_RESPECTIVELY = re.compile(
    r"(?P<left>[^,，。;；:：\n]{2,90})(?<!分别)(?:的?[,，])?分别(?P<verb>[^\W\d]{0,6}(?=\d)|[^\W\d]{2}(?=[^\W\d]{2})|)(?P<right>[^。;；\n]{2,160})"
)
_LEFT, _RIGHT = re.compile(r"[、和与及]"), re.compile(r"[、,，]|[和与及](?=\d)")
_COUNTED = re.compile(r"(?<![\d.a-z])(\d+(?:\.\d+)?)个?([分人台度名座摄])")
_MOST = 12
_MIDDLE = 3


@dataclass(frozen=True, slots=True)
class Bracket:
    """A case that values are of: 70—79分, 5年以上的."""

    unit: str
    low: Decimal
    high: Decimal
    start: int
    end: int

    def holds(self, other: "Bracket") -> bool:
        """Whether another case is within this one."""
        return self.unit == other.unit and self.low <= other.low and other.high <= self.high


@dataclass(frozen=True, slots=True)
class Stated:
    """A value with the words of its own: those behind the value before it, or behind itself where it has none."""

    printed: Printed
    own: str
    behind: str
    cases: tuple[Bracket, ...]

    def is_a(self, kind: str) -> bool:
        """Whether it is of a kind; the unit of a bare number stands in the name of its column."""
        return self.printed.kind == kind or (self.printed.kind == BARE and kind in self.own)


@lru_cache(maxsize=8192)
def stated_in(text: str, *, bare: bool = False) -> tuple[Stated, ...]:
    """The values of a piece of text, those apart that only say of which case another value is."""
    plain = fold(in_percent(text))
    cases = _brackets_in(plain)
    values = [
        one for one in values_in(plain, bare=bare) if not any(one.start < c.end and c.start < one.end for c in cases)
    ]
    return tuple(_stated(one, values, cases, plain) for one in values)


@lru_cache(maxsize=8192)
def counted_in(text: str) -> tuple[Stated, ...]:
    """The numbers of a text with a word behind them that is no unit elsewhere (45分, 3人, 零下8摄氏度)."""
    plain = fold(in_percent(text))
    known = values_in(plain, bare=True)
    found = (Printed(f"#{one[2]}", Decimal(one[1]), *one.span()) for one in _COUNTED.finditer(plain))
    alone = (one for one in found if not any(other.start < one.end and one.start < other.end for other in known))
    return tuple(Stated(one, plain[: one.start], plain[one.end :], ()) for one in alone)


def one_by_one(text: str) -> str:
    """A text whose lists of as many things as values are told apart; as it is where they do not match.

    >>> one_by_one("甲级、乙级、丙级民宿分别奖励20万元、10万元、4万元。")
    '甲级民宿奖励20万元；乙级民宿奖励10万元；丙级民宿奖励4万元。'
    """
    return _RESPECTIVELY.sub(_told_apart, text) if "分别" in text else text


def _stated(one: Printed, values: Sequence[Printed], cases: Sequence[Bracket], plain: str) -> Stated:
    """A value with its words. Times and rhythms are words of the amounts behind them, and not the other way round."""
    others = [other for other in values if other.kind not in ASIDE or one.kind in ASIDE]
    before = max((other.end for other in others if other.end <= one.start), default=0)
    edge = BOUNDARY.search(plain, before, one.start) if before else None
    start = edge.end() if edge else before
    after = min((other.start for other in others if other.start >= one.end), default=len(plain))
    edge = BOUNDARY.search(plain, one.end, after)
    behind = plain[one.end : edge.start() if edge else after]
    return Stated(one, plain[start : one.start], behind, tuple(c for c in cases if start <= c.start < one.start))


def _brackets_in(plain: str) -> list[Bracket]:
    """The cases of a folded piece of text: spans and limits that a value stands behind."""
    values = values_in(plain)
    found = []
    for match in _BRACKET.finditer(plain):
        ends = match["high"] or match["value"]
        if not any(one.start >= match.end() for one in values if one.kind not in ASIDE):
            continue
        unit, limited = match["unit"] or match["one"], bool(match["high"] or match["side"])
        behind = plain[match.end() :]
        apart = not BOUNDARY.match(behind) or unit in _AGED
        plain_case = _CASE_BEHIND.match(behind) and unit not in _NO_CASE and not bound_word(plain[: match.start()])
        if not (limited and (apart or _CASE_BEHIND.match(behind))) and not plain_case:
            continue
        low, high = (number_of(match["low"] or match["value"]), number_of(ends))
        if low is None or high is None:
            continue
        side = match["side"] or ""
        low, high = (Decimal(0), high) if "下" in side or "内" in side else (low, high)
        found.append(Bracket(unit, low, Decimal("Infinity") if "上" in side else high, match.start(), match.end()))
    return found


def _told_apart(match: re.Match[str]) -> str:
    left = [one for one in _LEFT.split(match["left"]) if one]
    right = [one for one in _RIGHT.split(match["right"]) if one]
    if not 1 < len(left) <= _MOST or len(right) < len(left):
        return match[0]
    told = [f"{one}{match['verb']}{value}" for one, value in zip(_completed(left), right, strict=False)]
    rest = "，".join(right[len(left) :])
    return "；".join(told) + (f"；{rest}" if rest else "")


def _completed(names: Sequence[str]) -> list[str]:
    """Names of one form (甲级、乙级、丙级民宿) with what stands before the first and behind the last of them."""
    size = len(names[1])
    ends = {names[0][-1:], names[-1][size - 1 : size], *(one[-1:] for one in names[1:-1])}
    if len(names) < _MIDDLE or len(ends) > 1 or size > len(names[0]):
        return [*names]
    head, tail = names[0][:-size], names[-1][size:].removesuffix("的")
    return [f"{head}{one}{tail}" for one in (names[0][-size:], *names[1:-1], names[-1][:size])]
