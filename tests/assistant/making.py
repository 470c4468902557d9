"""Small libraries made by hand, and the five documents as understood, for the tests of this folder."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from assistant.matrix import MatrixView, tasks_to_matrix
from assistant.task_list import select_tasks
from corpus.document import Document, MediaType, Metadata, Source
from corpus.facts import Definition, Facts, Library, Unit
from corpus.place import Place, Span
from corpus.table import Cell, Column, Row, Table
from corpus.target import Baseline, Bound, Quantity, Target, TargetKind
from corpus.task import Deadline, DeadlineKind, Task, TaskOrigin
from corpus.understanding import folder_to_library


@lru_cache(maxsize=1)
def five_documents() -> Library:
    """The library of the five documents; never changed."""
    return folder_to_library(Path("corpus/documents"))


def matrix(library: Library, **filters: object) -> MatrixView:
    """The matrix of the tasks that pass the filters of `select_tasks`."""
    return tasks_to_matrix(select_tasks(library, **filters), library)


def place(document_id: str, line: int = 1, table: str | None = None, row: int | None = None) -> Place:
    return Place(
        document_id=document_id,
        document_name=f"《{document_id}方案》",
        line=line,
        table=table,
        table_no=1 if table else None,
        row=row,
    )


def target(
    document_id: str,
    indicator: str,
    value: str,
    unit: str,
    year: int | None = 2025,
    *,
    scope: str | None = None,
    table: str | None = None,
    bound: Bound = Bound.EQ,
    line: int = 1,
    baseline: Baseline | None = None,
    is_baseline: bool = False,
    quote: str | None = None,
) -> Target:
    kind = TargetKind.RATE if unit == "%" else TargetKind.CUMULATIVE if "累计" in indicator else TargetKind.LEVEL
    return Target(
        id=f"{document_id}-{indicator}-{value}-{unit}-{year}-{scope}-{table}-{line}",
        indicator=indicator,
        indicator_raw=indicator,
        quantity=Quantity(value=Decimal(value), unit=unit, bound=bound),
        year=year,
        scope=scope,
        kind=kind,
        baseline=baseline,
        is_baseline=is_baseline,
        place=place(document_id, line, table),
        quote=quote or f"{indicator}{value}{unit}",
    )


def task(
    document_id: str,
    seq: int,
    *,
    lead: tuple[str, ...] = (),
    responsible: tuple[str, ...] = (),
    due: date | None = None,
    kind: DeadlineKind = DeadlineKind.NONE,
    raw: str = "",
    measure: str = "推进楼宇招商。",
    origin: TaskOrigin = TaskOrigin.TABLE,
) -> Task:
    deadline = Deadline(raw=raw or str(due), kind=DeadlineKind.BY_DATE, date=due) if due else None
    if deadline is None and kind is not DeadlineKind.NONE:
        deadline = Deadline(raw=raw, kind=kind)
    return Task(
        id=f"{document_id}{origin}{seq}",
        seq=seq,
        category="招商",
        task="楼宇招商",
        measure=measure,
        lead_units=lead,
        responsible_units=responsible,
        deadline=deadline,
        origin=origin,
        place=place(document_id, seq, "任务分解表" if origin is TaskOrigin.TABLE else None, seq),
        quote=measure,
    )


def table(document_id: str, names: tuple[str, ...], *rows: tuple[str, ...], caption: str = "") -> Table:
    """A table of columns and rows, at line 1."""
    span, columns = Span(start=0, end=1), tuple(Column(path=(name,)) for name in names)
    made = [
        Row(
            cells=tuple(Cell(text=one) for one in row),
            place=place(document_id, 1, caption or "表", at),
            span=span,
            quote=" ".join(row),
        )
        for at, row in enumerate(rows, 1)
    ]
    at = place(document_id, 1, caption or "表")
    return Table(caption=caption, columns=columns, rows=tuple(made), header_quote="".join(names), place=at, span=span)


def document(document_id: str, *regions: str, text: str = "", title: str | None = None) -> Document:
    return Document(
        source=Source(
            id=document_id, file=f"{document_id}.txt", media_type=MediaType.TEXT, sha256="0" * 64, regions=regions
        ),
        metadata=Metadata(title=title or f"{document_id}方案", doc_number=None),
        text=text,
        blocks=(),
    )


def library(
    *targets: Target,
    documents: tuple[str, ...] = (),
    texts: dict[str, str] | None = None,
    tasks: tuple[Task, ...] = (),
    units: tuple[Unit, ...] = (),
    definitions: tuple[Definition, ...] = (),
) -> Library:
    """A library of these facts; documents in the order given, else by name."""
    ids = documents or tuple(sorted({one.document_id for one in (*targets, *tasks)}))
    return Library(
        [document(found, text=(texts or {}).get(found, "")) for found in ids],
        [
            Facts(
                document_id=found,
                targets=tuple(one for one in targets if one.document_id == found),
                tasks=tuple(one for one in tasks if one.document_id == found),
                units=tuple(one for one in units if one.document_id == found),
                definitions=tuple(one for one in definitions if one.place.document_id == found),
            )
            for found in ids
        ],
    )
