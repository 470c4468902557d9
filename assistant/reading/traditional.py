"""Questions in traditional characters, in those that the documents print. The only importer of opencc."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpus.facts import Library

if TYPE_CHECKING:
    from opencc import OpenCC

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
    simple = _converter().convert(character)
    return simple if simple in printed else character


@cache
def _converter() -> "OpenCC":
    """Converts by the character, never by the word: a question keeps its length."""
    from opencc import OpenCC

    return OpenCC("t2s")
