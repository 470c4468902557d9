"""Clauses by the number of their heading (（十三）, 第五条). Knows no table rows and no units."""

import re
from collections.abc import Collection, Sequence

from assistant.figures import numeral_value
from corpus.task import Task, TaskOrigin

__all__ = ["heading_number", "tasks_at_number"]

_NUMERAL = "[一二三四五六七八九十百]{1,5}"
_HEADING = re.compile(rf"\A(?:[（(]({_NUMERAL})[）)]|第({_NUMERAL})条)")


def heading_number(task: Task) -> str:
    """The number of a clause's own heading as printed (（十三）); empty for table rows and other headings."""
    match = _heading(task)
    return match[0] if match else ""


def tasks_at_number(wanted: Collection[int], tasks: Sequence[Task]) -> list[Task]:
    """The clauses under the numbers wanted."""
    headings = ((task, _heading(task)) for task in tasks)
    return [task for task, match in headings if match and numeral_value(match[1] or match[2]) in wanted]


def _heading(task: Task) -> re.Match[str] | None:
    if task.origin is not TaskOrigin.CLAUSE or not task.place.path:
        return None
    return _HEADING.match(task.place.path[-1])
