"""The fewest sentences that answer, out of ranked candidates. Knows no index and writes no words of its own."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.passages.asked import Asked
from assistant.passages.candidates import Scored
from assistant.passages.searching import Found
from assistant.passages.terms import fold, pairs
from assistant.passages.trimming import trimmed

__all__ = ["Chosen", "fewest"]

_BUDGET = 200
"""Characters of an answer in prose: more is a page poured out."""
_GAIN = 0.2
"""A further sentence must add this share of the question's weight and be nearly as good as the first, …"""
_GAIN_BESIDE = 0.07
"""… or add this much where it stands under the same heading as the first."""
_TIED = 0.92
"""A sentence this close behind the first is as good as that, …"""
_WEAK = 0.35
"""… where the first holds less than this share of the question: words do not tell which of them answers."""
_NEARLY = 0.6
_ALIKE = 0.7
_MOST = {Asked.HOW: 4, Asked.LIST: 3}
_YEAR_LENGTH = 4
_VALUES = (Asked.AMOUNT, Asked.MONEY, Asked.TERM, Asked.WHEN)
_MEANT = 0.6
"""A heading that holds this share of the question is what it asks about."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Sentences that answer, the first one's passage first, in the order of the document."""

    items: tuple[Scored, ...]
    text: str
    """What will be shown of them, joined."""


def fewest(found: Found) -> Chosen | None:
    """The best sentence and those that add what it lacks, within the budget of characters.

    Where a section is asked about (怎样推进…), what its sentences say, the best of them, as far as there is room.
    """
    if not found.ranked:
        return None
    best = found.ranked[0]
    if found.wanted.asks(Asked.HOW) and found.terms.covered(best.candidate.nearest_heading) >= _MEANT:
        items = _section(best, found)
    else:
        items = _with_additions(best, found)
    ordered = sorted(items, key=lambda item: (item.candidate.passage != best.candidate.passage, _order(item)))
    return Chosen(tuple(ordered), "".join(_shown(item, found) for item in ordered))


def _section(best: Scored, found: Found) -> list[Scored]:
    """Sentences under the same heading and lead, best first, as far as there is room."""
    chosen: list[Scored] = []
    room = _BUDGET
    for item in found.ranked:
        length = len(_shown(item, found))
        if item.candidate.stands_with(best.candidate) and length <= room and not _repeats(item, chosen):
            chosen.append(item)
            room -= length
    return chosen


def _with_additions(best: Scored, found: Found) -> list[Scored]:
    chosen = [best]
    room = _BUDGET - len(_shown(best, found))
    most = max(_MOST.get(kind, 2) for kind in found.wanted.kinds)
    while len(chosen) < most and room > 0 and not best.candidate.is_responsibility:
        following = _added(chosen, found, room)
        if following is None:
            break
        chosen.append(following)
        room -= len(_shown(following, found))
    return chosen


def _added(chosen: Sequence[Scored], found: Found, room: int) -> Scored | None:
    """The best sentence that adds enough of what the chosen ones lack."""
    held = frozenset().union(*(item.held for item in chosen))
    first = chosen[0]
    beside = [item for item in found.ranked if item.candidate.stands_with(first.candidate)]
    nearly = 1.0 if _has_value(first, found) else _NEARLY
    elsewhere = [item for item in found.ranked if item not in beside and item.score >= nearly * first.score]
    for items, least in ((beside, _GAIN_BESIDE), (elsewhere, _GAIN)):
        for item in items:
            gain = found.terms.share(pair for pair in item.held - held if _tells(pair, item, found))
            if gain >= least and len(_shown(item, found)) <= room and not _repeats(item, chosen):
                return item
    return _tied(chosen, found, room)


def _has_value(item: Scored, found: Found) -> bool:
    """Whether a sentence has the number, sum or time asked for: those of other rules would only confuse."""
    return found.wanted.asks(*_VALUES) and not found.wanted.lacking(_shown(item, found))


def _tells(pair: str, item: Scored, found: Found) -> bool:
    """Whether a pair tells a sentence's matter: a bare number does not, nor a year; one with its unit does (10年)."""
    if not pair.isdigit():
        return True
    measured = re.search(rf"(?<!\d){pair}[^\W\d]", fold(found.text))
    return len(pair) < _YEAR_LENGTH and measured is not None and measured[0] in fold(item.candidate.text)


def _tied(chosen: Sequence[Scored], found: Found, room: int) -> Scored | None:
    """A sentence that is as near as the first one where only meaning found that, of its passage before others."""
    first = chosen[0]
    if found.terms.share(first.held) >= _WEAK:
        return None
    tied = [item for item in found.ranked if item.score >= _TIED * first.score and item not in chosen]
    tied.sort(key=lambda item: item.candidate.passage != first.candidate.passage)
    fitting = (item for item in tied if len(_shown(item, found)) <= room and not _repeats(item, chosen))
    return next(fitting, None)


def _repeats(item: Scored, chosen: Iterable[Scored]) -> bool:
    """Whether nearly the same words are there already: a table row repeats its clause."""
    own = pairs(item.candidate.text)
    return any(len(own & pairs(other.candidate.text)) > _ALIKE * len(own) for other in chosen)


def _shown(item: Scored, found: Found) -> str:
    return trimmed(item.candidate.text, found)


def _order(item: Scored) -> tuple[int, int]:
    return item.candidate.place.line, item.candidate.position
