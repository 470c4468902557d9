"""Whether a turn stays with the documents talked about: by what it names, and by places that it speaks of as they do
(上海呢 behind 浙江专享的有哪些, where a document is of the whole country).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.reading.asides import without_asides
from assistant.reading.carried import Last, last_of
from assistant.reading.leaning import Leaning, subject_words
from assistant.reading.meant import narrowed, widened
from assistant.reading.normalising import to_key
from assistant.reading.reading import Reading
from assistant.reading.spans import Kind, Span
from assistant.reading.turn import Turn
from assistant.reading.vocabulary import Vocabulary, vocabulary_of
from assistant.reading.weaving import within
from assistant.reading.words import rarity_of, terms_of
from corpus.facts import Library

_FIRST = 2
"""Cells of a row that may name it: a number may stand first."""
_OF_ALL = frozenset({"documents", "mentions", "each_place"})
"""Senses that ask which of all documents there are."""


def placed(reading: Reading, history: Sequence[Turn], library: Library) -> Reading:
    """The reading over the document that it most likely means, where nothing was asked before; else with those unknown
    places left as words that the documents of the last turn speak of: where they are of no place themselves, or in the
    way of a place of the turns before (陕西自贸区 behind 河南自贸区).
    """
    reading = without_asides(reading)
    last = last_of(history, library) if reading.unknown_places else None
    if last is None:
        return reading if history else narrowed(widened(reading, library), library)
    words = vocabulary_of(library)
    unknown = (one for one in reading.unknown_places if not _is_spoken_of(to_key(one), last, words))
    return replace(reading, unknown_places=tuple(unknown))


def is_at_home(now: Leaning, last: Last) -> bool:
    """Whether the documents talked about speak of all that a question names as much as any other does."""
    if not last.scope or now.reading.told or _OF_ALL & now.reading.heard:
        return False
    said = rarity_of(now.library).held(terms_of(subject_words(now.reading), now.library))
    return max(said[one] for one in last.scope) >= max(said.values())


def as_word(reading: Reading, last: Last, library: Library) -> Reading | None:
    """The question with the places it names as words of the documents talked about; None where they are none."""
    places = reading.callings
    rest = (span for span in reading.spans if _is_area(span, last) or not any(span.meets(one) for one in places))
    word = within(replace(reading, spans=(*rest, *places), told=False), last.scope)
    own = any(span.value for span in reading.of(Kind.DOCUMENT))
    spoken = _is_held(places, last, library, own=own) or is_alike(word, last, library) or _is_row(places, last, library)
    return word if spoken else None


def _is_held(places: Iterable[Span], last: Last, library: Library, *, own: bool) -> bool:
    """Whether a document talked about speaks of a place; where others are called by it, one that is of no place."""
    words = vocabulary_of(library)
    scope = {one for one in last.scope if not (own and words.regions(one))}
    return any(scope & words.holders(str(place.value)) for place in places)


def _is_area(span: Span, last: Last) -> bool:
    """Whether a span names an area of the documents talked about."""
    return span.kind is Kind.AREA and any(name.document in last.scope for name in span.names)


def _is_row(places: Sequence[Span], last: Last, library: Library) -> bool:
    """Whether rows of the documents talked about are called by all places named (石磴县体育场, 南汀区)."""
    names = [name for document in last.scope for name in _row_names(library, document)]
    return bool(places) and all(any(str(place.value) in name for name in names) for place in places)


@lru_cache(maxsize=256)
def _row_names(library: Library, document: str) -> frozenset[str]:
    """What the rows of a document's tables begin with, and the areas of its targets."""
    cells = (cell for table in library.document(document).tables for row in table.rows for cell in row.cells[:_FIRST])
    scopes = (target.scope for target in library.targets([document]) if target.scope)
    return frozenset(map(to_key, (*(cell.text for cell in cells), *scopes)))


def is_alike(reading: Reading, last: Last, library: Library) -> bool:
    """Whether all places that a question names as words are spoken of in the way of one of the last two turns."""
    words, places = vocabulary_of(library), [to_key(str(span.value)) for span in reading.of(Kind.PLACE)]
    return bool(places) and all(_is_in_way(place, last, words) for place in places)


def _is_spoken_of(place: str, last: Last, words: Vocabulary) -> bool:
    holders = words.holders(place).intersection(last.scope)
    return any(not words.regions(one) for one in holders) or _is_in_way(place, last, words)


def _is_in_way(place: str, last: Last, words: Vocabulary) -> bool:
    """Whether the documents say the same behind a place as behind one of the last two turns."""
    turns = [one for one in (last.before, last) if one]
    before = [to_key(str(span.value)) for turn in turns for span in turn.reading.of(Kind.PLACE)]
    return any(words.behind(place, document) & words.behind(one, document) for document in last.scope for one in before)
