"""Which documents a question speaks of where the place that it names has documents of its own, but others that speak of
that place say what it asks (a town's row in the table of its city).
"""

import re

from assistant.reading.normalising import name_to_key, to_key
from assistant.reading.reading import Reading
from assistant.reading.spans import Kind
from assistant.reading.vocabulary import vocabulary_of
from assistant.reading.weaving import placed_by_words, within
from assistant.reading.words import rarity_of, terms_of
from corpus.facts import Library

__all__ = ["widened"]

_AHEAD = 0.2
"""Others hold more of the words than those called by the place by this share. Of 10 such questions that
were about either, of 2,700 about 90 documents, all were about the others.
"""
_TITLE_RUN = 4
"""So many characters of a title in one piece call a document by it."""
_NEAR = 0.1
"""Of the others those that hold this share less than the best are looked at as well."""


def widened(reading: Reading, library: Library) -> Reading:
    """The reading over the other documents that speak of its places and say by far more of its words; else as it is."""
    if not _is_told_by_place(reading, library):
        return reading
    held = rarity_of(library).held(terms_of(reading.words(reading.of(Kind.YEAR)), library))
    others = {one: held[one] for one in _speakers(reading, library) if one not in reading.documents}
    best, own = max(others.values(), default=0.0), max(held[one] for one in reading.documents)
    if best - own < _AHEAD:
        return reading
    scope = [one for one in library.documents if others.get(one, 0.0) >= best - _NEAR]
    return within(placed_by_words(reading), scope)


def _is_told_by_place(reading: Reading, library: Library) -> bool:
    """Whether places or units tell the documents in scope, and no words of their titles do."""
    named = reading.called
    if not reading.told or len(reading.documents) == len(library.documents) or not (named or reading.of(Kind.UNIT)):
        return False
    titles = (name_to_key(library.document(one).metadata.title) for one in reading.documents)
    asked = re.sub(r"\d", " ", to_key(reading.left()))
    runs = {asked[at : at + _TITLE_RUN] for at in range(len(asked) - _TITLE_RUN + 1)}
    return not any(run in title for title in titles for run in runs)


def _speakers(reading: Reading, library: Library) -> frozenset[str]:
    """The documents in whose text all stands that the question calls its documents by."""
    words = vocabulary_of(library)
    return frozenset(library.documents).intersection(*(words.holders(str(one.value)) for one in reading.callings))
