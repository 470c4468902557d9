"""The Ask: the typed meaning of one question. Everything behind `reading` reads this and never the question's text."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from assistant.reading.printed import named_amounts
from assistant.reading.senses import hints_of
from corpus.target import Bound, Quantity
from corpus.task import Role


class Subject(StrEnum):
    """Which kind of fact, or prose, a question is about."""

    TASKS = "tasks"
    TARGETS = "targets"
    RECORDS = "records"
    """Rows of any other table."""
    METADATA = "metadata"
    DEFINITIONS = "definitions"
    OUTLINE = "outline"
    PROSE = "prose"
    HOLDINGS = "holdings"
    """Which documents there are, and which of them speak of something."""
    OVERVIEW = "overview"
    """What a document is and says in short."""


class Fold(StrEnum):
    """What is done with the rows that were selected."""

    SHOW = "show"
    COUNT = "count"
    SUM = "sum"
    AVERAGE = "average"
    SHARE = "share"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    PRODUCT = "product"
    """So much for each of so many, or a share of an amount."""
    EXTREME = "extreme"
    """The first by `rank` (1 is the first), or the first `top`; `low` turns the order round."""
    ORDER = "order"


class Want(StrEnum):
    """The columns a question asks for; the columns of other tables are asked for by their printed names."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    WHO = "who"
    """Leads and those responsible alike."""
    DEADLINE = "deadline"
    WORK = "work"
    """What is to be done."""
    NAME = "name"
    """What the row is called: which one."""
    NUMBER = "number"
    """第几项."""
    VALUE = "value"
    YEAR = "year"
    AREA = "area"
    MEANING = "meaning"
    PARTS = "parts"
    """Headings below a heading."""
    TITLE = "title"
    DOC_NUMBER = "doc_number"
    ISSUER = "issuer"
    WRITTEN_ON = "written_on"
    PRINTED_ON = "printed_on"
    PERIOD = "period"
    ATTACHMENTS = "attachments"
    INTERPRETER = "interpreter"
    COPIED_TO = "copied_to"
    ADDRESSEE = "addressee"
    REGION = "region"
    VALID = "valid"
    """Whether it is in force."""
    BASED_ON = "based_on"
    REPEALS = "repeals"
    SITE = "site"
    """Which web site it was taken from, or who runs that."""
    CHANGES = "changes"
    """What changed since the document that it takes the place of."""
    AMENDED = "amended"
    """How often and when it was itself amended."""


class DueKind(StrEnum):
    """How a deadline is asked for."""

    BY = "by"
    FROM = "from"
    WITHIN = "within"
    """On a day of the year or month named."""
    OVERDUE = "overdue"
    ONGOING = "ongoing"
    NONE = "none"
    SAME = "same"
    """On the day of the task that the words name."""


@dataclass(frozen=True, slots=True)
class Due:
    """A condition on deadlines; `first` and `last` are the days between which it holds, where it names any."""

    kind: DueKind
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on a number: 不到50%, 10幢以上."""

    bound: Bound
    value: Decimal
    unit: str


class HeadField(StrEnum):
    """What the head of a document tells, and documents are selected by."""

    ISSUER = "issuer"
    YEAR = "year"
    KIND = "kind"
    """通知, 意见, …"""
    LEVEL = "level"
    """国家, 省, 市 or 区县."""


@dataclass(frozen=True, slots=True)
class Head:
    """A condition on the heads of documents: 国务院发的, 2020年以后的."""

    field: HeadField
    value: str
    bound: Bound = Bound.EQ


@dataclass(frozen=True, slots=True)
class Where:
    """Which rows are meant. Empty means: not said."""

    documents: tuple[str, ...] = ()
    """Ids in scope, a hard filter: those named, else all."""
    named: bool = False
    """Whether the documents were named by the question, its conversation or the caller."""
    spared: tuple[str, ...] = ()
    """Ids of which the words of the question told the one in scope: what another of them says is not missing."""
    beyond: bool = False
    """Whether they are others than those that the places named call."""
    heads: tuple[Head, ...] = ()
    """What their heads say; two of one field are either."""
    years: tuple[int, ...] = ()
    areas: tuple[str, ...] = ()
    """As printed: 昆山市, 市本级, 赵巷镇."""
    places: tuple[str, ...] = ()
    """The places within or beside documents that the question names, as said; evidence for choosing."""
    whole: bool = False
    """全市, 全区: the printed whole is meant, not its parts."""
    units: tuple[str, ...] = ()
    """By the register's name."""
    role: Role = Role.ANY
    ordinals: tuple[int, ...] = ()
    """第14项, 任务二."""
    annexes: tuple[int, ...] = ()
    due: Due | None = None
    conditions: tuple[Condition, ...] = ()
    amounts: tuple[Quantity, ...] = ()
    """Numbers that the question names without a bound: what a yes/no question claims, or a case to be judged."""
    lacks: bool = False
    """Rows without the thing named (没有市级部门的)."""
    alone: bool = False
    """Rows with nothing beside it (只有一家的)."""
    foremost: bool = False
    """Rows that name it before all others of its role (排第一位的)."""
    picked: tuple[str, ...] = ()
    """Names of rows of the last answer that are pointed at."""
    passed: tuple[str, ...] = ()
    """Names of those that were listed with them and are not pointed at."""
    words: str = ""
    """What remains of the question: what the rows or sentences must be about, pieces apart by spaces."""
    quoted: tuple[str, ...] = ()
    """Those words that stood in quotation marks, and Latin names."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A question as asked, and its text with blanks where it is not looked at."""

    question: str
    shown: str


@dataclass(frozen=True, slots=True)
class Ask:
    """The meaning of one part of a question."""

    subject: Subject
    where: Where = field(default_factory=Where)
    want: tuple[str, ...] = ()
    """Want values, or printed column names of tables; each is filled or said to be not written."""
    fold: Fold = Fold.SHOW
    rank: int = 1
    top: int = 0
    low: bool = False
    by: str = ""
    """What is grouped or ordered by, where the question says so."""
    measures: frozenset[str] = frozenset()
    """Families of the unit of measure asked for (几幢: buildings), as in corpus.folding."""
    per_document: bool = False
    """One answer for each document in scope: a comparison."""
    claim: bool = False
    """Whether it asserts something that is to be judged (吗, 是不是)."""
    gist: str = ""
    """The whole question in plain words, without openings and names of documents: only for closeness by meaning."""
    follows: str = ""
    """How it takes up the turn before: not at all, scope (its documents), words (its subject, asked anew), slots (what
    it asked, some slots changed) or rows (rows of its answer).
    """
    heard: frozenset[str] = frozenset()
    """The asking words that were recognised, by their senses; evidence for choosing."""
    pieces: tuple[Piece, ...] = field(default=(), compare=False)
    """What it was read from, for the turns that follow."""

    @property
    def said(self) -> str:
        """What was asked, with the names of documents in it: they may be made of the same words as a column's name."""
        return " ".join(piece.shown for piece in self.pieces)

    @property
    def hints(self) -> frozenset[str]:
        """What the gist lets slip beside its asking words."""
        return hints_of(self.gist)

    @property
    def amounts(self) -> tuple[Quantity, ...]:
        """The numbers that it names: those of its `where`, else all of the gist."""
        return self.where.amounts or named_amounts(self.gist)

    def about(self, **changes: object) -> "Ask":
        """The same with another `where`."""
        return replace(self, where=replace(self.where, **changes))  # type: ignore[arg-type]
