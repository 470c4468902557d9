"""Documents as programs and people get them: a line for lists, and everything that reading one yielded."""

import datetime

from pydantic import BaseModel, ConfigDict

from corpus.document import Coverage, Document, Heading, Metadata
from corpus.facts import Facts, Finding, Library
from corpus.table import Table

__all__ = ["DocumentDetail", "DocumentView", "OutlineItem", "TableView"]


class DocumentView(BaseModel):
    """A document in a list. Dates are ISO; `tasks` and `targets` are counts."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    """As cited: 《标题》（文号）."""
    title: str
    doc_number: str | None
    issuer: str | None
    region: str | None
    regions: tuple[str, ...]
    """Names by which people call the place, the shortest first."""
    level: str | None
    written_on: datetime.date | None
    printed_on: datetime.date | None
    period: tuple[int, int] | None
    media_type: str
    sha256: str
    tasks: int
    targets: int
    warnings: int

    @classmethod
    def of(cls, document: Document, facts: Facts) -> "DocumentView":
        """The view of a document."""
        metadata = document.metadata
        return cls(
            id=document.id,
            name=document.name,
            title=metadata.title,
            doc_number=metadata.doc_number,
            issuer=metadata.issuer,
            region=metadata.region,
            regions=document.source.regions,
            level=metadata.level,
            written_on=metadata.written_on,
            printed_on=metadata.printed_on,
            period=metadata.period,
            media_type=document.source.media_type,
            sha256=document.source.sha256,
            tasks=len(facts.tasks),
            targets=len(facts.targets),
            warnings=len(document.coverage.warnings),
        )

    @classmethod
    def all_of(cls, library: Library) -> "list[DocumentView]":
        """The views of all documents, in manifest order."""
        return [cls.of(document, library.facts[document.id]) for document in library.documents.values()]


class OutlineItem(BaseModel):
    """A heading of the document."""

    model_config = ConfigDict(frozen=True)

    level: int
    text: str
    line: int
    page: int | None


class TableView(BaseModel):
    """What a table is, without its rows."""

    model_config = ConfigDict(frozen=True)

    caption: str
    columns: tuple[str, ...]
    rows: int
    line: int
    page: int | None


class DocumentDetail(DocumentView):
    """A document with its metadata and their quotes, outline, tables, coverage and findings."""

    metadata: Metadata
    outline: tuple[OutlineItem, ...]
    tables_read: tuple[TableView, ...]
    coverage: Coverage
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, document: Document, facts: Facts) -> "DocumentDetail":
        """Everything that reading the document yielded, without its text."""
        return cls(
            **DocumentView.of(document, facts).model_dump(),
            metadata=document.metadata,
            outline=tuple(_outline_item(block) for block in document.blocks if isinstance(block, Heading)),
            tables_read=tuple(_table_view(table) for table in document.tables),
            coverage=document.coverage,
            findings=facts.findings,
        )


def _outline_item(heading: Heading) -> OutlineItem:
    return OutlineItem(level=heading.level, text=heading.text, line=heading.place.line, page=heading.place.page)


def _table_view(table: Table) -> TableView:
    return TableView(
        caption=table.caption,
        columns=tuple(column.name for column in table.columns),
        rows=len(table.rows),
        line=table.place.line,
        page=table.place.page,
    )
