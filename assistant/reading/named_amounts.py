"""The amounts that a question names: what it claims, or the case that it puts."""

import re
from decimal import Decimal
from functools import lru_cache

from assistant.reading.printed import COINS
from corpus.folding.amounts import find_amounts
from corpus.folding.characters import fold
from corpus.folding.tiers import tier_amounts
from corpus.target import Bound, Quantity

__all__ = ["named_amounts"]

_PERSONS = re.compile(r"(?<=\d)个(?=人)")
_DECADE = Decimal(9)
_FEW_YEARS = Decimal(20)


@lru_cache(maxsize=512)
def named_amounts(text: str) -> tuple[Quantity, ...]:
    """The amounts that a question names; 八十多岁 is from 80 to 89, and 一个 names nothing."""
    folded = fold(text)
    plain = _PERSONS.sub(" ", COINS.sub("元", folded.replace("周岁", " 岁")))
    found = find_amounts(plain, bare=True)
    named = [one.quantity for one in found if not (one.spelled and one.quantity.value <= 1)]
    points = [one.quantity for one in tier_amounts(folded) if one.quantity.unit == "分"]
    return tuple(_decade(one) for one in named) + tuple(one for one in points if one not in named)


def _decade(one: Quantity) -> Quantity:
    if one.unit != "岁" or one.bound is not Bound.GT or one.value < _FEW_YEARS:
        return one
    return Quantity(value=one.value, high=one.value + _DECADE, unit=one.unit)
