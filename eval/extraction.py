"""How exactly tasks and targets were extracted, against what a careful reader wrote down (eval/gold/*.jsonl).

Knows nothing of questions or answers.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import BaseModel

from corpus.facts import Library
from corpus.quoting import compact
from corpus.target import Target
from corpus.task import Task, TaskOrigin

__all__ = [
    "F1",
    "GoldDeadline",
    "GoldTarget",
    "GoldTask",
    "f1_of_multisets",
    "read_gold_targets",
    "read_gold_tasks",
    "score_targets",
    "score_tasks",
    "shares_words",
]

GOLD = Path(__file__).parent / "gold"


@dataclass(frozen=True, slots=True)
class F1:
    """Counts of right, found and expected items, and what follows from them."""

    right: int
    found: int
    expected: int

    @property
    def value(self) -> float:
        """Harmonic mean of precision and recall; 1 where nothing was expected and nothing found."""
        return 2 * self.right / (self.found + self.expected) if self.found + self.expected else 1.0


class GoldDeadline(BaseModel):
    """完成时限 as a reader wrote it down."""

    raw: str
    kind: str
    date: str | None


class GoldTask(BaseModel):
    """A task as a reader wrote it down; `measure_begins` is how its measure starts (or all of it)."""

    document_id: str
    origin: TaskOrigin
    seq: int | None
    category: str | None
    task: str
    measure_begins: str
    lead_units: tuple[str, ...]
    responsible_units: tuple[str, ...]
    deadline: GoldDeadline | None


class GoldTarget(BaseModel):
    """A target as a reader wrote it down. An optional one may be found or not: careful readers differ."""

    document_id: str
    origin: Literal["table", "prose"]
    indicator: str
    value: Decimal
    unit: str
    bound: str
    year: int | None
    period: tuple[int, int] | None
    scope: str | None
    """None where readers may differ (the whole document's area)."""
    is_baseline: bool
    optional: bool = False


def read_gold_tasks(path: Path = GOLD / "tasks.jsonl") -> list[GoldTask]:
    """The tasks a reader wrote down, in printed order."""
    return [GoldTask.model_validate_json(line) for line in path.read_text(encoding="utf-8").splitlines()]


def read_gold_targets(path: Path = GOLD / "targets.jsonl") -> list[GoldTarget]:
    """The targets a reader wrote down, in printed order."""
    return [GoldTarget.model_validate_json(line) for line in path.read_text(encoding="utf-8").splitlines()]


def score_tasks(gold: Sequence[GoldTask], library: Library) -> dict[str, F1]:
    """Per field, the F1 over all tasks; a task missed or made up costs every field."""
    expected = Counter(field for task in gold for field in _gold_task_fields(task))
    begins = [(task.document_id, task.origin, compact(task.measure_begins)) for task in gold]
    found = Counter(field for task in library.tasks() for field in _task_fields(task, begins))
    return _f1_by_name(found, expected)


def score_targets(gold: Iterable[GoldTarget], library: Library) -> dict[str, F1]:
    """F1 of whole targets by kind of place: value, unit, bound, year, scope and a part of the indicator's words."""
    gold = list(gold)
    scores = {}
    for origin in ("table", "prose"):
        left = [target for target in library.targets() if (target.place.table is not None) == (origin == "table")]
        found, right, missed_optional = len(left), 0, 0
        expected = [target for target in gold if target.origin == origin]
        for target in expected:
            match = next((one for one in left if _same_target(target, one)), None)
            if match is not None:
                left.remove(match)
                right += 1
            elif target.optional:
                missed_optional += 1
        scores[origin] = F1(right, found, len(expected) - missed_optional)
    return scores


def f1_of_multisets(found: Iterable[str], expected: Iterable[str]) -> F1:
    """F1 of two multisets.

    >>> f1_of_multisets(["a", "b"], ["b", "c", "d"]).value
    0.4
    """
    have, want = Counter(found), Counter(expected)
    return F1((have & want).total(), have.total(), want.total())


def _f1_by_name(found: Counter[tuple[str, str]], expected: Counter[tuple[str, str]]) -> dict[str, F1]:
    names = sorted({name for name, _ in expected})
    return {
        name: f1_of_multisets(
            (value for (of, value), count in found.items() if of == name for _ in range(count)),
            (value for (of, value), count in expected.items() if of == name for _ in range(count)),
        )
        for name in names
    }


def _gold_task_fields(task: GoldTask) -> list[tuple[str, str]]:
    key = f"{task.document_id}|{task.origin}|{compact(task.measure_begins)}"
    deadline = f"{task.deadline.raw}|{task.deadline.kind}|{task.deadline.date}" if task.deadline else ""
    return [
        ("task", f"{key}|{task.seq}|{compact(task.task)}"),
        ("deadline", f"{key}|{deadline}"),
        *(("lead_units", f"{key}|{unit}") for unit in task.lead_units),
        *(("responsible_units", f"{key}|{unit}") for unit in task.responsible_units),
    ]


def _task_fields(task: Task, begins: list[tuple[str, TaskOrigin, str]]) -> list[tuple[str, str]]:
    measure = compact(task.measure)
    of_task = (task.document_id, task.origin)
    known = (begin for *of_gold, begin in begins if tuple(of_gold) == of_task and measure.startswith(begin))
    key = f"{task.document_id}|{task.origin}|{max(known, key=len, default=measure)}"
    deadline = task.deadline
    words = f"{compact(deadline.raw)}|{deadline.kind}|{deadline.date}" if deadline else ""
    return [
        ("task", f"{key}|{task.seq}|{compact(task.task)}"),
        ("deadline", f"{key}|{words}"),
        *(("lead_units", f"{key}|{unit}") for unit in task.lead_units),
        *(("responsible_units", f"{key}|{unit}") for unit in task.responsible_units),
    ]


def _same_target(gold: GoldTarget, target: Target) -> bool:
    quantity = target.quantity
    return (
        (gold.document_id, gold.value, gold.unit, gold.bound, gold.year, gold.is_baseline)
        == (target.document_id, quantity.value, quantity.unit, str(quantity.bound), target.year, target.is_baseline)
        and (gold.period is None or gold.period == target.period)
        and (gold.scope is None or gold.scope == target.scope)
        and shares_words(gold.indicator, target.indicator + target.indicator_raw)
    )


def shares_words(left: str, right: str) -> bool:
    """Whether most character pairs of the shorter name stand in the longer one."""
    short, long = sorted((compact(left), compact(right)), key=len)
    pairs = [short[at : at + 2] for at in range(len(short) - 1)]
    return sum(pair in long for pair in pairs) >= 0.6 * len(pairs)
