"""How exactly tasks and targets were extracted, against what a careful reader wrote down (eval/gold/*.jsonl).

Knows nothing of questions or answers.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol, TypeVar

from pydantic import BaseModel

from corpus.facts import Library
from corpus.quoting import compact
from corpus.target import Target
from corpus.task import Task, TaskOrigin
from eval.gold import GOLD, read_lines


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


class Optional(Protocol):
    """What careful readers may differ about."""

    @property
    def optional(self) -> bool:
        """Whether it may be found or not."""


Gold = TypeVar("Gold", bound=Optional)


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


def read_gold_tasks() -> list[GoldTask]:
    """The tasks a reader wrote down, in printed order."""
    return read_lines(GOLD / "tasks.jsonl", GoldTask)


def read_gold_targets() -> list[GoldTarget]:
    """The targets a reader wrote down, in printed order."""
    return read_lines(GOLD / "targets.jsonl", GoldTarget)


def score_tasks(gold: Sequence[GoldTask], library: Library) -> dict[str, F1]:
    """Per field, the F1 over all tasks; a task missed or made up costs every field."""
    expected = [field for task in gold for field in _gold_task_fields(task)]
    begins = [(task.document_id, task.origin, compact(task.measure_begins)) for task in gold]
    found = [field for task in library.tasks() for field in _task_fields(task, begins)]
    return f1_by_name(found, expected, ("deadline", "lead_units", "responsible_units", "task"))


def score_targets(gold: Iterable[GoldTarget], library: Library) -> dict[str, F1]:
    """F1 of whole targets by kind of place: value, unit, bound, year, scope and a part of the indicator's words."""
    gold = list(gold)
    scores = {}
    for origin in ("table", "prose"):
        found = [target for target in library.targets() if (target.place.table is not None) == (origin == "table")]
        expected = [target for target in gold if target.origin == origin]
        right, due, _ = match_targets(expected, found, _same_target)
        scores[origin] = F1(right, len(found), due)
    return scores


def match_targets(
    gold: Sequence[Gold], targets: Iterable[Target], same: Callable[[Gold, Target], bool]
) -> tuple[int, int, list[Target]]:
    """How many of the gold are among the targets, how many had to be (optional ones may be missing), and the targets
    that are none of the gold.
    """
    left, right, silent = list(targets), 0, 0
    for one in gold:
        found = next((target for target in left if same(one, target)), None)
        if found is None:
            silent += one.optional
        else:
            left.remove(found)
            right += 1
    return right, len(gold) - silent, left


def f1_of_multisets(found: Iterable[str], expected: Iterable[str]) -> F1:
    """F1 of two multisets.

    >>> f1_of_multisets(["a", "b"], ["b", "c", "d"]).value
    0.4
    """
    have, want = Counter(found), Counter(expected)
    return F1((have & want).total(), have.total(), want.total())


def f1_by_name(
    found: Sequence[tuple[str, str]], expected: Sequence[tuple[str, str]], names: Iterable[str]
) -> dict[str, F1]:
    """Of values with the names of their fields, the F1 by name."""
    return {
        name: f1_of_multisets(*([value for of, value in fields if of == name] for fields in (found, expected)))
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
