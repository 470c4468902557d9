"""Examples to learn choosing from: every candidate of every gold question, and whether it would have been right.

A turn of a conversation is asked behind the turns before it as they should have gone: with the right candidate of each
where there is one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from assistant.answer import RefusalReason
from assistant.answering import competing, understood
from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer
from assistant.evidence import Pool
from assistant.reading.placing import placed
from assistant.reading.reading import read
from assistant.reading.turn import Turn
from assistant.tuning import tuning
from assistant.turning import candidate_to_turn
from eval.gold import GoldItem, questions_of
from eval.measures.correctness import correct
from eval.measures.reckoning import reckons_in_vain
from eval.response import Response

if TYPE_CHECKING:
    from indexing.index import Index

_FOLDS = 5
Fitted = TypeVar("Fitted")


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
    library: str = ""
    """What is left out as a whole with it: the library it is asked of, else its document."""
    asked: str = ""
    """The question in plain words, as its candidates were found."""


def gold_to_questions(items: Iterable[GoldItem], index: "Index") -> Iterator[Question]:
    """The questions of a gold set with their candidates; of a conversation every turn."""
    for item in items:
        turns: list[Turn] = []
        for gold in questions_of(item):
            question, candidates = _asked(gold, turns, index)
            yield question
            if shown := _shown(question, candidates):
                turns.append(candidate_to_turn(shown, index.library))


def _asked(gold: GoldItem, turns: Sequence[Turn], index: "Index") -> tuple[Question, list[Candidate]]:
    reading = placed(read(gold.question, index.library), turns, index.library)
    asked = understood(reading, turns, index.library)
    candidates, _ = competing(asked, index)
    pool = Pool.of(candidates, index.library, asked.behind(index.library))
    said = [outcome_to_response(one.outcome) for one in candidates]
    right = _right(gold, said)
    every = zip(candidates, pool.features(), said, right, strict=True)
    examples = tuple(Example(features, good, told.answer, one.way) for one, features, told, good in every)
    return Question(gold, examples, bool(reading.unknown_places), asked=pool.asked), candidates


def _right(gold: GoldItem, said: Sequence[Response]) -> list[bool]:
    """Which responses are right; of those that reckon what was not asked for none where another does without."""
    right = [correct(gold, one) for one in said]
    vain = [good and reckons_in_vain(gold, one) for good, one in zip(right, said, strict=True)]
    plain = any(good and not idle for good, idle in zip(right, vain, strict=True))
    return [good and not (plain and idle) for good, idle in zip(right, vain, strict=True)]


def _shown(question: Question, candidates: Sequence[Candidate]) -> Candidate | None:
    """The candidate that a conversation goes on from: the best right one, else the best; None where none can be."""
    if question.settled or not candidates:
        return None
    scores = tuning().scores([one.features for one in question.examples])
    every = zip(question.examples, scores, candidates, strict=True)
    *_, best = max(every, key=lambda one: (one[0].right, one[1]))
    return None if _is_foreign(best.outcome) else best


def _is_foreign(outcome: Draft | NoAnswer) -> bool:
    return isinstance(outcome, NoAnswer) and outcome.reason is RefusalReason.OUT_OF_SCOPE


def outcome_to_response(outcome: Draft | NoAnswer) -> Response:
    """What a user would be told, as the measures see it."""
    return Response(status="refused" if isinstance(outcome, NoAnswer) else "answered", answer=outcome.text)


def folded(
    questions: Sequence[Question],
    groups: Sequence[str],
    fit: Callable[[Sequence[Question]], Fitted],
    put: Callable[[Question, Fitted], Question],
) -> list[Question]:
    """The questions as `put` by fits that never saw a fifth of the groups, theirs among these."""
    folds = {group: at % _FOLDS for at, group in enumerate(sorted(set(groups)))}
    again = list(questions)
    for fold in sorted(set(folds.values())):
        fitted = fit([one for one, group in zip(questions, groups, strict=True) if folds[group] != fold])
        for at, group in enumerate(groups):
            if folds[group] == fold:
                again[at] = put(questions[at], fitted)
    return again
