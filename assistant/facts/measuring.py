"""Sorts of quantity: whether a printed unit is what is asked for, whether values are as a question asserts, and numbers
in words. Knows no facts.
"""

import operator
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal

from assistant.reading.ask import Ask, Condition
from assistant.reading.printed import LOWER, UPPER
from corpus.folding.numerals import number_text
from corpus.folding.units import SCALE, base_unit, in_base_units, unit_family
from corpus.target import Bound, Quantity

_ITEMS = frozenset({"buildings", "firms", "events", "people", "items"})
"""What 个 and 项 may count."""
_SCALE = re.compile(SCALE)
_KEPT: Mapping[Bound, Callable[[Decimal, Decimal], bool]] = {
    Bound.EQ: operator.eq,
    Bound.APPROX: operator.eq,
    Bound.GE: operator.ge,
    Bound.GT: operator.gt,
    Bound.LE: operator.le,
    Bound.LT: operator.lt,
}
_BARE = re.compile(r"(?<![\d.A-Za-z])(\d{1,9}(?:\.\d{1,4})?)([百千]?[万亿]?)(?![\w.])")


def families(unit: str) -> frozenset[str]:
    """The sorts of quantity a printed unit can be; 个 and 项 count anything, an unknown word is a sort of its own."""
    family = unit_family(unit) or ("" if _SCALE.fullmatch(unit) else unit)
    return _ITEMS if family == "items" else frozenset({family} if family else ())


def agreement(measures: Collection[str], unit: str) -> float:
    """1 where the unit is of a sort asked for, 0 where none is asked for or none is printed, -1 for another sort."""
    own = families(unit)
    if not measures or not own:
        return 0.0
    return 1.0 if own & frozenset(measures) else -1.0


def same_amount(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities are the same number of the same thing, whatever their 万; a bare number fits any unit."""
    known, other = families(left.unit), families(right.unit)
    if known and other and not known & other:
        return False
    if (not left.unit or not right.unit) and left.value == right.value:
        return True
    return in_base(left) == in_base(right)


def holds(quantity: Quantity, condition: Condition) -> bool:
    """Whether a value, with what its bound allows (85%以上), is as a condition asks. A bare number is meant in the
    value's own unit.
    """
    if condition.unit and quantity.unit and not families(condition.unit) & families(quantity.unit):
        return False
    asked = in_base_units(condition.value, condition.unit or quantity.unit)
    value = in_base(quantity)
    aside = UPPER if condition.bound in LOWER else LOWER if condition.bound in UPPER else frozenset[Bound]()
    over = condition.bound is quantity.bound is Bound.GT and value == asked
    return quantity.bound not in aside and (over or keeps(value, condition.bound, asked))


def keeps(value: Decimal, bound: Bound, limit: Decimal) -> bool:
    """Whether a value is as a bound asks."""
    return _KEPT[bound](value, limit)


def number_words(value: Decimal, unit: str = "") -> str:
    """A number without needless zeros and without exponent, with its unit."""
    return number_text(value) + unit


def scaled_words(value: Decimal, unit: str) -> str:
    """A number with the 万 or 亿 of its unit, as a term of arithmetic: 62亿 of 62亿元."""
    scale = re.match(r"[百千]?万?亿?", unit)
    return number_words(value, scale[0] if scale else "")


def without_scale(unit: str) -> str:
    """A unit without its 万 or 亿: 元 of 万元."""
    return re.sub(r"^[百千]?(?:万亿?|亿)", "", unit)


def counted(value: Decimal, unit: str) -> Decimal:
    """A number with its 万 or 亿 counted out: 3100万 are 31000000."""
    scale = unit.removesuffix(without_scale(unit))
    return in_base_units(value, f"{scale}个") if scale else value


def in_base(quantity: Quantity) -> Decimal:
    """The value of a quantity in its base unit, a bare 万 or 亿 counted out."""
    return in_base_units(quantity.value, f"{quantity.unit}个" if _SCALE.fullmatch(quantity.unit) else quantity.unit)


def convertible(left: str, right: str) -> bool:
    """Whether two units measure the same, 万 aside."""
    return base_unit(left) == base_unit(right)


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


def claimed_amounts(ask: Ask) -> list[Quantity]:
    """The amounts named without a bound, also a bare number that stands among the words (是40万吗)."""
    exact = [one for one in ask.where.amounts if one.bound is Bound.EQ]
    bare = list(_BARE.finditer(ask.where.words)) if not exact and not ask.where.conditions else []
    return exact or [Quantity(value=Decimal(match[1]), unit=match[2]) for match in bare]


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


def _comparable(left: str, right: str) -> bool:
    known, other = families(left), families(right)
    return not known or not other or bool(known & other)
