"""Years asked of, and years that words speak of: those they name, else what stands before them, else above them."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from assistant.reading.ask import Ask
from assistant.reading.stepping import NEAR_YEARS
from corpus.document import Document, Paragraph
from corpus.extraction.periods import own_year
from corpus.facts import Evidence, Library
from corpus.folding.years import find_years
from corpus.quoting import compact

_NEAR = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "明年": 1}
"""Years as a document calls them from its own."""


def years_asked(ask: Ask, documents: Iterable[str], library: Library) -> dict[str, frozenset[int]]:
    """By document the years that are asked of: those named, and what 今年, 去年, 明年 are in it; none where none is."""
    near = [after for hint, after in NEAR_YEARS.items() if hint in ask.hints]
    if not near and not ask.where.years:
        return {}
    own = {one: own_year(library.document(one)) if near else None for one in documents}
    return {one: frozenset([*ask.where.years, *(year + after for after in near if year)]) for one, year in own.items()}


@lru_cache(maxsize=8192)
def years_spoken_of(item: Evidence, library: Library) -> frozenset[int]:
    """The years that cited words are about; none where nothing tells."""
    document = library.cited(item)
    own = own_year(document)
    named = (_named(text, own) for text in _around(item, document))
    return next((years for years in named if years), frozenset())


def _around(item: Evidence, document: Document) -> Iterator[str]:
    """What may name their years, the nearest first."""
    place = item.place
    yield item.quote
    yield f"{place.column or ''} {place.table or ''}"
    before = _before(item, document).split("。")
    yield from reversed(before)
    yield from reversed(place.path)


def _before(item: Evidence, document: Document) -> str:
    """What its paragraph says before it; nothing where it stands in none."""
    quote = compact(item.quote)
    blocks = reversed(document.blocks)
    begun = (one for one in blocks if isinstance(one, Paragraph) and one.place.line <= item.place.line)
    text = next((compact(one.text) for one in begun), "")
    return text.partition(quote)[0] if quote in text else ""


def _named(text: str, own: int | None) -> frozenset[int]:
    years = {year for one in find_years(text) for year in range(one.first, one.last + 1)}
    near = {own + after for word, after in _NEAR.items() if word in text} if own else set[int]()
    return frozenset(years | near)
