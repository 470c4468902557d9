"""Answers that name units: are all expected ones named, and no others."""

import re

from eval.gold import GoldQuestion, alternatives
from eval.response import Response
from eval.text import normal, says

_UNIT = re.compile(
    r"(?:[市区县省]|各|属地|两个)[\u4e00-\u9fff]{0,14}(?:局|委|办|部|中心|政府|管委会|街道|街镇|镇|公司|部门|联|院)"
)


def unit_f1(gold: GoldQuestion, response: Response) -> float | None:
    """F1 of the units named against the expected ones; None where none are expected.

    Units of the question or of the gold's own answer may be named or not: they are neither found nor missed.
    """
    if not gold.units:
        return None
    groups = [alternatives(unit) for unit in gold.units]
    right = sum(any(says(response.answer, name) for name in group) for group in groups)
    known = normal("".join((gold.question, gold.answer, *(name for group in groups for name in group))))
    strange = {name for name in named_units(response.answer) if name not in known and not _holds_one(name, groups)}
    return 2 * right / (right + len(strange) + len(groups))


def named_units(text: str) -> list[str]:
    """What is written like a unit of an administration, in order.

    >>> named_units("牵头单位为区商务委，责任单位为各镇、区属公司。")
    ['区商务委', '各镇', '区属公司']
    """
    return _UNIT.findall(normal(text))


def _holds_one(name: str, groups: list[tuple[str, ...]]) -> bool:
    """区商务委会同各镇 is a unit with other words around it."""
    return any(normal(unit) in name for group in groups for unit in group)
