"""From a reading to an outcome: Asks, candidates, choice; the parts of a question each for itself."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from math import prod
from typing import TYPE_CHECKING

from assistant.advising.advice import NO_ADVICE, Advice
from assistant.advising.voting import advised, voted
from assistant.candidates import candidates_of
from assistant.choosing import Choice, choices
from assistant.citing import draft_problems, problem_kinds
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.smalltalk import answer_smalltalk
from assistant.reading.ask import Ask
from assistant.reading.reading import Reading
from assistant.refusing import is_foreign, refusal_of, refused_at_once
from assistant.tuning import tuning

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["Outcome", "Understood", "answered", "outcome_of", "reconsidered"]

_MOST_TRIED = 4
_SEVERAL = 2

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Understood:
    """A question, or a part of one, with all that it may mean."""

    reading: Reading
    asks: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is answered, and how that came about. `ask` is the meaning that won; `choices` all candidates by chance."""

    understood: Understood
    result: Draft | NoAnswer
    ask: Ask
    chance: float
    choices: tuple[Choice, ...] = ()
    rows: tuple[str, ...] = ()
    parts: tuple["Outcome", ...] = field(default=())
    advice: Advice = NO_ADVICE
    sections: tuple[Draft, ...] = ()
    """Those of a report, which are worded one by one."""


def answered(whole: Understood, parts: Sequence[Understood], index: "Index") -> Outcome:
    """The outcome of a question: of the whole, or of its parts put together where these are likelier right, or where
    the whole is refused though each part is answered.
    """
    outcome = outcome_of(whole, index)
    if len(parts) < _SEVERAL:
        return outcome
    each = tuple(outcome_of(part, index) for part in parts)
    together = prod(one.chance for one in each)
    drafts = [(one, one.result) for one in each if isinstance(one.result, Draft)]
    unanswered = isinstance(outcome.result, NoAnswer) and len(drafts) == len(each)
    if not drafts or (together <= outcome.chance and not unanswered):
        return outcome
    return _together(outcome, each)


def reconsidered(outcome: Outcome, advise: Callable[[Outcome], Advice], index: "Index") -> Outcome:
    """The outcome after advice; of several parts the one that is least sure is advised on."""
    if not outcome.parts:
        return _advised(outcome, advise(outcome), index)
    least = min(outcome.parts, key=lambda part: part.choices[0].chance if part.choices else 1.0)
    again = _advised(least, advise(least), index)
    if again is least:
        return outcome
    parts = tuple(again if part is least else part for part in outcome.parts)
    together = _together(outcome, parts) if any(isinstance(one.result, Draft) for one in parts) else outcome
    return replace(together, advice=again.advice)


def outcome_of(understood: Understood, index: "Index") -> Outcome:
    """The likeliest candidate whose statements stand on their quotes, or a refusal where none is likely enough."""
    first = understood.asks[0]
    if refused := refused_at_once(understood.reading, index.library):
        return Outcome(understood, refused, first, 1.0)
    if courtesy := next((one for one in answer_smalltalk(first, index) if "courtesy" in one.features), None):
        return Outcome(understood, courtesy.outcome, first, 1.0)
    return _decided(understood, choices(candidates_of(understood.asks, index), index.library), index)


def _decided(understood: Understood, choices_: Sequence[Choice], index: "Index") -> Outcome:
    ranked, first = tuple(choices_), understood.asks[0]
    foreign = is_foreign(understood.reading, ranked)
    least = tuning().foreign_below if foreign else tuning().refuse_below
    for choice in ranked[:_MOST_TRIED]:
        if choice.chance < least:
            break
        if _holds(choice, understood.reading, index):
            outcome = choice.candidate.outcome
            return Outcome(understood, outcome, choice.candidate.ask, choice.chance, ranked, choice.candidate.rows)
    best = ranked[0] if ranked else None
    refused = refusal_of(understood.reading, list(ranked[:3]), index)
    return Outcome(understood, refused, best.candidate.ask if best else first, 1 - (best.chance if best else 0), ranked)


def _advised(outcome: Outcome, advice: Advice, index: "Index") -> Outcome:
    """The outcome as its candidates and those of the advice stand after the votes."""
    if not advice.asked:
        return outcome
    ranked = voted(advised(outcome.choices, advice, index.library), advice)
    again = _decided(outcome.understood, ranked, index)
    return replace(again, advice=replace(advice, told=again.result != outcome.result))


def _together(whole: Outcome, each: tuple[Outcome, ...]) -> Outcome:
    """The outcomes of the parts as one; some part has a draft."""
    first, draft = next((one, one.result) for one in each if isinstance(one.result, Draft))
    joined = replace(draft, statements=_joined([one.result for one in each]))
    return Outcome(
        whole.understood, joined, first.ask, prod(one.chance for one in each), whole.choices, first.rows, each
    )


def _holds(choice: Choice, reading: Reading, index: "Index") -> bool:
    """Whether every statement of a draft stands on its quotes; what does not is a defect."""
    outcome = choice.candidate.outcome
    if isinstance(outcome, NoAnswer):
        return True
    problems = draft_problems(outcome, index.library, reading.text)
    if problems:
        ask = choice.candidate.ask
        _log.error("unverified draft of %s %s: %s", ask.subject, ask.fold, problem_kinds(problems))
    return not problems


def _joined(results: Sequence[Draft | NoAnswer]) -> tuple[Statement, ...]:
    """The statements of all parts, each once; of a part that is refused, why."""
    return tuple({one.text: one for result in results for one in _statements(result)}.values())


def _statements(result: Draft | NoAnswer) -> tuple[Statement, ...]:
    return (Statement(result.message, result.correction),) if isinstance(result, NoAnswer) else result.statements
