"""The Answer: one shape for CLI, HTTP, the tail of a stream, and history."""

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.views import ComparisonView, TaskView

__all__ = ["Answer", "AnswerKind", "Citation", "CitedTable", "Refusal", "RefusalReason", "Scope", "Status"]


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


class CitedTable(BaseModel):
    """Where in a table a citation points."""

    model_config = ConfigDict(frozen=True)

    title: str
    row: int | None
    column: str | None


class Citation(BaseModel):
    """Verbatim words of a document that an answer rests on."""

    model_config = ConfigDict(frozen=True)

    n: int
    """The mark [n] in the answer, from 1."""
    document_id: str
    document_title: str
    doc_number: str | None
    place: str
    """As an official would cite it."""
    page: int | None
    line: int
    table: CitedTable | None = None
    quote: str
    """A substring of the source, white space aside."""


class Refusal(BaseModel):
    """Why there is no answer, what was searched, and what comes closest."""

    model_config = ConfigDict(frozen=True)

    reason: RefusalReason
    message: str
    searched: tuple[str, ...]
    closest: tuple[str, ...] = ()
    """Questions that this corpus can answer, or what it says instead."""


class Scope(BaseModel):
    """The documents and years an answer was looked for in."""

    model_config = ConfigDict(frozen=True)

    documents: tuple[str, ...]
    years: tuple[int, ...] = ()


class Answer(BaseModel):
    """An answer, or a refusal, with its evidence."""

    model_config = ConfigDict(frozen=True)

    question: str
    understood: str
    """The question as understood (“理解为：…”); equal to `question` where nothing had to be added."""
    status: Status
    kind: AnswerKind
    answer: str
    """Plain text, the direct answer first, with [n] marks. For a refusal its message."""
    citations: tuple[Citation, ...] = ()
    refusal: Refusal | None = None
    tasks: tuple[TaskView, ...] | None = None
    comparison: ComparisonView | None = None
    follow_ups: tuple[str, ...] = Field(default=(), max_length=3)
    scope: Scope
    writer: str = "extractive"
    """extractive, or llm:NAME."""
    notice: str | None = None
    """What the reader must know of how it was made: vectors pending, the LLM did not answer, AI-written."""
    index: str
    """Generation id of the index."""
    elapsed_ms: float
    schema_version: Literal[1] = 1
