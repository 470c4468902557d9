"""Who does what by when: answers about single tasks, the one who leads, those who take part, the day."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.draft import Draft, NoAnswer, Statement
from assistant.fact_answers.evidence import table_of, tasks_evidence
from assistant.fact_answers.task_choice import counted_tasks, matching_tasks, numbered, says_more
from assistant.fact_answers.task_deadlines import (
    dated_items,
    deadline_statements,
    in_column,
    says_when,
    without_deadlines,
)
from assistant.fact_answers.task_headings import tasks_at_number
from assistant.fact_answers.task_search import found_tasks
from assistant.fact_answers.task_words import file_words, task_name, task_names, units_words
from assistant.query import Operation, Query
from assistant.units import plays, unit_names
from corpus.facts import Library
from corpus.task import Role, Task

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = [
    "answer_deadline",
    "answer_membership",
    "answer_position",
    "answer_responsibility",
]

_TASKS_MEANT = re.compile(r"任务|清单|分解表|时限|截止|举措|各项|工作|第\d{1,3}[项条]")
_BY = re.compile(r"由([^，。；、由]{3,16}?)(?:会同|牵头|负责|承担|组织|开展|主导)[^。；]{0,40}")
_LEADS = re.compile(r"牵头")
_WHO = re.compile(r"谁|哪个部门|哪些部门|哪个单位|哪些单位")
_UNMARKED = "该文件没有区分牵头单位，只列责任单位。"
_LEADERLESS = "没有写明牵头单位。"
_CLAUSE = re.compile(r"[,?;。]")
_EITHER = re.compile(r"(?:牵头|主办|责任|配合|参与)(?:单位|部门|的)?,?还是(?:只是|作为)?(?:牵头|主办|责任|配合|参与)")
_WHETHER = re.compile(r"吗|在不在|是不是|是否|有没有|算不算|属不属于")
_NTH = re.compile(r"第\d{1,3}[项条]")
_DUE = re.compile(r"(?:年|月)(?:底|末)?(?:之)?前.{0,4}完成|什么时候完成|完成时间")
_COLUMN = re.compile(r"(?:有没有|有无|是否有|有|设没设).{0,12}[栏列](?:目)?(?:吗|没有)?[?]?$")
"""Whether there is such a column, not what it says."""
_POSITION = re.compile(r"第几[项条个]|哪一?[项条](?:任务|里|中)?[?]?$")
_MOST = 4


def answer_responsibility(query: Query, index: "Index") -> Draft | NoAnswer | None:
    """Who leads or takes part in the task that the question names."""
    library = index.library
    asked = query.operation in {Operation.LEAD, Operation.PARTICIPANTS} or (
        query.operation is Operation.DEADLINE and _WHO.search(query.text)
    )
    if not asked or query.units:
        return None
    tasks = _asked_tasks(query, library) or found_tasks(query, index)
    if not tasks or len({task.document_id for task in tasks}) > 1 or _says_itself(query, tasks[0]):
        return None
    statements = _responsibility(tasks[:_MOST], library)
    if _LEADS.search(query.text) and not any(task.lead_units for task in tasks):
        marked = any(task.lead_units for task in library.tasks([tasks[0].document_id]))
        note = _LEADERLESS if marked else _UNMARKED
        statements = (replace(statements[0], text=note + statements[0].text), *statements[1:])
    return Draft(AnswerKind.TASKS if len(statements) > 1 else AnswerKind.FACT, statements, tasks=tuple(tasks[:_MOST]))


def answer_position(query: Query, index: "Index") -> Draft | None:
    """In which task (第几项) the words of the question stand."""
    library = index.library
    if not _POSITION.search(query.text) or len(query.documents) != 1 or query.units:
        return None
    tasks = [task for task in matching_tasks(query, library, query.documents) if task.seq is not None][:_MOST]
    if not tasks:
        return None
    names = "、".join(dict.fromkeys(map(task_name, tasks)))
    evidence = tasks_evidence(tasks, library)
    return Draft(AnswerKind.FACT, (Statement(f"在{names}。", evidence),), tasks=tuple(tasks))


def answer_membership(query: Query, index: "Index") -> Draft | None:
    """Whether a unit is among those responsible for the task that the question names."""
    library = index.library
    either = _EITHER.search(query.text)
    if (query.operation is not Operation.YES_NO and not either) or len(query.units) != 1:
        return None
    tasks = _asked_tasks(query, library)[:_MOST]
    if not tasks or len({task.document_id for task in tasks}) > 1:
        return None
    names = unit_names(library, query.units[0], query.documents)
    if either:
        return _role_in(tasks, names.get(tasks[0].document_id, frozenset()), query.units[0], library)
    clause = next((part for part in _CLAUSE.split(query.text) if _WHETHER.search(part)), query.text)
    role = Role.LEAD if _LEADS.search(clause) and any(task.lead_units for task in tasks) else Role.ANY
    inside = [task for task in tasks if plays(task, names.get(task.document_id, frozenset()), role)]
    word = "在" if re.search(r"在不在|在.{0,6}[里中内]", query.text) else "是"
    verdict = word if inside else f"不{word}"
    shown = inside[:1] or tasks
    first, *rest = _responsibility(shown, library)
    return Draft(AnswerKind.YES_NO, (Statement(f"{verdict}。{first.text}", first.evidence), *rest), tasks=tuple(shown))


def _role_in(tasks: Sequence[Task], names: frozenset[str], unit: str, library: Library) -> Draft:
    """Whether a unit leads the task that is asked about, or is one of those responsible."""
    task = next((one for one in tasks if plays(one, names, Role.ANY)), tasks[0])
    leads, takes_part = plays(task, names, Role.LEAD), plays(task, names, Role.RESPONSIBLE)
    marked = any(one.lead_units for one in library.tasks([task.document_id]))
    other = "是责任单位，不是牵头单位。" if marked else f"是责任单位。{_UNMARKED}"
    verdict = "是牵头单位。" if leads else other if takes_part else f"都不是，其中没有{unit}。"
    first, *_ = _responsibility([task], library)
    return Draft(AnswerKind.FACT, (Statement(f"{verdict}{first.text}", first.evidence),), tasks=(task,))


def answer_deadline(query: Query, index: "Index") -> Draft | NoAnswer | None:
    """By when the named task is to be done; a false premise where the document's tasks have no deadlines."""
    library = index.library
    asked = query.operation is Operation.DEADLINE or _DUE.search(query.text)
    if not asked or len(query.documents) != 1:
        return None
    everything = counted_tasks(library, query.documents)
    if not everything:
        return None
    if not any(map(in_column, everything)):
        dated = [task for task in everything if says_when(task)]
        if dated and table_of(everything[0].place, library) is None:
            return None if says_more(query, library) else _dated_overview(dated, library)
        meant = _TASKS_MEANT.search(query.text) or (not dated and _asked_tasks(query, library))
        refused = without_deadlines(everything[0], library) if meant else None
        if refused is None or not _COLUMN.search(query.text):
            return refused
        return Draft(AnswerKind.YES_NO, (Statement(f"没有。{refused.message}", refused.correction),))
    tasks = [task for task in _asked_tasks(query, library) if task.deadline][:_MOST]
    if not tasks:
        return None
    return Draft(AnswerKind.FACT, deadline_statements(tasks, library), tasks=tuple(tasks))


def _dated_overview(tasks: Sequence[Task], library: Library) -> Draft:
    """The clauses that print a day, where the document gives the others none."""
    items = dated_items(tasks, library)
    text = f"{file_words(tasks[0].document_id, library)}没有逐项规定完成时限，写明时间的有{len(items)}项："
    first = Statement(text, tuple(item.evidence[0] for item in items))
    return Draft(AnswerKind.TASKS, (first, *items), tasks=tuple(tasks))


def _says_itself(query: Query, task: Task) -> bool:
    """Whether a measure itself says by whom the asked work is done (由市政府督查室会同…), other than its row does."""
    work = "".join(query.topic.split())[-4:]
    return any(work in match[0] and match[1] not in task.responsible_units for match in _BY.finditer(task.measure))


def _asked_tasks(query: Query, library: Library) -> list[Task]:
    """The task with the number asked for, else those that the words name."""
    if len(query.documents) == 1:
        counted = counted_tasks(library, query.documents)
        has_numbers = any(task.seq is not None for task in counted)
        if query.ordinals and has_numbers and (_TASKS_MEANT.search(query.text) or _NTH.search(query.text)):
            return numbered(counted, query.ordinals[0])
        under = tasks_at_number(query.text, query.ordinals, counted)
        if under:
            return under
    return matching_tasks(query, library, query.documents)


def _responsibility(tasks: Sequence[Task], library: Library) -> tuple[Statement, ...]:
    """One statement for each set of units, naming the tasks that share it."""
    by_units: dict[str, list[Task]] = {}
    for task in tasks:
        by_units.setdefault(units_words(task), []).append(task)
    return tuple(
        _responsibility_of(units, group, library, brief=len(by_units) > 1) for units, group in by_units.items()
    )


def _responsibility_of(units: str, tasks: Sequence[Task], library: Library, *, brief: bool) -> Statement:
    evidence = tasks_evidence(tasks, library, header=True)
    return Statement(f"{task_names(tasks, brief=brief)}：{units}。", evidence)
