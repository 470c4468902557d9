"""How many units tasks name in each role, and which."""

from collections.abc import Sequence

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.facts.rows import Row
from assistant.facts.task_rows import evidence_of, task_of, tasks_of
from assistant.facts.task_say import others_of
from assistant.facts.task_words import task_name
from corpus.facts import Library
from corpus.task import Task

__all__ = ["units_counted"]


def units_counted(rows: Sequence[Row], library: Library) -> Draft:
    """How many units each row names in each role, and which."""
    statements = tuple(
        Statement(
            f"{_role_counts(task_of(row))}（{task_name(task_of(row))}）。", evidence_of([row], library, header=True)
        )
        for row in rows
    )
    return Draft(AnswerKind.FACT, statements, tasks=tasks_of(rows))


def _role_counts(task: Task) -> str:
    roles = {"牵头单位": task.lead_units, **others_of(task)}
    told = [f"{role}{_count(units)}{'、'.join(units)}" for role, units in roles.items() if units]
    return "；".join(told) + ("等" if task.open_ended else "") or "文件未写责任单位"


def _count(units: Sequence[str]) -> str:
    """共3家：; no number of a single unit, and of units that are lists themselves (各县、区)."""
    plain = len(units) > 1 and not any("、" in unit for unit in units)
    return f"共{len(units)}家：" if plain else "为"
