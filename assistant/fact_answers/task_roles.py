"""In which role a question asks for a unit's tasks: as leader, as one of those responsible, in any. Words no answer."""

import re
from collections.abc import Sequence

from assistant.fact_answers.task_choice import counted_tasks
from assistant.query import Query
from assistant.reading.divisions import short_name
from assistant.task_list import select_tasks
from assistant.units import folded_forms, unit_names
from corpus.facts import Library
from corpus.task import Role, Task

__all__ = ["ROLE_ALONE", "TASK_WORD", "role_asked", "role_verb", "tasks_in_role", "unit_as_printed"]

TASK_WORD = re.compile(r"任务|举措|事项|工作|条目|条款|分解表|清单|哪[一几]?项|几项|多少项|第\d{1,3}[项条]")
"""What tasks and their lists are called."""
_LEADS = r"(?:牵头|主抓|领衔|挂帅|打头|领头|带头)"
_LEAD = re.compile(_LEADS)
ROLE_ALONE = re.compile(rf"(?:不|非|不是|不当|不做){_LEADS}|只(?:是|当|做|作为|列为?)?(?:责任|配合|参与)")
"""Taking part without leading (不打头、只当责任单位)."""
_TAKES_PART = re.compile(r"配合|参与|参加|协助|责任单位")


def role_asked(text: str) -> Role:
    """The role that a question asks for; that of a unit which does not lead is to be responsible."""
    if ROLE_ALONE.search(text):
        return Role.RESPONSIBLE
    if _LEAD.search(text):
        return Role.LEAD
    return Role.RESPONSIBLE if "责任单位" in text else Role.ANY


def role_verb(role: Role, text: str) -> str:
    """What a unit does in this role, in words."""
    if role is Role.LEAD:
        return "牵头"
    if ROLE_ALONE.search(text):
        return "不牵头、只作为责任单位"
    return "作为责任单位" if role is Role.RESPONSIBLE else "参与" if _TAKES_PART.search(text) else "负责或参与"


def tasks_in_role(unit: str, role: Role, query: Query, library: Library) -> list[Task]:
    """The counted tasks in which a unit has this role; without those it leads where the question leaves them out."""
    ids = {task.id for task in counted_tasks(library, query.documents)}
    if ROLE_ALONE.search(query.text):
        ids -= {task.id for task in select_tasks(library, documents=query.documents, unit=unit, role=Role.LEAD)}
    return [one for one in select_tasks(library, documents=query.documents, unit=unit, role=role) if one.id in ids]


def unit_as_printed(unit: str, tasks: Sequence[Task], query: Query, library: Library) -> str:
    """The unit by the name that the first of its tasks prints."""
    names = unit_names(library, unit, query.documents) or unit_names(library, short_name(unit), query.documents)
    for task in tasks:
        for printed in (*task.lead_units, *task.responsible_units):
            if folded_forms(printed) & names.get(task.document_id, frozenset()):
                return printed
    return unit
