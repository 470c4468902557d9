"""Finding words again in a source, white space aside: the one test of whether a quote is real."""

import re
from bisect import bisect_left
from functools import lru_cache

from corpus.place import Span

_SPACE_BY_WIDE = re.compile(r"(?<=[^\x00-\xff])\s+|(?<!\s)\s+(?=[^\x00-\xff])")


def compact(text: str) -> str:
    """`text` without any white space."""
    return "".join(text.split())


def squeeze(text: str) -> str:
    r"""`text` with white space kept, as one space, only between Latin words and figures.

    >>> squeeze("到 2025 年，推进 BU、AI lab 建\n设")
    '到2025年，推进BU、AI lab建设'
    """
    return re.sub(r"\s+", " ", _SPACE_BY_WIDE.sub("", text)).strip()


def bigrams(text: str) -> set[str]:
    """The pairs of neighbouring characters of a text."""
    return {text[at : at + 2] for at in range(len(text) - 1)}


class SourceText:
    """A source text that can be searched for quotes with white space ignored on both sides."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._offsets = [offset for offset, character in enumerate(text) if not character.isspace()]
        self._compact = "".join(text[offset] for offset in self._offsets)

    def find(self, quote: str, start: int = 0) -> Span | None:
        """The span of the first occurrence of `quote` at or behind offset `start`; None where there is none."""
        needle = compact(quote)
        if not needle:
            return None
        at = self._compact.find(needle, bisect_left(self._offsets, start))
        if at < 0:
            return None
        return Span(start=self._offsets[at], end=self._offsets[at + len(needle) - 1] + 1)

    def __contains__(self, quote: str) -> bool:
        """Whether the quote stands in the text, white space aside."""
        return self.find(quote) is not None


@lru_cache(maxsize=256)
def source_text(text: str) -> SourceText:
    """The searchable form of a source text, kept for the texts in use."""
    return SourceText(text)
