"""Numbers with their unit and bound, wherever they stand. Knows how amounts are written, not what they mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.extraction.measures import UNIT
from corpus.quoting import compact
from corpus.target import Bound, Quantity

__all__ = ["Amount", "cell_to_quantity", "find_amounts"]

_NUMBER = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?"
_BEFORE: tuple[tuple[str, Bound], ...] = (
    ("不少于", Bound.GE),
    ("不低于", Bound.GE),
    ("不小于", Bound.GE),
    ("至少", Bound.GE),
    ("不高于", Bound.LE),
    ("不超过", Bound.LE),
    ("不大于", Bound.LE),
    ("不多于", Bound.LE),
    ("超过", Bound.GT),
    ("突破", Bound.GT),
    ("高于", Bound.GT),
    ("大于", Bound.GT),
    ("多于", Bound.GT),
    ("低于", Bound.LT),
    ("少于", Bound.LT),
    ("小于", Bound.LT),
    ("大约", Bound.APPROX),
    ("控制在", Bound.EQ),
    ("超", Bound.GT),
    ("破", Bound.GT),
    ("约", Bound.APPROX),
    ("近", Bound.APPROX),
    ("≥", Bound.GE),
    ("≤", Bound.LE),
    (">", Bound.GT),
    ("＞", Bound.GT),
    ("<", Bound.LT),
    ("＜", Bound.LT),
)
_BEHIND = {
    "及以上": Bound.GE,
    "以上": Bound.GE,
    "及以下": Bound.LE,
    "以内": Bound.LE,
    "之内": Bound.LE,
    "以下": Bound.LE,
    "左右": Bound.APPROX,
    "上下": Bound.APPROX,
}
_SUFFIX = "|".join(_BEHIND)
_AMOUNT = re.compile(
    rf"(?<![\dA-Za-z.．\-/])(?<![\d%％][—–~～至])(?P<value>{_NUMBER})(?P<more>[多余])?\s?(?P<unit>{UNIT})(?![\da-zA-Z])(?P<behind>{_SUFFIX})?"
)
_ROUND = re.compile(
    rf"(?:破|超过?|突破|达到?)(?P<value>[百千])(?P<unit>[万亿](?:元|平方米|亩|吨)|亩|亿|万)(?P<behind>{_SUFFIX})?$"
)
_ROUND_VALUES = {"百": Decimal(100), "千": Decimal(1000)}
_CELL = re.compile(
    rf"^(?P<before>[^\d]{{0,6}}?)(?P<value>-?(?:{_NUMBER}))(?P<unit>{UNIT})?(?P<behind>{_SUFFIX})?(?:[(（][^()（）]{{0,20}}[)）])?$"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity and where it stands: [start, end) covers bound words before, number, unit and bound words behind."""

    start: int
    number: int
    """Offset of the number itself."""
    end: int
    quantity: Quantity


def find_amounts(text: str) -> list[Amount]:
    """Every number with a unit of measure, and 破百亿元 at the end. Years, dates and bare numbers are none."""
    return [_amount(match, text) for match in _matches(text)]


def cell_to_quantity(text: str, unit: str = "") -> Quantity | None:
    """What a table cell says: 85以上, ≥90, 1,200, 60%. `unit` is used where the cell prints none; None for words."""
    match = _CELL.match(compact(text))
    if match is None:
        return None
    bound = _bound_before(match["before"])
    if match["before"] and bound is None:
        return None
    value = Decimal(match["value"].replace(",", "").replace("，", ""))
    return Quantity(
        value=value, unit=match["unit"] or unit, bound=_BEHIND.get(match["behind"] or "", bound or Bound.EQ)
    )


def _matches(text: str) -> Iterator[re.Match[str]]:
    yield from _AMOUNT.finditer(text)
    if match := _ROUND.search(text, max(0, len(text) - 12)):
        yield match


def _amount(match: re.Match[str], text: str) -> Amount:
    number = match.start("value")
    words = text[max(0, number - 4) : number].rstrip()
    before = next((word for word, _ in _BEFORE if words.endswith(word)), "")
    bound = _bound_before(before) or Bound.EQ
    if match.groupdict().get("more"):
        bound = Bound.GT
    digits = match["value"].replace(",", "").replace("，", "")
    value = _ROUND_VALUES.get(digits) or Decimal(digits)
    quantity = Quantity(value=value, unit=match["unit"], bound=_BEHIND.get(match["behind"] or "", bound))
    return Amount(number - len(before), number, match.end(), quantity)


def _bound_before(words: str) -> Bound | None:
    """The bound of the words that end right before a number."""
    return next((bound for word, bound in _BEFORE if words.endswith(word)), None)
