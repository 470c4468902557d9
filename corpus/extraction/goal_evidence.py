"""Whether a number that running text states is a goal, told by the words around it, headings, title, unit and time.

Every number that can be named is asked about; what goals, money, rates, conditions, standing rules and records look
like, `python -m eval.fit --reading` learns from numbers that readers judged (goals.json).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from corpus.extraction.goal_clauses import SETS
from corpus.extraction.goal_readings import Reading
from corpus.extraction.goal_words import (
    is_promise,
    is_refused_clause,
    looks_ahead,
    sets_rules,
    titles_goals,
    titles_record,
    titles_work,
)
from corpus.extraction.indicators import begins_with_work
from corpus.extraction.left_out import is_measured
from corpus.extraction.periods import Time
from corpus.extraction.setting import Setting
from corpus.extraction.weighing import Weights, around, grams, kept_weights, runs
from corpus.folding.characters import fold
from corpus.folding.numerals import number_text
from corpus.folding.units import unit_family
from corpus.quoting import compact

GOALS = "goals.json"
"""The file of fitted weights, beside this module."""
_NUMBER = re.compile(r"\d[\d.,]*")
GOAL, OTHER = "goal", "other"
_BEFORE, _BEHIND, _SENTENCE, _TITLE = 18, 14, 80, 10
"""So many characters are looked at: before a number and behind it, of its sentence, and the last of the title."""
_CLAUSE = 12
"""By so many characters a clause is found again in its sentence."""
_LONG, _FAR, _STEPS = 30, 20, 5
"""By such steps it is told how long a sentence is and how far into it a number stands, up to the fifth."""
_KEPT = 8
"""Of so many sentences and clauses it is remembered how they read: their numbers come one after the other."""


@dataclass(frozen=True, slots=True)
class Told:
    """A number as running text tells it."""

    sentence: str
    clause: str
    opens: bool
    """Whether the sentence opens its paragraph."""
    past: bool
    """Whether the paragraph tells of years gone by, and no words look ahead since."""
    under: tuple[str, ...]
    """The headings that it stands under, outermost first."""
    titles: bool
    """Whether it stands in the last of them."""
    indicator: str
    number: str
    """The value in plain digits."""
    unit: str
    bound: str
    time: Time
    dated: str
    """Where its time comes from: its own part of the sentence, another part, the words before, or nowhere."""
    conditional: bool
    """Whether a clause says in which case it holds."""
    described: bool
    """Whether it says how large something else is, or how long it lasts."""

    @classmethod
    def of(
        cls,
        reading: Reading,
        sentence: str,
        under: tuple[str, ...],
        time: Time,
        *,
        dated: str,
        opens: bool = True,
        past: bool = False,
        titles: bool = False,
    ) -> "Told":
        """A number as it was read, with what stands around it."""
        return cls(
            sentence=sentence,
            clause=reading.clause,
            opens=opens,
            past=past,
            under=under,
            titles=titles,
            indicator=reading.indicator,
            number=number_text(reading.quantity.value),
            unit=reading.quantity.unit,
            bound=str(reading.quantity.bound),
            time=time,
            dated=dated,
            conditional=reading.conditional,
            described=reading.described,
        )


def is_goal(told: Told, setting: Setting) -> bool:
    """Whether a number is a goal; what is told of years gone by is none."""
    return not told.past and goal_margin(goal_evidence(told, setting), kept_weights(GOALS)) > 0


def goal_margin(evidence: Sequence[str], weights: Weights) -> float:
    """By how much more the evidence speaks for a goal than against it."""
    return sum(weights[GOAL].get(name, 0.0) - weights[OTHER].get(name, 0.0) for name in evidence)


def goal_evidence(told: Told, setting: Setting) -> tuple[str, ...]:
    """What speaks for a goal or against it, by name."""
    names = ("bias", *_words(told, setting), *_headings(told, setting), *_measures(told, setting))
    names += tuple(_senses(told, setting))
    return tuple(dict.fromkeys(names))


def _words(told: Told, setting: Setting) -> Iterator[str]:
    """What stands around the number, and where in its sentence it stands."""
    quote, start = _found(told)
    before = _plain(quote[max(0, start - _BEFORE) : start], setting.year)
    behind = _plain(quote[start + len(told.number) :][:_BEHIND], setting.year)
    yield from (f"before:{one}" for one in runs(before, (2, 3)))
    yield from (f"right before:{before[-length:]}" for length in (1, 2, 3, 4))
    yield from (f"behind:{one}" for one in runs(behind, (2, 3)))
    yield from (f"right behind:{behind[:length]}" for length in (1, 2, 3))
    yield from _clause(told.clause, setting.year)
    yield from (f"sentence:{one}" for one in runs(_plain(quote[:_SENTENCE], setting.year), (2,)))
    yield from (f"counted:{one}" for one in grams(told.indicator, (2,)))
    yield f"long:{min(len(quote) // _LONG, _STEPS)}"
    yield f"at:{min(start // _FAR, _STEPS)}"
    yield f"ends:{start + len(told.number) + len(told.unit) >= len(quote) - 1}"
    yield f"{_lies(told, setting)}, after {before[-2:]}"


@lru_cache(maxsize=_KEPT)
def _clause(clause: str, year: int | None) -> tuple[str, ...]:
    """What the clause of a number says, which is asked for each of its numbers."""
    return tuple(dict.fromkeys(f"clause:{one}" for one in grams(_plain(compact(clause), year), (2, 3))))


@lru_cache(maxsize=_KEPT)
def _folded(sentence: str) -> str:
    return fold(compact(sentence))


def _found(told: Told) -> tuple[str, int]:
    """The sentence, and where in it the number of the clause stands."""
    quote = _folded(told.sentence)
    clause = max(0, quote.find(fold(compact(told.clause))[:_CLAUSE]))
    return quote, max(0, quote.find(told.number, clause), clause if told.number not in quote else 0)


def _headings(told: Told, setting: Setting) -> Iterator[str]:
    """What the headings and the title say, and how far down the number stands."""
    under, title = [around(compact(heading), setting.year) for heading in told.under], compact(setting.title)
    for up, heading in enumerate(reversed(under[-2:])):
        yield from (f"heading {up}:{one}" for one in grams(heading, (2,)))
    yield from (f"path:{one}" for heading in under for one in grams(heading, (2,)))
    yield from (f"top:{one}" for heading in under[:1] for one in grams(heading, (2,)))
    yield from (f"title:{one}" for one in runs(f"{title[-_TITLE:]}$", (2,)))
    yield from (f"depth:{len(under)}", f"titles:{told.titles}", f"opens:{told.opens}")
    kind = title[-2:]
    yield f"kind of document:{kind}"
    said = (
        told.bound,
        _measure(told),
        _lies(told, setting),
        under[-1][:2] if under else "",
        f"case {told.conditional}",
    )
    yield from (f"{kind}, {one}" for one in said)


def _measures(told: Told, setting: Setting) -> Iterator[str]:
    """What is measured, by when, and in which case."""
    lies, measure = _lies(told, setting), _measure(told)
    yield from (f"measures:{measure}", f"unit:{told.unit}", f"bound:{told.bound}", f"when:{lies}")
    yield from (f"dated:{told.dated}", f"case:{told.conditional}", f"described:{told.described}")
    yield from (f"{one}, {two}" for one, two in product((lies,), (f"dated {told.dated}", told.bound)))
    yield from (f"{lies}, dated {told.dated}, {told.bound}", f"{measure}, {told.bound}")
    whole, _, part = told.number.partition(".")
    yield from (f"digits:{len(whole)}", f"round:{told.number.endswith('0')}", f"parts:{part != ''}")


def _senses(told: Told, setting: Setting) -> Iterator[str]:
    """What sort of words these are, whichever: such as promise, set, award or tell of work, under titles that do."""
    promises, refused, ahead = _said(told.clause, told.sentence)
    works, rules, lies = begins_with_work(told.indicator), sets_rules(setting.title), _lies(told, setting)
    yield from (f"promises:{promises}", f"refused:{refused}", f"ahead:{ahead}", f"rules:{rules}", f"works:{works}")
    yield from (f"measured:{is_measured(told.indicator)}", f"sets:{SETS.search(told.clause) is not None}")
    yield f"goals above:{any(map(titles_goals, told.under))}"
    yield f"work above:{any(map(titles_work, told.under[-1:]))}"
    yield f"record above:{any(map(titles_record, told.under))}"
    yield f"promises {promises}, rules {rules}, refused {refused}"
    yield f"promises {promises}, {lies}, case {told.conditional}"
    yield from (f"works {works}, {_measure(told)}", f"works {works}, rules {rules}")


@lru_cache(maxsize=_KEPT)
def _said(clause: str, sentence: str) -> tuple[bool, bool, bool]:
    """Whether a clause promises or is refused, and whether its sentence looks ahead: asked for each of its numbers."""
    return is_promise(clause), is_refused_clause(clause), looks_ahead(sentence)


def _measure(told: Told) -> str:
    return unit_family(told.unit) or told.unit


def _plain(words: str, year: int | None) -> str:
    """Words with years as they lie, all other numbers alike."""
    return _NUMBER.sub("0", around(words, year))


def _lies(told: Told, setting: Setting) -> str:
    """How the number's time lies to the document's own."""
    last, year = told.time.last, setting.year
    if told.past:
        return "past"
    if last is None or year is None:
        return "never" if last is None else "some time"
    return "past" if last < year else "now" if last == year else "ahead"
