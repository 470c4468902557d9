"""Areas by their numbers: above, below or equal to what the question says. Knows no documents."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from assistant.draft import Statement
from assistant.fact_answers.evidence import distinct, target_evidence
from assistant.fact_answers.target_choice import is_whole
from assistant.fact_answers.target_words import value_words, year_words
from assistant.query import Query
from corpus.facts import Library
from corpus.target import Target

__all__ = ["filtered_by_value", "has_condition"]

_NUMBER = r"(\d{1,9}(?:\.\d{1,4})?)"
_UNIT = r"(?:万)?(?:平方米|幢|栋|座|个|家|场|%)?"
_CONDITIONS: tuple[tuple[re.Pattern[str], Callable[[Decimal, Decimal], bool]], ...] = (
    (
        re.compile(rf"(?:不少于|不低于|至少|达到){_NUMBER}|{_NUMBER}{_UNIT}(?:及)?以上"),
        lambda value, asked: value >= asked,
    ),
    (re.compile(rf"(?:超过|大于|多于|高于|超){_NUMBER}"), lambda value, asked: value > asked),
    (re.compile(rf"(?:不超过|不多于){_NUMBER}|{_NUMBER}{_UNIT}(?:及)?以下"), lambda value, asked: value <= asked),
    (re.compile(rf"(?:低于|少于|不足|不到|小于){_NUMBER}"), lambda value, asked: value < asked),
    (
        re.compile(rf"(?:只有|仅有|仅|正好){_NUMBER}|(?:为|是|等于){_NUMBER}{_UNIT}的"),
        lambda value, asked: value == asked,
    ),
)
_NONE = re.compile(r"没有|未(?:安排|计划|列)|无(?=.{0,8}(?:计划|任务|目标))")
_WHICH = re.compile(r"哪|几个(?:地|区|镇|县|市|板块)|多少个(?:地|区|镇|县|市|板块)")


def filtered_by_value(query: Query, targets: Sequence[Target], library: Library) -> Statement | None:
    """The areas whose number is as the question says; None where it sets no condition or areas are not asked for."""
    parts = [one for one in targets if not is_whole(one)]
    holds = _condition(query.text)
    if len(parts) < 2 or holds is None or not _WHICH.search(query.text) or len({one.year for one in parts}) > 1:
        return None
    found = [one for one in parts if holds(one.quantity.value)]
    head = f"{year_words(parts[0])}{parts[0].indicator}"
    evidence = distinct(item for one in found or parts for item in target_evidence(one, library))
    if not found:
        return Statement(f"没有这样的地区（{head}）。", evidence)
    listed = "、".join(f"{one.scope}{value_words(one)}" for one in found)
    count = f"共{len(found)}个" if len(found) > 1 else "只有一个"
    return Statement(f"{head}符合条件的{count}：{listed}。", evidence)


def has_condition(query: Query) -> bool:
    """Whether a question asks which areas have a number as it says."""
    return bool(_WHICH.search(query.text)) and _condition(query.text) is not None


def _condition(text: str) -> Callable[[Decimal], bool] | None:
    for pattern, holds in _CONDITIONS:
        match = pattern.search(text)
        if match:
            asked = Decimal(next(group for group in match.groups() if group))
            return lambda value, holds=holds, asked=asked: holds(value, asked)  # type: ignore[misc]
    return (lambda value: value == 0) if _NONE.search(text) else None
