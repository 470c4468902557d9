"""Conditions that a question sets on a number (超过30万平方米, 为零, 至少2幢). Knows no documents."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from corpus.folding.units import in_base_units

__all__ = ["NumberCondition", "number_condition"]

NumberCondition: TypeAlias = Callable[[Decimal, str], bool]
"""Whether a value with its printed unit is as asked."""

_NUMBER = r"(\d{1,9}(?:\.\d{1,4})?(?:[百千]?[万亿])?)"
_CHINESE = re.compile(r"(?<=[有是到为过于])([一两二三四五六七八九十])(?=[幢栋座个家场](?!方面|[县地]))")
_DIGITS = {character: str(value) for value, character in enumerate("一二三四五六七八九十", 1)} | {"两": "2"}
_UNIT = r"(?:平方米|平米|万?方|幢|栋|座|个|家|场|%)?"
_CONDITIONS: tuple[tuple[re.Pattern[str], Callable[[Decimal, Decimal], bool]], ...] = (
    (
        re.compile(rf"(?:不少于|不低于|至少|达到){_NUMBER}|{_NUMBER}{_UNIT}(?:及)?以上"),
        lambda value, asked: value >= asked,
    ),
    (re.compile(rf"(?:超过|大于|多于|高于|超){_NUMBER}"), lambda value, asked: value > asked),
    (re.compile(rf"(?:不超过|不多于){_NUMBER}|{_NUMBER}{_UNIT}(?:及)?以下"), lambda value, asked: value <= asked),
    (re.compile(rf"(?:低于|少于|不足|不到|小于){_NUMBER}"), lambda value, asked: value < asked),
    (
        re.compile(
            rf"(?:只有|仅有|仅|正好){_NUMBER}|(?:为|是|等于|有|定){_NUMBER}{_UNIT}的|(?:定的?是|要有|各有|均为|都是){_NUMBER}"
        ),
        lambda value, asked: value == asked,
    ),
)
_NONE = re.compile(r"没有|[为是][零0](?!\d)|未(?:安排|计划|列)|无(?=.{0,8}(?:计划|任务|目标))")
_SCALED = re.compile(r"([\d.]+)([百千]?[万亿])?")


def number_condition(text: str) -> NumberCondition | None:
    """The condition on a number in a question; None where it sets none.

    A number with 万 or 亿 is compared in full (30万 and 300000平方米), one without as the cells print theirs.
    """
    text = _CHINESE.sub(lambda match: _DIGITS[match[1]], text)
    for pattern, holds in _CONDITIONS:
        match = pattern.search(text)
        if match:
            return _compared(next(group for group in match.groups() if group), holds)
    return (lambda value, _: not value) if _NONE.search(text) else None


def _compared(number: str, holds: Callable[[Decimal, Decimal], bool]) -> NumberCondition:
    digits, scale = _SCALED.fullmatch(number).groups()  # type: ignore[union-attr]
    if not scale:
        return lambda value, _: holds(value, Decimal(digits))
    asked = in_base_units(Decimal(digits), f"{scale}个")
    return lambda value, unit: holds(in_base_units(value, unit), asked)
