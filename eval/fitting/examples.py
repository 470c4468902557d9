"""Examples to learn choosing from: every candidate of every gold question, and whether it would have been right."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.candidates import candidates_of
from assistant.draft import Draft, NoAnswer
from assistant.evidence import Pool
from assistant.reading.grammar import asks_of
from assistant.reading.reading import read
from eval.gold import GoldItem
from eval.measures.correctness import correct
from eval.response import Response

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["Example", "Question", "gold_to_questions"]


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate: its features, what it says, and whether that is right."""

    features: Mapping[str, float]
    right: bool
    said: str
    name: str
    """Subject and fold."""


@dataclass(frozen=True, slots=True)
class Question:
    """A gold question with its candidates; `settled` where no candidate is asked (a place nobody knows)."""

    gold: GoldItem
    examples: tuple[Example, ...]
    settled: bool = False


def gold_to_questions(items: Iterable[GoldItem], index: "Index") -> Iterator[Question]:
    """The questions of a gold set with their candidates; conversations are left out."""
    for item in items:
        if not item.turns:
            yield _question(item, index)


def _question(item: GoldItem, index: "Index") -> Question:
    reading = read(item.question, index.library)
    candidates = candidates_of(asks_of(reading, index.library), index)
    pool = Pool.of(candidates, index.library)
    examples = []
    for one in candidates:
        response = _outcome_to_response(one.outcome)
        name = f"{one.ask.subject} {one.ask.fold}"
        examples.append(Example(pool.features(one), correct(item, response), response.answer, name))
    return Question(item, tuple(examples), bool(reading.unknown_places))


def _outcome_to_response(outcome: Draft | NoAnswer) -> Response:
    """What a user would be told, as the measures see it."""
    if isinstance(outcome, NoAnswer):
        return Response(status="refused", answer=outcome.message)
    return Response(status="answered", answer="".join(statement.text for statement in outcome.statements))
