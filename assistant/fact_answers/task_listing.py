"""Lists of tasks in words: a count and every item, the shorter the more there are. Knows no questions but 几项."""

import re
from collections.abc import Sequence

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.facts.evidence import task_evidence, tasks_evidence
from assistant.facts.task_words import grouped, task_name, task_statement
from corpus.facts import Evidence, Library
from corpus.quoting import compact
from corpus.task import Task

__all__ = ["asks_number_only", "counted_draft", "listed_draft"]

_ROOM = 185
"""Characters that the measures of a list share."""
_BRIEF_ROOM = 120
_MANY = 14
_LEAST = 16
_LONGEST_ITEM = 90
_LISTING = re.compile(r"哪|什么|分别|列出")
_COUNT = re.compile(r"(?:多少|几)(?:项|条|件|个(?:任务|举措|工作|事项))|(?:任务|举措).{0,6}(?:多少|几)个")


def asks_number_only(text: str) -> bool:
    """Whether only a number is asked for."""
    return bool(_COUNT.search(text)) and not _LISTING.search(text)


def listed_draft(
    head: str, tasks: Sequence[Task], library: Library, *, units: bool = False, brief: bool = False, naming: str = ""
) -> Draft:
    """A count and every item, the items the shorter the more there are; `naming` is the unit that `head` names."""
    groups = grouped(tasks)
    if len(groups) > _MANY:
        return _by_name(head, tasks, library)
    each = max(_LEAST, min(_LONGEST_ITEM, (_BRIEF_ROOM if brief else _ROOM) // len(groups)))
    items = [task_statement(group, each, library, units=units and len(groups) <= 3) for group in groups]
    if units and len(groups) > 3:
        items = [_with_units(group, library) for group in groups]
    if len(groups) == 1:
        first = Statement(f"{head}只有一项：{items[0].text}", items[0].evidence)
        return Draft(AnswerKind.TASKS, (first,), tasks=tuple(tasks))
    evidence = tuple(_naming(naming, tasks_evidence(group, library)) for group in groups)
    return Draft(AnswerKind.TASKS, (Statement(f"{head}共{len(groups)}项：", evidence), *items), tasks=tuple(tasks))


def _naming(unit: str, evidence: Sequence[Evidence]) -> Evidence:
    """The words that name a unit, which a merged cell prints in another row; the first where none does."""
    return next((item for item in evidence if unit and compact(unit) in compact(item.quote)), evidence[0])


def counted_draft(head: str, tasks: Sequence[Task], library: Library) -> Draft:
    """How many, and their numbers."""
    groups = grouped(tasks)
    numbers = "、".join(str(group[0].seq) for group in groups if group[0].seq is not None)
    text = f"{head}共{len(groups)}项" + (f"：第{numbers}项。" if numbers else "。")
    evidence = tasks_evidence(tasks, library)
    return Draft(AnswerKind.TASKS, (Statement(text, evidence),), tasks=tuple(tasks))


def _by_name(head: str, tasks: Sequence[Task], library: Library) -> Draft:
    """A long list by the names of the tasks, each with the numbers that bear it."""
    names: dict[str, list[Task]] = {}
    for task in tasks:
        names.setdefault(task.task, []).append(task)
    items = []
    for name, same in names.items():
        numbers = "、".join(str(task.seq) for task in same if task.seq is not None)
        text = f"“{name}”（第{numbers}项）" if numbers else "、".join(map(task_name, same))
        items.append(Statement(f"{text}。", tasks_evidence(same, library)))
    evidence = tasks_evidence(tasks, library)
    return Draft(
        AnswerKind.TASKS, (Statement(f"{head}共{len(grouped(tasks))}项：", evidence), *items), tasks=tuple(tasks)
    )


def _with_units(group: Sequence[Task], library: Library) -> Statement:
    """A task by its name and units only."""
    units = "、".join(dict.fromkeys([*group[0].lead_units, *group[0].responsible_units]))
    return Statement(f"{task_name(group[0])}（{units}）。", task_evidence(group[0], library))
