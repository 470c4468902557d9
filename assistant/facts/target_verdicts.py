"""What a question asserts of a target, judged by typed values only: 是, 不是, how much is still missing. Knows no words
of questions.
"""

from collections.abc import Sequence
from decimal import Decimal

from assistant.facts.measuring import families, holds, number_words, same_amount, scaled_words
from assistant.facts.target_rows import value_words
from assistant.reading.ask import Ask
from corpus.folding.units import base_unit, in_base_units
from corpus.target import Quantity, Target

__all__ = ["missing_words", "verdict"]


def verdict(ask: Ask, values: Sequence[Quantity]) -> bool | None:
    """Whether the values are as claimed; None where nothing comparable is claimed or they say different things."""
    judged = [_judged(ask, value) for value in values]
    told = [one for one in judged if one is not None]
    if not told or len(told) < len(values):
        return None
    return told[0] if len(set(told)) == 1 else None


def _judged(ask: Ask, value: Quantity) -> bool | None:
    amounts = [one for one in ask.where.amounts if _comparable(one.unit, value.unit)]
    conditions = [one for one in ask.where.conditions if _comparable(one.unit, value.unit)]
    if not amounts and not conditions:
        return None
    return all(same_amount(one, value) for one in amounts) and all(holds(value, one) for one in conditions)


def _comparable(left: str, right: str) -> bool:
    return not left or not right or bool(families(left) & families(right))


def missing_words(ask: Ask, target: Target) -> str:
    """How far an amount of the question is from a target: 60-45=15个百分点."""
    given = [one for one in ask.where.amounts if _comparable(one.unit, target.quantity.unit)]
    if len(given) != 1:
        return ""
    unit = target.quantity.unit
    asked, wanted = _in(given[0], unit), target.quantity.value
    gap = abs(wanted - asked)
    named = "个百分点" if unit in {"%", "％"} else unit
    if asked >= wanted:
        return f"问题中的{number_words(asked, unit)}（文件未写）已达到"
    sums = f"{scaled_words(wanted, unit)}-{scaled_words(asked, unit)}={scaled_words(gap, unit)}"
    return f"目标为{value_words(target)}，问题中的{number_words(asked, unit)}（文件未写）还差{number_words(gap, named)}（{sums}）"


def _in(given: Quantity, unit: str) -> Decimal:
    """The amount counted in a unit."""
    if not given.unit or base_unit(given.unit) != base_unit(unit):
        return given.value
    return in_base_units(given.value, given.unit) / in_base_units(Decimal(1), unit)
