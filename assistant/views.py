"""Facts as programs and people get them: one public JSON shape each for tasks, targets and comparisons.

The shapes are a contract (CLI `--format json`, HTTP, Answer); the facts behind them are free to change.
"""

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from corpus.target import Target
from corpus.task import Deadline, Task

__all__ = [
    "BaselineView",
    "CellState",
    "CellView",
    "ComparisonView",
    "DeadlineView",
    "IndicatorView",
    "TargetView",
    "TaskView",
]


class DeadlineView(BaseModel):
    """完成时限 as printed, its kind, and its last day (ISO) where the words give one."""

    model_config = ConfigDict(frozen=True)

    raw: str
    kind: str
    date: date | None

    @classmethod
    def of(cls, deadline: Deadline) -> "DeadlineView":
        """The view of a deadline."""
        return cls(raw=deadline.raw, kind=deadline.kind, date=deadline.date)


class TaskView(BaseModel):
    """A task. `table` is the caption of its table, null for clauses; `place` is a citation in words."""

    model_config = ConfigDict(frozen=True)

    document_id: str
    table: str | None
    seq: int | None
    category: str | None
    task: str
    measure: str
    lead_units: tuple[str, ...]
    responsible_units: tuple[str, ...]
    deadline: DeadlineView | None
    origin: str
    place: str
    quote: str

    @classmethod
    def of(cls, task: Task) -> "TaskView":
        """The view of a task."""
        return cls(
            document_id=task.document_id,
            table=task.place.table,
            seq=task.seq,
            category=task.category,
            task=task.task,
            measure=task.measure,
            lead_units=task.lead_units,
            responsible_units=task.responsible_units,
            deadline=DeadlineView.of(task.deadline) if task.deadline else None,
            origin=task.origin,
            place=str(task.place),
            quote=task.quote,
        )


class BaselineView(BaseModel):
    """The value a target starts from; `value` is a decimal as string."""

    model_config = ConfigDict(frozen=True)

    year: int
    value: str


class TargetView(BaseModel):
    """A target. `value` is a decimal as string in `unit`, `bound` one of eq ge gt le lt approx."""

    model_config = ConfigDict(frozen=True)

    document_id: str
    indicator: str
    indicator_raw: str
    value: str
    unit: str
    bound: str
    year: int | None
    period: tuple[int, int] | None
    scope: str | None
    kind: str
    baseline: BaselineView | None
    is_baseline: bool
    place: str
    quote: str

    @classmethod
    def of(cls, target: Target) -> "TargetView":
        """The view of a target."""
        baseline = target.baseline
        return cls(
            document_id=target.document_id,
            indicator=target.indicator,
            indicator_raw=target.indicator_raw,
            value=format(target.quantity.value, "f"),
            unit=target.quantity.unit,
            bound=target.quantity.bound,
            year=target.year,
            period=target.period,
            scope=target.scope,
            kind=target.kind,
            baseline=BaselineView(year=baseline.year, value=format(baseline.value, "f")) if baseline else None,
            is_baseline=target.is_baseline,
            place=str(target.place),
            quote=target.quote,
        )


class CellState(StrEnum):
    """What a document says of an indicator in a comparison."""

    STATED = "stated"
    NOT_STATED = "not_stated"
    NOT_COMPARABLE = "not_comparable"
    NEEDS_REVIEW = "needs_review"


class CellView(BaseModel):
    """One document's cell of a comparison. `reason` is a Chinese sentence where the state is not plain `stated`."""

    model_config = ConfigDict(frozen=True)

    state: CellState
    reason: str | None = None
    value: str | None = None
    """Decimal as string, in `unit` (converted to the comparison's unit)."""
    unit: str | None = None
    original: str | None = None
    """The words as printed: 40万平方米."""
    indicator: str | None = None
    """The document's own name for the indicator, as printed."""
    bound: str | None = None
    """eq ge gt le lt approx, as in TargetView."""
    year: int | None = None
    period: tuple[int, int] | None = None
    """First and last year where the number is for several years together."""
    baseline: BaselineView | None = None
    """What the number starts from, in `unit`; itself no target."""
    scope: str | None = None
    quote: str | None = None
    place: str | None = None


class IndicatorView(BaseModel):
    """One indicator over the documents in scope; every document in scope has its list of cells (at least one)."""

    model_config = ConfigDict(frozen=True)

    indicator: str
    group: str | None = None
    """The canonical indicator; `indicator` adds the kind (新增, 总量) where the group has rows of both."""
    reason: str
    """Why the raw indicators were brought together."""
    doubts: tuple[str, ...] = ()
    """What speaks against comparing them: definitions, other words, other scopes."""
    unit: str | None = None
    """The unit that comparable cells are converted to."""
    year: int | None = None
    """The year that comparable cells are for, where there is one for all."""
    cells: dict[str, tuple[CellView, ...]]


class ComparisonView(BaseModel):
    """A comparison: indicators by documents."""

    model_config = ConfigDict(frozen=True)

    documents: tuple[str, ...]
    indicators: tuple[IndicatorView, ...]
