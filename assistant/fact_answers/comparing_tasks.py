"""Who does it where: responsibilities of several documents side by side, and how their task tables tell who leads."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.fact_answers.task_choice import counted_tasks, matching_tasks, says_more
from assistant.fact_answers.task_roles import role_asked, role_verb, tasks_in_role, unit_as_printed
from assistant.facts.evidence import header_evidence, table_of, task_evidence, tasks_evidence
from assistant.facts.task_words import grouped, task_name, units_words
from assistant.labels import document_label
from assistant.query import Operation, Query
from corpus.facts import Evidence, Library
from corpus.table import Table
from corpus.task import Task

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = [
    "answer_compared_responsibility",
    "answer_compared_totals",
    "answer_compared_unit_tasks",
    "answer_role_columns",
]

_RESPONSIBLE = re.compile(r"牵头|负责|责任单位|责任部门|哪(?:个|些)(?:部门|单位)|主管")
_ROLES = re.compile(
    r"(?:标没标|分没分|写没写|列没列).{0,4}(?:牵头|责任|配合)|(?:区分|区别|(?<!商)标注|标出|标明|标识|怎么标|如何标|怎么看出|怎么表示|分不分).{0,12}(?:牵头|配合|责任单位|主责)"
    r"|(?:有没有|有无|是否有|设没设|有).{0,4}(?:牵头|责任|配合)(?:单位|部门)?(?:这|那)?(?:一)?[栏列]"
    r"|(?:牵头|责任单位|配合).{0,8}(?:怎么|如何|用什么|以什么).{0,4}(?:区分|区别|(?<!商)标(?:注(?!册))?|表示)|(?:任务|清单|分解表).{0,6}(?:哪几[栏列]|哪些[栏列]|几[栏列]|栏目)"
)
_TOTALS = re.compile(r"任务.{0,8}(?:多少|几)[项条个]|(?:多少|几)[项条个]任务|任务(?:的)?(?:数量|总数|项数)")
_LISTS = re.compile(r"哪(?:些|几|一?[项条])|什么(?!时候|时间)|(?:几|多少)[项条件]|列[出一]")
_AT_WORK = re.compile(r"任务|工作|条款|条目|举措|牵头|负责|参与|参加|配合|承担|[做干管]什么")
_ENOUGH = 0.36
"""In a comparison the work is named once for all documents, in the words of none of them."""
_MOST_UNITS = 6


def answer_compared_responsibility(query: Query, index: "Index") -> Draft | None:
    """Who leads or is responsible for the named work, one line per document in scope."""
    library = index.library
    if query.operation is not Operation.COMPARE or not _RESPONSIBLE.search(query.text) or _ROLES.search(query.text):
        return None
    lines = {document: _line(query, document, library) for document in query.documents}
    if not any(line.evidence for line in lines.values()):
        return None
    return Draft(AnswerKind.COMPARISON, tuple(lines.values()))


def _line(query: Query, document: str, library: Library) -> Statement:
    label = document_label(library, document)
    tasks = matching_tasks(query, library, [document], enough=_ENOUGH)
    if not tasks:
        return Statement(f"{label}：未提及这项工作的责任分工。", ())
    told = tasks[:2] if len(tasks) > 1 and units_words(tasks[0]) != units_words(tasks[1]) else tasks[:1]
    words = "；".join(f"{task_name(task)}{units_words(task, most=_MOST_UNITS)}" for task in told)
    evidence = tasks_evidence(told, library, header=True)
    return Statement(f"{label}：{words}。", evidence)


def answer_compared_unit_tasks(query: Query, index: "Index") -> Draft | None:
    """The tasks of the named units, one line per document in scope."""
    library = index.library
    if query.operation is not Operation.COMPARE or not query.units:
        return None
    if not (_LISTS.search(query.text) and _AT_WORK.search(query.text)):
        return None
    told = {one: _unit_lines(replace(query, documents=(one,)), library) for one in query.documents}
    lines = [line for found in told.values() for line in found]
    without = [one for one, found in told.items() if not found]
    if without:
        labels = "、".join(document_label(library, one) for one in without)
        lines.append(Statement(f"{labels}：没有所问单位{role_verb(role_asked(query.text), query.text)}的任务。", ()))
    return Draft(AnswerKind.COMPARISON, tuple(lines)) if lines[0].evidence else None


def _unit_lines(query: Query, library: Library) -> list[Statement]:
    """The tasks that each of the units has in the one document of the query, by name."""
    label = document_label(library, query.documents[0])
    role = role_asked(query.text)
    verb = role_verb(role, query.text)
    found = {unit: tasks_in_role(unit, role, query, library) for unit in query.units}
    lines = []
    for unit, tasks in found.items():
        names = [task_name(group[0]) for group in grouped(tasks)]
        count = f"共{len(names)}项" if len(names) > 1 else "只有一项"
        if tasks:
            words = f"{label}：{unit_as_printed(unit, tasks, query, library)}{verb}的任务{count}：{'；'.join(names)}。"
            lines.append(Statement(words, tasks_evidence(tasks, library)))
    return lines


def answer_compared_totals(query: Query, index: "Index") -> Draft | None:
    """How many tasks each document in scope sets."""
    library = index.library
    if query.operation is not Operation.COMPARE or not _TOTALS.search(query.text) or query.units:
        return None
    if says_more(query, library):
        return None
    return Draft(AnswerKind.COMPARISON, tuple(_total(document, library) for document in query.documents))


def _total(document: str, library: Library) -> Statement:
    label = document_label(library, document)
    rows = [task for task in counted_tasks(library, [document]) if task.seq is not None]
    if not rows:
        return Statement(f"{label}：没有任务表。", ())
    last = max(rows, key=lambda task: task.seq or 0)
    count = len({task.seq for task in rows})
    return Statement(f"{label}：任务表共{count}项任务。", task_evidence(last, library))


def answer_role_columns(query: Query, index: "Index") -> Draft | None:
    """How the task tables tell the leading unit from the others: by columns, by a mark, or not at all."""
    library = index.library
    if not _ROLES.search(query.text):
        return None
    lines = tuple(_columns(document, library) for document in query.documents)
    return Draft(AnswerKind.COMPARISON if len(lines) > 1 else AnswerKind.FACT, lines)


def _columns(document: str, library: Library) -> Statement:
    label = document_label(library, document)
    tasks = counted_tasks(library, [document])
    table = table_of(tasks[0].place, library) if tasks else None
    if table is None and tasks:
        return _told_in_clauses(label, tasks, library)
    if table is None:
        return Statement(f"{label}：没有任务表，未列责任单位栏。", ())
    columns = [f"“{column.path[-1]}”" for column in table.columns if re.search(r"单位|部门", column.path[-1])]
    notes = [note for note in table.notes if "牵头" in note]
    evidence = (header_evidence(table), *_notes(table, notes))
    told = f"任务表列有{'、'.join(columns)}{'两栏' if len(columns) == 2 else '栏'}"
    if notes:
        return Statement(f"{label}：{told}，{notes[0].rstrip('。')}。", evidence)
    leads = any(task.lead_units for task in tasks)
    return Statement(f"{label}：{told}{'，分开列出牵头单位' if leads else '，没有区分牵头单位'}。", evidence)


def _told_in_clauses(label: str, tasks: Sequence[Task], library: Library) -> Statement:
    """How the clauses of a document without a task table tell who leads, with one of them."""
    led = [task for task in tasks if task.lead_units]
    shown = (led or tasks)[:1]
    told = "部分标明牵头单位" if led else "没有区分牵头单位"
    told = "标明牵头单位" if len(led) == len(tasks) else told
    shown_words = f"{task_name(shown[0])}{units_words(shown[0], most=_MOST_UNITS)}"
    text = f"{label}：没有任务表，在各条正文后写明责任单位，{told}，如{shown_words}。"
    return Statement(text, tasks_evidence(shown, library))


def _notes(table: Table, notes: list[str]) -> list[Evidence]:
    return [Evidence(quote=note, place=table.place) for note in notes]
