"""Lists of tasks: all those of one unit, and the units with the most. Knows no other ways to choose tasks."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind, RefusalReason
from assistant.draft import Draft, NoAnswer, Statement
from assistant.fact_answers.task_choice import about, counted_tasks
from assistant.fact_answers.task_deadlines import dated_items, in_column, says_when, without_deadlines
from assistant.fact_answers.task_listing import asks_number_only, counted_draft, listed_draft
from assistant.fact_answers.task_roles import TASK_WORD, role_asked, role_verb, tasks_in_role, unit_as_printed
from assistant.fact_answers.task_words import source_words
from assistant.fact_answers.unit_duties import duty_statements
from assistant.fact_answers.unit_gaps import answer_no_task_of, refuse_unknown_unit
from assistant.query import Operation, Query
from assistant.understanding.divisions import short_name
from assistant.units import plays, unit_names
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
_CHARGED = re.compile(
    r"(?:承担|担任|负责|参与|参加|牵头|配合|涉及|有关)[^,。?]{0,6}的?(?:条目|条款|任务|事项|工作|职责|内容|部分|地方)|条目|条款"
)
_TASKS_OF = re.compile(
    r"(?:局|委|厅|办|会|部|中心)(?:的?(?:牵头)?(?:任务|职责|工作)"
    r"|(?:要|都|具体)?(?:负责|牵头|参与|承担|管|做|干)(?:些|的是|了)?(?:什么|哪些|哪几项)(?:任务|工作|事情?)?)[?]?$"
)
_ABOUT = re.compile(r"(?:和|与|跟|同)([^,。?和与跟同]{2,12}?)(?:有关|相关|沾边)")
_EACH_ROLE = re.compile(r"牵头.{0,6}(?:几|多少|哪).{0,8}(?:参与|参加|配合|责任).{0,6}(?:几|多少|哪)")
_JOINT = re.compile(r"共同|联合|一起|一同|一道")
_WHEN = re.compile(r"什么时候|何时|什么时间|几月|哪一?年|哪天|多久|时限|期限|截止|最晚|最迟|完成时间")
_WITHOUT = re.compile(r"没有|不涉及|未涉及|未列|不包括|不含|不需要|无需")


def answer_tasks_of_unit(query: Query, index: "Index") -> Draft | NoAnswer | None:
    """All tasks of the units that the question names, in the role it asks for."""
    library = index.library
    units = query.units or query.scopes
    if not _lists_tasks(query):
        return refuse_unknown_unit(query, library) if not query.units and _TASKS_OF.search(query.text) else None
    if not units:
        return refuse_unknown_unit(query, library)
    if len(units) > 1 and _JOINT.search(query.text):
        return _of_all(units, query, library)
    tell = _in_each_role if _EACH_ROLE.search(query.text) else _of_unit
    found = [tell(unit, query, library) for unit in units[:_MOST_UNITS]]
    drafts = [draft for draft in found if isinstance(draft, Draft)]
    if len(found) == 1 or not drafts:
        return found[0]
    statements = tuple(statement for draft in drafts for statement in draft.statements)
    return Draft(AnswerKind.TASKS, statements, tasks=tuple(task for draft in drafts for task in draft.tasks))


def _of_all(units: Sequence[str], query: Query, library: Library) -> Draft | NoAnswer | None:
    """The tasks in which all of the units have the role asked for."""
    role = role_asked(query.text)
    first, *others = ([*tasks_in_role(unit, role, query, library)] for unit in units)
    common = [task for task in first if all(task in tasks for tasks in others)]
    words = f"{'、'.join(units)}共同{role_verb(role, query.text)}的任务"
    if common:
        return listed_draft(words, common, library)
    if len(query.documents) != 1 or not first or not all(others):
        return None
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, f"{source_words(first[0], library)}中没有{words}。", firm=True)


def _in_each_role(unit: str, query: Query, library: Library) -> Draft | NoAnswer | None:
    """The tasks that a unit leads, and those in which it only takes part."""
    lead = tasks_in_role(unit, Role.LEAD, query, library)
    part = [task for task in tasks_in_role(unit, Role.RESPONSIBLE, query, library) if task not in lead]
    if not lead or not part:
        return _of_unit(unit, query, library)
    printed = unit_as_printed(unit, lead, query, library)
    leading = listed_draft(f"{printed}牵头的任务", lead, library, brief=True, naming=printed)
    taking = listed_draft(f"{printed}参与的任务", part, library, brief=True, naming=printed)
    return replace(leading, statements=(*leading.statements, *taking.statements), tasks=(*lead, *part))


def _of_unit(unit: str, query: Query, library: Library) -> Draft | NoAnswer | None:
    role = role_asked(query.text)
    tasks = tasks_in_role(unit, role, query, library) or tasks_in_role(short_name(unit), role, query, library)
    if _WITHOUT.search(query.text):
        return _without(unit, role, tasks, query, library)
    if not tasks:
        return answer_no_task_of(unit, role, query, library) if query.units else None
    meant = _meant(unit, tasks, query, library)
    if not meant:
        return None
    verb = "单独负责" if _ALONE.search(query.text) else role_verb(role, query.text)
    printed = unit_as_printed(unit, meant, query, library)
    word = _ABOUT.search(query.text)
    concerned = [task for task in meant if word and _mentions(task, word[1])]
    head = f"{printed}{verb}的{f'与“{word[1]}”有关的' if word and concerned else ''}任务"
    meant = concerned or meant
    if _WHEN.search(query.text):
        return _dated(head, meant, library)
    if asks_number_only(query.text) and len(meant) > _FEW:
        draft = counted_draft(head, meant, library)
    else:
        draft = listed_draft(head, meant, library, naming=printed)
    more = duty_statements(unit, query, meant, library) if role is Role.ANY else ()
    return replace(draft, statements=(*draft.statements, *more))


def _dated(head: str, tasks: Sequence[Task], library: Library) -> Draft:
    """The tasks with their deadlines; where the document has none, the tasks behind the words that say so."""
    unstated = not any(map(in_column, library.tasks([tasks[0].document_id])))
    missing = without_deadlines(tasks[0], library)
    notes = (Statement(missing.message, missing.correction),) if unstated and missing.correction else ()
    if not any(map(says_when, tasks)):
        listed = listed_draft(head, tasks, library, brief=True)
        return replace(listed, statements=(*(notes or (Statement(missing.message, ()),)), *listed.statements))
    items = dated_items(tasks, library)
    if len(items) == 1:
        only = Statement(f"{head}只有一项：{items[0].text}", items[0].evidence)
        return Draft(AnswerKind.TASKS, (*notes, only), tasks=tuple(tasks))
    first = Statement(f"{head}共{len(items)}项：", tuple(item.evidence[0] for item in items))
    return Draft(AnswerKind.TASKS, (*notes, first, *items), tasks=tuple(tasks))


def _meant(unit: str, tasks: Sequence[Task], query: Query, library: Library) -> list[Task]:
    """Those of a unit's tasks that the further words of the question leave."""
    meant = about(query, tasks, library) or []
    if _ALONE.search(query.text):
        meant = [task for task in meant if len({*task.lead_units, *task.responsible_units}) == 1]
    if _BOTH.search(query.text):
        names = unit_names(library, unit, query.documents)
        meant = [task for task in meant if plays(task, names.get(task.document_id, frozenset()), Role.RESPONSIBLE)]
    return meant


def _mentions(task: Task, word: str) -> bool:
    return word in compact(f"{task.category}{task.task}{task.measure}")


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
        source = source_words(counted_tasks(library, query.documents)[0], library)
        return Draft(AnswerKind.YES_NO, (Statement(f"没有。{source}中没有{unit}的任务。", ()),))
    draft = listed_draft(
        f"有。{unit_as_printed(unit, meant, query, library)}{role_verb(role, query.text)}的任务", meant, library
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


def _lists_tasks(query: Query) -> bool:
    """Whether a unit's tasks are asked for, be it by the word for its role."""
    if not query.units and not TASK_WORD.search(query.text):
        return False
    if query.operation in {Operation.TASKS_OF_UNIT, Operation.COUNT, Operation.SUM}:
        return True
    if query.operation is Operation.LIST and not query.units:
        return True
    if query.operation in {Operation.LIST, Operation.TEXT, Operation.SUMMARY} and _CHARGED.search(query.text):
        return True
    return query.operation in {Operation.LEAD, Operation.PARTICIPANTS} and bool(_WHICH_TASKS.search(query.text))
