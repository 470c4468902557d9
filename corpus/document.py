"""A document as read: its source, what its head and foot say of it, and its blocks in reading order.

Knows nothing of tasks, targets, chunks or answers.
"""

from datetime import date
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from corpus.place import Place, Span
from corpus.regions import region_forms
from corpus.table import Row, Table


class MediaType(StrEnum):
    """The kinds of file that can be read."""

    TEXT = "text/plain"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    DOC = "application/msword"
    XLS = "application/vnd.ms-excel"


class Source(BaseModel, frozen=True):
    """A file: its stable id, where it came from and how people call the place it is about."""

    id: str
    file: str
    media_type: MediaType
    sha256: str
    regions: tuple[str, ...] = ()
    """Names of the place by which people call the document, the shortest first; empty where nobody said."""


class Reference(BaseModel, use_attribute_docstrings=True, frozen=True):
    """Another document that one names."""

    title: str
    """Its title, as printed between 《 and 》."""
    doc_number: str | None = None
    """Its 文号 in canonical form, where it stands behind the title."""

    @property
    def name(self) -> str:
        """As cited: 《标题》（文号）."""
        return f"《{self.title}》（{self.doc_number}）" if self.doc_number else f"《{self.title}》"


class Metadata(BaseModel, use_attribute_docstrings=True, frozen=True):
    """What the head and foot of a document say of it: as printed, white space aside; null where they do not say."""

    title: str
    """Title of the document, not of the 通知 that it came with; where none is printed, the file's own title or name."""
    doc_number: str | None = None
    """文号 in canonical form, 代字〔四位年〕序号号."""
    doc_number_raw: str | None = None
    """文号 as printed."""
    issuer: str | None = None
    """发文机关; several are joined by 、."""
    written_on: date | None = None
    """成文日期, ISO 8601."""
    printed_on: date | None = None
    """印发日期, ISO 8601."""
    period: tuple[int, int] | None = None
    """First and last year of the plan."""
    region: str | None = None
    """The area that the issuer or the title names: 上海市青浦区; null also where it is the whole country."""
    level: str | None = None
    """Level of that area: 国家, 省, 市 or 区县."""
    attachments: tuple[str, ...] = ()
    """Titles in its list of 附件, without their numbers; empty where there is no list."""
    interpreter: str | None = None
    """负责解释的单位."""
    copied_to: str | None = None
    """抄送: who gets a copy."""
    effective_on: date | None = None
    """施行日期, ISO 8601; where it is counted from the day of issue, that day."""
    valid_for: str | None = None
    """有效期, as printed: 5年."""
    expires_on: date | None = None
    """The last day of its force, ISO 8601: as printed, or its term counted from 施行日期."""
    void: bool = False
    """Whether whoever publishes it marks it as no longer valid (有效性：否)."""
    based_on: tuple[Reference, ...] = ()
    """The documents that it says it was made by (根据《…》，制定本办法)."""
    repeals: tuple[Reference, ...] = ()
    """The documents that it repeals (同时废止)."""
    revises: tuple[Reference, ...] = ()
    """The documents that it revises, or whose term it extends."""
    extends_to: date | None = None
    """The day until which it extends the term of those, ISO 8601."""
    quotes: dict[str, str] = {}
    """By field name, the verbatim words that it was read from; a field that was not read from the text is left out."""
    places: dict[str, Place] = {}
    """By field name, where those words stand."""

    @property
    def issuers(self) -> tuple[str, ...]:
        """发文机关 one by one."""
        return tuple(self.issuer.split("、")) if self.issuer else ()

    @property
    def name(self) -> str:
        """As cited: 《标题》（文号）."""
        number = f"（{self.doc_number}）" if self.doc_number else ""
        return f"《{self.title}》{number}"


class Heading(BaseModel, frozen=True):
    """A heading, also one that runs into its paragraph (（一）优化楼宇服务流程。)."""

    kind: Literal["heading"] = "heading"
    level: int
    """1 for 一、 and 附件; 2 for （一）; 3 for 1.; 4 for （1）, 一是, ——. Levels are ranks within the document."""
    number: str
    """As printed: 一、 | （一） | 1. | 专栏2 | 附件1; empty where there is none."""
    title: str
    text: str
    """number + title, as printed; the title alone where a mark (**) stands between them, so that it can be quoted."""
    place: Place
    span: Span


class Paragraph(BaseModel, frozen=True):
    """A paragraph with its hard wraps and page breaks rejoined."""

    kind: Literal["paragraph"] = "paragraph"
    text: str
    """Verbatim, white space aside: single spaces are kept only between Latin words."""
    place: Place
    span: Span
    note: bool = False
    """A 注/备注 to a table or to the text."""


Block = Annotated[Heading | Paragraph | Table, Field(discriminator="kind")]


class Coverage(BaseModel, use_attribute_docstrings=True, frozen=True):
    """What reading a file yielded and what it could not make out: the ingestion report."""

    pages: int | None = None
    """Number of pages; null for formats without pages."""
    characters: int = 0
    """Number of characters of the text, white space aside."""
    tables: int = 0
    """Number of tables; one split over pages counts once."""
    rows: int = 0
    """Number of data rows of all tables."""
    carried_cells: int = 0
    """Number of cells whose words are printed in an earlier row or column, in a merged cell."""
    empty_cells: int = 0
    """Number of cells without words."""
    suspicious_characters: dict[int, int] = {}
    """How many U+FFFD, private-use and control characters a page has, where any; page 0 where pages are not known."""
    twins: tuple[str, ...] = ()
    """Ids of documents that say the same, in another format or another version."""
    warnings: tuple[str, ...] = ()
    """Sentences for a person, in Chinese; the cut edge of a page, a missing 序号, a page that could not be read."""


class Document(BaseModel, frozen=True):
    """A document as read. Offsets in spans refer to `text`."""

    source: Source
    metadata: Metadata
    text: str
    """The source text, complete, as extracted from the file."""
    blocks: tuple[Block, ...]
    coverage: Coverage = Coverage()

    @property
    def id(self) -> str:
        """The stable id that callers use."""
        return self.source.id

    @property
    def name(self) -> str:
        """As cited: 《标题》（文号）."""
        return self.metadata.name

    @property
    def regions(self) -> tuple[str, ...]:
        """Names of the place it is about: those somebody gave, or those that its issuer or title are read to say."""
        told = self.metadata.region
        return self.source.regions or (region_forms(told) if told else ())

    @property
    def revision(self) -> str:
        """A hash of the text: two documents of one id and revision say the same."""
        return _text_to_revision(self.text)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Table))

    def table(self, place: Place) -> Table | None:
        """The table that a place of this document is in, found by its number, never by its caption; None outside."""
        if place.table_no is None:
            return None
        tables = (block for block in self.blocks if isinstance(block, Table))
        return next((table for table in tables if table.place.table_no == place.table_no), None)

    def row(self, place: Place) -> Row | None:
        """The data row that a place of this document is in; None where it is in no one row."""
        table = self.table(place)
        if table is None or place.row is None or not 0 < place.row <= len(table.rows):
            return None
        return table.rows[place.row - 1]


@lru_cache(maxsize=1024)
def _text_to_revision(text: str) -> str:
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]
