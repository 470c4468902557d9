"""What speaks for a window as the answer to an Ask: few named features, mostly between 0 and 1. Decides nothing."""

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain
from statistics import median
from typing import NamedTuple, TypeAlias

from assistant.prose.offers import offers_of
from assistant.prose.windows import SHAPE, WHOLE_SENTENCE, Found, Kind, Window
from assistant.reading.ask import Ask
from assistant.reading.words import Terms, fold, pairs
from corpus.folding.amounts import find_amounts
from corpus.folding.units import unit_family

__all__ = ["About", "Judged", "judged"]

_PART = re.compile(r"其中[，,：:]?([一-鿿]{2,4})")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPREAD = 0.06
"""How far cosines of sentences lie apart where one of them answers."""
_ASKS_MUCH = frozenset({"how", "which", "each", "summary", "what", "meaning"})
_LISTS = frozenset({"which", "how", "each", "ask_count", "summary"})
_KEPT = 32768
"""Texts of windows of which something is kept."""

_Held: TypeAlias = frozenset[int]
_Columns: TypeAlias = dict[str, list[float]]
"""By the name of a feature, its value for each window."""


@dataclass(frozen=True, slots=True)
class About:
    """What a question is about: the words that its slots left over, and all that it says; by document the years that it
    asks of (今年 is that of the document).
    """

    terms: Terms
    said: Terms
    years: Mapping[str, frozenset[int]] = field(default_factory=dict)


class Judged(NamedTuple):
    """A window, and the numbers of the terms that it holds itself and with its surroundings. Its features stand at `at`
    in the `columns` of all windows: of most nobody asks for them.
    """

    window: Window
    columns: Mapping[str, Sequence[float]]
    at: int
    held: frozenset[int]
    wider: frozenset[int]

    @property
    def features(self) -> dict[str, float]:
        """What speaks for it, by name."""
        return {name: column[self.at] for name, column in self.columns.items()}

    def feature(self, name: str) -> float:
        """One of its features."""
        return self.columns[name][self.at]


def judged(found: Sequence[Found], ask: Ask, about: About, cosines: Mapping[str, float]) -> list[Judged]:
    """The windows with their features. `cosines` are by sentence, as the index gives them."""
    windows = [one.window for one in found]
    near = _spread(windows, cosines)
    held, wider, columns = _worded(windows, about)
    columns |= {
        "unknown": [float(not cosine and not one.score) for (_, cosine), one in zip(near, found, strict=True)],
        "search": [one.score for one in found],
        "first": [1 / (1 + one.rank) if one.score else 0.0 for one in found],
        **_offers(windows, ask),
        "meaning": [standing for standing, _ in near],
        "cosine": [cosine for _, cosine in near],
        "dense": _standing([one.dense for one in found]),
        **_among(held, about.terms),
        **_slots(windows, ask, about),
        **_shape(windows, ask),
        **_asked(windows, ask, about.terms, columns["head"]),
    }
    each = zip(windows, held, wider, strict=True)
    return [Judged(window, columns, at, own, all_) for at, (window, own, all_) in enumerate(each)]


def _worded(windows: Sequence[Window], about: About) -> tuple[list[_Held], list[_Held], _Columns]:
    """The terms that each window holds itself and with its surroundings, and what share of the question they are."""
    terms = about.terms
    texts = [pairs(window.text) for window in windows]
    own = [terms.held(text) for text in texts]
    held = cache(lambda text: terms.held(pairs(text)))
    around = cache(lambda above, passage, head: held(above) | held(passage) | held(head))
    wider = [one | around(window.above, window.passage, window.head) for one, window in zip(own, windows, strict=True)]
    share, named = cache(terms.share), cache(lambda head: _named(pairs(head), terms))
    heads = [share(held(window.head)) for window in windows]
    columns = {
        "own": [share(one) for one in own],
        "beside": [share(more - one) for one, more in zip(own, wider, strict=True)],
        "head": heads,
        "named": [head * named(window.head) for head, window in zip(heads, windows, strict=True)],
        "dense_words": [
            share(one) * min(1.0, WHOLE_SENTENCE / len(window.text)) for one, window in zip(own, windows, strict=True)
        ],
        "said": [about.said.coverage(text) for text in texts],
    }
    return own, wider, columns


def _offers(windows: Sequence[Window], ask: Ask) -> _Columns:
    both = offers_of(ask.heard, [window.text for window in windows])
    return {"offers": [offers for offers, _ in both], "lacks": [lacks for _, lacks in both]}


def _among(held: Sequence[_Held], terms: Terms) -> _Columns:
    """How much each window holds beside the best of the others, and how few others hold that."""
    share = cache(terms.share)
    best = max(map(share, held), default=0.0) or 1.0
    counts = Counter(chain.from_iterable(held))
    rare = {at: terms.items[at].weight * (1 - math.sqrt(count / len(held))) for at, count in counts.items()}
    rarity = cache(lambda one: sum(rare[at] for at in one))
    return {"own_best": [share(one) / best for one in held], "rare": [rarity(one) for one in held]}


def _slots(windows: Sequence[Window], ask: Ask, about: About) -> _Columns:
    """What the typed slots of the ask find in the windows; 0 where the ask does not fill them."""
    where = ask.where
    texts = [window.text for window in windows]
    asked = [about.years.get(window.place.document_id, frozenset()) for window in windows]
    told = [
        _years_of(window.text, window.place.path) if years else years
        for window, years in zip(windows, asked, strict=True)
    ]
    return {
        "measure": [_measured(ask.measures, text) for text in texts],
        "quoted": _shares(where.quoted, texts),
        "years": [len(one & years) / max(1, len(years)) for one, years in zip(told, asked, strict=True)],
        "other_years": [float(bool(one) and not one & years) for one, years in zip(told, asked, strict=True)],
        "areas": _shares((*where.areas, *where.units), texts),
        "amounts": _shares([_number(one.value) for one in where.amounts], texts),
    }


def _shape(windows: Sequence[Window], ask: Ask) -> _Columns:
    """How the windows are cut and where they stand."""
    lengths, *others = map(list, zip(*(window.shape for window in windows), strict=True)) if windows else [[]]
    several, much = ("several" in ask.hints), bool(ask.heard & _ASKS_MUCH)
    return {
        "long": lengths,
        "long_several": [length * several for length in lengths],
        "long_asked": [length * much for length in lengths],
        **dict(zip(SHAPE[1:], others, strict=False)),
    }


def _asked(windows: Sequence[Window], ask: Ask, terms: Terms, heads: Sequence[float]) -> _Columns:
    """Whether a list or section is what is asked for, and whether the window is only about a part of that."""
    listed = bool(ask.heard & _LISTS)
    headed = list(zip(windows, heads, strict=True))
    return {
        "list_asked": [float(listed and window.kind is Kind.LIST) for window in windows],
        "points_asked": [head * (listed and window.kind is Kind.POINTS) for window, head in headed],
        "section_asked": [head * (listed and window.kind is Kind.SECTION) for window, head in headed],
        "of_part": [float(_is_of_part(window.text, terms)) for window in windows],
    }


def _is_of_part(text: str, terms: Terms) -> bool:
    part = _PART.match(text)
    return part is not None and not terms.held(pairs(part[1]))


def _named(head: frozenset[str], terms: Terms) -> float:
    """The share of a heading that the question says."""
    said = {form for term in terms.items for form in term.forms}
    return len(head & said) / len(head) if head else 0.0


def _spread(windows: Sequence[Window], cosines: Mapping[str, float]) -> list[tuple[float, float]]:
    """How near the nearest sentence of each window is: spread over these windows, and as it is."""
    raw = [max((cosines[one] for one in window.sentences if one in cosines), default=0.0) for window in windows]
    middle = median([value for value in raw if value] or [0.0])
    above = [(value - middle) / _SPREAD if value else 0.0 for value in raw]
    return list(zip(_standing(raw), above, strict=True))


def _standing(values: Sequence[float]) -> list[float]:
    """Each value above the middle of the known ones, as a share of the way to the best, the less sure the closer."""
    known = sorted(value for value in values if value)
    if len(known) < 2:
        return [0.0] * len(values)
    middle, best = known[len(known) // 2], known[-1]
    spread = max(best - middle, 1e-6)
    sure = min(1.0, spread / _SPREAD)
    return [max(-1.0, (value - middle) / spread) * sure if value else 0.0 for value in values]


def _measured(families: frozenset[str], text: str) -> float:
    """1 where an amount of a family asked for stands in the text, -1 where none does; 0 where none is asked for."""
    if not families:
        return 0.0
    return 1.0 if _families(text) & (families | {"items"}) else -1.0


@lru_cache(maxsize=_KEPT)
def _families(text: str) -> frozenset[str]:
    """The families of the units of the amounts in a text."""
    found = (unit_family(amount.quantity.unit) for amount in find_amounts(text))
    return frozenset(family for family in found if family)


def _shares(words: Collection[str], texts: Sequence[str]) -> list[float]:
    """The share of the words that stands in each text."""
    folded = [fold(word) for word in words]
    if not folded:
        return [0.0] * len(texts)
    return [sum(word in fold(text) for word in folded) / len(folded) for text in texts]


@lru_cache(maxsize=_KEPT)
def _years_of(text: str, headings: tuple[str, ...]) -> frozenset[int]:
    """The years that a text names, else those of the nearest heading that names any (一、2025年工作回顾)."""
    named = (frozenset(map(int, _YEAR.findall(fold(one)))) for one in (text, *reversed(headings)))
    return next((years for years in named if years), frozenset())


def _number(value: object) -> str:
    return f"{value:f}"
