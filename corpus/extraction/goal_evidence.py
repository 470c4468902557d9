"""Whether a number that running text states is a goal, told by the words around it, headings, title, unit and time.

What makes a goal of it, `prose_targets` finds; this weighs against it what money, rates, conditions, standing rules and
records look like, as `python -m eval.fit --reading` learns it from numbers that readers judged (goals.json).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.extraction.periods import Time
from corpus.extraction.setting import Setting
from corpus.extraction.weighing import around, grams, kept_weights, likeliest, runs
from corpus.folding.characters import fold
from corpus.folding.numerals import number_text
from corpus.folding.units import unit_family
from corpus.quoting import compact
from corpus.target import Target

__all__ = ["GOAL", "GOALS", "Told", "goal_evidence", "only_goals"]

GOALS = "goals.json"
"""The file of fitted weights, beside this module."""
_NUMBER = re.compile(r"\d[\d.,]*")
GOAL, OTHER = "goal", "other"
_BEFORE, _BEHIND, _SENTENCE, _TITLE = 18, 14, 80, 10
"""So many characters are looked at: before a number and behind it, of its sentence, and the last of the title."""


@dataclass(frozen=True, slots=True)
class Told:
    """A number as running text tells it."""

    quote: str
    under: tuple[str, ...]
    """The headings that it stands under, outermost first."""
    indicator: str
    number: str
    """The value in plain digits."""
    unit: str
    bound: str
    time: Time


def only_goals(targets: Iterable[Target], setting: Setting) -> list[Target]:
    """Those that are goals of what was read as targets of running text."""
    weights = kept_weights(GOALS)
    return [one for one in targets if likeliest(goal_evidence(_told(one), setting), weights) == GOAL]


def _told(target: Target) -> Told:
    """The number of a target as its sentence tells it."""
    number, quantity = number_text(target.quantity.value), target.quantity
    time = Time(target.year, target.period)
    return Told(target.quote, target.place.path, target.indicator, number, quantity.unit, str(quantity.bound), time)


def goal_evidence(told: Told, setting: Setting) -> tuple[str, ...]:
    """What speaks for a goal or against it, by name."""
    quote, title = fold(compact(told.quote)), compact(setting.title)
    start = max(0, quote.find(told.number))
    before = _plain(quote[max(0, start - _BEFORE) : start], setting)
    behind = _plain(quote[start + len(told.number) :][:_BEHIND], setting)
    above = [grams(compact(heading), (2,)) for heading in reversed(told.under[-2:])]
    names = (
        "bias",
        *(f"before:{one}" for one in runs(before, (2, 3))),
        *(f"right before:{before[-length:]}" for length in (1, 2, 3, 4)),
        *(f"behind:{one}" for one in runs(behind, (2, 3))),
        *(f"right behind:{behind[:length]}" for length in (1, 2, 3)),
        *(f"sentence:{one}" for one in runs(_plain(quote[:_SENTENCE], setting), (2,))),
        *(f"heading {up}:{one}" for up, own in enumerate(above) for one in own),
        *(f"title:{one}" for one in runs(f"{title[-_TITLE:]}$", (2,))),
        f"kind of document:{title[-2:]}",
        *(f"counted:{one}" for one in grams(told.indicator, (2,))),
        f"measures:{unit_family(told.unit) or ''}",
        f"unit:{told.unit}",
        f"bound:{told.bound}",
        f"when:{_lies(told.time.last, setting.year)}",
    )
    return tuple(dict.fromkeys(names))


def _plain(words: str, setting: Setting) -> str:
    """Words with years as they lie, all other numbers alike."""
    return _NUMBER.sub("0", around(words, setting.year))


def _lies(last: int | None, year: int | None) -> str:
    if last is None or year is None:
        return "never" if last is None else "some time"
    return "past" if last < year else "now" if last == year else "ahead"
