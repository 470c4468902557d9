"""Questions that list what they ask for (A、B和C各多少): what is said of each item, side by side."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.prose.choosing import alike
from assistant.prose.ranking import Ranked, ranked
from assistant.prose.windows import Kind
from assistant.reading.ask import Ask
from assistant.reading.words import fold, official_words, terms_of
from indexing.index import Index

_BETWEEN = re.compile(r"[、，,；;。？?！!：:()（）]+|(?<=[^\s和与跟及])(?:以及|和|与|跟|及)(?=[^\s和与跟及])")
_YEAR = re.compile(r"(?:(?:19|20)\d\d|(?<!\d)\d\d)年|今年|去年|上年")
_FEWEST, _MOST = 2, 4
_PASSAGES = 15
"""So many passages are looked through for each item."""
_ROOM = 240
"""Characters of all that is said, the items sharing them evenly."""


def without_years(words: str) -> str:
    """The words without years: what is said of two years names only one of them."""
    return _YEAR.sub(" ", words)


def items_of(ask: Ask) -> list[str]:
    """What the words of an ask list, each a stretch between two marks or joining words."""
    return [item for part in _BETWEEN.split(ask.where.words) if (item := " ".join(part.split()))]


def of_each_item(ask: Ask, index: Index) -> list[Ranked]:
    """The best short window for each item that tells something, each once; [] where one window says it all."""
    items = [one for one in items_of(ask) if terms_of(without_years(one), index.library).items]
    if not _FEWEST <= len(items) <= _MOST:
        return []
    chosen: list[Ranked] = []
    for item in items:
        best = _best(found_of_item(ask, item, index), _ROOM // len(items))
        if best and not any(alike(best, one) for one in chosen):
            chosen.append(best)
    return chosen if len(chosen) >= _FEWEST else []


@lru_cache(maxsize=8)
def found_of_item(ask: Ask, item: str, index: Index) -> tuple[Ranked, ...]:
    """The windows for one of the things that an ask lists, best first."""
    return tuple(ranked(_narrowed(ask, item, items_of(ask)), index, most=_PASSAGES, meaning=ask.gist))


def _narrowed(ask: Ask, item: str, items: Sequence[str]) -> Ask:
    """The ask as if it asked for one item only, also in the documents' own words; its years are slots already."""
    gist = ask.gist
    for other in items:
        for piece in other.split() if other != item else ():
            gist = gist.replace(piece, "", 1)
    return replace(
        ask, gist=" ".join([gist, *official_words(fold(item))]), where=replace(ask.where, words=without_years(item))
    )


def _best(found: Iterable[Ranked], room: int) -> Ranked | None:
    fitting = (one for one in found if one.window.kind is not Kind.POINTS and len(one.window.text) <= room)
    return next(fitting, None)
