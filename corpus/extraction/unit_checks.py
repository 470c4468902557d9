"""Where a clause of the text and the rows of the task table that say the same name other units, or other titles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.extraction.units import canonical_names
from corpus.facts import Evidence, Finding, FindingKind, Unit
from corpus.task import Task, TaskOrigin

__all__ = ["clause_findings"]


def clause_findings(tasks: Sequence[Task], units: Iterable[Unit]) -> list[Finding]:
    """One finding for each clause whose units differ from the union of its rows' units, aliases made equal."""
    names = canonical_names(units)
    by_id = {task.id: task for task in tasks}
    clauses = [task for task in tasks if task.origin is TaskOrigin.CLAUSE and task.corresponds]
    return [
        finding for clause in clauses for finding in _compare(clause, [by_id[at] for at in clause.corresponds], names)
    ]


def _compare(clause: Task, rows: Sequence[Task], names: Mapping[str, str]) -> Iterator[Finding]:
    said = _units([clause], names)
    listed = _units(rows, names)
    only_said = [unit for unit in said if unit not in listed]
    only_listed = [unit for unit in listed if unit not in said]
    if only_said or only_listed:
        parts = [
            f"正文另有{'、'.join(only_said)}" if only_said else "",
            f"任务表另有{'、'.join(only_listed)}" if only_listed else "",
        ]
        yield Finding(
            kind=FindingKind.CLAUSE_TABLE,
            message=f"“{clause.task}”的责任单位正文与任务表不一致：{'，'.join(part for part in parts if part)}。",
            evidence=(_evidence(clause), *(_evidence(row) for row in rows)),
            tasks=(clause.id, *(row.id for row in rows)),
        )
    for row in rows:
        if row.task != clause.task:
            yield Finding(
                kind=FindingKind.CLAUSE_TABLE,
                message=f"同一任务的名称正文作“{clause.task}”，任务表作“{row.task}”。",
                evidence=(_evidence(clause), _evidence(row)),
                tasks=(clause.id, row.id),
            )


def _units(tasks: Iterable[Task], names: Mapping[str, str]) -> list[str]:
    printed = [unit for task in tasks for unit in (*task.lead_units, *task.responsible_units)]
    return list(dict.fromkeys(names.get(unit, unit) for unit in printed))


def _evidence(task: Task) -> Evidence:
    return Evidence(quote=task.quote, place=task.place)
