"""Comparison over prose that fills its room: of each place the short pieces that hold most of what is asked of all, and
that no other piece says. Places that are silent leave their room to the others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from assistant.draft import Statement
from assistant.prose.choosing import alike
from assistant.prose.passages import Numbers
from assistant.prose.ranking import Ranked
from assistant.prose.windows import Kind
from assistant.reading.words import Terms

_LEAST_ROOM, _ROOM_OF_EACH, _MOST_ROOM = 235, 65, 300
"""Characters of all that is said with the names of the places: so many for each that speaks, within these."""
_SHORTEST = 24
"""So much room is worth another piece."""
_MOST = 3
"""Pieces of one place."""
_SPEAKS = 0.35
"""A place of which no piece holds this share of what the best of any place holds is silent, …"""
_ALIKE = 0.6
"""… and one that holds this share of it speaks of the thing."""
_STEP, _LENGTH = 0.12, 0.0015
"""So much of what the best piece holds one step of the rank is worth, and so much each character costs."""


Side: TypeAlias = tuple[str, bool, Sequence[Ranked]]
"""What a place is called, whether the first window found of it is likely to answer, and the windows."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What one place says, and the most that a piece holds as a share of what the best of any place does."""

    label: str
    pieces: tuple[Ranked, ...]
    worth: float

    @property
    def statement(self) -> Statement:
        """The line in words."""
        if not self.pieces:
            return Statement(f"{self.label}：文件未提及。", ())
        opening = "" if self.worth >= _ALIKE else "相近的有："
        evidence = dict.fromkeys(item for one in self.pieces for item in one.window.evidence)
        return Statement(f"{self.label}：{opening}{''.join(one.window.text for one in self.pieces)}", tuple(evidence))


@dataclass(frozen=True, slots=True)
class _Place:
    """The windows found of a place, whether the first is likely to answer, what each is worth, and by how much of that,
    of its rank and its length it stands before others.
    """

    label: str
    likely: bool
    found: tuple[Ranked, ...]
    worth: Numbers
    order: Numbers


def filled(found: Sequence[Side], terms: Terms) -> list[Filled]:
    """The places by what they are called, each with its pieces; those that say most first, and the silent last."""
    places = _places(found, terms)
    speaking = [one for one in places if one.found and (one.likely or one.worth.max() >= _SPEAKS)]
    whole = min(_MOST_ROOM, max(_LEAST_ROOM, _ROOM_OF_EACH * len(speaking)))
    room = whole - sum(len(one.label) + 1 for one in places)
    left, made = room - 6 * (len(places) - len(speaking)), dict[str, Filled]()
    for at, place in enumerate(sorted(speaking, key=_shortest)):
        pieces = tuple(_pieces(place, left // (len(speaking) - at)))
        left -= sum(len(one.window.text) for one in pieces)
        worth = max((float(place.worth[place.found.index(one)]) for one in pieces), default=0.0)
        made[place.label] = Filled(place.label, pieces, worth)
    lines = [made.get(one.label, Filled(one.label, (), 0.0)) for one in places]
    return sorted(lines, key=lambda one: (not one.pieces, one.worth < _ALIKE))


def _shortest(place: _Place) -> int:
    """How long the best piece of a place is: who needs less leaves more to others."""
    return len(place.found[int(place.order.argmax())].window.text)


def _places(found: Sequence[Side], terms: Terms) -> list[_Place]:
    """A word that names the thing that is compared is used by more than one place; others tell half as much."""
    short = [tuple(one for one in own if one.window.kind is not Kind.POINTS) for _, _, own in found]
    held = [own[0].judged.held[:, [one.at for one in own]] if own else np.zeros((len(terms.items), 0)) for own in short]
    using = sum((one.any(axis=1) for one in held), np.zeros(len(terms.items)))
    worth = [np.where(using > 1, terms.weights, np.array(terms.weights) / 2) @ one for one in held]
    most = max((float(one.max(initial=0.0)) for one in worth), default=0.0) or 1.0
    return [_place(*one[:2], own, each / most) for one, own, each in zip(found, short, worth, strict=True)]


def _place(label: str, likely: bool, found: tuple[Ranked, ...], worth: Numbers) -> _Place:
    scores, length = np.array([one.score for one in found]), np.array([len(one.window.text) for one in found])
    return _Place(label, likely, found, worth, worth + _STEP * (scores - scores.max(initial=0.0)) - _LENGTH * length)


def _pieces(place: _Place, room: int) -> Iterator[Ranked]:
    """The best piece that has room, and others that say something else of the thing."""
    least, chosen = 0.0, list[Ranked]()
    for at in np.argsort(-place.order, kind="stable"):
        one = place.found[int(at)]
        if len(one.window.text) > room or place.worth[at] < least or any(_repeats(one, other) for other in chosen):
            continue
        least = max(least, _ALIKE * place.worth[at])
        chosen.append(one)
        yield one
        room -= len(one.window.text)
        if len(chosen) == _MOST or room < _SHORTEST:
            return


def _repeats(one: Ranked, other: Ranked) -> bool:
    return alike(one, other) or one.window.text.strip("。") in other.window.text
