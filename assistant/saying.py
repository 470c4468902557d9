"""Which words of a claim a text says, and how much alike texts are. Judges nothing."""

from collections.abc import Iterable

from assistant.reading.words import Term, fold, pairs
from corpus.extraction.similarity import is_subsequence
from indexing.words import is_word

__all__ = ["likeness", "short_for", "told"]

_SHORTEST = 3
"""市建局 may be short for too many."""
_PAIR, _APART = 2, 2
"""The characters of a word, and how many may stand between them: 设立在 says 设在."""


def told(terms: Iterable[Term], text: str, about: str = "") -> list[Term]:
    """Those of the terms that a text says, or what stands over it."""
    own, over, folded = pairs(text), pairs(about), fold(text)
    return [
        term
        for term in terms
        if not (own.isdisjoint(term.forms) and over.isdisjoint(term.forms)) or _says_apart(folded, term.forms[0])
    ]


def _says_apart(piece: str, form: str) -> bool:
    """Whether the two characters of a word stand near each other (先行引导 says 先引), or anywhere if they are none."""
    if len(form) != _PAIR or form[0] not in piece or form[1] not in piece:
        return False
    near = (form[1] in piece[at + 1 : at + 2 + _APART] for at, one in enumerate(piece) if one == form[0])
    return any(near) or not is_word(form)


def likeness(one: str, other: str) -> float:
    """The share of the pairs of characters of the shorter text that the other has."""
    left, right = pairs(one), pairs(other)
    return len(left & right) / max(1, min(len(left), len(right)))


def short_for(name: str, others: Iterable[str]) -> str:
    """The one of some units that a name is short for: 市发展改革委 for 市发改委; empty for none."""
    alike = (one for one in others if (one[0], one[-1]) == (name[0], name[-1]) and len(name) > _SHORTEST)
    return next((one for one in alike if is_subsequence(name, one)), "")
