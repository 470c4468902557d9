"""Documents as programs and people get them: a line for lists, and everything that reading one yielded."""

import datetime

from assistant.contradictions import contradictions
from assistant.shape import Shape
from assistant.task_list import listed_once
from assistant.validity import Validity, standing_words, today, validity
from corpus.document import Coverage, Document, Heading, Metadata
from corpus.facts import Facts, Finding, Library
from corpus.table import Table


class DocumentView(Shape):
    """A document in a list. Dates are ISO; `tasks` and `targets` are counts."""

    id: str
    """Id of the document."""
    name: str
    """As cited: 《标题》（文号）."""
    title: str
    """Its title."""
    doc_number: str | None
    """Its 文号."""
    issuer: str | None
    """发文机关, as printed."""
    region: str | None
    """The area that it is about."""
    regions: tuple[str, ...]
    """Names by which people call the place, the shortest first."""
    level: str | None
    """Level of the area: 国家, 省, 市 or 区县; null where none is named."""
    written_on: datetime.date | None
    """成文日期, ISO 8601."""
    printed_on: datetime.date | None
    """印发日期, ISO 8601."""
    period: tuple[int, int] | None
    """First and last year that it is for."""
    media_type: str
    """Media type of the file."""
    sha256: str
    """SHA-256 of the file, hexadecimal."""
    tasks: int
    """Number of tasks, as they are listed."""
    targets: int
    """Number of target values."""
    warnings: int
    """Number of places that could not be read with certainty."""
    pages: int | None = None
    """Of a file that has pages."""
    years: tuple[int, ...] = ()
    """The years its targets and deadlines are for, in order."""
    standing: str | None = None
    """已过有效期, 已废止 or 已被修改; null for all other documents."""

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
            tasks=len(listed_once(facts.tasks)),
            targets=len(facts.targets),
            warnings=len(_coverage(document, facts).warnings),
            pages=document.coverage.pages,
            years=_years(facts),
        )

    @classmethod
    def all_of(cls, library: Library) -> "list[DocumentView]":
        """The views of all documents, in manifest order."""
        every = [cls.of(document, library.facts[document.id]) for document in library.documents.values()]
        return [one.model_copy(update={"standing": standing_words(library, one.id, today())}) for one in every]


class OutlineItem(Shape):
    """A heading of the document."""

    level: int
    """0 for a title, from 1 for the headings below it, 1 the outermost."""
    text: str
    """The heading with its number."""
    line: int
    """Line in the text, from 1."""
    page: int | None
    """Page, from 1; null for formats without pages."""


class TableView(Shape):
    """What a table is, without its rows."""

    caption: str
    """Its caption; empty where it has none."""
    columns: tuple[str, ...]
    """Names of the columns."""
    rows: int
    """Number of rows."""
    line: int
    """Line in the text, from 1."""
    page: int | None
    """Page, from 1; null for formats without pages."""


class DocumentDetail(DocumentView):
    """A document with its metadata and their quotes, outline, tables, coverage and findings."""

    metadata: Metadata
    """Metadata with the words they were read from."""
    outline: tuple[OutlineItem, ...]
    """Headings in order."""
    tables_read: tuple[TableView, ...]
    """Tables in order."""
    coverage: Coverage
    """How much of the file was read, and how surely."""
    findings: tuple[Finding, ...]
    """Where the document contradicts itself."""
    validity: Validity | None = None
    """Whether it is in force today, and what it rests on, repeals and revises; null where no library is known."""

    @classmethod
    def in_library(cls, library: Library, document_id: str) -> "DocumentDetail":
        """Everything that reading a document yielded, with its standing; raises UnknownDocument."""
        detail = cls.of(library.document(document_id), library.facts[document_id])
        return detail.model_copy(update={"validity": validity(library, document_id, today())})

    @classmethod
    def of(cls, document: Document, facts: Facts) -> "DocumentDetail":
        """Everything that reading the document yielded, without its text."""
        return cls(
            **DocumentView.of(document, facts).model_dump(),
            metadata=document.metadata,
            outline=tuple(_outline_item(block) for block in document.blocks if isinstance(block, Heading)),
            tables_read=tuple(_table_view(table) for table in document.tables),
            coverage=_coverage(document, facts),
            findings=contradictions(facts),
        )


def _coverage(document: Document, facts: Facts) -> Coverage:
    """The ingestion report, what was not understood first."""
    unread = tuple(finding.message for finding in facts.unread)
    return document.coverage.model_copy(update={"warnings": (*unread, *document.coverage.warnings)})


def _years(facts: Facts) -> tuple[int, ...]:
    targets = {year for target in facts.targets for year in (target.year, *(target.period or ())) if year}
    deadlines = {task.deadline.date.year for task in facts.tasks if task.deadline and task.deadline.date}
    return tuple(sorted(targets | deadlines))


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
