"""Units for table columns that print none: told by the goal of the running text that states the same indicator.

A unit is taken only where the numbers agree with it; otherwise none is given.
"""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from corpus.extraction.indicators import indicator_core
from corpus.extraction.similarity import is_subsequence
from corpus.folding.units import base_unit
from corpus.target import Target

__all__ = ["best_match", "with_units"]


def with_units(cells: Sequence[Target], goals: Sequence[Target]) -> list[Target]:
    """The cells, those without a unit given that of the goal that matches their column's totals."""
    unknown = defaultdict(list)
    for cell in cells:
        if not cell.quantity.unit and not cell.is_baseline:
            unknown[cell.indicator].append(cell)
    units = {indicator: _unit(column, goals) for indicator, column in unknown.items()}
    return [_given(cell, units.get(cell.indicator, "")) if not cell.quantity.unit else cell for cell in cells]


def best_match(indicator: str, goals: Sequence[Target]) -> Target | None:
    """The goal whose indicator is the column's with words added (总部类重点项目引进 for 总部项目引进)."""
    core = indicator_core(indicator)
    fitting = [goal for goal in goals if core and is_subsequence(core, indicator_core(goal.indicator))]
    return min(fitting, key=lambda goal: len(goal.indicator), default=None)


def _unit(column: Sequence[Target], goals: Sequence[Target]) -> str:
    goal = best_match(column[0].indicator, goals)
    if goal is None:
        return ""
    scaled = goal.quantity.in_base != goal.quantity.value
    unit = base_unit(goal.quantity.unit) if scaled else goal.quantity.unit
    totals = [cell for cell in column if cell.is_total] or column
    summed = sum((cell.quantity.value for cell in totals), Decimal(0))
    return unit if summed == goal.quantity.in_base else ""


def _given(cell: Target, unit: str) -> Target:
    return cell.model_copy(update={"quantity": cell.quantity.model_copy(update={"unit": unit})})
