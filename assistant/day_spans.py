"""Spans between days that a sentence names (3月28日 to 5月17日: 50天): which spans are right. Knows no documents."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations

__all__ = ["days_between", "months_between", "proven_spans"]

_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def proven_spans(text: str) -> set[Decimal]:
    """How many days, and whole months, lie between any two days that `text` (folded) names."""
    days = list(_days(text))
    spans = [span(*pair) for pair in combinations(days, 2) for span in (days_between, months_between)]
    return {Decimal(span) for span in spans}


def days_between(one: date, other: date) -> int:
    """The number of days from the earlier to the later."""
    return abs((one - other).days)


def months_between(one: date, other: date) -> int:
    """The number of whole months from the earlier to the later."""
    first, last = sorted((one, other))
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def _days(text: str) -> Iterator[date]:
    for match in _DAY.finditer(text):
        try:
            yield date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            continue
