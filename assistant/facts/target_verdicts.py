"""What a question asserts of a target, judged by typed values only: 是, 不是. Knows no words of questions."""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.facts.measuring import families, holds, same_amount
from assistant.reading.ask import Ask, Condition
from corpus.target import Bound, Quantity

__all__ = ["claimed_amounts", "verdict"]

_BARE = re.compile(r"(?<![\d.A-Za-z])(\d{1,9}(?:\.\d{1,4})?)([百千]?[万亿]?)(?![\w.])")


def verdict(ask: Ask, values: Sequence[Quantity]) -> bool | None:
    """Whether the values are as claimed; None where nothing comparable is claimed or they say different things. A fall
    (下降15%) is as large as it is said to be where one is claimed, and is not judged where none is.
    """
    falls = any(value.value < 0 for value in values)
    if falls and "falls" not in ask.hints:
        return None
    judged = [
        _judged(ask, value.model_copy(update={"value": abs(value.value)}) if falls else value) for value in values
    ]
    return None if None in judged or not judged else any(judged)


def _judged(ask: Ask, value: Quantity) -> bool | None:
    amounts = [one for one in claimed_amounts(ask) if _comparable(one.unit, value.unit)]
    conditions = [one for one in ask.where.conditions if _comparable(one.unit, value.unit)]
    if not amounts and not conditions:
        return None
    return all(same_amount(one, value) for one in amounts) and all(_is_meant(value, one) for one in conditions)


def _is_meant(value: Quantity, condition: Condition) -> bool:
    """Whether a value is as a condition says; one of the same bound is another goal if it differs (85% for 80%以上)."""
    if condition.bound is value.bound and condition.unit:
        return same_amount(Quantity(value=condition.value, unit=condition.unit), value)
    return holds(value, condition)


def claimed_amounts(ask: Ask) -> list[Quantity]:
    """The amounts named without a bound, also a bare number that stands among the words (是40万吗)."""
    exact = [one for one in ask.where.amounts if one.bound is Bound.EQ]
    bare = list(_BARE.finditer(ask.where.words)) if not exact and not ask.where.conditions else []
    return exact or [Quantity(value=Decimal(match[1]), unit=match[2]) for match in bare]


def _comparable(left: str, right: str) -> bool:
    known, other = families(left), families(right)
    return not known or not other or bool(known & other)
