"""The same figure of two places, or what two things add up to, and how far they lie apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from assistant.calculating import difference, growth, times
from assistant.draft import Statement
from assistant.prose.choosing import SEEN
from assistant.prose.items import found_of_item, items_of, without_years
from assistant.prose.pairing import Figure, figures_of
from assistant.prose.places import place_label, places_of
from assistant.prose.ranking import Ranked, ranked
from assistant.prose.totals import Total, sums
from assistant.reading.ask import Ask
from assistant.reading.words import Terms, pairs, terms_of
from corpus.folding.units import unit_family
from corpus.target import Bound

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["Apart", "figures_apart", "sums_apart"]

_PLACES = 2
_LONG = 4
"""Characters of a thing that is set against another; what is shorter is only what is counted."""
_PASSAGES = 15
_MOST = 12
"""So many of the best figures of each place are tried against those of the other."""
_HELD = 0.3
_OF_YEAR = 0.2
"""What a figure of the year asked about is worth beside the share of the words that it holds."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Two figures in words, the share of the question that the weaker holds, and the window of the first."""

    statement: Statement
    share: float
    one: Ranked


@dataclass(frozen=True, slots=True)
class _Weighed:
    figure: Figure
    share: float
    worth: float


def figures_apart(ask: Ask, index: "Index") -> Apart | None:
    """The figures of two places that hold most of what is asked and are of one unit; None where none do."""
    places = places_of(ask.where.documents, index.library)
    if len(places) != _PLACES:
        return None
    first, second = (_weighed(ask, place, index) for place in places)
    alike = [(one, other) for one, other in product(first, second) if one.figure.size[1] == other.figure.size[1]]
    if not alike:
        return None
    one, other = max(alike, key=lambda two: two[0].worth + two[1].worth)
    labels = [place_label(place, index.library) for place in places]
    return Apart(_statement(ask, labels, (one.figure, other.figure)), min(one.share, other.share), one.figure.one)


def sums_apart(ask: Ask, index: "Index") -> Apart | None:
    """What two things that the question lists add up to, and how far the sums lie apart: of different passages that
    list the same kinds (8个中央级库、31个省级库); None where they do not.
    """
    listed = _listed(ask)
    items = items_of(listed)
    if len(items) != _PLACES:
        return None
    one, other = (_sum_of(listed, item, index) for item in items)
    if one is None or other is None or one[1].nouns != other[1].nouns:
        return None
    said = "".join(f"{each.window.text}{total.said}。" for each, total in (one, other))
    evidence = (*one[0].window.evidence, *other[0].window.evidence)
    gap = difference(one[1].quantity, other[1].quantity)
    return Apart(Statement(f"{said}{gap}。", evidence), 1.0, one[0]) if one[1].said != other[1].said else None


def _listed(ask: Ask) -> Ask:
    """The ask with its two things listed, also where a word of comparison stood between them (A比B多几个)."""
    pieces = [one for one in ask.where.words.split() if len(one) >= _LONG]
    return ask if len(items_of(ask)) > 1 or len(pieces) != _PLACES else ask.about(words="、".join(pieces))


def _sum_of(ask: Ask, item: str, index: "Index") -> tuple[Ranked, Total] | None:
    """The best window for a thing listed from which a sum of several things follows."""
    totals = (
        (one, total)
        for one in found_of_item(ask, item, index)[:SEEN]
        for total in sums(one.window.text, one.window.passage, "", ask.measures)
    )
    return next((found for found in totals if len(found[1].nouns) > 1), None)


def _weighed(ask: Ask, documents: tuple[str, ...], index: "Index") -> list[_Weighed]:
    """The figures of a place by how much of what is asked they hold, those of the measure and year asked for first; a
    bound below (低于50%的) is a condition and no figure.
    """
    terms = terms_of(without_years(ask.where.words), index.library)
    found = figures_of(ranked(ask, index, documents, _PASSAGES))
    figures = [one for one in found if one.quantity.bound is not Bound.LT]
    weighed = [_worth(one, ask, terms) for one in figures if _fits(one, ask)]
    return sorted((one for one in weighed if one.share >= _HELD), key=lambda one: -one.worth)[:_MOST]


def _fits(figure: Figure, ask: Ask) -> bool:
    """Whether a figure is of the measure asked for; no percentage is asked for by 几倍."""
    family = unit_family(figure.quantity.unit)
    return family in ask.measures if ask.measures else not ("ratio" in ask.heard and family == "rate")


def _worth(figure: Figure, ask: Ask, terms: Terms) -> _Weighed:
    held = terms.held(pairs(figure.clause))
    about = held | terms.held(pairs(figure.one.window.head))
    years = ask.where.years
    told = f"{figure.told}{figure.clause}{figure.one.window.head}{figure.one.window.above}"
    of_year = sum(str(year) in told for year in years) / len(years) if years else 0.0
    share = terms.share(held)
    return _Weighed(figure, share, share + (terms.share(about) - share) / 2 + _OF_YEAR * of_year)


def _statement(ask: Ask, labels: Sequence[str], figures: tuple[Figure, Figure]) -> Statement:
    two = sorted(zip(labels, figures, strict=True), key=lambda one: -one[1].size[0])
    said = "；".join(f"{label}：{figure.text}" for label, figure in two)
    (high, more), (_, less) = two
    if more.size[0] == less.size[0]:
        result = "两者相同"
    elif "ratio" in ask.heard and less.size[0] > 0:
        result = times(more.quantity, less.quantity)
    else:
        gap = difference(more.quantity, less.quantity)
        result = f"{high}更高，{gap}{growth(less.quantity, more.quantity, ask.heard, more='高出')}"
    return Statement(f"{said}；{result}。", tuple(dict.fromkeys(e for one in figures for e in one.evidence)))
