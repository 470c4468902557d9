"""Which indicators of a document an ask is about: by their words, their unit and their meaning. Knows no numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from assistant.facts.measuring import agreement
from assistant.reading.ask import Ask
from assistant.reading.words import Rarity, Terms, pairs, rarity_of, terms_of
from corpus.facts import Library
from corpus.target import Target

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["Meant", "meant_indicators", "several"]

_FITS, _OTHER, _NEAR = 0.15, 0.3, 0.25
"""What a fitting unit, another unit and closeness by meaning weigh against shared words (1)."""
_CLEAR = 0.75
"""Where words alone fit so well the embedder is not asked."""
_SPREAD = 0.06
_NEW, _NAMED = 0.12, 0.5


@dataclass(frozen=True, slots=True)
class Meant:
    """An indicator of a document with its targets, and how well an ask fits it; all figures from 0 to 1."""

    document: str
    name: str
    targets: tuple[Target, ...]
    named: float
    """The share of the indicator's name that the words say."""
    explained: float
    """The share of the words that the indicator holds."""
    held: frozenset[int]
    agree: float
    meaning: float = 0.0

    @property
    def score(self) -> float:
        """What indicators are ordered by."""
        both = self.named + self.explained
        harmony = 2 * self.named * self.explained / both if both else 0.0
        unit = _FITS * self.agree if self.agree > 0 else _OTHER * self.agree
        return harmony + unit + _NEAR * self.meaning


def meant_indicators(ask: Ask, index: "Index") -> list[Meant]:
    """The indicators of the documents in scope, the best first."""
    library = index.library
    terms = terms_of(_with_members(ask, library), library)
    found = [_meant(key, targets, ask, terms, library) for key, targets in _indicators(library, ask.where.documents)]
    clear = max((one.score for one in found), default=0.0) >= _CLEAR
    near = {} if clear or not ask.gist else _meanings([one.name for one in found], ask.gist, index)
    told = [one if one.name not in near else _nearer(one, near[one.name]) for one in found]
    return sorted(told, key=lambda one: -one.score)


def several(ranked: Sequence[Meant], terms: Terms) -> tuple[Meant, ...]:
    """The indicators of the best one's document that the words name together (入驻率、注册率), in the order said."""
    best = ranked[0]
    chosen, held = [best], set(best.held)
    for one in ranked[1:]:
        told = one.document == best.document and one.agree >= 0 and one.named >= _NAMED
        if told and terms.share(one.held - held) >= _NEW:
            chosen.append(one)
            held |= one.held
    return tuple(sorted(chosen, key=lambda one: min(one.held - _shared(chosen), default=0)))


def _shared(chosen: Sequence[Meant]) -> frozenset[int]:
    """The terms that all of them hold."""
    return frozenset.intersection(*(one.held for one in chosen)) if len(chosen) > 1 else frozenset()


def _with_members(ask: Ask, library: Library) -> str:
    """The words, with the members of each named set they say (三率)."""
    sets = [
        one
        for document in ask.where.documents or tuple(library.documents)
        for one in library.facts[document].definitions
        if one.members and one.term.strip("“”") in ask.where.words
    ]
    return " ".join((ask.where.words, *(member for one in sets[:1] for member in one.members)))


def _indicators(library: Library, documents: Iterable[str]) -> list[tuple[tuple[str, str], tuple[Target, ...]]]:
    chosen = tuple(documents) or tuple(library.documents)
    return [(key, targets) for key, targets in _all_indicators(library) if key[0] in chosen]


@lru_cache(maxsize=4)
def _all_indicators(library: Library) -> tuple[tuple[tuple[str, str], tuple[Target, ...]], ...]:
    found: dict[tuple[str, str], list[Target]] = {}
    for target in library.targets():
        found.setdefault((target.document_id, target.indicator), []).append(target)
    return tuple((key, tuple(targets)) for key, targets in found.items())


def _meant(key: tuple[str, str], targets: tuple[Target, ...], ask: Ask, terms: Terms, library: Library) -> Meant:
    own = pairs(_spelled(key[1]))
    held = terms.held(own)
    said = frozenset(form for term in terms.items for form in term.forms)
    agree = max(agreement(ask.measures, one.quantity.unit) for one in targets)
    return Meant(*key, targets, _weight(own, said, rarity_of(library)), terms.share(held), held, agree)


def _spelled(name: str) -> str:
    return name.replace("m2", "平方米").replace("㎡", "平方米")


def _weight(own: frozenset[str], said: frozenset[str], rarity: Rarity) -> float:
    """The share of weight of `own` that is said."""
    total = sum(map(rarity.weight, own))
    return sum(rarity.weight(pair) for pair in own & said) / total if total else 0.0


def _nearer(one: Meant, meaning: float) -> Meant:
    return Meant(one.document, one.name, one.targets, one.named, one.explained, one.held, one.agree, meaning)


def _meanings(names: Sequence[str], gist: str, index: "Index") -> Mapping[str, float]:
    """By name, how near it is to the gist, spread over 0 to 1 among these names."""
    different = list(dict.fromkeys(names))
    if index.pending or len(different) < 2:
        return {}
    vectors = np.stack([_vector(name, index) for name in different])
    cosines = (vectors @ index.embedder.encode_query(gist)).tolist()
    low, high = sorted(cosines)[len(cosines) // 2], max(cosines)
    spread = max(high - low, 1e-6)
    sure = min(1.0, spread / _SPREAD)
    return {name: max(0.0, (value - low) / spread) * sure for name, value in zip(different, cosines, strict=True)}


_VECTORS: dict[tuple[str, str], np.ndarray] = {}


def _vector(name: str, index: "Index") -> np.ndarray:
    """The vector of a name, computed once for each model."""
    key = (index.embedder.fingerprint, name)
    if key not in _VECTORS:
        _VECTORS[key] = index.embedder.encode_query(name)
    return _VECTORS[key]
