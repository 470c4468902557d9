"""Systems under test behind one protocol: ours and the plain baselines over our own index."""

from collections.abc import Sequence
from typing import Protocol

from assistant.answer import Answer
from assistant.assistant import Assistant
from eval.response import Response
from indexing.hit import Hit, Signal

__all__ = ["Ours", "SingleSignal", "System"]

DEPTH = 10
"""How many passages are kept to judge retrieval."""


class System(Protocol):
    """Something that answers questions, one conversation at a time."""

    name: str

    def respond(self, questions: Sequence[str]) -> list[Response]:
        """One response a question, in order; earlier ones are the history of later ones."""
        ...


class Ours:
    """The assistant as shipped."""

    def __init__(self, assistant: Assistant, name: str = "ours") -> None:
        self.name = name
        self._assistant = assistant

    def respond(self, questions: Sequence[str]) -> list[Response]:
        """The assistant's answers, each with what its search found for the question as understood."""
        return [self._response(answer) for answer in self._assistant.converse(questions)]

    def _response(self, answer: Answer) -> Response:
        hits = self._assistant.search(answer.understood, answer.scope.documents, DEPTH)
        return Response(
            status=answer.status,
            answer=answer.answer,
            quotes=tuple(citation.quote for citation in answer.citations),
            names=tuple(f"{citation.document_title}{citation.doc_number or ''}" for citation in answer.citations),
            retrieved=tuple(hit.chunk.text for hit in hits),
            elapsed_ms=answer.elapsed_ms,
        )


class SingleSignal:
    """A baseline that answers with the passage one signal ranks first, whatever was asked."""

    def __init__(self, assistant: Assistant, signal: Signal) -> None:
        self.name = f"{signal} alone"
        self._assistant = assistant
        self._signal = signal

    def respond(self, questions: Sequence[str]) -> list[Response]:
        """The first passage of each question; a baseline has no memory and never refuses."""
        return [self._response(question) for question in questions]

    def _response(self, question: str) -> Response:
        hits = sorted(self._assistant.search(question, (), 5 * DEPTH), key=self._score, reverse=True)[:DEPTH]
        texts = tuple(hit.chunk.text for hit in hits)
        return Response(status="answered", answer=texts[0] if texts else "", quotes=texts[:1], retrieved=texts)

    def _score(self, hit: Hit) -> float:
        return hit.signals.get(self._signal, 0.0)
