"""The question over other documents that speak of its places: a county stands in the table of its city, too."""

from dataclasses import replace

from assistant.reading.meant import narrowed
from assistant.reading.names import NameKind
from assistant.reading.normalising import to_key
from assistant.reading.reading import Reading
from assistant.reading.spans import Kind, Span
from assistant.reading.vocabulary import vocabulary_of
from assistant.reading.weaving import names_at, within
from corpus.facts import Library

__all__ = ["beyond"]

_OF_DOCUMENTS = frozenset({"which_document", "documents", "mentions"})
"""Senses that look at documents, not at what one of them says."""


def beyond(reading: Reading, library: Library) -> Reading | None:
    """The question over those documents that speak of all the places that it calls others by; None where it calls
    none by their place alone, or where none else speaks of them.
    """
    places = [span for span in reading.of(Kind.DOCUMENT) if span.value]
    named = all(any(span.meets(place) for place in places) for span in reading.of(Kind.DOCUMENT))
    if not reading.told or not places or not named or _OF_DOCUMENTS & reading.heard:
        return None
    words, keys = vocabulary_of(library), [to_key(reading.text[span.start : span.end]) for span in places]
    called = {one.document for span in places for one in names_at(span) if one.kind is NameKind.DOCUMENT}
    speakers = frozenset(library.documents).intersection(*map(words.holders, keys)) - called
    if not speakers or not all(any(key in map(to_key, words.regions(one)) for one in called) for key in keys):
        return None
    others = [Span(span.start, span.end, Kind.PLACE, key) for span, key in zip(places, keys, strict=True)]
    spans = (*(span for span in reading.spans if span.kind is not Kind.DOCUMENT), *others)
    scope = tuple(one for one in library.documents if one in speakers)
    return narrowed(within(replace(reading, spans=spans, told=False, fuller=None), scope), library)
