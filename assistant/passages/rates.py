"""What a rate (每平方米1000元) comes to for the amount that a question names, spelled out. Adds no facts."""

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.draft import Statement
from assistant.figures import figures, folded
from assistant.passages.asked import Asked
from assistant.passages.choosing import Chosen
from assistant.passages.searching import Found

__all__ = ["product_of"]

_UNIT = "平方米|人|名|家|户|亩|台|套|吨|公里"
_NUMBER = r"(\d{1,12}(?:\.\d{1,6})?)\s?(亿|万)?"
_RATE = re.compile(rf"每({_UNIT})(?:给予|奖励|补贴|补助|按|为|一次性){{0,2}}{_NUMBER}元")
_CAP = re.compile(rf"(?:不超过|最高)(?:金额|补贴|奖励|为|不超过){{0,2}}{_NUMBER}元")
_PERIODIC = re.compile(r"每(?:年|月|季|日|天|次)|/[年月]|比例|%")
"""For so long as it is not said how long, such a rate comes to no sum."""
_SQUARE = re.compile(r"平米|㎡|m2|平(?!方|米)")
_TIMES = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8)}


@dataclass(frozen=True, slots=True)
class _Rate:
    """So many 元 for each of a unit, and the most that is paid."""

    unit: str
    value: Decimal
    words: str
    cap: Decimal | None
    cap_words: str


def product_of(chosen: Chosen, found: Found) -> Statement | None:
    """The rate of the first sentence times the one amount of its unit that the question names, and whether the ceiling
    is kept; None where either is not single, or the rate is one for a time.
    """
    rate = _rate(folded(chosen.items[0].candidate.text))
    if rate is None or not found.wanted.asks(Asked.MONEY, Asked.AMOUNT):
        return None
    question = _SQUARE.sub("平方米", folded(found.text))
    amounts = [one for one in figures(question) if question.startswith(rate.unit, one.end)]
    if len(amounts) != 1:
        return None
    product = amounts[0].value * rate.value
    words = f"{amounts[0].bare}{amounts[0].times}{rate.unit}×{rate.words}={_money(product)}"
    return Statement(f"{words}{_kept(product, rate)}。", (chosen.items[0].candidate.evidence,))


def _rate(sentence: str) -> _Rate | None:
    rates, caps = _RATE.findall(sentence), _CAP.findall(sentence)
    if len(rates) != 1 or len(caps) > 1 or _PERIODIC.search(sentence):
        return None
    unit, number, times = rates[0]
    cap, cap_times = caps[0] if caps else ("", "")
    ceiling = Decimal(cap) * _TIMES[cap_times] if cap else None
    return _Rate(unit, Decimal(number) * _TIMES[times], f"{number}{times}元", ceiling, f"{cap}{cap_times}元")


def _kept(product: Decimal, rate: _Rate) -> str:
    if rate.cap is None:
        return ""
    return f"，超过上限，按{rate.cap_words}计" if product > rate.cap else f"，没有超过{rate.cap_words}的上限"


def _money(value: Decimal) -> str:
    """A sum in the largest of 亿元, 万元 and 元 in which it is a whole number."""
    for times in ("亿", "万"):
        if value and value % _TIMES[times] == 0:
            return f"{(value / _TIMES[times]).normalize():f}{times}元"
    return f"{value.normalize():f}元"
