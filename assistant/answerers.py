"""The ordered list of answerers: who is asked first. Knows no answerer's ways."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from assistant.draft import Draft, NoAnswer
from assistant.fact_answers.answering import FACT_ANSWERERS
from assistant.passages.answering import answer_from_passages, answer_from_section
from assistant.passages.comparing import compare_passages
from assistant.passages.mentioning import compare_mentions
from assistant.query import Query
from assistant.refusing import refuse_at_once, refuse_for_want_of_evidence

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["ANSWERERS", "Answerer"]

Answerer: TypeAlias = "Callable[[Query, Index], Draft | NoAnswer | None]"
"""Answers, refuses with a reason, or returns None: not mine."""

ANSWERERS: tuple[Answerer, ...] = (
    refuse_at_once,
    answer_from_section,
    *FACT_ANSWERERS,
    compare_mentions,
    compare_passages,
    answer_from_passages,
    refuse_for_want_of_evidence,
)
"""Exact roads before prose; the last one never returns None."""
