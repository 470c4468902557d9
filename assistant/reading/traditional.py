"""Questions in traditional characters, in those that the documents print. Knows no facts."""

from functools import lru_cache

from corpus.facts import Library
from corpus.simplified import simplified

__all__ = ["as_printed"]


def as_printed(text: str, library: Library) -> str:
    """`text` with traditional characters that stand in no document replaced by their simplified ones."""
    printed = _characters(library)
    return "".join(_simplified(one, printed) if one not in printed else one for one in text)


@lru_cache(maxsize=4)
def _characters(library: Library) -> frozenset[str]:
    return frozenset().union(*(document.text for document in library.documents.values()))


def _simplified(character: str, printed: frozenset[str]) -> str:
    """Its simplified form where the documents print that, else itself."""
    simple = simplified(character)
    return simple if simple in printed else character
