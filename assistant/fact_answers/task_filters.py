"""Tasks by how many units they have, by their deadline, under a heading, or simply all of them. Knows no units."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.fact_answers.task_choice import counted_tasks
from assistant.fact_answers.task_listing import asks_number_only, counted_draft, listed_draft
from assistant.facts.evidence import header_evidence, row_evidence, table_of, task_evidence
from assistant.facts.task_words import file_words, grouped, task_name
from assistant.labels import document_label
from assistant.query import Operation, Query
from assistant.understanding.likeness import weights_of
from corpus.facts import Library
from corpus.quoting import compact
from corpus.task import DeadlineKind, Task
from indexing.words import characters

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_task_filter"]

_BRIEF_TOPIC = 12
"""A question for the number of all tasks says hardly more than that."""
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_NUMBER = r"([一二两三四五六\d])"
_SAID = re.compile(rf"{_NUMBER}(?:大|个|项|方面|类)")
_TASK_WORD = re.compile(r"任务|举措|事项|工作|[些的]活|分解表|清单|哪[一几]?项|几项|多少项")
_PROJECTS = re.compile(r"项目(?!标)|工程")
_LEADS_OF = re.compile(
    rf"{_NUMBER}(?:个|家)?(?:部门|单位)?(?:共同|联合|同时|一起|一块儿?|合着|都)?(?:来)?牵头|(?:标|列)(?:了|有|注)?{_NUMBER}个?(?:部门|单位)?(?:的)?牵头"
)
_ONLY = re.compile(
    rf"(?:只|仅|单独|唯一|独)(?:由|写|有|列|涉及|标)?(?:了|有|明)?(?:{_NUMBER})?(?:个|家)?(?:[市区县]级)?(?:的)?(?:部门|单位)?"
)
_NO_LEAD = re.compile(r"(?:(?<![标分写列])没有?|未)(?:标|列|写|注|明确)?(?:明|注|出)?.{0,4}牵头|没有?(?:标|带)[“\"]?\*")
_ONGOING = re.compile(r"(?:持续|长期|一直|不断).{0,4}(?:推进|干|做|进行|开展|实施|坚持)|没.{0,4}(?:截止|期限|时限)")
_DONE = re.compile(r"完成|做到|做完|办完|到期|截止|落实")
_LEVEL = re.compile(r"([省市区县])级")
_LISTING = re.compile(r"哪|什么|分别|列出")
_WHICH = re.compile(r"哪|第几")
_CLASSES = re.compile(r"[几多哪].{0,2}(?:大类|类|大块|大方面|个方面)")
_COUNT = re.compile(r"(?:多少|几)(?:项|条|个)")


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
        return listed_draft("符合条件的任务", by_units, library, units=True) if by_units else None
    told = _due(query, tasks, library) or _column_values(query.text, tasks, library)
    if told is not None:
        return told
    heading, under = _under_heading(query, tasks, library)
    if under:
        return listed_draft(f"“{heading}”的任务", under, library, brief=asks_number_only(query.text))
    counts = _COUNT.search(query.text) and not _WHICH.search(query.text)
    return _total(tasks, library) if counts and len(compact(query.topic)) <= _BRIEF_TOPIC else None


def _due(query: Query, tasks: Sequence[Task], library: Library) -> Draft | None:
    """The tasks with the deadline that the question gives, or in its year, or those that go on without a day."""
    text = query.text
    day, due = _by_deadline(text, tasks)
    if not due and _ONGOING.search(text):
        day, due = _ongoing(tasks)
    head = f"完成时限为“{day}”的任务"
    if not due and len(query.years) == 1 and _DONE.search(text):
        due = [
            task for task in tasks if task.deadline and task.deadline.date and task.deadline.date.year in query.years
        ]
        head = f"完成时限在{query.years[0]}年的任务"
    if not due:
        return None
    return counted_draft(head, due, library) if asks_number_only(text) else listed_draft(head, due, library, brief=True)


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


def _by_deadline(text: str, tasks: Sequence[Task]) -> tuple[str, list[Task]]:
    """The deadline that the question gives, with or without its year, and the tasks that bear it."""
    asked = compact(text)
    for raw in dict.fromkeys(task.deadline.raw for task in tasks if task.deadline):
        bare = compact(raw)
        if bare in asked or re.sub(r"^\d{4}年", "", bare) in asked:
            return bare, [task for task in tasks if task.deadline and task.deadline.raw == raw]
    return "", []


def _ongoing(tasks: Sequence[Task]) -> tuple[str, list[Task]]:
    """The tasks that go on without a day, and the words that say so."""
    ongoing = [task for task in tasks if task.deadline and task.deadline.kind is DeadlineKind.ONGOING]
    return (compact(ongoing[0].deadline.raw) if ongoing and ongoing[0].deadline else ""), ongoing


def _column_values(text: str, tasks: Sequence[Task], library: Library) -> Draft | None:
    """The distinct values of the column of categories or tasks that the question names by its header."""
    table = table_of(tasks[0].place, library)
    classes = _CLASSES.search(text)
    if table is None or not (classes or _LISTING.search(text)):
        return None
    categories = {task.category for task in tasks if task.category}
    texts = {task.category for task in tasks} | {task.task for task in tasks}
    for at, column in enumerate(table.columns):
        values = tuple(dict.fromkeys(row.cells[at].text for row in table.rows))
        told = _SAID.search(text)
        named = column.path[-1] in text or (classes and categories == set(values))
        if named and set(values) <= texts and (told is None or _number(told[1]) == len(values)):
            rows = [next(row for row in table.rows if row.cells[at].text == value) for value in values]
            evidence = (*(row_evidence(row) for row in rows), header_evidence(table))
            words = f"{column.path[-1]}共{len(values)}个：{'；'.join(values)}。"
            return Draft(AnswerKind.LIST, (Statement(words, evidence),))
    return None


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
    last = groups[-1][0]
    label = document_label(library, last.document_id)
    said = f"{label}的任务表共" if last.place.table else f"{file_words(last.document_id, library)}写明责任单位的共"
    text = f"{said}{len(groups)}项任务，最后一项是{task_name(last)}。"
    return Draft(AnswerKind.FACT, (Statement(text, task_evidence(last, library)),), tasks=tuple(tasks))
