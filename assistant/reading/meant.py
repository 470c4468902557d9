"""Which documents a question speaks of where its names leave several, or where others say more of the place that it
names (a town in the table of its city).
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from assistant.reading.names import NameKind
from assistant.reading.normalising import name_to_key, to_key
from assistant.reading.reading import Reading
from assistant.reading.spans import Kind
from assistant.reading.vocabulary import vocabulary_of
from assistant.reading.weaving import placed_by_words, within
from assistant.reading.words import rarity_of, terms_of
from corpus.facts import Library

_OF_SEVERAL = frozenset({"which_document", "documents", "each_place", "compare", "mentions"})
"""Senses that look at several documents."""
_HELD = 0.5
"""The document holds this share of the words of the question, …"""
_AHEAD = 0.2
"""… and is ahead of all others by this share of what the library says by them. Of 744 questions about 79 documents
never used before 534 were read over their documents exactly, with this 633; 3 over a wrong one. Others hold more of the
words than those called by a place by as much: of 10 such questions of 2,700 all were about the others.
"""
_OF_DOCUMENTS = frozenset({"which_document", "documents", "mentions"})
"""Senses that look at documents, not at what one of them says."""
_TITLE_RUN = 4
"""So many characters of a title in one piece call a document by it."""
_NEAR = 0.1
"""Of the others those that hold this share less than the best are looked at as well."""


def narrowed(reading: Reading, library: Library) -> Reading:
    """The reading over the one document that it most likely speaks of; as it is where it names documents of several
    places, or tells too little.
    """
    if len(reading.documents) < 2 or reading.unknown_places or _OF_SEVERAL & reading.heard:
        return reading
    if reading.named and len(reading.called) > 1:
        return reading
    one = _likeliest(reading, _speakers(map(to_key, reading.places), library), library)
    return replace(within(reading, (one,)), spared=reading.documents) if one else reading


def _speakers(keys: Iterable[str], library: Library) -> frozenset[str]:
    """The documents in whose text all of these stand."""
    return frozenset(library.documents).intersection(*map(vocabulary_of(library).holders, keys))


def _likeliest(reading: Reading, likely: Collection[str], library: Library) -> str | None:
    """The document in scope that holds the words and is ahead of all others, if it is a likely one; else None."""
    held, said = dict.fromkeys(reading.documents, 0.0), dict.fromkeys(reading.documents, 0.0)
    spread = rarity_of(library).spread
    for term in terms_of(reading.words(reading.of(Kind.YEAR)), library).items:
        counts = {one: sum(spread[one].get(form, 0) for form in term.forms) for one in reading.documents}
        every = sum(counts.values())
        for one, count in counts.items():
            if count:
                held[one] += term.weight
                said[one] += term.weight * count / every
    best, second, *_ = sorted(said, key=lambda one: -said[one])
    ahead = said[best] - said[second]
    return best if best in likely and held[best] >= _HELD and ahead >= _AHEAD * sum(said.values()) else None


def beyond(reading: Reading, library: Library) -> Reading | None:
    """The question over those documents that speak of all the places that it calls others by; None where it calls
    none by their place alone, or where none else speaks of them.
    """
    if not reading.told or not reading.callings or _OF_DOCUMENTS & reading.heard:
        return None
    words, keys = vocabulary_of(library), [str(one.value) for one in reading.callings]
    names = (name for span in reading.of(Kind.DOCUMENT) for name in span.names)
    called = {name.document for name in names if name.kind is NameKind.DOCUMENT}
    speakers = _speakers(keys, library) - called
    if not speakers or not all(any(key in map(to_key, words.regions(one)) for one in called) for key in keys):
        return None
    scope = tuple(one for one in library.documents if one in speakers)
    return narrowed(within(placed_by_words(reading), scope), library)


def widened(reading: Reading, library: Library) -> Reading:
    """The reading over the other documents that speak of its places and say by far more of its words; else as it is."""
    if not _is_told_by_place(reading, library):
        return reading
    held = rarity_of(library).held(terms_of(reading.words(reading.of(Kind.YEAR)), library))
    keys = (str(one.value) for one in reading.callings)
    others = {one: held[one] for one in _speakers(keys, library) if one not in reading.documents}
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
