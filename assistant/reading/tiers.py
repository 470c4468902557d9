"""The tiers of a sentence with what each gives (200亩至500亩的每亩补100元; 50万、100万元的分别按5%、6%).

Judges nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from corpus.folding.amounts import find_amounts
from corpus.folding.characters import fold
from corpus.folding.units import SCALE, UNIT, base_unit, in_base_units

_NUMBER = r"\d[\d,]{0,11}(?:\.\d{1,4})?"
_ASIDE = r"(?:[(（]不?含[^()（）]{0,8}[)）])?"
_UNIT = rf"(?:周岁|分|年|{UNIT})"
_OVER = rf"(?:{_ASIDE}(?:(?:及|\()?以上|起))?{_ASIDE}"
_TO = r"\s?(?:[-~至到]{1,2}|[、,，]?不[足满到]|[、,，]?低于)\s?"
_CASE = re.compile(
    rf"(?P<low>{_NUMBER})\s?(?P<lowscale>{SCALE})?{_ASIDE}(?P<lowunit>{_UNIT})?(?P<lowopen>{_OVER}){_TO}"
    rf"(?P<high>{_NUMBER})\s?(?P<highscale>{SCALE})?{_ASIDE}(?P<highunit>{_UNIT})(?P<till>{_ASIDE}(?:及?以[下内])?){_ASIDE}"
    rf"|(?P<before>达到?|满|超过?|高于|不[足满]|低于)?(?P<value>{_NUMBER})\s?(?P<scale>{SCALE})?{_ASIDE}(?P<unit>{_UNIT})"
    rf"{_ASIDE}(?P<behind>及?以[上下内])?{_ASIDE}"
)
_NO_LIMIT = re.compile(r"不$|不[超高]?$")
_LESS = ("不", "低")
_EACH_FOR_ITSELF = re.compile(r"分别")
_SIDE_BY_SIDE = re.compile(r"[、,，;；]?[和及或]?")
_BETWEEN = re.compile(r"[、,，]|[和及与](?=[^、,，]{0,6}\d)")
_END, _STOP = re.compile(r"[。;；\n]"), re.compile(r"[,，;；、](?=[^,，;；、]{0,30}$)")
_BRACKETED = re.compile(r"[(（][^()（）]{0,30}[)）]")
_FILLING = "的,，:：;；、 "
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Tier:
    """A case that a sentence gives something for: from `low` up to `high`, in base units."""

    said: str
    unit: str
    low: Decimal
    high: Decimal
    start: int
    end: int
    limited: bool
    """Whether it is a range or a limit; a plain amount is a case only in a row of them."""
    gives: str = ""

    def holds(self, value: Decimal) -> bool:
        """Whether an amount falls in it."""
        return self.low <= value <= self.high


def tier_of(text: str, value: Decimal, unit: str) -> Tier | None:
    """The one tier of a sentence that an amount falls in: of two that it reaches the higher; None where there are not
    at least two, or none holds it.
    """
    tiers = [one for one in tiers_in(text) if one.unit == _base(unit)]
    asked = in_base_units(value, unit)
    fitting = sorted((one for one in tiers if one.holds(asked)), key=lambda one: one.low)
    if len(tiers) < _FEWEST or not fitting:
        return None
    same = [one for one in fitting if one.low == fitting[-1].low]
    return same[0] if len({one.gives for one in same}) == 1 else None


def in_tier(unit: str, value: object, text: str) -> bool:
    """Whether a value in a base unit falls in a range or limit of a text."""
    cases = (one for one in _cases(text) if one.limited and one.unit == unit)
    return isinstance(value, Decimal) and any(one.holds(value) for one in cases)


@lru_cache(maxsize=1024)
def tiers_in(text: str) -> tuple[Tier, ...]:
    """The tiers of a sentence with what each gives, in printed order.

    >>> [(one.said, one.gives) for one in tiers_in("面积500-1000平方米、1000平方米以上的，分别奖励5万元、8万元。")]
    [('500-1000平方米', '奖励5万元'), ('1000平方米以上', '8万元')]
    """
    cases = list(_cases(text))
    found = [tier for match in _EACH_FOR_ITSELF.finditer(text) for tier in _one_by_one(text, match, cases)]
    return tuple(found or _told_in_turn(text, [one for one in cases if one.limited]))


def _cases(text: str) -> Iterator[Tier]:
    """The amounts, limits and ranges that a text names, in printed order."""
    return (_case(match, text) for match in _CASE.finditer(fold(text)))


def _case(match: re.Match[str], text: str) -> Tier:
    said = text[match.start() : match.end()]
    if match["high"]:
        unit = (match["highscale"] or "") + match["highunit"]
        scale = match["lowscale"] or (match["lowunit"] and "") or match["highscale"] or ""
        low, high = _based(match["low"], scale + match["highunit"]), _based(match["high"], unit)
        return Tier(said, _base(unit), low, high, *match.span(), limited=True)
    unit = (match["scale"] or "") + match["unit"]
    value, before, behind = _based(match["value"], unit), match["before"] or "", match["behind"] or ""
    if before and _NO_LIMIT.search(match.string[: match.start()]):
        before = ""
    below = before.startswith(_LESS) or behind[-1:] in {"下", "内"}
    low, high = (Decimal(0), value) if below else (value, Decimal("Infinity"))
    return Tier(said, _base(unit), low, high, *match.span(), limited=bool(before or behind))


def _based(number: str, unit: str) -> Decimal:
    return in_base_units(Decimal(number.replace(",", "")), unit)


def _base(unit: str) -> str:
    return base_unit(unit).replace("周岁", "岁")


def _one_by_one(text: str, match: re.Match[str], cases: Sequence[Tier]) -> Iterator[Tier]:
    """Cases side by side, of which a list behind 分别 says what each gives."""
    before = [one for one in cases if one.end <= match.start() and not _END.search(text[one.end : match.start()])]
    end = _END.search(text, match.end())
    told = _BRACKETED.sub("", text[match.end() : end.start() if end else len(text)])
    right = [one for one in _BETWEEN.split(told) if one]
    for run in _runs(text, before):
        if _FEWEST <= len(run) <= len(right):
            yield from (replace(one, gives=_first_amount(part)) for one, part in zip(run, right, strict=False))
            return


def _runs(text: str, cases: Sequence[Tier]) -> list[list[Tier]]:
    """The cases in rows that nothing but commas stands between, of one unit; the last row first."""
    runs: list[list[Tier]] = []
    for one in cases:
        last = runs[-1][-1] if runs else None
        if last and last.unit == one.unit and _SIDE_BY_SIDE.fullmatch(text[last.end : one.start]):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs[::-1]


def _told_in_turn(text: str, cases: Sequence[Tier]) -> Iterator[Tier]:
    """Cases with what each gives behind it, before the next that is measured alike."""
    for at, one in enumerate(cases):
        following = next((other.start for other in cases[at + 1 :] if other.unit == one.unit), None)
        end = _END.search(text, one.end)
        behind = text[one.end : following or (end.start() if end else len(text))]
        cut = _STOP.search(behind) if following else None
        gives = _first_amount(behind[: cut.start()] if cut else behind)
        if gives:
            yield replace(one, gives=gives)


def _first_amount(words: str) -> str:
    """Words up to the end of the first amount that is no case itself; empty where there is none."""
    cases = [
        match.end() for match in _CASE.finditer(fold(words)) if match["high"] or match["before"] or match["behind"]
    ]
    ends = [
        one.end for one in find_amounts(words, spelled=False) if not any(one.number < end <= one.end for end in cases)
    ]
    return words[: ends[0]].strip(_FILLING) if ends else ""
