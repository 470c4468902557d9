"""The places of some documents: several documents of one place speak for it together. Knows no questions."""

from collections.abc import Iterable

from assistant.labels import document_label
from assistant.reading.vocabulary import vocabulary_of
from corpus.facts import Library

__all__ = ["place_label", "places_of"]


def places_of(documents: Iterable[str], library: Library) -> list[tuple[str, ...]]:
    """The documents by place, in their order; one of no place stands for itself."""
    found: dict[str, list[str]] = {}
    for document in documents:
        names = vocabulary_of(library).regions(document)
        found.setdefault(names[0] if names else document, []).append(document)
    return [tuple(same) for same in found.values()]


def place_label(documents: tuple[str, ...], library: Library) -> str:
    """What the documents of one place are called: by the place, or by the title where they are of none."""
    names = vocabulary_of(library).regions(documents[0])
    return names[0] if names else document_label(library, documents[0])
