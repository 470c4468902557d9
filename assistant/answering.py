"""From a reading to an outcome: Asks, candidates, choice; the parts of a question each for itself."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from assistant.advising.advice import NO_ADVICE, Advice
from assistant.advising.voting import advised, voted
from assistant.answer import AnswerKind, Surety
from assistant.behind import Behind
from assistant.candidate import Candidate
from assistant.candidates import candidates_of, sought_of
from assistant.choosing import Choice, choices
from assistant.cited import with_nearness
from assistant.citing import draft_problems, problem_kinds
from assistant.draft import Draft, NoAnswer
from assistant.facts.smalltalk import answer_smalltalk
from assistant.joining import joined, with_other
from assistant.reading.ask import Ask
from assistant.reading.following import followed
from assistant.reading.parts import parts_of
from assistant.reading.placing import placed
from assistant.reading.reading import Reading
from assistant.reading.sides import sides_of
from assistant.reading.turn import Turn
from assistant.refusing import is_silent, least_chance, refusal_of, refused_at_once
from assistant.settling import settled
from assistant.surety import surety_of
from assistant.tuning import tuning
from assistant.turning import candidate_to_turn
from assistant.two_sides import side_by_side
from assistant.validity import today

if TYPE_CHECKING:
    from corpus.facts import Library
    from indexing.index import Index

_MOST_TRIED = 4
_KEPT, _FEW = 64, 3
"""So many outcomes are kept; an answer of more statements is told alone."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Understood:
    """A question, or a part of one, with all that it may mean."""

    reading: Reading
    asks: tuple[Ask, ...]
    parts: tuple["Understood", ...] = ()
    """The questions asked in it, where they are several."""
    own: Reading | None = None
    """Of a part, what it says itself."""
    turns: tuple[Turn, ...] = ()
    """Those before it, the last at the end."""
    sides: tuple[tuple[str, "Understood"], ...] = ()
    """What it asks of each of the two that it sets beside each other, by what these are called."""

    def behind(self, library: "Library") -> Behind | None:
        """What tells how candidates hang on the turns before it; None where it is the first."""
        return Behind(self.reading, self.turns, library) if self.turns else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is answered, and how that came about. `ask` is the meaning that won; `choices` all candidates by chance."""

    understood: Understood
    result: Draft | NoAnswer
    ask: Ask
    chance: float
    choices: tuple[Choice, ...] = ()
    rows: tuple[str, ...] = ()
    parts: tuple["Outcome", ...] = ()
    each: tuple["Outcome", ...] = ()
    """Those of all parts; `parts` are the same where they won together."""
    advice: Advice = NO_ADVICE
    sections: tuple[Draft, ...] = ()
    """Those of a report, which are worded one by one."""


def understood(reading: Reading, turns: Sequence[Turn], library: "Library") -> Understood:
    """All that a question may mean behind the turns before it, as a whole and in parts."""
    parts = (
        Understood(part.reading, tuple(followed(part.reading, turns, library)), own=part.own, turns=tuple(turns))
        for part in parts_of(reading, library)
    )
    asks = tuple(followed(reading, turns, library))
    sides = () if turns else tuple(_sides(reading, library))
    return Understood(reading, asks, tuple(parts), turns=tuple(turns), sides=sides)


def _sides(reading: Reading, library: "Library") -> Iterator[tuple[str, Understood]]:
    for side in sides_of(reading, library):
        alone = side.reading if side.reading.named else placed(side.reading, (), library)
        yield side.label, Understood(alone, tuple(followed(alone, (), library)))


def outcome_of(asked: Understood, index: "Index") -> Outcome:
    """The likeliest candidate whose statements stand on their quotes, or a refusal where none is likely enough.

    The last ones are kept: what is proposed on the page, and asked again, is asked by many.
    """
    return _outcome_of(asked, index, index.pending, today())


@lru_cache(maxsize=_KEPT)
def _outcome_of(asked: Understood, index: "Index", _pending: bool, _day: date) -> Outcome:
    """The same as long as vectors are there or not, and on one day: terms run out."""
    first = asked.asks[0]
    if refused := refused_at_once(asked.reading, index.library):
        return Outcome(asked, refused, first, 1.0)
    if courtesy := next((one for one in answer_smalltalk(first, index) if "courtesy" in one.features), None):
        return Outcome(asked, courtesy.outcome, first, 1.0)
    alone = (side for _, side in asked.sides)
    index.expect(text for one in (asked, *asked.parts, *alone) for ask in one.asks for text in sought_of(ask))
    candidates, each = competing(asked, index)
    return _decided(asked, choices(candidates, index.library, asked.behind(index.library)), each, index)


def outcome_to_turn(outcome: Outcome, library: "Library") -> Turn:
    """What the turns behind an outcome need of it."""
    return candidate_to_turn(Candidate(outcome.ask, outcome.result, rows=outcome.rows), library)


def beside(outcome: Outcome, index: "Index") -> Candidate | None:
    """The next likeliest draft that says something else, where what was chosen is short and not likely enough alone."""
    if outcome.chance >= tuning().beside_below or not isinstance(outcome.result, Draft) or outcome.sections:
        return None
    if len(outcome.result.statements) > _FEW or outcome.result.kind is AnswerKind.YES_NO:
        return None
    said, best, parts = outcome.result.text, outcome.choices[0].score, outcome.parts
    near = (one for one in outcome.choices[:_MOST_TRIED] if one.score >= best - tuning().beside_within)
    others = (one for one in near if _says_else(one.candidate.outcome, said) and not (one.candidate.several and parts))
    fitting = (one for one in others if with_other(outcome.result, one.candidate) != outcome.result)
    return next((one.candidate for one in fitting if _holds(one, outcome.understood.reading, index)), None)


def competing(asked: Understood, index: "Index") -> tuple[list[Candidate], tuple[Outcome, ...]]:
    """All candidates of a question, the one that puts together the answers to its parts among them, and these."""
    each = _each(asked.parts, index)
    told = any(isinstance(one.result, Draft) for one in each)
    two = side_by_side([(label, outcome_of(side, index)) for label, side in asked.sides], asked.asks[0], index.library)
    return with_nearness([*candidates_of(asked.asks, index), *([joined(each)] if told else []), *two], index), each


def reconsidered(outcome: Outcome, advise: Callable[[Outcome], Advice], index: "Index") -> Outcome:
    """The outcome after advice; of several parts the one that is least sure is advised on."""
    if not outcome.parts:
        return _advised(outcome, advise(outcome), index)
    least = min(outcome.parts, key=lambda part: part.choices[0].chance if part.choices else 1.0)
    again = _advised(least, advise(least), index)
    if again is least:
        return outcome
    parts = tuple(again if part is least else part for part in outcome.parts)
    if all(isinstance(one.result, NoAnswer) for one in parts):
        return replace(outcome, advice=again.advice)
    return replace(outcome, result=joined(parts).outcome, parts=parts, advice=again.advice)


def _decided(asked: Understood, choices_: Sequence[Choice], each: tuple[Outcome, ...], index: "Index") -> Outcome:
    ranked, first = tuple(choices_), asked.asks[0]
    least, silent = least_chance(asked.reading, ranked), is_silent(ranked)
    for choice in _likely(ranked, least)[:_MOST_TRIED]:
        if silent and isinstance(choice.candidate.outcome, Draft):
            break
        if _holds(choice, asked.reading, index):
            return _chosen(asked, _settled(choice, ranked, asked.reading, index), ranked, each)
    best = ranked[0] if ranked else None
    refused = refusal_of(asked.reading, ranked, index)
    return Outcome(asked, refused, best.candidate.ask if best else first, 1 - (best.chance if best else 0), ranked)


def _likely(ranked: Sequence[Choice], least: float) -> list[Choice]:
    """Those before the first that is not likely enough; where that is the first of all, or where the first is likelier
    wrong than right, before them an answer that is sure of one part and says which it could not answer.
    """
    likely = list(takewhile(lambda choice: choice.chance >= least, ranked))
    if likely and surety_of(likely[0].chance) is not Surety.DOUBTFUL:
        return likely
    told = (one for one in ranked if one.chance >= least and one.candidate.features.get("refused", 0.0) > 0)
    partly = (one for one in told if one.candidate.features["most"] >= tuning().sure_from)
    return [*islice(partly, 1), *likely]


def _settled(choice: Choice, ranked: Sequence[Choice], reading: Reading, index: "Index") -> Choice:
    """A choice without a verdict on what is claimed, with the one that the likeliest candidates' sentences give."""
    verdict = settled(choice.candidate, ranked, index.library)
    given = replace(choice, candidate=verdict) if verdict else None
    return given if given and _holds(given, reading, index) else choice


def _chosen(asked: Understood, choice: Choice, ranked: tuple[Choice, ...], each: tuple[Outcome, ...]) -> Outcome:
    one = choice.candidate
    return Outcome(asked, one.outcome, one.ask, choice.chance, ranked, one.rows, each if one.several else (), each)


def _each(parts: Sequence[Understood], index: "Index") -> tuple[Outcome, ...]:
    """The outcomes of the parts; each may go on from the one before as a turn does."""
    found: list[Outcome] = []
    for part in parts:
        turns = [outcome_to_turn(one, index.library) for one in found[-1:]]
        after = followed(part.own, turns, index.library) if turns and part.own else []
        found.append(outcome_of(replace(part, asks=tuple(dict.fromkeys([*part.asks, *after]))), index))
    return tuple(found)


def _advised(outcome: Outcome, advice: Advice, index: "Index") -> Outcome:
    """The outcome as its candidates and those of the advice stand after the votes."""
    if not advice.asked:
        return outcome
    ranked = voted(advised(outcome.choices, advice, index.library, outcome.understood.behind(index.library)), advice)
    again = _decided(outcome.understood, ranked, outcome.each, index)
    return replace(again, advice=replace(advice, told=again.result != outcome.result))


def _says_else(result: Draft | NoAnswer, said: str) -> bool:
    return isinstance(result, Draft) and said not in result.text


def _holds(choice: Choice, reading: Reading, index: "Index") -> bool:
    """Whether every statement of a draft stands on its quotes; what does not is a defect.

    Parts were looked at before.
    """
    outcome = choice.candidate.outcome
    if isinstance(outcome, NoAnswer) or choice.candidate.several:
        return True
    ask = choice.candidate.ask
    asked = " ".join((reading.text, *(f"{year}年" for year in ask.where.years)))  # some are of the turn before
    problems = draft_problems(outcome, index.library, asked)
    if problems:
        _log.error("unverified draft of %s %s: %s", ask.subject, ask.fold, problem_kinds(problems))
    return not problems
