"""The Answer: one shape for CLI, HTTP, the tail of a stream, and history."""

from enum import StrEnum
from typing import Literal

from pydantic import Field, StrictInt

from assistant.shape import Shape
from assistant.views import ComparisonView, TaskView


class Status(StrEnum):
    """Whether the documents answer the question."""

    ANSWERED = "answered"
    REFUSED = "refused"


class AnswerKind(StrEnum):
    """What sort of answer was asked for."""

    FACT = "fact"
    LIST = "list"
    TASKS = "tasks"
    COMPARISON = "comparison"
    CALCULATION = "calculation"
    PASSAGE = "passage"
    METADATA = "metadata"
    YES_NO = "yes_no"


class RefusalReason(StrEnum):
    """not_in_corpus: the documents are silent; out_of_scope: not about policy documents, or asked to do something else;
    false_premise: the question assumes what the documents contradict; ambiguous: several readings, please choose.
    """

    NOT_IN_CORPUS = "not_in_corpus"
    OUT_OF_SCOPE = "out_of_scope"
    FALSE_PREMISE = "false_premise"
    AMBIGUOUS = "ambiguous"


class CitedTable(Shape):
    """Where in a table a citation points."""

    title: str
    """Caption of the table, else the heading above it."""
    row: int | None
    """Row, from 1; null where the whole table is meant."""
    column: str | None
    """Name of the column."""
    names: tuple[str, ...] = ()
    """Names of all columns; empty where the whole table is meant."""
    cells: tuple[str, ...] = ()
    """The cells of the row, one a name; cells merged over several rows are filled in."""


class Citation(Shape):
    """Verbatim words of a document that an answer rests on."""

    n: int
    """The mark [n] in the answer, from 1."""
    document_id: str
    """Id of the document."""
    document_title: str
    """Its title."""
    doc_number: str | None
    """Its 文号."""
    place: str
    """As an official would cite it."""
    page: int | None
    """Page, from 1; null for formats without pages."""
    line: int
    """Line in the text of the document, from 1."""
    table: CitedTable | None = None
    """Where in a table the words stand; null outside of tables."""
    quote: str
    """A substring of the source, white space aside."""
    validity: str | None = None
    """已过有效期, 已废止 or 已被修改, as seen from the day of the answer; null for all other documents."""
    revision: str | None = None
    """Which text of the document was quoted: its content hash. None in answers from before revisions were noted."""


class Surety(StrEnum):
    """How likely an answer is right, by the chances that were fitted."""

    SURE = "sure"
    """Of all answers 3 in 100 are wrong and given so."""
    FAIR = "fair"
    """Likelier right than wrong: look at the words it rests on."""
    DOUBTFUL = "doubtful"
    """Likelier wrong than right: what comes closest."""


class Refusal(Shape):
    """Why there is no answer, what was searched, and what comes closest."""

    reason: RefusalReason
    """Why there is no answer."""
    message: str
    """The reason as a Chinese sentence."""
    searched: tuple[str, ...]
    """Ids of the documents that were searched."""
    closest: tuple[str, ...] = ()
    """Questions that this corpus can answer, or what it says instead."""


class Scope(Shape):
    """The documents and years an answer was looked for in."""

    documents: tuple[str, ...]
    """Ids of the documents."""
    years: tuple[StrictInt, ...] = ()
    """Years that the question names."""


class Part(Shape):
    """One of several questions asked in one breath."""

    understood: str
    """This part as understood."""
    status: Status
    """answered, or refused."""
    answer: str
    """What is said to it, without marks."""
    tasks: tuple[TaskView, ...] | None = None
    """The tasks of a task list, all of them."""
    comparison: ComparisonView | None = None
    """The comparison, where one was asked for."""


class Answer(Shape):
    """An answer, or a refusal, with its evidence."""

    question: str
    """The question as asked."""
    understood: str
    """The question as understood (“理解为：…”); equal to `question` where nothing had to be added."""
    status: Status
    """answered, or refused."""
    kind: AnswerKind
    """What sort of answer was asked for."""
    answer: str
    """Plain text, the direct answer first, with [n] marks. For a refusal its message."""
    parts: tuple[Part, ...] | None = None
    """One for each question, where several were asked in one breath; else null."""
    citations: tuple[Citation, ...] = ()
    """The words that it rests on."""
    refusal: Refusal | None = None
    """Why there is no answer; null for an answer."""
    tasks: tuple[TaskView, ...] | None = None
    """The tasks of a task list, all of them."""
    comparison: ComparisonView | None = None
    """The comparison, for kind comparison."""
    follow_ups: tuple[str, ...] = Field(default=(), max_length=3)
    """Questions that could come next."""
    scope: Scope
    """Where it was looked for."""
    writer: str = "extractive"
    """extractive, or llm:NAME."""
    surety: Surety | None = None
    """How likely it is right. None for a refusal, and in answers from before it was noted."""
    notice: str | None = None
    """What the reader must know of it: that it is not sure, vectors pending, the LLM did not answer, AI-written."""
    index: str
    """Generation id of the index."""
    elapsed_ms: float = Field(strict=True)
    """Milliseconds from the question to the answer, waiting aside."""
    ref: str | None = None
    """The name by which feedback and the audit trail speak of this answer; None where it is not kept."""
    turn: dict[str, object] | None = None
    """What was understood and shown, for the questions that go on from it; send it back as it is. None in answers from
    before it was kept.
    """
    schema_version: Literal[1] = 1
    """Grows when the shape changes."""
