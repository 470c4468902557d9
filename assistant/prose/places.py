"""The places of some documents: several documents of one place speak for it together. Knows no questions."""

from collections.abc import Iterable, Sequence

from assistant.labels import document_label
from assistant.reading.vocabulary import vocabulary_of
from corpus.facts import Library


def places_of(documents: Iterable[str], library: Library) -> list[tuple[str, ...]]:
    """The documents by place, in their order; one of no place stands for itself."""
    found: dict[str, list[str]] = {}
    for document in documents:
        names = vocabulary_of(library).regions(document)
        found.setdefault(names[0] if names else document, []).append(document)
    return [tuple(same) for same in found.values()]


def sides_of(documents: Iterable[str], library: Library) -> list[tuple[str, ...]]:
    """What is set side by side: the places; where all documents are of one place, the documents."""
    places = places_of(documents, library)
    return places if len(places) > 1 else [(one,) for same in places for one in same]


def side_labels(sides: Sequence[tuple[str, ...]], library: Library) -> list[str]:
    """What each side is called: by its place, or by its title where another is of the same place."""
    labels = [place_label(side, library) for side in sides]
    titles = [f"《{library.document(side[0]).metadata.title}》" for side in sides]
    return [label if labels.count(label) == 1 else title for label, title in zip(labels, titles, strict=True)]


def place_label(documents: tuple[str, ...], library: Library) -> str:
    """What the documents of one place are called: by the place, or by the title where they are of none."""
    names = vocabulary_of(library).regions(documents[0])
    return names[0] if names else document_label(library, documents[0])
