"""Facts as programs and people get them: one public JSON shape each for tasks, targets and comparisons.

The shapes are a contract (CLI `--format json`, HTTP, Answer); the facts behind them are free to change.
"""

from datetime import date
from enum import StrEnum

from pydantic import Field

from assistant.marked import Marked
from assistant.shape import Shape
from corpus.target import Target
from corpus.task import Deadline, RoleUnits, Task


class DeadlineView(Shape):
    """完成时限 as printed, its kind, and its last day (ISO) where the words give one."""

    raw: str
    """As printed."""
    kind: str
    """by_date, ongoing, period or none."""
    date: date | None
    """The last day, ISO 8601; null where the words give none."""

    @classmethod
    def of(cls, deadline: Deadline) -> "DeadlineView":
        """The view of a deadline."""
        return cls(raw=deadline.raw, kind=deadline.kind, date=deadline.date)


class TaskView(Marked):
    """A task; `place` is a citation in words."""

    table: str | None
    """Caption of its table, else the heading above it; null for a task that stands in a clause."""
    seq: int | None
    """Number in the table; null for a clause and for what is no whole number."""
    seq_raw: str | None = None
    """Number in the table as printed, where it is no plain number: 一, （1）, 1-1."""
    category: str | None
    """类别, as printed."""
    task: str
    """What is to be done: the task's name."""
    measure: str
    """What is to be done in particular, as printed."""
    lead_units: tuple[str, ...]
    """牵头单位, as printed."""
    responsible_units: tuple[str, ...]
    """责任单位, as printed; the leads too where the document lists them in one cell."""
    other_roles: tuple[RoleUnits, ...] = ()
    """Who is named in another role (指导, 配合, 承办, 协办, 责任领导), as printed."""
    deadline: DeadlineView | None
    """完成时限; null where there is none."""
    origin: str
    """table or clause."""
    place: str
    """Where it stands, as an official would cite it."""
    quote: str
    """Verbatim words that it was read from."""

    @property
    def number(self) -> str | None:
        """The number as a person would write it; None where none is printed."""
        return self.seq_raw or (str(self.seq) if self.seq is not None else None)

    @classmethod
    def of(cls, task: Task) -> "TaskView":
        """The view of a task."""
        return cls(
            document_id=task.document_id,
            table=task.place.table,
            seq=task.seq,
            seq_raw=task.seq_raw,
            category=task.category,
            task=task.task,
            measure=task.measure,
            lead_units=task.lead_units,
            responsible_units=task.responsible_units,
            other_roles=task.other_roles,
            deadline=DeadlineView.of(task.deadline) if task.deadline else None,
            origin=task.origin,
            place=str(task.place),
            quote=task.quote,
        )


class BaselineView(Shape):
    """The value a target starts from; `value` is a decimal as string."""

    year: int
    """The year that the value is of."""
    value: str
    """A decimal as string, in the unit of the target."""


class TargetView(Marked):
    """A target. `value` is a decimal as string in `unit`, `bound` one of eq ge gt le lt approx."""

    indicator: str
    """Canonical name of the indicator."""
    indicator_raw: str
    """Its name as printed."""
    value: str
    """A decimal as string, in `unit`; of a range its lower end."""
    high: str | None = None
    """The upper end of a range; null where one number is printed."""
    unit: str
    """Unit of the value as printed: 个, 万平方米, %, …."""
    bound: str
    """eq, ge, gt, le, lt or approx: how the value bounds the target."""
    year: int | None
    """The year that it is for; null where none is printed."""
    period: tuple[int, int] | None
    """First and last year where the number is for several years together."""
    scope: str | None
    """Area that it is for, as printed; null for the whole area of the document."""
    kind: str
    """new, cumulative, level or rate."""
    baseline: BaselineView | None
    """What the number starts from; itself no target."""
    is_baseline: bool
    """Whether this is what was, not what is to be."""
    place: str
    """Where it stands, as an official would cite it."""
    quote: str
    """Verbatim words that it was read from."""

    @classmethod
    def of(cls, target: Target) -> "TargetView":
        """The view of a target."""
        baseline = target.baseline
        return cls(
            document_id=target.document_id,
            indicator=target.indicator,
            indicator_raw=target.indicator_raw,
            value=format(target.quantity.value, "f"),
            high=format(target.quantity.high, "f") if target.quantity.high is not None else None,
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


class CellView(Shape):
    """One document's cell of a comparison. `reason` is a Chinese sentence where the state is not plain `stated`."""

    state: CellState
    """Whether the document states it, and whether it can be compared."""
    reason: str | None = None
    """A Chinese sentence where the state is not plain `stated`."""
    value: str | None = None
    """Decimal as string, in `unit` (converted to the comparison's unit)."""
    unit: str | None = None
    """Unit of `value`: the comparison's."""
    original: str | None = None
    """The words as printed: 40万平方米."""
    indicator: str | None = None
    """The document's own name for the indicator, as printed."""
    bound: str | None = None
    """eq ge gt le lt approx, as in TargetView."""
    year: int | None = None
    """The year that it is for."""
    period: tuple[int, int] | None = None
    """First and last year where the number is for several years together."""
    baseline: BaselineView | None = None
    """What the number starts from, in `unit`; itself no target."""
    scope: str | None = None
    """Area that it is for, as printed."""
    quote: str | None = None
    """Verbatim words of the document."""
    place: str | None = None
    """Where they stand, as an official would cite it."""
    target: str | None = Field(default=None, exclude=True)
    """Id of the target that was read, for sentences about the cell; no part of the JSON."""


class IndicatorView(Shape):
    """One indicator over the documents in scope; every document in scope has its list of cells (at least one)."""

    indicator: str
    """Name of the row."""
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
    """By document id: every document in scope, at least one cell each."""

    @property
    def is_comparable(self) -> bool:
        """Whether two documents state numbers that can be set side by side."""
        return sum(any(cell.state is CellState.STATED for cell in cells) for cells in self.cells.values()) > 1


class ComparisonView(Shape):
    """A comparison: indicators by documents."""

    documents: tuple[str, ...]
    """Ids of all documents in scope."""
    indicators: tuple[IndicatorView, ...]
    """One row an indicator."""
