"""Tables as read: a caption, columns (with all levels of their header), rows of cells, notes.

A table split over pages is one Table; repeated headers are gone; merged cells are carried down and marked.
"""

from typing import Literal

from pydantic import BaseModel

from corpus.place import Place, Span


class Cell(BaseModel, frozen=True):
    """One cell. `carried` says that its text is printed in an earlier row or column of a merged cell."""

    text: str
    carried: bool = False


class Row(BaseModel, frozen=True):
    """A data row: one cell per column."""

    cells: tuple[Cell, ...]
    place: Place
    span: Span
    quote: str
    """The row's own words in the order of the source (a substring of it, white space aside)."""


class Column(BaseModel, frozen=True):
    """A column by its header, outermost level first: ("2023年", "去化面积")."""

    path: tuple[str, ...]

    @property
    def name(self) -> str:
        """The levels joined, as shown to a person: 2023年 去化面积."""
        return " ".join(self.path)


class Table(BaseModel, frozen=True):
    """A table with its caption, header, rows and notes."""

    kind: Literal["table"] = "table"
    caption: str
    """As printed (楼宇经济高质量发展三年行动任务分解表); empty where there is none."""
    unit_note: str | None = None
    """What stands after 单位： above the table."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    """注/备注 under the table, verbatim."""
    header_quote: str
    """The header's own words in the order of the source."""
    place: Place
    span: Span

    def column(self, name: str) -> int:
        """The index of the column called `name`; raises KeyError where there is none."""
        for index, column in enumerate(self.columns):
            if name in (column.name, column.path[-1]):
                return index
        raise KeyError(name)
