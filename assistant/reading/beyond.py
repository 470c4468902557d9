"""The question over other documents that speak of its places: a county stands in the table of its city, too."""

from dataclasses import replace

from assistant.reading.meant import narrowed
from assistant.reading.names import NameKind
from assistant.reading.normalising import to_key
from assistant.reading.reading import Reading
from assistant.reading.spans import Kind
from assistant.reading.vocabulary import vocabulary_of
from assistant.reading.weaving import placed_by_words, within
from corpus.facts import Library

__all__ = ["beyond"]

_OF_DOCUMENTS = frozenset({"which_document", "documents", "mentions"})
"""Senses that look at documents, not at what one of them says."""


def beyond(reading: Reading, library: Library) -> Reading | None:
    """The question over those documents that speak of all the places that it calls others by; None where it calls
    none by their place alone, or where none else speaks of them.
    """
    if not reading.told or not reading.callings or _OF_DOCUMENTS & reading.heard:
        return None
    words, keys = vocabulary_of(library), [str(one.value) for one in reading.callings]
    names = (name for span in reading.of(Kind.DOCUMENT) for name in span.names)
    called = {name.document for name in names if name.kind is NameKind.DOCUMENT}
    speakers = frozenset(library.documents).intersection(*map(words.holders, keys)) - called
    if not speakers or not all(any(key in map(to_key, words.regions(one)) for one in called) for key in keys):
        return None
    scope = tuple(one for one in library.documents if one in speakers)
    return narrowed(within(replace(placed_by_words(reading), fuller=None), scope), library)
