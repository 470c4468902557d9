"""Whether a case with an amount falls under a definition: told by the one bound of its kind that the definition has."""

from collections.abc import Sequence
from decimal import Decimal

from assistant.draft import Statement
from assistant.facts.rows import Row
from assistant.reading.ask import Want
from corpus.folding.amounts import Amount, find_amounts
from corpus.folding.units import unit_family
from corpus.target import Bound, Quantity

__all__ = ["case_verdict"]

_HOLDS = {
    Bound.GE: Decimal.__ge__,
    Bound.GT: Decimal.__gt__,
    Bound.LE: Decimal.__le__,
    Bound.LT: Decimal.__lt__,
}


def case_verdict(row: Row, amounts: Sequence[Quantity], *, defined: bool) -> Statement | None:
    """算 or 不算; 是 or 不是 where the amount is said to be the bound itself (`defined`: 是指超过5亿元的); None where
    the definition has no bound of the kind of the amounts, or several.
    """
    meaning = row.values[Want.MEANING].text
    for amount in amounts:
        bounds = [one for one in find_amounts(meaning) if _is_bound(one.quantity, amount)]
        if len(bounds) == 1:
            return (_same if defined else _verdict)(row, meaning, bounds[0], amount)
    return None


def _is_bound(bound: Quantity, amount: Quantity) -> bool:
    family = unit_family(amount.unit)
    return bound.bound in _HOLDS and family is not None and unit_family(bound.unit) == family


def _verdict(row: Row, meaning: str, bound: Amount, amount: Quantity) -> Statement:
    printed = meaning[bound.start : bound.end]
    holds = _HOLDS[bound.quantity.bound](amount.in_base, bound.quantity.in_base)
    head = f"算，符合“{printed}”这一条" if holds else f"不算，不符合“{printed}”这一条"
    return Statement(f"{head}。“{row.name}”指{meaning}。", row.evidence)


def _same(row: Row, meaning: str, bound: Amount, amount: Quantity) -> Statement:
    head = "是" if amount.in_base == bound.quantity.in_base else "不是"
    return Statement(f"{head}。“{row.name}”指{meaning}。", row.evidence)
