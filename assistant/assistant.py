"""The assistant: from a question to an Answer, in the steps a reader is shown. Knows no HTTP and no command line."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from assistant.answer import Answer
from assistant.answerers import ANSWERERS, Answerer
from assistant.citing import draft_problems, problem_kinds
from assistant.composing import draft_to_answer, refusal_to_answer
from assistant.compound import question_to_parts, with_parts
from assistant.conversation import Ambiguity, standalone
from assistant.draft import Draft, NoAnswer
from assistant.follow_ups import follow_up_questions
from assistant.query import Query
from assistant.reading.normalising import question_to_text
from assistant.refusing import is_provisional
from assistant.understanding.understanding import understand
from assistant.writing import ExtractiveWriter, Writer
from corpus.facts import Library

if TYPE_CHECKING:
    from indexing.hit import Hit
    from indexing.index import Index

__all__ = ["PENDING", "STAGES", "Assistant", "OnAnswer", "OnStage"]

STAGES = ("理解", "检索", "核对")
"""What a reader is told while an answer is in the making."""
PENDING = "向量仍在计算，暂时只按词和字查找。"
"""What a reader is told where an index without vectors answers."""

OnStage = Callable[[str], None]
OnAnswer = Callable[[Answer], Answer]

_log = logging.getLogger(__name__)


def _heed_nothing(stage: str) -> None:
    """Let a stage pass."""


def _as_it_is(answer: Answer) -> Answer:
    return answer


class Assistant:
    """Answers questions over one generation of the index. Thread-safe: it holds no state of its own."""

    def __init__(
        self,
        index: "Index",
        answerers: Sequence[Answerer] = ANSWERERS,
        writer: Writer | None = None,
        on_stage: OnStage = _heed_nothing,
        on_answer: OnAnswer = _as_it_is,
    ) -> None:
        self.index = index
        self._answerers = tuple(answerers)
        self._writer = writer or ExtractiveWriter()
        self._on_stage = on_stage
        self._on_answer = on_answer

    def attended(self, on_stage: OnStage, on_answer: OnAnswer) -> "Assistant":
        """The same assistant under somebody's eyes: `on_stage` hears of every stage and may stop the work by raising;
        every answer goes through `on_answer` before it is given.
        """
        return Assistant(self.index, self._answerers, self._writer, on_stage, on_answer)

    @property
    def library(self) -> Library:
        """The documents and their facts."""
        return self.index.library

    def ask(
        self,
        question: str,
        documents: Sequence[str] = (),
        history: Sequence[Answer] = (),
        on_stage: OnStage = _heed_nothing,
    ) -> Answer:
        """Answer one question over the named documents (all where none is named), after the turns in `history`.

        Raises BadQuestion for an empty, overlong or unprintable question, UnknownDocument for an unknown id.
        """
        started = perf_counter()
        tell = partial(self._tell, on_stage)
        tell(STAGES[0])
        query, unclear = self._understood(question, self._known(documents), history)
        tell(STAGES[1])
        outcome = unclear or with_parts(self._answered(query, tell), self._answered_apart(query, documents, tell))
        return self._on_answer(self._composed(outcome, query, started))

    def converse(self, questions: Iterable[str], documents: Sequence[str] = ()) -> list[Answer]:
        """Answer the turns of one conversation."""
        turns: list[Answer] = []
        for question in questions:
            turns.append(self.ask(question, documents, turns))
        return turns

    def search(self, query: str, documents: Sequence[str] = (), limit: int = 10) -> "list[Hit]":
        """Passages only, with their scores; raises UnknownDocument."""
        return self.index.search(query, documents=self._known(documents), limit=limit)

    def _tell(self, on_stage: OnStage, stage: str) -> None:
        self._on_stage(stage)
        on_stage(stage)

    def _known(self, documents: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.library.document(document_id).id for document_id in documents)

    def _understood(
        self, question: str, documents: tuple[str, ...], history: Sequence[Answer]
    ) -> tuple[Query, NoAnswer | None]:
        """The question made standalone and linked to the corpus; a refusal too where it has several readings."""
        text = standalone(question_to_text(question), history, self.library, documents)
        if isinstance(text, Ambiguity):
            query = understand(question_to_text(question), self.index, documents=documents)
            return replace(query, question=question), text.refusal
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
                if outcome.firm or not is_provisional(outcome, query):
                    break
            elif outcome is not None and self._holds(outcome, query, answerer, on_stage):
                return outcome
        return refusals[0]

    def _answered_apart(self, query: Query, documents: Sequence[str], on_stage: OnStage) -> Iterator[Draft | NoAnswer]:
        """The outcomes of the questions that a text asks one behind the other, each after the one before it."""
        parts = question_to_parts(query.text)
        before: list[Answer] = []
        for part in parts if len(parts) > 1 else ():
            asked, unclear = self._understood(part, self._known(documents), before)
            outcome = unclear or self._answered(asked, on_stage)
            before.append(self._plain(outcome, asked))
            yield outcome

    def _holds(self, draft: Draft, query: Query, answerer: Answerer, on_stage: OnStage) -> bool:
        """Whether every statement of a draft stands on its quotes; what does not is a defect."""
        on_stage(STAGES[2])
        problems = draft_problems(draft, self.library, query.text)
        if problems:
            kinds = problem_kinds(problems)
            _log.error("unverified draft of %s: %d problems (%s)", _name(answerer), len(problems), kinds)
        return not problems

    def _composed(self, outcome: Draft | NoAnswer, query: Query, started: float) -> Answer:
        if isinstance(outcome, Draft):
            draft, writer, notice = self._writer.write(outcome, query, self.library)
            answer = self._plain(draft, query).model_copy(update={"writer": writer, "notice": notice})
        else:
            answer = self._plain(outcome, query)
        elapsed = round((perf_counter() - started) * 1000, 2)
        return answer.model_copy(update={"notice": self._notice(answer), "elapsed_ms": elapsed})

    def _plain(self, outcome: Draft | NoAnswer, query: Query) -> Answer:
        """The answer in the words it has."""
        questions = follow_up_questions(query, outcome, self.library)
        if isinstance(outcome, Draft):
            return draft_to_answer(outcome, query, self.library, index=self.index.id, follow_ups=questions)
        return refusal_to_answer(outcome, query, self.library, index=self.index.id, follow_ups=questions)

    def _notice(self, answer: Answer) -> str | None:
        """What the answer says of itself already, and that it was looked for without vectors where it was."""
        notices = (answer.notice, PENDING if self.index.pending else None)
        return " ".join(filter(None, notices)) or None


def _name(answerer: Answerer) -> str:
    return getattr(answerer, "__qualname__", type(answerer).__name__)
