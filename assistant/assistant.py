"""The assistant: from a question to an Answer, in the steps a reader is shown. Knows no HTTP and no command line."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

from assistant.answer import Answer
from assistant.answerers import ANSWERERS, Answerer
from assistant.citing import draft_problems
from assistant.composing import draft_to_answer, refusal_to_answer
from assistant.conversation import Ambiguity, standalone
from assistant.draft import Draft, NoAnswer
from assistant.follow_ups import follow_up_questions
from assistant.query import Query
from assistant.refusing import is_provisional
from assistant.understanding.normalising import question_to_text
from assistant.understanding.understanding import understand
from assistant.writing import ExtractiveWriter, Writer
from corpus.facts import Library

if TYPE_CHECKING:
    from indexing.hit import Hit
    from indexing.index import Index

__all__ = ["STAGES", "Assistant", "OnStage"]

STAGES = ("理解", "检索", "核对")
"""What a reader is told while an answer is in the making."""

OnStage = Callable[[str], None]

_log = logging.getLogger(__name__)


class Assistant:
    """Answers questions over one generation of the index. Thread-safe: it holds no state of its own."""

    def __init__(self, index: "Index", answerers: Sequence[Answerer] = ANSWERERS, writer: Writer | None = None) -> None:
        self.index = index
        self._answerers = tuple(answerers)
        self._writer = writer or ExtractiveWriter()

    @property
    def library(self) -> Library:
        """The documents and their facts."""
        return self.index.library

    def ask(
        self,
        question: str,
        documents: Sequence[str] = (),
        history: Sequence[Answer] = (),
        on_stage: OnStage = lambda _: None,
    ) -> Answer:
        """Answer one question over the named documents (all where none is named), after the turns in `history`.

        Raises BadQuestion for an empty, overlong or unprintable question, UnknownDocument for an unknown id.
        """
        started = perf_counter()
        on_stage(STAGES[0])
        query, unclear = self._understood(question_to_text(question), self._known(documents), history)
        on_stage(STAGES[1])
        outcome = unclear or self._answered(query, on_stage)
        return self._composed(outcome, query, started)

    def converse(self, questions: Iterable[str], documents: Sequence[str] = ()) -> list[Answer]:
        """Answer the turns of one conversation."""
        turns: list[Answer] = []
        for question in questions:
            turns.append(self.ask(question, documents, turns))
        return turns

    def search(self, query: str, documents: Sequence[str] = (), limit: int = 10) -> "list[Hit]":
        """Passages only, with their scores; raises UnknownDocument."""
        return self.index.search(query, documents=self._known(documents), limit=limit)

    def _known(self, documents: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.library.document(document_id).id for document_id in documents)

    def _understood(
        self, question: str, documents: tuple[str, ...], history: Sequence[Answer]
    ) -> tuple[Query, NoAnswer | None]:
        """The question made standalone and linked to the corpus; a refusal too where it has several readings."""
        text = standalone(question, history, self.library, documents)
        if isinstance(text, Ambiguity):
            return replace(understand(question, self.index, documents=documents), question=question), text.refusal
        return replace(understand(text, self.index, documents=documents), question=question), None

    def _answered(self, query: Query, on_stage: OnStage) -> Draft | NoAnswer:
        """The first outcome that holds: drafts that say more than their quotes are logged and passed over, and a
        refusal for want of a number does not keep prose from answering a question that asks for none.
        """
        refusals: list[NoAnswer] = []
        for answerer in self._answerers:
            outcome = answerer(query, self.index)
            if isinstance(outcome, NoAnswer):
                refusals.append(outcome)
                if not is_provisional(outcome, query):
                    break
            elif outcome is not None and self._holds(outcome, query, answerer, on_stage):
                return outcome
        return refusals[0]

    def _holds(self, draft: Draft, query: Query, answerer: Answerer, on_stage: OnStage) -> bool:
        """Whether every statement of a draft stands on its quotes; what does not is a defect."""
        on_stage(STAGES[2])
        problems = draft_problems(draft, self.library, query.text)
        if problems:
            _log.error("unverified draft of %s for %r: %s", _name(answerer), query.question, "; ".join(problems))
        return not problems

    def _composed(self, outcome: Draft | NoAnswer, query: Query, started: float) -> Answer:
        questions = follow_up_questions(query, outcome, self.library)
        if isinstance(outcome, Draft):
            draft, writer, notice = self._writer.write(outcome, query, self.library)
            answer = draft_to_answer(draft, query, self.library, index=self.index.id, follow_ups=questions)
            answer = answer.model_copy(update={"writer": writer, "notice": notice})
        else:
            answer = refusal_to_answer(outcome, query, self.library, index=self.index.id, follow_ups=questions)
        return answer.model_copy(update={"elapsed_ms": round((perf_counter() - started) * 1000, 2)})


def _name(answerer: Answerer) -> str:
    return getattr(answerer, "__qualname__", type(answerer).__name__)
