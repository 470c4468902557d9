"""Units, areas and years that a question names, each with its spans."""

import re
from collections.abc import Iterable
from typing import cast

from assistant.reading.abbreviations import abbreviated_units
from assistant.reading.divisions import is_county
from assistant.reading.normalising import blanked
from assistant.reading.reading import Reading
from assistant.reading.spans import Kind, Span
from assistant.reading.vocabulary import WHOLE_AREA
from corpus.facts import Library
from corpus.folding.years import Years

_COUNTY_CITY = re.compile(r"^(?!全)\w{1,12}市$")
_MOST_AREAS = 12
_FEW = 3
"""In more documents than these a short form fits too much."""


def _named(reading: Reading, kind: Kind) -> dict[str, list[Span]]:
    """By value, the spans that name it in one of the documents in scope."""
    found: dict[str, list[Span]] = {}
    for span in reading.of(kind):
        for name in span.names:
            if name.document in reading.documents and not WHOLE_AREA.match(name.value):
                found.setdefault(name.value, []).append(span)
    return found


def units_named(reading: Reading, library: Library) -> dict[str, list[Span]]:
    """The units named, and those meant by a short form that fits one of a document in scope."""
    found = _named(reading, Kind.UNIT)
    text = blanked(reading.text, _where(span for spans in found.values() for span in spans))
    for document in reading.documents if len(reading.documents) <= _FEW else ():
        for unit, words in abbreviated_units(text, library.facts[document].units).items():
            found.setdefault(unit, [_span_of(words, text)])
    return found


def _span_of(words: str, text: str) -> Span:
    at = text.find(words)
    return Span(at, at + len(words), Kind.UNIT, ())


def areas_named(reading: Reading, library: Library) -> dict[str, list[Span]]:
    """The areas named, and those of a kind (四个县级市) of the one document in scope; what names one document beside
    others (甘肃和上海) is no area of theirs.
    """
    beside = _beside_others(reading)
    found = {area: spans for area, spans in _named(reading, Kind.AREA).items() if not beside.issuperset(_where(spans))}
    at = reading.text.find("县级市")
    if at < 0 or len(reading.documents) != 1:
        return dict(list(found.items())[:_MOST_AREAS])
    scopes = dict.fromkeys(target.scope for target in library.targets(reading.documents) if target.scope)
    span = Span(at, at + len("县级市"), Kind.AREA, ())
    of_a_city = library.document(reading.documents[0]).metadata.level == "市"
    counties = {area: [span] for area in scopes if _COUNTY_CITY.match(area) and (of_a_city or is_county(area))}
    return {area: [*found.get(area, ()), *counties.get(area, ())] for area in {**counties, **found}}


def years_named(reading: Reading, library: Library) -> list[Span]:
    """The years named that are no part of what a document is called."""
    return [one for one in reading.of(Kind.YEAR) if not _is_called_by(one, reading, library)]


def _is_called_by(span: Span, reading: Reading, library: Library) -> bool:
    years = cast("Years", span.value)
    return years.first == years.last and is_of_name(span.end, years.last, reading, library)


def is_of_name(end: int, year: int, reading: Reading, library: Library) -> bool:
    """Whether a year that ends here is that of a document named right behind it (2021年乡村振兴意见)."""
    said = (library.document(one).metadata for one in reading.documents if reading.named)
    issued = {day.year for one in said for day in (one.written_on, one.printed_on) if day}
    return year in issued and any(one.start == end for one in reading.of(Kind.DOCUMENT))


def _beside_others(reading: Reading) -> frozenset[tuple[int, int]]:
    """Where names stand that tell some of the documents in scope, but not all of them."""
    every = set(reading.documents)
    tellers = reading.of(Kind.DOCUMENT) if reading.told else ()
    told = [(span, every & {one.document for one in span.names}) for span in tellers]
    return _where(span for span, documents in told if 0 < len(documents) < len(every))


def _where(spans: Iterable[Span]) -> frozenset[tuple[int, int]]:
    return frozenset((span.start, span.end) for span in spans)
