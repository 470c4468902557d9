"""Lists of tasks: all those of one unit, and the units with the most. Knows no other ways to choose tasks."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind, RefusalReason
from assistant.draft import Draft, NoAnswer, Statement
from assistant.fact_answers.task_choice import about, asked_words, counted_tasks
from assistant.fact_answers.task_listing import asks_number_only, counted_draft, listed_draft
from assistant.fact_answers.task_roles import TASK_WORD, role_asked, role_verb, tasks_in_role
from assistant.fact_answers.unit_duties import duty_statements
from assistant.passages.labels import document_label
from assistant.query import Operation, Query
from assistant.task_list import select_tasks
from assistant.understanding.divisions import short_name
from assistant.units import folded_forms, plays, unit_names
from corpus.facts import Library
from corpus.quoting import compact
from corpus.task import Role, Task

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_busiest_unit", "answer_tasks_of_unit", "answer_unit_presence"]

_MOST_UNITS = 4
_FEW = 3
"""So many tasks are named even where only their number is asked for."""
_BOTH = re.compile(r"既.{0,12}牵头.{0,6}又|又.{0,6}牵头|同时.{0,8}牵头.{0,8}责任")
_ALONE = re.compile(r"单独|独自|独立|只由|仅由")
_WHICH_TASKS = re.compile(
    r"哪些(?!部门|单位)|[几哪多].{0,3}[项个条件]|什么(?:事|任务|工作|活)|有哪"
    r"|(?:牵头|负责|承担|参与|配合)(?:的是|了)?(?:什么|哪)"
)
_UNIT_LIKE = re.compile(r"[^\W\d_A-Za-z]{2,8}?(?:局|委员会|委|厅|办公室|管委会)(?=\s|$)|[^\W\d_A-Za-z]{2,6}局")
_TASKS_OF = re.compile(r"(?:局|委|厅|办|会|部|中心)的?(?:牵头)?(?:任务|职责|工作)[?]?$")
_WITHOUT = re.compile(r"没有|不涉及|未涉及|未列|不包括|不含|不需要|无需")


def answer_tasks_of_unit(query: Query, index: "Index") -> Draft | NoAnswer | None:
    """All tasks of the units that the question names, in the role it asks for."""
    library = index.library
    units = query.units or query.scopes
    if not _lists_tasks(query):
        return _not_listed(query, library) if not query.units and _TASKS_OF.search(query.text) else None
    if not units:
        return _not_listed(query, library)
    found = [_of_unit(unit, query, library) for unit in units[:_MOST_UNITS]]
    drafts = [draft for draft in found if isinstance(draft, Draft)]
    if len(found) == 1 or not drafts:
        return found[0]
    statements = tuple(statement for draft in drafts for statement in draft.statements)
    return Draft(AnswerKind.TASKS, statements, tasks=tuple(task for draft in drafts for task in draft.tasks))


def _of_unit(unit: str, query: Query, library: Library) -> Draft | NoAnswer | None:
    role = role_asked(query.text)
    tasks = tasks_in_role(unit, role, query, library) or tasks_in_role(short_name(unit), role, query, library)
    if _WITHOUT.search(query.text):
        return _without(unit, role, tasks, query, library)
    if not tasks:
        return _none_of(unit, role, query, library) if query.units else None
    meant = _meant(unit, tasks, query, library)
    if not meant:
        return None
    verb = "单独负责" if _ALONE.search(query.text) else role_verb(role, query.text)
    tell = counted_draft if asks_number_only(query.text) and len(meant) > _FEW else listed_draft
    draft = tell(f"{_as_printed(unit, meant, query, library)}{verb}的任务", meant, library)
    more = duty_statements(unit, query, meant, library) if role is Role.ANY else ()
    return replace(draft, statements=(*draft.statements, *more))


def _meant(unit: str, tasks: Sequence[Task], query: Query, library: Library) -> list[Task]:
    """Those of a unit's tasks that the further words of the question leave."""
    meant = about(query, tasks, library) or []
    if _ALONE.search(query.text):
        meant = [task for task in meant if len({*task.lead_units, *task.responsible_units}) == 1]
    if _BOTH.search(query.text):
        names = unit_names(library, unit, query.documents)
        meant = [task for task in meant if plays(task, names.get(task.document_id, frozenset()), Role.RESPONSIBLE)]
    return meant


def _not_listed(query: Query, library: Library) -> NoAnswer | None:
    """Says that a unit which the question names stands nowhere in the one document asked."""
    named = _UNIT_LIKE.search(asked_words(query, library))
    if named is None or len(query.documents) != 1 or not counted_tasks(library, query.documents):
        return None
    document = library.document(query.documents[0])
    if named[0] in compact(document.text):
        return None
    label = document_label(library, document.id)
    message = f"{label}的文件没有提到{named[0]}，任务表中也没有它的任务。"
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, message, firm=True)


def _without(unit: str, role: Role, tasks: Sequence[Task], query: Query, library: Library) -> Draft | None:
    """The tasks of the document in which the unit has no such role."""
    ids = {task.id for task in tasks}
    others = [task for task in counted_tasks(library, query.documents) if task.id not in ids]
    if len(query.documents) != 1 or not tasks or not others:
        return None
    tell = counted_draft if asks_number_only(query.text) else listed_draft
    return tell(f"{unit}没有{role_verb(role, query.text)}的任务", others, library)


def answer_unit_presence(query: Query, index: "Index") -> Draft | None:
    """Whether a unit has tasks at all, and which."""
    library = index.library
    if query.operation is not Operation.YES_NO or len(query.units) != 1 or len(query.documents) != 1:
        return None
    if not re.search(r"任务|责任单位|清单|分解表|牵头", query.text) or not counted_tasks(library, query.documents):
        return None
    unit, role = query.units[0], role_asked(query.text)
    meant = about(query, tasks_in_role(unit, role, query, library), library)
    if meant is None:
        return None
    if not meant:
        label = document_label(library, query.documents[0])
        return Draft(AnswerKind.YES_NO, (Statement(f"没有。{label}的任务表中没有{unit}的任务。", ()),))
    draft = listed_draft(
        f"有。{_as_printed(unit, meant, query, library)}{role_verb(role, query.text)}的任务", meant, library
    )
    return replace(draft, kind=AnswerKind.YES_NO)


def answer_busiest_unit(query: Query, index: "Index") -> Draft | None:
    """The unit with the most (or fewest) tasks in the role asked for, ties included."""
    library = index.library
    superlative = re.search(r"最[多少]", query.text)
    asks_unit = re.search(r"哪个(?:部门|单位|委办局)|谁", query.text)
    if not superlative or not asks_unit or not TASK_WORD.search(query.text) or len(query.documents) != 1:
        return None
    role = role_asked(query.text)
    counts: Counter[str] = Counter()
    tasks = counted_tasks(library, query.documents)
    for task in tasks:
        counts.update(set(task.lead_units if role is Role.LEAD else (*task.lead_units, *task.responsible_units)))
    if not counts:
        return None
    best = (max if superlative[0] == "最多" else min)(counts.values())
    units = [unit for unit, count in counts.items() if count == best]
    drafts = [
        counted_draft(f"{unit}{role_verb(role, query.text)}的任务", tasks_in_role(unit, role, query, library), library)
        for unit in units[:_MOST_UNITS]
    ]
    statements = tuple(draft.statements[0] for draft in drafts)
    first = replace(statements[0], text=f"{superlative[0]}的是{'、'.join(units[:_MOST_UNITS])}。{statements[0].text}")
    return Draft(AnswerKind.FACT, (first, *statements[1:]))


def _as_printed(unit: str, tasks: Sequence[Task], query: Query, library: Library) -> str:
    """The unit by the name that the first of its tasks prints."""
    names = unit_names(library, unit, query.documents) or unit_names(library, short_name(unit), query.documents)
    for task in tasks:
        for printed in (*task.lead_units, *task.responsible_units):
            if folded_forms(printed) & names.get(task.document_id, frozenset()):
                return printed
    return unit


def _lists_tasks(query: Query) -> bool:
    """Whether a unit's tasks are asked for, be it by the word for its role."""
    if not query.units and not TASK_WORD.search(query.text):
        return False
    if query.operation in {Operation.TASKS_OF_UNIT, Operation.COUNT, Operation.SUM}:
        return True
    if query.operation is Operation.LIST and not query.units:
        return True
    return query.operation in {Operation.LEAD, Operation.PARTICIPANTS} and bool(_WHICH_TASKS.search(query.text))


def _none_of(unit: str, role: Role, query: Query, library: Library) -> Draft | NoAnswer | None:
    """Says that a unit has no task in this role, and how many it takes part in."""
    if len(query.documents) != 1:
        return None
    duties = duty_statements(unit, query, (), library)
    if duties and role is not Role.LEAD:
        return Draft(AnswerKind.FACT, duties)
    label = document_label(library, query.documents[0])
    if role is Role.LEAD:
        others = select_tasks(library, documents=query.documents, unit=unit)
        others = [task for task in others if task in counted_tasks(library, query.documents)]
        if others:
            marked = any(task.lead_units for task in library.tasks(query.documents))
            said = f"中{unit}没有牵头的任务，参与的任务" if marked else f"没有区分牵头单位，{unit}作为责任单位的任务"
            return listed_draft(f"{label}的任务表{said}", others, library)
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, f"{label}的任务表中没有{unit}承担的任务。")
