"""The fewest sentences that answer, out of scored candidates. Knows no index and writes no words of its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.passages.asked import Asked, Wanted
from assistant.passages.candidates import Scored
from assistant.passages.terms import Terms, pairs
from assistant.passages.trimming import as_statement, trimmed

__all__ = ["Chosen", "fewest"]

_BUDGET = 200
"""Characters of an answer in prose: more is a page poured out."""
_GAIN = 0.14
"""A further sentence must add this share of the question's weight, …"""
_GAIN_BESIDE = 0.07
"""… or this much where it stands in the same passage as the first."""
_ALIKE = 0.7
_MOST = {Asked.HOW: 4, Asked.LIST: 3}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Sentences that answer, in the order of the document, with the words to show for each."""

    parts: tuple[tuple[Scored, str], ...]
    coverage: float
    """The share of the question's weight that their own words hold."""
    nearby: float
    """The same with the passages and headings around them."""

    @property
    def text(self) -> str:
        """What will be shown."""
        return "".join(words for _, words in self.parts)


def fewest(ranked: Sequence[Scored], terms: Terms, wanted: Wanted) -> Chosen | None:
    """The best sentence and those that add what it lacks, best first, within the budget of characters."""
    if not ranked:
        return None
    chosen = [ranked[0]]
    length = len(trimmed(ranked[0].candidate.text, terms, wanted))
    most = max(_MOST.get(kind, 2) for kind in wanted.kinds)
    while len(chosen) < most:
        following = _most_added(ranked, chosen, terms, _BUDGET - length)
        if following is None:
            break
        chosen.append(following)
        length += len(trimmed(following.candidate.text, terms, wanted))
    ordered = sorted(chosen, key=lambda item: (ranked[0].candidate.passage != item.candidate.passage, _order(item)))
    held = frozenset().union(*(item.held for item in chosen))
    nearby = frozenset().union(*(item.nearby for item in chosen))
    parts = tuple((item, as_statement(trimmed(item.candidate.text, terms, wanted))) for item in ordered)
    return Chosen(parts, terms.share(held), terms.share(nearby))


def _most_added(ranked: Sequence[Scored], chosen: Sequence[Scored], terms: Terms, room: int) -> Scored | None:
    """The sentence that adds most of what the chosen ones lack, where that is worth its room."""
    held = frozenset().union(*(item.held for item in chosen))
    passage = chosen[0].candidate.passage
    best, best_gain = None, 0.0
    for item in ranked:
        gain = terms.share(item.held - held)
        needed = _GAIN_BESIDE if item.candidate.passage == passage else _GAIN
        fits = len(item.candidate.text) <= room or len(item.candidate.text) > room > _BUDGET / 2
        if item not in chosen and gain >= needed and gain > best_gain and fits and not _repeats(item, chosen):
            best, best_gain = item, gain
    return best


def _repeats(item: Scored, chosen: Iterable[Scored]) -> bool:
    """Whether nearly the same words are there already: a table row repeats its clause."""
    own = pairs(item.candidate.text)
    return any(len(own & pairs(other.candidate.text)) > _ALIKE * len(own) for other in chosen)


def _order(item: Scored) -> tuple[int, int]:
    return item.candidate.place.line, item.candidate.position
