"""Which indicators of a document an ask is about: by their words, their unit and their meaning. Knows no numbers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np

from assistant.facts.measuring import agreement, number_words
from assistant.facts.target_rows import is_whole
from assistant.reading.ask import Ask, Condition, Fold
from assistant.reading.words import Terms, fold, pairs, pairs_of, rarity_of, terms_of
from corpus.facts import Definition, Library
from corpus.target import Target, TargetKind
from indexing.index import Index
from indexing.sentence_vectors import spread_out

_FITS, _OTHER, _NEAR = 0.15, 0.3, 0.25
"""What a fitting unit, another unit and closeness by meaning weigh against shared words (1)."""
_MOST_COMPARED = 24
"""So many indicators are compared by meaning where no document is named: each costs a vector once."""
_CLEAR = 0.75
"""Where words alone fit so well the embedder is not asked."""
_NEW, _NAMED = 0.12, 0.35
_WHOLLY = 0.1
"""What it weighs that the words stand in the name as they are, or the name in the words."""
_IN_ALL = 0.1
"""What it weighs that an indicator tells how much there is in all, where that is asked (一共要达到几幢)."""
_FEW_SCOPES = 2
_PIECES, _SHORTEST = re.compile(r"[\s的、,，和及与]+"), 3


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
    around: float
    """The share of the words that the indicator and what is printed around its targets hold."""
    wholly: float = 0.0
    """How much of name and words is the same, where the one stands in the other as it is."""
    meaning: float = 0.0
    in_all: bool = False
    """Whether it tells how much there is in all, and that is asked."""

    @property
    def harmony(self) -> float:
        """How well its name and the words agree: both of them must be held by the other."""
        both = self.named + self.explained
        return 2 * self.named * self.explained / both if both else 0.0

    @property
    def score(self) -> float:
        """What indicators are ordered by."""
        unit = _FITS * self.agree if self.agree > 0 else _OTHER * self.agree
        return self.harmony + unit + _NEAR * self.meaning + _WHOLLY * self.wholly + _IN_ALL * self.in_all


def meant_indicators(ask: Ask, index: Index, *, reached: bool = False) -> list[Meant]:
    """The indicators of the documents in scope, the best first: those of targets, or of what was `reached`."""
    library = index.library
    words = _Words.of(ask, library)
    found = [_meant(one, words) for one in _indicators(library, ask.where.documents, reached=reached)]
    clear = max((one.score for one in found), default=0.0) >= _CLEAR
    asked = sorted(found, key=lambda one: -one.score)[: None if ask.where.named else _MOST_COMPARED]
    near = {} if clear or not ask.gist else _meanings([one.name for one in asked], ask.gist, index)
    told = [replace(one, meaning=near[one.name]) if near.get(one.name) else one for one in found]
    return sorted(told, key=lambda one: -one.score)


def fit_features(ask: Ask, groups: Sequence[Meant], ranked: Sequence[Meant], library: Library) -> dict[str, float]:
    """How well the indicators chosen of all ranked fit an ask."""
    terms, best = terms_of(with_members(ask, library), library), groups[0]
    share = terms.share(frozenset().union(*(one.held for one in groups)))
    others = [one.score for one in ranked if one.name not in {group.name for group in groups}]
    return {
        "match": max(share, *(one.around for one in groups)),
        "own": share,
        "named": min(one.named for one in groups),
        "margin": best.score - max(others, default=0.0),
        "meaning": best.meaning,
        "agree": min(one.agree for one in groups),
    }


def several(ranked: Sequence[Meant], terms: Terms, words: str) -> tuple[Meant, ...]:
    """The indicators of the best one's document that the words name together (入驻率、注册率), in the order said: each
    says something more, or is named in full.
    """
    best, said = ranked[0], fold(words)
    chosen, held = [best], set(best.held)
    for one in ranked[1:]:
        told = one.document == best.document and one.agree >= 0 and one.named >= _NAMED
        new = terms.share(one.held - held)
        if told and (new >= _NEW or (new and fold(one.name) in said)):
            chosen.append(one)
            held |= one.held
    if all(fold(one.name) in said for one in chosen):
        return tuple(sorted(chosen, key=lambda one: said.find(fold(one.name))))
    return tuple(sorted(chosen, key=lambda one: min(one.held - _shared(chosen), default=0)))


def _shared(chosen: Sequence[Meant]) -> frozenset[int]:
    """The terms that all of them hold."""
    return frozenset.intersection(*(one.held for one in chosen)) if len(chosen) > 1 else frozenset()


def with_members(ask: Ask, library: Library) -> str:
    """The words, with the members of each named set they say (三率)."""
    sets = sets_named(ask, library)
    amounts = [name for _, name in naming_amounts(ask, library)]
    return " ".join((ask.where.words, *amounts, *(member for one in sets[:1] for member in one.members)))


def sets_named(ask: Ask, library: Library) -> list[Definition]:
    """The named sets (三率) that the words say, with their members."""
    return [
        one
        for document in ask.where.documents or tuple(library.documents)
        for one in library.facts[document].definitions
        if one.members and one.term.strip("“”") in ask.where.words
    ]


def naming_amounts(ask: Ask, library: Library) -> list[tuple[Condition, str]]:
    """The conditions on numbers that are part of an indicator's name (5亿元以上楼宇), with these words."""
    if not ask.where.conditions:
        return []
    names = [fold(one.name) for one in _indicators(library, ask.where.documents)]
    said = [(one, number_words(one.value, one.unit)) for one in ask.where.conditions]
    return [(one, words) for one, words in said if any(name.startswith(words) for name in names)]


@dataclass(frozen=True, slots=True)
class _Indicator:
    """An indicator of a document as it can be found."""

    document: str
    name: str
    targets: tuple[Target, ...]
    weights: Mapping[str, float]
    """The pairs within the words of its name, and how much each tells; together 1."""
    own: frozenset[str]
    around: frozenset[str]
    spelled: str
    """Its name, folded."""
    units: frozenset[str]
    """Those of its targets."""


def _indicators(library: Library, documents: Iterable[str], *, reached: bool = False) -> list[_Indicator]:
    chosen = tuple(documents) or tuple(library.documents)
    every = (one for one in _all_indicators(library, reached=reached) if one.document in chosen)
    return [one for one in every if library.once(one.targets, chosen)]


@lru_cache(maxsize=8)
def _all_indicators(library: Library, *, reached: bool = False) -> tuple[_Indicator, ...]:
    found: dict[tuple[str, str], list[Target]] = {}
    for target in library.actuals() if reached else library.targets():
        found.setdefault((target.document_id, target.indicator), []).append(target)
    return tuple(_indicator(*key, tuple(targets), library) for key, targets in found.items())


def _indicator(document: str, name: str, targets: tuple[Target, ...], library: Library) -> _Indicator:
    scopes = {one.scope for one in targets if not is_whole(one)}
    raw = targets[0].indicator_raw
    own = pairs(_spelled(name)) | (frozenset() if "、" in raw else pairs(_spelled(raw)))
    own |= pairs_of(scope or "" for scope in scopes if len(scopes) <= _FEW_SCOPES)
    printed = [text for one in targets for text in (one.quote, one.place.table or "", one.scope or "", f"{one.year}年")]
    around = pairs_of(dict.fromkeys(printed))
    units = frozenset(one.quantity.unit for one in targets)
    spelled = _spelled(name)
    return _Indicator(document, name, targets, _weights(spelled, library), own, around, fold(spelled), units)


def _weights(name: str, library: Library) -> dict[str, float]:
    rarity = rarity_of(library)
    words = [name[start:end] for start, end in pairwise([0, *rarity.words.borders(name)])]
    found = {pair: rarity.weight(pair) for pair in (*(p for word in words for p in pairs(word)),) or pairs(name)}
    total = sum(found.values()) or 1.0
    return {pair: weight / total for pair, weight in found.items()}


@dataclass(frozen=True, slots=True)
class _Words:
    """What an ask says of the indicators that it means: its terms, its pieces, the families of units asked for."""

    terms: Terms
    pieces: tuple[str, ...]
    measures: frozenset[str]
    in_all: bool

    @classmethod
    def of(cls, ask: Ask, library: Library) -> "_Words":
        """Those of an ask."""
        words = ask.where.words
        pieces = (fold(words), *(fold(piece) for piece in _PIECES.split(words) if len(piece) >= _SHORTEST))
        measures = frozenset[str]() if ask.fold is Fold.SHARE else ask.measures
        terms = terms_of(with_members(ask, library), library)
        return cls(terms, tuple(filter(None, pieces)), measures, "total" in ask.heard)


def _meant(one: _Indicator, words: _Words) -> Meant:
    terms = words.terms
    held = terms.held(one.own)
    agree = max(agreement(words.measures, unit) for unit in one.units)
    around = terms.share(held | terms.held(one.around))
    wholly = max((_overlap(one.spelled, piece) for piece in words.pieces), default=0.0)
    named = sum(weight for pair, weight in one.weights.items() if pair in terms.by_form)
    in_all = words.in_all and one.targets[0].kind is TargetKind.CUMULATIVE
    said = terms.share(held)
    return Meant(one.document, one.name, one.targets, named, said, held, agree, around, wholly, in_all=in_all)


def _overlap(left: str, right: str) -> float:
    short, long = sorted((left, right), key=len)
    return len(short) / len(long) if short in long else 0.0


def _spelled(name: str) -> str:
    return name.replace("m2", "平方米").replace("㎡", "平方米")


def _meanings(names: Sequence[str], gist: str, index: Index) -> Mapping[str, float]:
    """By name, how near it is to the gist, spread over 0 to 1 among these names."""
    different = list(dict.fromkeys(names))
    if index.pending or len(different) < 2:
        return {}
    *vectors, near = index.embedder.encode_queries([*different, gist])  # kept there
    cosines = (np.stack(vectors) @ near).tolist()
    return spread_out(dict(zip(different, cosines, strict=True)))
