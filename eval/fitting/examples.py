"""Examples to learn choosing from: every candidate of every gold question, and whether it would have been right."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.candidate import Candidate
from assistant.candidates import candidates_of
from assistant.evidence import Pool
from assistant.draft import Draft, NoAnswer
from assistant.reading.grammar import asks_of
from assistant.reading.reading import read
from eval.gold import GoldItem, GoldQuestion
from eval.measures.correctness import correct
from eval.response import Response

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["Example", "gold_to_examples", "outcome_to_response"]


@dataclass(frozen=True, slots=True)
class Example:
    """One candidate of one question: its features and whether it is right. `documents` are those of the gold."""

    question: str
    documents: tuple[str, ...]
    features: Mapping[str, float]
    right: bool
    candidate: Candidate
    gold: GoldQuestion


def gold_to_examples(items: Iterable[GoldItem], index: "Index") -> Iterator[Example]:
    """The examples of all single questions; conversations are left out."""
    for item in items:
        if not item.turns:
            yield from _question_to_examples(item, index)


def _question_to_examples(item: GoldItem, index: "Index") -> Iterator[Example]:
    reading = read(item.question, index.library)
    candidates = candidates_of(asks_of(reading, index.library), index)
    pool = Pool.of(candidates, index.library)
    for candidate in candidates:
        right = correct(item, outcome_to_response(candidate.outcome))
        yield Example(item.id, item.docs, pool.features(candidate), right, candidate, item)


def outcome_to_response(outcome: Draft | NoAnswer) -> Response:
    """What a user would be told, as the measures see it."""
    if isinstance(outcome, NoAnswer):
        return Response(status="refused", answer=outcome.message)
    return Response(status="answered", answer="".join(statement.text for statement in outcome.statements))
