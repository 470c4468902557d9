"""Numeric exactness: every number of an answer is in its quotes, in the question, in arithmetic it spells out, or
counts what it cites or lists.
"""

import re
from decimal import Decimal, InvalidOperation

from eval.gold import GoldQuestion
from eval.measures.lists import listed
from eval.response import Response
from eval.text import normal, numbers

_TERM = r"\(?\d[\d.]{0,20}[%\u4e00-\u9fff]{0,8}\)?"
_SUM = re.compile(rf"{_TERM}(?:[+\-−×÷*/]{_TERM}){{1,30}}[=≈](-?\d+(?:\.\d+)?)")
"""18+87=105, 62亿-33.8亿=28.2亿."""


def numeric_exactness(gold: GoldQuestion, response: Response) -> float | None:
    """1 where every number is supported, else 0; None where nothing was answered or there is no number."""
    if response.status != "answered" or not numbers(response.answer):
        return None
    return 0.0 if unsupported_numbers(gold, response) else 1.0


def unsupported_numbers(gold: GoldQuestion, response: Response) -> set[str]:
    """Numbers of two digits and more that nothing supports; one digit is often an ordinal or a count."""
    given = numbers(" ".join((gold.question, *response.quotes, *response.names)))
    results = {match.group(1) for match in _SUM.finditer(normal(response.answer))}
    results |= {str(len(response.quotes)), str(len(listed(response.answer)))}
    return {
        number
        for number in numbers(response.answer) - given - results
        if len(number) > 1 and not any(_scaled(number, other) for other in given)
    }


def _scaled(number: str, other: str) -> bool:
    """Whether one is the other in 万: 30 (万平方米) is 300000 (平方米)."""
    try:
        return Decimal(number) * 10000 == Decimal(other)
    except InvalidOperation:
        return False
