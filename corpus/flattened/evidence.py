"""Evidence: what the rest of a document tells about the words in its tables (headings, unit names, running text).

Built from the lines outside the tables. Knows no table.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.flattened.unit_grammar import Lexicon, lines_to_lexicon

_NUMBERED = re.compile(
    r"(?:[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])\s*(\S.{1,40})"
)
_STEP = 4


@dataclass(frozen=True, slots=True)
class Evidence:
    """What running text says: `headings` without numbers, all runs of four characters, all pairs of characters."""

    headings: frozenset[str]
    lexicon: Lexicon
    passages: frozenset[str]
    pairs: frozenset[str]

    def runs_on(self, left: str, right: str) -> bool:
        """Whether the document elsewhere writes the end of `left` and the beginning of `right` in one go."""
        return len(left) > 1 and len(right) > 1 and left[-2:] + right[:2] in self.passages

    def writes_together(self, left: str, right: str) -> bool:
        """Whether the last character of `left` and the first of `right` are neighbours somewhere in the document."""
        return left[-1:] + right[:1] in self.pairs

    def says(self, text: str) -> bool:
        """Whether the running text contains `text` (of at least four characters), as far as its pieces tell."""
        return len(text) >= _STEP and all(piece in self.passages for piece in _pieces(text))

    def with_names(self, names: Iterable[str]) -> "Evidence":
        """The same evidence with more unit names known."""
        return replace(self, lexicon=self.lexicon.with_known(names))


def texts_to_evidence(texts: Sequence[str]) -> Evidence:
    """The evidence of the lines outside the tables, in order."""
    compact = ["".join(text.split()) for text in texts]
    headings = {title for text in compact for title in _titles(text)}
    passages = frozenset(_pieces("".join(compact)))
    pairs = frozenset(passage[:2] for passage in passages)
    return Evidence(frozenset(headings), lines_to_lexicon(compact), passages, pairs)


def _titles(text: str) -> Iterator[str]:
    match = _NUMBERED.match(text)
    if match:
        yield re.split(r"[。：:*]", match.group(1))[0]


def _pieces(text: str) -> Iterator[str]:
    return (text[index : index + _STEP] for index in range(len(text) - _STEP + 1))
