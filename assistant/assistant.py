"""The assistant: from a question to an Answer, in the steps a reader is shown. Knows no HTTP and no command line."""

import math
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from time import perf_counter

from assistant.advising.advice import NO_ADVICE, Advice
from assistant.advising.adviser import Adviser, Case
from assistant.answer import Answer, Part, Surety
from assistant.answering import Outcome, beside, outcome_of, outcome_to_turn, reconsidered, understood
from assistant.candidate import Candidate
from assistant.composing import draft_to_answer, outcome_to_part, refusal_to_answer
from assistant.draft import Draft
from assistant.explaining import Explanation, outcome_to_explanation
from assistant.follow_ups import follow_up_questions
from assistant.joining import with_other
from assistant.query import Query
from assistant.reading.asking_back import asked_back
from assistant.reading.placing import placed
from assistant.reading.reading import Reading, read
from assistant.reading.rendering import rendered
from assistant.reading.reporting import without_report
from assistant.reading.turn import Turn, turn_to_json
from assistant.reports import report_of, worded
from assistant.surety import surety_of
from assistant.turning import turns_of
from assistant.validity import is_over, today
from assistant.writing import ExtractiveWriter, Writer, Written, is_wordy
from corpus.facts import Library
from corpus.folding.characters import breaks_number
from indexing.hit import Hit
from indexing.index import Index

STAGES = ("理解", "检索", "核对")
"""What a reader is told while an answer is in the making, …"""
ADVISING = "大模型"
"""… and while an LLM is asked for advice or words."""
PENDING = "向量还没有准备好，暂时只按词和字查找。"
"""What a reader is told where an index without vectors answers."""
CAUTIONS = {Surety.FAIR: "请核对原文。", Surety.DOUBTFUL: "这个答复把握不大，请对照原文核实。"}
"""What a reader is told of an answer that is not sure."""
ILLEGIBLE = "原文的数字中有无法识别的字符（以□表示），请对照原件。"

OnStage = Callable[[str], None]
OnAnswer = Callable[[Answer], Answer]


def _heed_nothing(stage: str) -> None:
    """Let a stage pass."""


def _as_it_is(answer: Answer) -> Answer:
    return answer


class Assistant:
    """Answers questions over one generation of the index. Thread-safe: it holds no state of its own."""

    def __init__(
        self,
        index: Index,
        writer: Writer | None = None,
        on_stage: OnStage = _heed_nothing,
        on_answer: OnAnswer = _as_it_is,
        adviser: Adviser | None = None,
    ) -> None:
        self.index = index
        self._writer = writer or ExtractiveWriter()
        self._adviser = adviser
        self._on_stage = on_stage
        self._on_answer = on_answer

    def attended(self, on_stage: OnStage, on_answer: OnAnswer) -> "Assistant":
        """The same assistant under somebody's eyes: `on_stage` hears of every stage and may stop the work by raising;
        every answer goes through `on_answer` before it is given.
        """
        return Assistant(self.index, self._writer, on_stage, on_answer, self._adviser)

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
        until = self._adviser.until() if self._adviser else math.inf
        tell = partial(self._tell, on_stage)
        outcome = self._outcome(question, documents, history, tell, until)
        if self._is_worded(outcome):
            tell(ADVISING)
        return self._on_answer(self._composed(question, outcome, started, until))

    def explain(self, question: str, documents: Sequence[str] = (), history: Sequence[Answer] = ()) -> Explanation:
        """How a question is understood, what competed for it, and why the winner won. Raises as `ask` does."""
        until = self._adviser.until() if self._adviser else math.inf
        outcome = self._outcome(question, documents, history, partial(self._tell, _heed_nothing), until)
        return outcome_to_explanation(outcome, self.library)

    def converse(self, questions: Iterable[str], documents: Sequence[str] = ()) -> list[Answer]:
        """Answer the turns of one conversation."""
        turns: list[Answer] = []
        for question in questions:
            turns.append(self.ask(question, documents, turns))
        return turns

    def search(self, query: str, documents: Sequence[str] = (), limit: int = 10) -> list[Hit]:
        """Passages only, with their scores, those of repealed or expired documents last; raises UnknownDocument."""
        hits = self.index.search(query, documents=self._known(documents), limit=limit)
        return sorted(hits, key=lambda hit: is_over(self.library, hit.chunk.place.document_id, today()))

    def _tell(self, on_stage: OnStage, stage: str) -> None:
        self._on_stage(stage)
        on_stage(stage)

    def _known(self, documents: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.library.document(document_id).id for document_id in documents)

    def _outcome(
        self, question: str, documents: Sequence[str], history: Sequence[Answer], tell: OnStage, until: float
    ) -> Outcome:
        tell(STAGES[0])
        turns = turns_of(history)
        reading = placed(read(question, self.library, self._known(documents)), turns, self.library)
        whole = understood(reading, turns, self.library)
        if unclear := asked_back(reading, turns, self.library):
            return Outcome(whole, unclear, whole.asks[0], 1.0)
        tell(STAGES[1])
        advise = partial(self._advice, turns[-1:], tell, until)
        outcome = self._report(reading, turns, advise)
        if outcome is None:
            outcome = outcome_of(whole, self.index)
            outcome = reconsidered(outcome, advise, self.index) if self._adviser else outcome
        tell(STAGES[2])
        return outcome

    def _report(self, reading: Reading, turns: Sequence[Turn], advise: Callable[[Outcome], Advice]) -> Outcome | None:
        """A report, where one is wanted, an LLM is there to word it, and there is something to say."""
        told = without_report(reading) if self._adviser else None
        return report_of(understood(told, turns, self.library), advise, self.index) if told else None

    def _advice(self, last: Sequence[Turn], tell: OnStage, until: float, outcome: Outcome) -> Advice:
        """What the adviser has to say to an outcome; none where nobody needs it."""
        if self._adviser is None or not self._adviser.is_wanted(outcome.choices):
            return NO_ADVICE
        tell(ADVISING)
        asked = outcome.understood
        case = Case(asked.reading, asked.asks, outcome.choices, last[0] if last else None)
        return self._adviser.advise(case, self.index, until)

    def _composed(self, question: str, outcome: Outcome, started: float, until: float) -> Answer:
        other = beside(outcome, self.index)
        query = self._query(question, outcome, other)
        answer = self._worded(query, outcome, other, until)
        elapsed = round((perf_counter() - started) * 1000, 2)
        surety = _surety(outcome)
        notice = self._notice(answer, outcome, surety)
        more = {"surety": surety, "notice": notice, "parts": self._parts(outcome), "elapsed_ms": elapsed}
        return answer.model_copy(update=more | {"turn": turn_to_json(outcome_to_turn(outcome, self.library))})

    def _worded(self, query: Query, outcome: Outcome, other: Candidate | None, until: float) -> Answer:
        questions = follow_up_questions(query, outcome.result, self.library)
        if not isinstance(outcome.result, Draft):
            return refusal_to_answer(outcome.result, query, self.library, index=self.index.id, follow_ups=questions)
        told = with_other(outcome.result, other) if other else outcome.result
        draft, writer, notice = self._written(told, outcome, query, until)
        answer = draft_to_answer(draft, query, self.library, index=self.index.id, follow_ups=questions)
        return answer.model_copy(update={"writer": writer, "notice": notice})

    def _written(self, draft: Draft, outcome: Outcome, query: Query, until: float) -> Written:
        """A draft in its last wording: as it is where wording adds nothing, or no model is there to do it."""
        if outcome.sections:
            return worded(outcome.sections, self._writer, query, self.library, until)
        writer = self._writer if self._is_worded(outcome) else ExtractiveWriter()
        return writer.write(draft, query, self.library, until)

    def _is_worded(self, outcome: Outcome) -> bool:
        """Whether there is anything to word, and a model that answers to do it."""
        wordy = isinstance(outcome.result, Draft) and (bool(outcome.sections) or is_wordy(outcome.result))
        return wordy and not outcome.advice.is_lost and not isinstance(self._writer, ExtractiveWriter)

    def _query(self, question: str, outcome: Outcome, other: Candidate | None) -> Query:
        text = outcome.understood.reading.text
        understood = "；".join(map(self._rendered, outcome.parts or (outcome,)))
        understood += f"；或：{rendered(other.ask, self.library, text)}" if other else ""
        return Query(question, text, understood, outcome.ask)

    def _rendered(self, part: Outcome) -> str:
        """What a question, or one of several, was understood as."""
        return rendered(part.ask, self.library, part.understood.reading.text)

    def _parts(self, outcome: Outcome) -> tuple[Part, ...] | None:
        """One for each question asked in one breath; None where it was one."""
        parts = [outcome_to_part(part.result, self._rendered(part), self.library) for part in outcome.parts]
        return tuple(parts) or None

    def _notice(self, answer: Answer, outcome: Outcome, surety: Surety | None) -> str | None:
        """What the answer says of itself already, that it is not sure, and that it was looked for without vectors."""
        notices = (
            answer.notice,
            ILLEGIBLE if breaks_number(outcome.result.text) else None,
            self._adviser.notice(outcome.advice) if self._adviser else None,
            CAUTIONS.get(surety) if surety else None,
            PENDING if self.index.pending else None,
        )
        return " ".join(filter(None, notices)) or None


def _surety(outcome: Outcome) -> Surety | None:
    """How likely an answer is right; one with a number that cannot be read is doubtful, whatever its chance."""
    if not isinstance(outcome.result, Draft):
        return None
    return Surety.DOUBTFUL if breaks_number(outcome.result.text) else surety_of(outcome.chance)
