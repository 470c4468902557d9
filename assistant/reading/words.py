"""The words of a question as weighted terms: what it is about, and how rare each part is. Knows no rows."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate, chain
from math import fsum

from assistant.data_files import data_rows
from corpus.document import Document
from corpus.facts import Library
from corpus.quoting import compact
from corpus.table import Table
from indexing.words import Words, is_word, library_to_dictionary, normalised

_MARKS = re.compile(r"[^\w%]+")
_LATIN = re.compile(r"\d[\d.]*[%万亿]|[a-z0-9.%]{2,}|\d")
_EMPTY = frozenset(
    "的了在是有要和与把对被给让到中里上这那各都也还就会得地着过之其及或等个为以从由向于并且而不能想来去项条类份做开用"
    "搞管抓设办分帮说讲提查看找打走该次前后底末内外间约超达占拿按再又只很最更太哪几谁何啥么吗呢吧"
)
_COMMONER = 4
_GLUED_WEIGHT = 0.5
"""Single characters that belong to no word are put together (老|本|行|招): half of such pairs mean nothing."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a question is about: any of `forms` (folded) says it; `weight` is its share of the question."""

    forms: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class Terms:
    """The terms of a question; their weights sum up to 1 unless there are none. `mass` is the sum before: how much the
    words tell at all.
    """

    items: tuple[Term, ...]
    mass: float

    def held(self, has: frozenset[str]) -> frozenset[int]:
        """The numbers of the terms of which a form is among the `pairs` of a text."""
        said = self.forms & has
        return frozenset(chain.from_iterable(map(self.by_form.__getitem__, said))) if said else frozenset()

    def share(self, held: Iterable[int]) -> float:
        """The share of weight of some terms, in whatever order they come."""
        return fsum(map(self.weights.__getitem__, held))

    def coverage(self, has: frozenset[str]) -> float:
        """The share of weight that a text with these `pairs` holds, from 0 to 1."""
        return self.share(self.held(has))

    @cached_property
    def weights(self) -> list[float]:
        """The weight of each term."""
        return [term.weight for term in self.items]

    @cached_property
    def forms(self) -> frozenset[str]:
        """All that says any of the terms."""
        return frozenset(self.by_form)

    @cached_property
    def by_form(self) -> dict[str, list[int]]:
        """By form, the numbers of the terms that it says."""
        found: dict[str, list[int]] = {}
        for at, term in enumerate(self.items):
            for form in term.forms:
                found.setdefault(form, []).append(at)
        return found

    @cached_property
    def form_rows(self) -> tuple[list[int], list[int]]:
        """The places in `by_form` of the forms of each term, term behind term, and where those of each begin."""
        places = {form: at for at, form in enumerate(self.by_form)}
        counts = [len(term.forms) for term in self.items]
        return [places[form] for term in self.items for form in term.forms], [*accumulate(counts, initial=0)][:-1]


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare pairs of characters are over the blocks of a library, and how its words are cut."""

    counts: Mapping[str, int]
    spread: Mapping[str, Mapping[str, int]]
    """The same by document."""
    blocks: int
    words: Words

    def held(self, terms: Terms) -> dict[str, float]:
        """By document, the share of the weight of some terms that stand in it anywhere."""
        return {
            one: sum(term.weight for term in terms.items if own.keys() & term.forms) for one, own in self.spread.items()
        }

    def weight(self, pair: str) -> float:
        """An inverse document frequency: 1 for a pair that the library never uses, towards 0 for one in every block."""
        seen = self.counts.get(pair, 0)
        return math.log((self.blocks + 1) / (seen + 1)) / math.log(self.blocks + 1) if self.blocks else 1.0


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """`text` in NFKC and lower case, without white space."""
    return compact(normalised(text))


@lru_cache(maxsize=65536)
def pairs(text: str) -> frozenset[str]:
    """Neighbouring characters of a text without crossing punctuation; Latin words and numbers stay whole."""
    return frozenset(_word_pairs(fold(text)))


def pairs_of(texts: Iterable[str]) -> frozenset[str]:
    """The pairs of several texts."""
    return frozenset().union(*map(pairs, texts))


@lru_cache(maxsize=4)
def rarity_of(library: Library) -> Rarity:
    """The rarity of pairs over all blocks of a library."""
    texts = {document.id: _texts(document) for document in library.documents.values()}
    spread = {one: Counter(chain.from_iterable(map(pairs, own))) for one, own in texts.items()}
    counts = Counter[str]()
    for own in spread.values():
        counts.update(own)
    return Rarity(counts, spread, sum(map(len, texts.values())), Words(library_to_dictionary(library)))


@lru_cache(maxsize=256)
def terms_of(words: str, library: Library) -> Terms:
    """The weighted terms of `words` (pieces apart by spaces or marks).

    Pairs do not cross the border of two words, a word counts once however long it is, and an everyday word may be
    said in the documents' own word (写字楼, 楼宇): where they never use it, it weighs what their commonest one does.
    """
    rarity = rarity_of(library)
    found: dict[tuple[str, ...], float] = {}
    for word, weight in _weighted_words(normalised(words), rarity):
        printed = official_words(word)
        parts = list(dict.fromkeys(_word_pairs(word))) if len(word) > 1 else [word]
        is_used = any(one in word for one in printed) or all(pair in rarity.counts for pair in parts)
        for pair in parts:
            key = (pair, *(form for one in printed for form in _telling(one, rarity)))
            value = weight * min(map(rarity.weight, (pair,) if is_used else key)) / math.sqrt(len(parts))
            found[key] = max(found.get(key, 0.0), value)
    mass = sum(found.values())
    return Terms(tuple(Term(forms, weight / mass) for forms, weight in found.items()) if mass else (), mass)


def _telling(official: str, rarity: Rarity) -> list[str]:
    """The pairs of a word that say it: of a long one not those that the library says far more often than it
    (保障 of 最低生活保障).
    """
    parts = list(_word_pairs(official))
    least = min((count for one in parts if (count := rarity.counts.get(one, 0))), default=0)
    return [one for one in parts if rarity.counts.get(one, 0) <= least * _COMMONER] if least else parts


def _weighted_words(text: str, rarity: Rarity) -> Iterator[tuple[str, float]]:
    pieces, known = _everyday_phrases().split(text), _everyday_characters()
    yield from ((compact(said), 1.0) for said in pieces[1::2])
    for run in _MARKS.split(" ".join(pieces[::2])):
        yield from ((name, 1.0) for name in _LATIN.findall(run))
        for word in chain.from_iterable(_cut(part, rarity.words) for part in _LATIN.split(run)):
            yield word, 1.0 if is_word(word) or word in known or word in rarity.words.dictionary else _GLUED_WEIGHT


@cache
def _everyday_phrases() -> re.Pattern[str]:
    """What parts a text at everyday words that would be cut apart, and at those that what asks stood within (经济增长,
    吃什么亏); part of the official word is none (亿元楼宇). Two characters that are no word stay within theirs.
    """
    several = {one for one, official in everyday_words() if len(one) > 1 and not one.isascii() and one not in official}
    between = (
        (one, r"\s" if len(one) == 2 or is_word(one) else r"\s?") for one in sorted(several, key=len, reverse=True)
    )
    return re.compile("(" + ("|".join(mark.join(map(re.escape, one)) for one, mark in between) or r"(?!)") + ")")


@cache
def _everyday_characters() -> frozenset[str]:
    return frozenset(everyday for everyday, _ in everyday_words() if len(everyday) == 1)


def official_words(words: str) -> tuple[str, ...]:
    """What documents print for the everyday words that some words say; a single character is one only by itself."""
    begun = (one for first in {*words} for one in _everyday_by_first().get(first, ()))
    said = ((at, one, official) for at, one, official in begun if one == words or (len(one) > 1 and one in words))
    return tuple(official for _, _, official in sorted(said))


@cache
def _everyday_by_first() -> dict[str, list[tuple[int, str, str]]]:
    """Everyday and official words with their place in the file, by the character that they begin with."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    for at, (everyday, official) in enumerate(everyday_words()):
        found.setdefault(everyday[0], []).append((at, everyday, official))
    return found


@cache
def everyday_words() -> tuple[tuple[str, str], ...]:
    """Pairs of an everyday and an official word, from the data file beside this module."""
    return tuple((everyday, official) for everyday, official in data_rows(__package__, "everyday.tsv"))


def _cut(run: str, words: Words) -> Iterator[str]:
    """The words of a run. Single characters that belong to no word join their neighbours: 楼|事|会, 空置|税."""
    start, word = 0, ""
    for end in words.borders(run):
        part, start = run[start:end], end
        if len(part) == 1 and (part in _EMPTY or part.isascii() or part in _everyday_characters()):
            yield from (word,) if len(word) > 1 else ()
            yield from (part,) if part in _everyday_characters() else ()
            word = ""
        elif len(part) == 1 or len(word) == 1:
            word += part
        else:
            yield from (word,) if len(word) > 1 else ()
            word = part
    if len(word) > 1:
        yield word


def _word_pairs(text: str) -> Iterator[str]:
    for run in _MARKS.split(text):
        yield from _LATIN.findall(run)
        for part in _LATIN.split(run):
            yield from (part[at : at + 2] for at in range(len(part) - 1))


def _texts(document: Document) -> Sequence[str]:
    return [
        text
        for block in document.blocks
        for text in ([row.quote for row in block.rows] if isinstance(block, Table) else [block.text])
    ]
