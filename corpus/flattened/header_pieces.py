"""Header pieces: the wrapped lines of a number table's header joined to a known number of names, the cheapest way.

Judges names by how they are wrapped, by brackets, and by what the document writes elsewhere. Knows no figures.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from corpus.flattened.evidence import Evidence
from corpus.flattened.layout import lines_cost
from corpus.flattened.tokens import Gap, Token, em_width

_MOST_PIECES = 12
_WIDEST = 26.0
_BEAM = 80
_MOST_NAMES = 80
"""More columns than any table on paper has; damaged texts seem to have more."""
_REMEMBERED = 32
_SHORTEST_SWALLOWED = 4
_JOIN = {Gap.LINE: 1.0, Gap.BLANK: 0.5, Gap.PAGE: 0.5}
_WRITTEN_TOGETHER = -0.6
_NEVER_TOGETHER = 0.2
_WRITTEN_ELSEWHERE = 1.0
_NEW_NAME = 1.5
_TWICE = 5.0
_SWALLOWED = 3.0
_MISSING = 2.0
_OTHER_FIGURES = 1.5
_RATE = re.compile(r"率(?:[（(].{1,8}[)）])?$|占?比[重例]?$|[%％]")
_NEVER_FIRST = "量率积额值宇业员元上下内"
"""Characters that end the names of indicators (数量, 落地率, 面积) and begin none."""
_DANGLING = ("以上", "以下", "以内", "及", "和", "与", "的", "、", "（", "(")


@dataclass(frozen=True, slots=True)
class JoinedNames:
    """The names in order, what they cost, and how much more the next best way to join the pieces would."""

    cost: float
    names: tuple[str, ...]
    margin: float = 0.0


def join_pieces(
    pieces: Sequence[Token], rates: Sequence[bool | None], groups: int, evidence: Evidence
) -> JoinedNames | None:
    """The pieces as as many names as `rates` has, `groups` times nearly the same; None where they cannot be.

    `rates` says of every column whether its figures are percentages, None where that is not known. A header that comes
    back (on every page, in every table) is joined once.
    """
    alike = tuple(replace(piece, start=0, line=0) for piece in pieces)
    return _joined(alike, tuple(rates), groups, evidence)


@dataclass(frozen=True, slots=True)
class _Name:
    """Pieces as one name: the piece behind its last, and what is asked of it whatever stands before."""

    end: int
    text: str
    cost: float
    is_rate: bool
    within: frozenset[str]


@lru_cache(maxsize=_REMEMBERED)
def _joined(
    pieces: tuple[Token, ...], rates: tuple[bool | None, ...], groups: int, evidence: Evidence
) -> JoinedNames | None:
    """A beam search, over ways that leave as many pieces as there are names to come."""
    count = len(rates)
    if count > _MOST_NAMES or not count <= len(pieces) <= count * _MOST_PIECES:
        return None
    beams: list[list[tuple[float, tuple[str, ...]]]] = [[(0.0, ())], *([] for _ in pieces)]
    for start, names in enumerate(_names(pieces, evidence)):
        states = sorted(beams[start], key=itemgetter(0))[:_BEAM]
        for name in names:
            left = len(pieces) - name.end
            beams[name.end] += [
                (
                    cost
                    + name.cost
                    + _recurrence_cost(before, name.text, name.within, groups)
                    + _rate_cost(name.is_rate, rates[len(before)]),
                    (*before, name.text),
                )
                for cost, before in states
                if count - len(before) - 1 <= left <= (count - len(before) - 1) * _MOST_PIECES
            ]
    ranked = sorted((cost + _missing_cost(names, groups), names) for cost, names in beams[-1])
    if not ranked:
        return None
    margin = ranked[1][0] - ranked[0][0] if len(ranked) > 1 else float("inf")
    return JoinedNames(*ranked[0], margin)


@lru_cache(maxsize=_REMEMBERED)
def _names(pieces: tuple[Token, ...], evidence: Evidence) -> tuple[tuple[_Name, ...], ...]:
    """By piece the names that may begin there: weighed once, whatever number of columns is tried."""
    return tuple(
        tuple(_name(pieces[start:end], end, evidence) for end in _ends(pieces, start)) for start in range(len(pieces))
    )


def _name(pieces: Sequence[Token], end: int, evidence: Evidence) -> _Name:
    text = "".join(piece.text for piece in pieces)
    return _Name(end, text, _name_cost(pieces, evidence), names_rate(text), _parts(text))


def names_rate(name: str) -> bool:
    """Whether a column of this name should hold percentages."""
    return _RATE.search(name) is not None


def _ends(pieces: Sequence[Token], start: int) -> Iterator[int]:
    width = 0.0
    for end in range(start + 1, min(len(pieces), start + _MOST_PIECES) + 1):
        width += pieces[end - 1].width
        if width > _WIDEST and end > start + 1:
            return
        yield end
        if end < len(pieces) and pieces[end].gap is Gap.HARD:
            return


def _name_cost(pieces: Sequence[Token], evidence: Evidence) -> float:
    name = "".join(piece.text for piece in pieces)
    cost = sum(_join_cost(left, right, evidence) for left, right in pairwise(pieces))
    cost += 0.5 * lines_cost(pieces, None, prose=False)
    cost += 5.0 * sum(abs(name.count(a) - name.count(b)) for a, b in ("（）", "()", "“”"))
    cost += 3.0 if name.endswith(_DANGLING) else 0.0
    cost += 4.0 if name[0] in "（()）、" or len(name) == 1 else 0.0
    cost += 3.0 if name[0] in _NEVER_FIRST else 0.0
    cost += 2.0 if re.search(r"[）)].", name) else 0.0
    cost += max(0.0, em_width(name) - 10) * 0.3
    return cost - (_WRITTEN_ELSEWHERE if evidence.says(name) else 0.0)


def _join_cost(left: Token, right: Token, evidence: Evidence) -> float:
    together = _WRITTEN_TOGETHER if evidence.writes_together(left.text, right.text) else _NEVER_TOGETHER
    return _JOIN.get(right.gap, 0.0) + together


def _parts(name: str) -> frozenset[str]:
    """All that a name swallows if it is a name too."""
    ends = range(_SHORTEST_SWALLOWED, len(name) + 1)
    return frozenset(name[start:end] for end in ends for start in range(end - _SHORTEST_SWALLOWED + 1))


def _recurrence_cost(names: Sequence[str], name: str, within: frozenset[str], groups: int) -> float:
    """New names cost; a name comes back only under the next year, where it costs nothing, and alone."""
    if name not in names:
        swallowed = groups > 1 and not within.isdisjoint(names)
        return _NEW_NAME + (_SWALLOWED if swallowed else 0.0)
    return 0.0 if names.count(name) < groups and name not in _since_first(names) else _TWICE


def _rate_cost(named: bool, held: bool | None) -> float:
    """What it costs that a column named as a rate, or not, holds other figures."""
    return 0.0 if held is None or held is named else _OTHER_FIGURES


def _since_first(names: Sequence[str]) -> Sequence[str]:
    """The names of the group that is being read: those since the first name last came."""
    start = max(index for index, name in enumerate(names) if name == names[0])
    return names[start + 1 :]


def _missing_cost(names: Sequence[str], groups: int) -> float:
    """What the first year has is expected under every year."""
    first = [name for index, name in enumerate(names) if name not in names[:index]][: len(names) // groups]
    return _MISSING * sum(names.count(name) < groups for name in first) if groups > 1 else 0.0
