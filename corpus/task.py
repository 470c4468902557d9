"""A task: who does what by when, exactly as a document says it."""

import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from corpus.place import Place

__all__ = ["Deadline", "DeadlineKind", "Role", "Task", "TaskOrigin"]


class DeadlineKind(StrEnum):
    """by_date: 2023年4月底前; ongoing: 持续推进, 长期; period: 2023—2025年, 每年; none: a column that says nothing."""

    BY_DATE = "by_date"
    ONGOING = "ongoing"
    PERIOD = "period"
    NONE = "none"


class Deadline(BaseModel):
    """完成时限. `date` is the last day on which the task is in time, where the words give one."""

    model_config = ConfigDict(frozen=True)

    raw: str
    kind: DeadlineKind
    date: datetime.date | None = None


class TaskOrigin(StrEnum):
    """Whether the task stands in a table or in a responsibility clause of the body."""

    TABLE = "table"
    CLAUSE = "clause"


class Role(StrEnum):
    """In what role a unit is asked for."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    ANY = "any"


class Task(BaseModel):
    """One row of a task table, or one clause of the body that ends in its responsible units.

    Units are as printed, line wraps repaired, in printed order. Of the text columns of a table the last is `measure`,
    the one before it `task`, one before that `category`.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    """Content hash, stable over builds."""
    seq: int | None
    """The printed 序号; None for clauses."""
    category: str | None
    task: str
    measure: str
    lead_units: tuple[str, ...]
    responsible_units: tuple[str, ...]
    """The responsibility cell as printed; leads included where the document lists them in one cell."""
    deadline: Deadline | None
    origin: TaskOrigin
    place: Place
    quote: str
    open_ended: bool = False
    """The list of units ends in 等."""
    corresponds: tuple[str, ...] = ()
    """Ids of the tasks that say the same elsewhere in the document (clause <-> rows)."""

    @property
    def document_id(self) -> str:
        """The document the task is from."""
        return self.place.document_id
