"""A task: who does what by when, exactly as a document says it."""

import datetime
from enum import StrEnum

from pydantic import BaseModel

from corpus.place import Place


class DeadlineKind(StrEnum):
    """by_date: 2023年4月底前; ongoing: 持续推进, 长期; period: 2023—2025年, 每年; none: a column that says nothing;
    unknown: words that were not understood (未能识别).
    """

    BY_DATE = "by_date"
    ONGOING = "ongoing"
    PERIOD = "period"
    NONE = "none"
    UNKNOWN = "unknown"


class Deadline(BaseModel, frozen=True):
    """完成时限. `date` is the last day on which the task is in time, where the words give one."""

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


class RoleUnits(BaseModel, use_attribute_docstrings=True, frozen=True):
    """Units, or persons, in a role that the document names: 指导, 配合, 承办, 协办, 责任领导."""

    role: str
    """The role, as printed."""
    units: tuple[str, ...]
    """Those named in it, as printed."""


class Task(BaseModel, frozen=True):
    """One row of a task table, or one clause of the body that ends in its responsible units.

    Units are as printed, line wraps repaired, in printed order. Of the text columns of a table the last is `measure`,
    the one before it `task`, one before that `category`.
    """

    id: str
    """Content hash, stable over builds."""
    seq: int | None
    """The printed 序号 as a number; None for clauses, and for what is no whole number (1-1, 1.1)."""
    seq_raw: str | None = None
    """The printed 序号 where it is no plain number: 一, （1）, ①, 1-1."""
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
    other_roles: tuple[RoleUnits, ...] = ()
    """Who is named in a role beside 牵头 and 责任. Those who work with (配合, 承办, 协办) are responsible units too;
    those who guide or oversee (指导, 监督, 责任领导) stand here alone.
    """
    open_ended: bool = False
    """The list of units ends in 等."""
    corresponds: tuple[str, ...] = ()
    """Ids of the tasks that say the same elsewhere in the document (clause <-> rows)."""

    @property
    def number(self) -> str | None:
        """The 序号 as a person would write it; None where none is printed."""
        return self.seq_raw or (str(self.seq) if self.seq is not None else None)

    @property
    def units(self) -> tuple[str, ...]:
        """Everybody named in any role, each once: leads, responsible units, others."""
        others = (unit for role in self.other_roles for unit in role.units)
        return tuple(dict.fromkeys((*self.lead_units, *self.responsible_units, *others)))

    @property
    def document_id(self) -> str:
        """The document the task is from."""
        return self.place.document_id
