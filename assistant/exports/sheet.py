"""A sheet: what a table file shows, before it is CSV or xlsx. Knows no tasks and no targets."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from unicodedata import east_asian_width

from assistant.marked import cited
from corpus.facts import Library


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header and its width in half-width characters. `upright` turns a long header by 90 degrees. Plain
    numbers and days (ISO) of a column of that kind are numbers and days in programs that calculate.
    """

    name: str
    width: int
    upright: bool = False
    kind: Literal["text", "number", "day"] = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of texts with what a reader needs around it."""

    name: str
    title: str
    subtitle: str
    """The documents with their 文号."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    marked: frozenset[tuple[int, int]] = frozenset()
    """Cells (row, column) that stand out: a lead unit, a cell that needs a look."""
    notes: tuple[str, ...] = ()
    """Lines under the table."""
    totals: int = 0
    """How many of the last rows are totals."""


def display_width(text: str) -> int:
    """The width of a text in half-width characters."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)


def documents_line(library: Library, documents: Iterable[str]) -> str:
    """The documents as cited, in the order of the library: 《标题》（文号）；《标题》."""
    wanted = set(documents)
    names = [cited(library, one) for one in library.documents if one in wanted]
    return "依据文件：" + "；".join(names) if names else "依据文件：无"


def sources_sheet(library: Library, documents: Iterable[str]) -> Sheet:
    """The sheet that says what the numbers come from: title, 文号, 发文机关, days, file and its digest."""
    wanted = set(documents)
    found = [document for document in library.documents.values() if document.id in wanted]
    rows = tuple(
        (
            document.id,
            document.metadata.title,
            document.metadata.doc_number or "文件未载",
            document.metadata.issuer or "文件未载",
            str(document.metadata.written_on or "文件未载"),
            str(document.metadata.printed_on or "文件未载"),
            document.source.file,
            document.source.sha256,
        )
        for document in found
    )
    columns = (
        Column("编号", 10),
        Column("标题", 44),
        Column("文号", 20),
        Column("发文机关", 26),
        Column("成文日期", 12, kind="day"),
        Column("印发日期", 12, kind="day"),
        Column("文件", 30),
        Column("SHA-256", 34),
    )
    return Sheet("来源", "来源文件", documents_line(library, wanted), columns, rows)
