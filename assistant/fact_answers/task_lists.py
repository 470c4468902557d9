"""Lists and counts of tasks: those of a unit, those under a heading, those with so many units, the nth."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind, RefusalReason
from assistant.draft import Draft, NoAnswer, Statement
from assistant.fact_answers.evidence import distinct, task_evidence
from assistant.fact_answers.task_choice import counted_tasks, numbered
from assistant.fact_answers.task_words import grouped, task_name, task_statement
from assistant.passages.labels import document_label
from assistant.query import Operation, Query
from assistant.task_list import select_tasks
from assistant.understanding.likeness import weights_of
from corpus.facts import Library
from corpus.quoting import compact
from corpus.task import Role, Task
from indexing.words import characters

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_numbered_task", "answer_task_filter", "answer_tasks_of_unit"]

_ROOM = 360
"""Characters that the measures of a list share."""
_BRIEF_ROOM = 120
_LEAST = 16
_LONGEST_ITEM = 90
_BRIEF_TOPIC = 12
"""A question for the number of all tasks says hardly more than that."""
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_NUMBER = r"([一二两三四五六\d])"
_LEAD = re.compile(r"牵头|主抓|领衔|挂帅")
_TAKES_PART = re.compile(r"配合|参与|协助|责任单位")
_TASK_WORD = re.compile(r"任务|举措|事项|工作|分解表|清单|哪[一几]?项|几项|多少项")
_PROJECTS = re.compile(r"项目(?!标)|工程")
_LEADS_OF = re.compile(
    rf"{_NUMBER}(?:个|家)?(?:部门|单位)?(?:共同|联合|同时)?牵头|(?:标|列)(?:了|有|注)?{_NUMBER}个?(?:部门|单位)?(?:的)?牵头"
)
_ONLY = re.compile(
    rf"(?:只|仅|单独|唯一|独)(?:由|写|有|列|涉及|标)?(?:了|有|明)?(?:{_NUMBER})?(?:个|家)?(?:[市区县]级)?(?:的)?(?:部门|单位)?"
)
_NO_LEAD = re.compile(r"(?:没有?|未)(?:标|列|写|注|明确)?(?:明|注|出)?.{0,4}牵头|没有?(?:标|带)[“\"]?\*")
_LEVEL = re.compile(r"([省市区县])级")
_LISTING = re.compile(r"哪|什么|分别|列出")
_COUNT = re.compile(
    r"(?:一共|总共|共有?|合计|有)?(?:多少|几)(?:项|条|个)(?:重点|具体)?(?:任务|举措|工作)|(?:任务|举措).{0,6}(?:多少|几)(?:项|条|个)"
)


def answer_tasks_of_unit(query: Query, index: "Index") -> Draft | NoAnswer | None:
    """All tasks of the one unit that the question names, in the role it asks for."""
    library = index.library
    if len(query.units) != 1 or query.operation not in {Operation.TASKS_OF_UNIT, Operation.LEAD, Operation.COUNT}:
        return None
    if query.operation is Operation.LEAD and not re.search(r"哪些|几项|多少项|哪几|什么事|有哪", query.text):
        return None
    role = Role.LEAD if _LEAD.search(query.text) else Role.ANY
    counted = counted_tasks(library, query.documents)
    tasks = [
        one
        for one in select_tasks(library, documents=query.documents, unit=query.units[0], role=role)
        if one in counted
    ]
    unit = query.units[0]
    if not tasks:
        return _none_of(unit, role, query, library)
    if _is_count(query.text):
        return _counted(f"{unit}{'牵头' if role is Role.LEAD else '负责或参与'}的任务", tasks, library)
    verb = "牵头" if role is Role.LEAD else "参与" if _TAKES_PART.search(query.text) else "负责或参与"
    return _listed(f"{unit}{verb}的任务", tasks, library)


def answer_numbered_task(query: Query, index: "Index") -> Draft | NoAnswer | None:
    """The nth task of a task table; a false premise where the table has no such number."""
    library = index.library
    if len(query.ordinals) != 1 or len(query.documents) != 1 or _PROJECTS.search(query.text):
        return None
    tasks = counted_tasks(library, query.documents)
    numbers = [task.seq for task in tasks if task.seq is not None]
    if not numbers or not _TASK_WORD.search(query.text):
        return None
    found = numbered(tasks, query.ordinals[0])
    if found:
        return Draft(AnswerKind.TASKS, (task_statement(found, _LONGEST_ITEM, library, units=True),), tasks=tuple(found))
    last = max(tasks, key=lambda task: task.seq or 0)
    label = document_label(library, last.document_id)
    message = f"{label}的任务表只到第{last.seq}项，没有第{query.ordinals[0]}项。"
    return NoAnswer(RefusalReason.FALSE_PREMISE, message, task_evidence(last, library))


def answer_task_filter(query: Query, index: "Index") -> Draft | None:
    """Tasks by how many units they have, under a heading, or simply how many there are."""
    library = index.library
    if len(query.documents) != 1 or query.units or _PROJECTS.search(query.text) or not _TASK_WORD.search(query.text):
        return None
    tasks = counted_tasks(library, query.documents)
    if not tasks:
        return None
    by_units = _by_units(query.text, tasks)
    if by_units is not None:
        return _listed("符合条件的任务", by_units, library, units=True) if by_units else None
    heading, under = _under_heading(query, tasks, library)
    if under:
        return _listed(f"“{heading}”的任务", under, library, room=_BRIEF_ROOM if _is_count(query.text) else _ROOM)
    return _total(tasks, library) if _COUNT.search(query.text) and len(compact(query.topic)) <= _BRIEF_TOPIC else None


def _is_count(text: str) -> bool:
    """Whether only a number is asked for."""
    return bool(_COUNT.search(text)) and not _LISTING.search(text)


def _by_units(text: str, tasks: Sequence[Task]) -> list[Task] | None:
    """The tasks with as many leads or units as the words say; None where they say nothing of the kind."""
    leads = _LEADS_OF.search(text)
    if leads:
        wanted = _number(leads[1] or leads[2])
        return [task for task in tasks if len(task.lead_units) == wanted]
    if _NO_LEAD.search(text):
        return [task for task in tasks if not task.lead_units]
    only = _ONLY.search(text)
    if only and re.search(r"单位|部门", text):
        level = _LEVEL.search(text)
        wanted = _number(only[1] or "一")
        alone = [task for task in tasks if len({*task.lead_units, *task.responsible_units}) == wanted]
        return [
            task for task in alone if not level or all(unit.startswith(level[1]) for unit in task.responsible_units)
        ]
    return None


def _number(word: str) -> int:
    return _NUMBERS.get(word) or int(word)


def _under_heading(query: Query, tasks: Sequence[Task], library: Library) -> tuple[str, list[Task]]:
    """The name or category that the question gives nearly in full, and its tasks."""
    if query.operation not in {Operation.LIST, Operation.COUNT, Operation.SUM, Operation.TEXT, Operation.SUMMARY}:
        return "", []
    given = frozenset(characters(compact(query.text).lower()))
    weights = weights_of(library)
    for attribute in ("task", "category"):
        names = dict.fromkeys(name for task in tasks if (name := getattr(task, attribute)))
        named = [name for name in names if weights.coverage(frozenset(characters(compact(name).lower())), given) > 0.95]
        if named:
            return named[0], [task for task in tasks if getattr(task, attribute) == named[0]]
    return "", []


def _total(tasks: Sequence[Task], library: Library) -> Draft:
    groups = grouped(tasks)
    label = document_label(library, tasks[0].document_id)
    last = groups[-1][0]
    text = f"{label}的任务表共{len(groups)}项任务，最后一项是{task_name(last)}。"
    return Draft(AnswerKind.FACT, (Statement(text, task_evidence(last, library)),))


def _listed(head: str, tasks: Sequence[Task], library: Library, *, units: bool = False, room: int = _ROOM) -> Draft:
    """A count and every item, the items the shorter the more there are."""
    groups = grouped(tasks)
    each = max(_LEAST, min(_LONGEST_ITEM, room // len(groups)))
    items = [task_statement(group, each, library, units=units and len(groups) <= 3) for group in groups]
    if units and len(groups) > 3:
        items = [_with_units(group, library) for group in groups]
    if len(groups) == 1:
        first = Statement(f"{head}只有一项：{items[0].text}", items[0].evidence)
        return Draft(AnswerKind.TASKS, (first,), tasks=tuple(tasks))
    evidence = distinct(item for task in tasks for item in task_evidence(task, library))
    return Draft(AnswerKind.TASKS, (Statement(f"{head}共{len(groups)}项：", evidence), *items), tasks=tuple(tasks))


def _counted(head: str, tasks: Sequence[Task], library: Library) -> Draft:
    """How many, and their numbers."""
    groups = grouped(tasks)
    numbers = "、".join(str(group[0].seq) for group in groups if group[0].seq is not None)
    text = f"{head}共{len(groups)}项" + (f"：第{numbers}项。" if numbers else "。")
    evidence = distinct(item for task in tasks for item in task_evidence(task, library))
    return Draft(AnswerKind.TASKS, (Statement(text, evidence),), tasks=tuple(tasks))


def _with_units(group: Sequence[Task], library: Library) -> Statement:
    """A task by its name and units only."""
    units = "、".join(dict.fromkeys([*group[0].lead_units, *group[0].responsible_units]))
    return Statement(f"{task_name(group[0])}（{units}）。", task_evidence(group[0], library))


def _none_of(unit: str, role: Role, query: Query, library: Library) -> Draft | NoAnswer | None:
    """Says that a unit has no task in this role, and how many it takes part in."""
    if len(query.documents) != 1:
        return None
    label = document_label(library, query.documents[0])
    if role is Role.LEAD:
        others = select_tasks(library, documents=query.documents, unit=unit)
        others = [task for task in others if task in counted_tasks(library, query.documents)]
        if others:
            return _listed(f"{label}的任务表中{unit}没有牵头的任务，参与的任务", others, library)
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, f"{label}的任务表中没有{unit}承担的任务。")
