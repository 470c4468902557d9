"""A unit's duties in the running text, told where they say more than the task table does. Knows no lists."""

import re
from collections.abc import Sequence

from assistant.draft import Statement
from assistant.fact_answers.task_choice import shared_words
from assistant.facts.duties import Duty, duties
from assistant.query import Query
from assistant.units import unit_names
from corpus.facts import Library
from corpus.task import Task

__all__ = ["duty_statements"]

_REPEATED = 0.6
"""The share of a duty's words that stand in a task which says the same."""
_OPEN = re.compile(r"负责(?:什么|哪)|(?:干|做|管|抓)(?:什么|哪)|职责|分工|什么(?:事|工作|任务|责任)")
_MOST = 2


def duty_statements(unit: str, query: Query, tasks: Sequence[Task], library: Library) -> tuple[Statement, ...]:
    """What the running text charges the unit with and no task of `tasks` says, where all its work is asked for."""
    if not _OPEN.search(query.text):
        return ()
    names = unit_names(library, unit, query.documents)
    own = [one for one in duties(library) if one.units & names.get(one.document, frozenset())]
    fresh = [one for one in own if one.document in query.documents and not _is_repeated(one, tasks, library)]
    return tuple(Statement(_words(one), (one.evidence,)) for one in fresh[:_MOST])


def _is_repeated(duty: Duty, tasks: Sequence[Task], library: Library) -> bool:
    return any(shared_words(duty.work, task, library) >= _REPEATED for task in tasks)


def _words(duty: Duty) -> str:
    return f"文件另写明：{duty.evidence.quote.rstrip('；。')}。"
