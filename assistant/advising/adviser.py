"""The adviser: asks a model what an unsure question means and which sentences answer it, both at once.

Whatever the model says comes back as candidates made of the documents, or as nothing.
"""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from time import monotonic

from assistant.advising.advice import Advice
from assistant.advising.chat import ChatModel, Message
from assistant.advising.describing import described_documents, documents_near, names_near
from assistant.advising.linking import meaning_to_ask
from assistant.advising.meaning import Meaning, meaning_schema, reply_to_meanings
from assistant.advising.sentences import (
    Pick,
    Sentences,
    pick_schema,
    pick_to_candidates,
    reply_to_pick,
    sentences_for,
)
from assistant.candidates import candidates_of
from assistant.choosing import Choice
from assistant.reading.ask import Ask, Subject
from assistant.reading.reading import Reading
from assistant.reading.rendering import rendered
from assistant.reading.turn import Turn
from assistant.tuning import tuning
from indexing.index import Index
from prompts.prompt import load_prompt

_MOST_ROWS = 6
_LONGEST_REPLY = 2000

_LOST = "大模型没有给出可用的理解或选择，本回答只按规则得出。"

_log = logging.getLogger(__name__)


class Use(StrEnum):
    """When a model is asked for advice."""

    OFF = "off"
    UNSURE = "unsure"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Case:
    """What advice is asked on: a question as read, what it may mean, its candidates (best first), the turn before."""

    reading: Reading
    asks: Sequence[Ask]
    ranked: Sequence[Choice]
    last: Turn | None = None


class Adviser:
    """Asks a model for advice on questions, `seconds` at most for all that one question takes. Thread-safe; whoever
    wants to know of every advice gives `heed`.
    """

    def __init__(
        self,
        model: ChatModel,
        seconds: float,
        use: Use = Use.UNSURE,
        heed: Callable[[Advice], None] = lambda _: None,
    ) -> None:
        self._heed = heed
        self._model = model
        self._seconds = seconds
        self._use = use

    def until(self) -> float:
        """The moment of the monotonic clock at which the time for a question asked now is over."""
        return monotonic() + self._seconds

    def is_wanted(self, ranked: Sequence[Choice]) -> bool:
        """Whether the best candidate is too unlikely to do without advice; never where there is none."""
        if not ranked or self._use is Use.OFF:
            return False
        return self._use is Use.ALWAYS or ranked[0].chance < tuning().advise_below

    def advise(self, case: Case, index: Index, until: float) -> Advice:
        """Advice on a case. All requests have ended at the moment `until`."""
        with ThreadPoolExecutor(2, thread_name_prefix="advice") as threads:
            meant = threads.submit(self._meanings, _question(case, index), until)
            chosen = threads.submit(self._picked, case, index, until)
        meanings, (pick, sentences) = meant.result(), chosen.result()
        asks = [meaning_to_ask(one, case.asks, index.library) for one in meanings]
        found = (candidates_of([ask], index) for ask in asks)
        picked = pick_to_candidates(pick, sentences, index) if pick else []
        advice = Advice(
            tuple(tuple(each) for each in found if each),
            tuple(picked),
            silent=pick is not None and not picked,
            asked=2,
            failed=(not meanings) + (pick is None),
        )
        self._heed(advice)
        return advice

    def notice(self, advice: Advice) -> str | None:
        """What a reader has to know of advice: that it told, or that it was lost."""
        if advice.is_lost:
            return _LOST
        return (
            f"本回答由大模型（{self._model.name}）协助理解问题或选句，内容全部取自所列原文。" if advice.told else None
        )

    def _meanings(self, request: str, until: float) -> list[Meaning]:
        """What the model takes the question for; it may mend a reply that cannot be read, once."""
        messages = [Message("system", load_prompt("understand").fill()), Message("user", request)]
        reply = self._model.complete(messages, until - monotonic(), meaning_schema())
        if (found := reply_to_meanings(reply)) or not reply:
            return found
        _log.warning("unreadable meaning by %s", self._model.name)
        mend = load_prompt("mend").fill(problem="不是所要的JSON对象")
        messages += [Message("assistant", reply[:_LONGEST_REPLY]), Message("user", mend)]
        return reply_to_meanings(self._model.complete(messages, until - monotonic(), meaning_schema()))

    def _picked(self, case: Case, index: Index, until: float) -> tuple[Pick | None, Sentences]:
        sentences = sentences_for(_prose_ask(case), index)
        told = sentences.numbered(index.library)
        request = load_prompt("sentences").fill(sentences=told, question=case.reading.text)
        messages = [Message("system", load_prompt("choose").fill()), Message("user", request)]
        reply = self._model.complete(messages, until - monotonic(), pick_schema())
        return reply_to_pick(reply, len(sentences.shown)), sentences


def _question(case: Case, index: Index) -> str:
    library, candidates = index.library, [one.candidate for one in case.ranked]
    scope = case.reading.documents
    return load_prompt("question").fill(
        documents=described_documents(documents_near(scope, candidates, library), library),
        names=names_near(case.reading.text, candidates, scope, library),
        before=_before(case.last, index),
        question=case.reading.text,
    )


def _prose_ask(case: Case) -> Ask:
    """The Ask over prose: side by side where the best candidate is."""
    prose = [ask for ask in case.asks if ask.subject is Subject.PROSE]
    compared = case.ranked[0].candidate.ask.per_document
    return next((ask for ask in prose if ask.per_document is compared), (prose or case.asks)[0])


def _before(last: Turn | None, index: Index) -> str:
    """The question before and the rows of its answer, in few words."""
    if last is None or not last.chosen:
        return "（无）"
    rows = "、".join(last.rows[:_MOST_ROWS])
    return f"{rendered(last.ask, index.library)}{'；答案中的行：' + rows if rows else ''}"
