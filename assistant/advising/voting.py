"""What a model's advice weighs in the choice: the only place where it does. Decides nothing.

The trees of choosing never see advice: replies cost too much to learn trees from. Each kind of vote instead adds a
constant to the rank score and to the logarithm of the odds of a candidate (`votes` of the tuning, which
`python -m eval.votes` fits to the replies that an evaluation recorded).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.advising.advice import Advice
from assistant.behind import Behind
from assistant.candidate import Candidate
from assistant.choosing import Choice, choices
from assistant.draft import Draft
from assistant.evidence import FORMED
from assistant.reading.ask import Subject
from assistant.tuning import tuning
from corpus.facts import Evidence, Library
from corpus.quoting import compact

VOTES = ("voted", "alike", "chosen", "cited", "silent")
"""voted: the best that the documents say to a meaning the model gave; alike: what is of the subject and fold of such;
chosen: what the sentences say that it chose; cited: what rests on such a sentence; silent: prose, where it found none.
"""
_SAME = 20
"""So many characters of a quote in another make them the same words."""


def advised(ranked: Sequence[Choice], advice: Advice, library: Library, behind: Behind | None = None) -> list[Choice]:
    """The choices with those that the advice adds, each without its votes, the best first; `behind` the turns before.

    Those that were there before keep their scores and chances: company changes nothing but by votes.
    """
    known = {one.candidate.said for one in ranked}
    added: dict[object, Candidate] = {}
    for candidate in (*(one for each in advice.meant for one in each), *advice.chosen):
        if candidate.said not in known:
            added.setdefault(candidate.said, candidate)
    if not added:
        return list(ranked)
    joint = choices([*(one.candidate for one in ranked), *added.values()], library, behind)
    new = [one for one in joint if any(one.candidate is candidate for candidate in added.values())]
    return sorted([*ranked, *new], key=lambda choice: -choice.score)


def voted(choices_: Iterable[Choice], advice: Advice) -> list[Choice]:
    """The choices with the weight of their votes, the best first. None speaks for an answer without the form asked for
    (a name, a day, an amount): a model that picks a sentence does not know what it must hold.
    """
    ranked = list(choices_)
    found = [weighed(one, _counted(one, votes_for(one.candidate, advice)), tuning().votes) for one in ranked]
    return sorted(found, key=lambda choice: -choice.score) if found != ranked else ranked


def _counted(choice: Choice, votes: Mapping[str, float]) -> Mapping[str, float]:
    formed = choice.features.get(FORMED, 0.0) >= 0
    return votes if formed else {name: value for name, value in votes.items() if name == "silent"}


def votes_for(candidate: Candidate, advice: Advice) -> dict[str, float]:
    """The votes that a candidate has, by their names; those it has not are left out."""
    said = candidate.said
    firsts = [each[0] for each in advice.meant if each]
    sentences = {compact(item.quote) for one in advice.chosen for item in _evidence(one)}
    told = {
        "voted": any(one.said == said for one in firsts),
        "alike": any(_kind(one) == _kind(candidate) for one in firsts),
        "chosen": any(one.said == said for one in advice.chosen),
        "cited": any(_overlap(compact(item.quote), other) for item in _evidence(candidate) for other in sentences),
        "silent": advice.silent and candidate.ask.subject is Subject.PROSE,
    }
    return {name: 1.0 for name, given in told.items() if given}


def weighed(choice: Choice, votes: Mapping[str, float], weights: Mapping[str, float]) -> Choice:
    """A choice with the weight of its votes; without votes it stays as it is, to the last digit."""
    if not votes:
        return choice
    odds = math.fsum(weights.get(name, 0.0) * value for name, value in votes.items())
    features = {**choice.features, **votes}
    return replace(choice, features=features, score=choice.score + odds, chance=_shifted(choice.chance, odds))


def _shifted(chance: float, odds: float) -> float:
    """A chance whose odds are multiplied by e to the power of `odds`."""
    if not 0 < chance < 1:
        return chance
    return 1 / (1 + math.exp(-(math.log(chance / (1 - chance)) + odds)))


def _kind(candidate: Candidate) -> tuple[object, ...]:
    ask = candidate.ask
    return ask.subject, ask.fold, ask.per_document, ask.where.documents


def _evidence(candidate: Candidate) -> tuple[Evidence, ...]:
    return candidate.outcome.evidence if isinstance(candidate.outcome, Draft) else ()


def _overlap(one: str, other: str) -> bool:
    """Whether one quote stands in the other."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SAME and short in long
