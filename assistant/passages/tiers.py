"""Graded rules (超过1000万元的，奖励300万元；超过2000万元的，…): which grade the amount in a question falls into.

Reads sentences and numbers only; a grade is picked where every grade of the list can be read, else none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.figures import Figure, figures, folded
from assistant.passages.asked import Asked
from assistant.passages.candidates import Scored
from assistant.passages.choosing import Chosen
from assistant.passages.searching import Found

__all__ = ["fitting_grade"]

_NEARLY = 0.8
"""A list whose best sentence is this close behind the best of all is what the question is about."""
_ITEM = re.compile(r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、]")
_UNIT = re.compile(r"(?:美|港|欧|日)?元|人民币|平方米|[人名家户台套亩项个吨]")
_MORE = re.compile(r"(?:超过|大于|高于|多于)$")
_LEAST = re.compile(r"(?:不低于|不少于|达到|达|满)$")
_MOST = re.compile(r"(?:不超过|不高于|不多于)$")
_LESS = re.compile(r"(?:不足|低于|少于|小于|不满)$")
_UP_TO = re.compile(r"(?:至|到|[-—~～])$")
_INCLUDED = re.compile(r"[^，,；;\d]{0,4}[（(]含[）)]")
_ABOVE = re.compile(r"[^，,；;\d]{0,4}(?:[（(]含[）)])?(?:及以上|以上)")
_BELOW = re.compile(r"[^，,；;\d]{0,4}(?:[（(]含[）)])?(?:以下|以内)")
_CONDITION = re.compile(r"[，,]")
_FEWEST = 2
_BOUNDS = 2


@dataclass(frozen=True, slots=True)
class _Grade:
    """From `least` (itself included where `includes`) up to `most`, which belongs to it unless the next one begins
    there; None is without end.
    """

    item: Scored
    unit: str
    least: Decimal | None = None
    includes: bool = True
    most: Decimal | None = None
    most_included: bool = False

    def holds(self, value: Decimal) -> bool:
        """Whether a value falls into this grade."""
        above = self.least is None or value > self.least or (self.includes and value == self.least)
        below = self.most is None or value < self.most or (self.most_included and value == self.most)
        return above and below


def fitting_grade(found: Found) -> Chosen | None:
    """The sentence that announces a list of grades and the one grade that the amount in the question falls into; None
    where the question names no single amount, or where the list is not of grades that can all be read.
    """
    stated = _stated(found.text)
    if stated is None or not found.wanted.asks(Asked.AMOUNT, Asked.MONEY) or not found.ranked:
        return None
    near = [item for item in found.ranked if item.score >= _NEARLY * found.ranked[0].score]
    for item in near:
        beside = [other for other in found.ranked if other.candidate.passage == item.candidate.passage]
        chosen = _picked(sorted(beside, key=lambda one: one.candidate.position), *stated)
        if chosen:
            return Chosen(tuple(chosen), "".join(one.candidate.text for one in chosen))
    return None


def _stated(question: str) -> tuple[Decimal, str, str] | None:
    """The one amount that a question names, its unit (元 behind a bare 万 or 亿) and the two characters before it."""
    text = folded(question)
    found = [(one, unit) for one in figures(text) if (unit := _unit_behind(one, text) or (one.times and "元"))]
    if len(found) != 1:
        return None
    amount, unit = found[0]
    return amount.value, unit, text[max(0, amount.start - 2) : amount.start]


def _unit_behind(figure: Figure, text: str) -> str:
    unit = _UNIT.match(text, figure.end)
    return unit[0] if unit else ""


def _picked(items: Sequence[Scored], value: Decimal, unit: str, before: str) -> list[Scored]:
    """What announces the grades and the grade of a value; none where they are not of what the value is of."""
    grades = _run_of_grades(items)
    fitting = [grade for grade in grades if grade.holds(value)]
    if len(grades) < _FEWEST or not fitting or any(grade.unit != unit for grade in grades):
        return []
    if not set(before) & set(_condition(fitting[-1].item)):
        return []
    first = min(grade.item.candidate.position for grade in grades)
    heads = [item for item in items if item.candidate.position == first - 1]
    return [*heads, max(fitting, key=lambda grade: (grade.least is not None, grade.least or 0)).item]


def _run_of_grades(items: Sequence[Scored]) -> list[_Grade]:
    """The grades that stand one behind the other; none where the passage has an item among them that is no grade."""
    listed = [item for item in items if _ITEM.match(item.candidate.text)]
    read = [_grade(item) for item in listed]
    first = next((at for at, grade in enumerate(read) if grade is not None), len(read))
    grades = [grade for grade in read[first:] if grade is not None]
    return grades if len(grades) == len(read) - first else []


def _condition(item: Scored) -> str:
    return _CONDITION.split(folded(item.candidate.text), maxsplit=1)[0]


def _grade(item: Scored) -> _Grade | None:
    """The grade that a sentence states: a bound, or two, before its first comma and an amount behind it."""
    condition, _, result = folded(_ITEM.sub("", item.candidate.text, count=1)).partition(",")
    bounds = figures(condition)
    if not 0 < len(bounds) <= _BOUNDS or not figures(result):
        return None
    first, last = bounds[0], bounds[-1]
    unit = _unit_behind(last, condition)
    if first is not last:
        joined = _UP_TO.search(condition[first.end : last.start])
        return _Grade(item, unit, least=first.value, most=last.value) if joined else None
    head = condition[: first.start]
    included = _INCLUDED.match(condition, first.end) is not None
    if _MOST.search(head) or _LESS.search(head) or _BELOW.match(condition, first.end):
        return _Grade(item, unit, most=first.value, most_included=not _LESS.search(head))
    if _MORE.search(head):
        return _Grade(item, unit, least=first.value, includes=included)
    if _LEAST.search(head) or _ABOVE.match(condition, first.end):
        return _Grade(item, unit, least=first.value)
    return None
