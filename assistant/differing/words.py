"""Texts as they are compared: without what only the format of a file decides; and how alike two of them are."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import chain

from corpus.folding.characters import fold

_MARKUP = re.compile(r"[\s*_]+")
_QUOTES = str.maketrans(dict.fromkeys("“”„‟＂「」『』", '"') | dict.fromkeys("‘’‛＇", "'") | {"—": "-", "·": "•"})
_MOST, _LEAST = 8, 0.2
"""So many texts are looked at, of those that share so much."""
_SENTENCE = re.compile(r"[^。；！？;!?]{1,4000}[。；！？;!?]?")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """`text` without white space and emphasis, with one kind of digits, brackets, dashes and quotation marks.

    >>> plain("**到２０２５年**，入驻率达 95％（含）")
    '到2025年,入驻率达95%(含)'
    """
    return _MARKUP.sub("", unicodedata.normalize("NFKC", fold(text)).translate(_QUOTES))


def sentences(text: str) -> list[str]:
    """The sentences of a plain text, each with its stop."""
    return _SENTENCE.findall(text)


def likeness(one: str, other: str) -> float:
    """Dice over the character pairs of two plain texts, each as often as it stands: 1 for equal texts."""
    if one == other:
        return 1.0
    first, second = _pairs(one), _pairs(other)
    size = first.total() + second.total()
    return 2 * (first & second).total() / size if size else 0.0


def covered(part: str, whole: str) -> float:
    """The share of the character pairs of `part` that stand in `whole`."""
    pairs, there = _pairs(part), _pairs(whole)
    return (pairs & there).total() / pairs.total() if pairs else 0.0


class Alike:
    """Which of many texts are like one: those that share enough of their rarer character pairs."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._sizes = [len(_pairs(text)) for text in texts]
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        for at, text in enumerate(texts):
            for pair in _pairs(text):
                self._having[pair].append(at)

    def to(self, text: str) -> list[tuple[int, float]]:
        """The numbers of the most alike texts with their likeness, those that share little left out."""
        pairs = _pairs(text)
        shared = Counter(chain.from_iterable(self._having.get(pair, ()) for pair in pairs))
        alike = [(2 * count / (len(pairs) + self._sizes[at]), -at) for at, count in shared.items()]
        best = nlargest(_MOST, (one for one in alike if one[0] >= _LEAST))
        return [(-at, likeness(text, self._texts[-at])) for _, at in best]


@lru_cache(maxsize=65536)
def _pairs(text: str) -> Counter[str]:
    return Counter(text[at : at + 2] for at in range(len(text) - 1)) if len(text) > 1 else Counter([text] * bool(text))
