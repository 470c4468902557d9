"""Amounts as rules grade by them: ages (60—69周岁) and points of a score (80—89分) among all others."""

import re
from decimal import Decimal

from corpus.folding.amounts import Amount, find_amounts
from corpus.folding.characters import fold
from corpus.target import Bound, Quantity

_POINTS = re.compile(
    r"(?<![\d.])(?:(?P<low>\d{1,3}(?:\.\d)?)(?:分)?[-—~至到])?(?P<value>\d{1,3}(?:\.\d)?)分(?![之钟类别配担派批期年两三])"
    r"(?:[（(]含[)）])?(?P<behind>及?以上|及?以下)?"
)


def tier_amounts(text: str) -> list[Amount]:
    """The amounts of a text in printed order, also ages and points of a score.

    >>> [(one.quantity.number, one.quantity.unit) for one in tier_amounts("60—69周岁，80—89分按70%发放")]
    [('60-69', '岁'), ('80-89', '分'), ('70', '%')]
    """
    plain = fold(text).replace("周岁", " 岁")
    found = find_amounts(plain, spelled=False)
    taken = {at for one in found for at in range(one.start, one.end)}
    points = [_points(one) for one in _POINTS.finditer(plain) if taken.isdisjoint(range(*one.span()))]
    return sorted([*found, *points], key=lambda one: one.start)


def _points(one: re.Match[str]) -> Amount:
    value = Decimal(one["value"])
    behind = one["behind"] or ""
    bound = Bound.GE if "上" in behind else Bound.LE if "及" in behind else Bound.LT if behind else Bound.EQ
    low = one["low"] and Decimal(one["low"])
    quantity = Quantity(value=low or value, high=value if low else None, unit="分", bound=bound)
    return Amount(one.start(), one.start(), one.end(), quantity)
