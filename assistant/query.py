"""A question as understood: what it is about, and what is to be done with it. No document text, no answer."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Operation", "Query"]


class Operation(StrEnum):
    """What the question asks to have done."""

    VALUE = "value"
    LIST = "list"
    COUNT = "count"
    EXTREME = "extreme"
    SUM = "sum"
    DIFFERENCE = "difference"
    SHARE = "share"
    LEAD = "lead"
    PARTICIPANTS = "participants"
    TASKS_OF_UNIT = "tasks_of_unit"
    DEADLINE = "deadline"
    DEFINITION = "definition"
    YES_NO = "yes_no"
    METADATA = "metadata"
    SUMMARY = "summary"
    COMPARE = "compare"
    TEXT = "text"
    """Prose: find the sentences that answer."""


@dataclass(frozen=True, slots=True)
class Query:
    """A question, linked to what the corpus knows.

    Everything here is read from the question and from earlier turns; nothing is guessed. Empty tuples mean "not said".
    """

    question: str
    """As asked."""
    text: str
    """Standalone (earlier turns resolved), normalised: half-width, typos in linked names mended."""
    operation: Operation
    documents: tuple[str, ...]
    """Ids in scope: a hard filter."""
    documents_named: bool
    """Whether the question (or its conversation, or the caller) named them; otherwise all are in scope."""
    unknown_regions: tuple[str, ...] = ()
    """Places named that no document is about (宁波, 南京): a reason to refuse, never to be ignored."""
    years: tuple[int, ...] = ()
    scopes: tuple[str, ...] = ()
    """Areas as printed in the facts: 昆山市, 市本级, 赵巷镇."""
    indicators: tuple[str, ...] = ()
    """Canonical indicators as in the facts, best first."""
    units: tuple[str, ...] = ()
    """Units as printed."""
    topic: str = ""
    """What remains of the text when names, years and question words are taken out."""
    quoted: tuple[str, ...] = ()
    """Words that the question itself puts in quotation marks, and defined terms or abbreviations that it names."""
    ordinals: tuple[int, ...] = ()
    """Rows asked for by number: 第14项, 第48个."""
    annexes: tuple[int, ...] = ()
    """附件 asked for by number."""
    unknown_documents: tuple[str, ...] = ()
    """文号 named that no document has."""
    asks_total: bool = False
    """全市, 全区, 合计: the whole area is meant."""
