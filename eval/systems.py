"""Systems under test behind one protocol: ours, and the plain baselines over our own index."""

from collections.abc import Sequence
from time import perf_counter
from typing import Protocol

from assistant.answer import Answer, Surety
from assistant.assistant import Assistant
from corpus.quoting import bigrams
from eval.response import Response
from eval.text import normal
from indexing.hit import Hit, Signal
from indexing.sentences import text_to_sentences

DEPTH = 10
"""How many passages are kept to judge retrieval."""


class System(Protocol):
    """Something that answers questions, one conversation at a time."""

    name: str

    def respond(self, questions: Sequence[str]) -> list[Response]:
        """One response a question, in order; earlier ones are the history of later ones."""
        ...


class Ours:
    """The assistant as configured; `depth` is how many passages it is asked for, none to judge answers alone."""

    def __init__(self, assistant: Assistant, name: str = "ours", depth: int = DEPTH) -> None:
        self.name = name
        self._assistant = assistant
        self._depth = depth

    def respond(self, questions: Sequence[str]) -> list[Response]:
        """The assistant's answers, each with what its search found for the question as understood."""
        return [self._response(answer) for answer in self._assistant.converse(questions)]

    def _response(self, answer: Answer) -> Response:
        hits = self._found(answer) if self._depth else []
        return Response(
            status=answer.status,
            answer=answer.answer,
            quotes=tuple(citation.quote for citation in answer.citations),
            names=tuple(f"{citation.document_title}{citation.doc_number or ''}" for citation in answer.citations),
            retrieved=tuple(hit.chunk.text for hit in hits),
            reason=answer.refusal.reason if answer.refusal else "",
            sure=answer.surety is Surety.SURE,
            elapsed_ms=answer.elapsed_ms,
        )

    def _found(self, answer: Answer) -> list[Hit]:
        return self._assistant.search(answer.understood, answer.scope.documents, self._depth)


class SingleSignal:
    """A baseline: one signal ranks all passages, and the best sentence of the first one is the answer.

    A whole passage would nearly always be a page poured out; its best sentence is what a reader would be shown.
    """

    def __init__(self, assistant: Assistant, signal: Signal, name: str) -> None:
        self.name = name
        self._assistant = assistant
        self._signal = signal

    def respond(self, questions: Sequence[str]) -> list[Response]:
        """The best sentence for each question; a baseline has no memory and refuses only where it finds nothing."""
        return [self._response(question) for question in questions]

    def _response(self, question: str) -> Response:
        started = perf_counter()
        found = self._assistant.search(question, (), len(self._assistant.index.chunks))
        hits = sorted((hit for hit in found if self._score(hit)), key=self._score, reverse=True)[:DEPTH]
        if not hits:
            return Response(status="refused")
        texts = tuple(hit.chunk.text for hit in hits)
        answer = best_sentence(question, texts[0])
        elapsed = (perf_counter() - started) * 1000
        return Response(status="answered", answer=answer, quotes=texts[:1], retrieved=texts, elapsed_ms=elapsed)

    def _score(self, hit: Hit) -> float:
        return hit.signals.get(self._signal, 0.0)


def best_sentence(question: str, passage: str) -> str:
    """The sentence that shares most character pairs with the question; the first of several.

    >>> best_sentence("几幢亿元楼宇？", "举办推介活动。新增亿元楼宇18幢。")
    '新增亿元楼宇18幢。'
    """
    asked, sentences = bigrams(normal(question)), text_to_sentences(passage)
    return max(sentences, key=lambda sentence: len(asked & bigrams(normal(sentence))), default="").strip()
