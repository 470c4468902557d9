"""Which fact of the old document is which of the new: by equal keys, then by the place they share and their words."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from assistant.differing.aligning import Alignment
from assistant.differing.pieces import Pieces
from assistant.differing.words import Alike
from corpus.place import Place
from corpus.target import Target
from corpus.task import Task

Fact = TypeVar("Fact", bound=Task | Target)
_HERE, _ENOUGH = 0.4, 0.7


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of where the facts of two documents stand."""

    old: Pieces
    new: Pieces
    found: Alignment

    def together(self, old: Place, new: Place) -> bool:
        """Whether two places lie in pieces that are one and the same, or whole and part."""
        one, other = self.old.at(old), self.new.at(new)
        if one is None or other is None:
            return False
        found = self.found
        return found.pairs.get(one) == other or other in found.splits.get(one, ()) or one in found.merges.get(other, ())

    def said_before(self, new: Place) -> bool:
        """Whether a place of the new document lies in a piece that the old one has word for word."""
        return _same_words(self.new, self.old, self.found.backwards, new)

    def said_still(self, old: Place) -> bool:
        """Whether a place of the old document lies in a piece that the new one has word for word."""
        return _same_words(self.old, self.new, self.found.pairs, old)


def _same_words(here: Pieces, there: Pieces, pairs: Mapping[int, int], place: Place) -> bool:
    at = here.at(place)
    other = pairs.get(at) if at is not None else None
    if at is None or other is None:
        return False
    one, same = here.all[at], there.all[other]
    return one.body == same.body and one.columns == same.columns


@dataclass(frozen=True, slots=True)
class Ways(Generic[Fact]):
    """How facts of a kind are told apart."""

    keys: Sequence[Callable[[Fact], Hashable]]
    """What makes two facts one, the strictest first."""
    words: Callable[[Fact], str]
    score: Callable[[Fact, Fact], float]
    """How much two facts are one, their places aside: 0 to 1."""


@dataclass(frozen=True, slots=True)
class Paired(Generic[Fact]):
    """Facts that are one, and those of one side only."""

    both: list[tuple[Fact, Fact]]
    old: list[Fact]
    new: list[Fact]


def pair_facts(old: Sequence[Fact], new: Sequence[Fact], ways: Ways[Fact], known: Known) -> Paired[Fact]:
    """The pairs of two lists of facts, in the order of the new one."""
    pairs: dict[int, int] = {}
    for key in ways.keys:
        _equal(pairs, old, new, key, lambda one, other: known.together(one.place, other.place))
    for key in ways.keys:
        _equal(pairs, old, new, key, _anywhere)
    _alike(pairs, old, new, ways, known)
    taken = set(pairs.values())
    both = sorted(((old[one], new[other], other) for one, other in pairs.items()), key=lambda item: item[2])
    return Paired(
        [(one, other) for one, other, _ in both],
        [fact for at, fact in enumerate(old) if at not in pairs],
        [fact for at, fact in enumerate(new) if at not in taken],
    )


def _anywhere(_: object, __: object) -> bool:
    return True


def _equal(
    pairs: dict[int, int],
    old: Sequence[Fact],
    new: Sequence[Fact],
    key: Callable[[Fact], Hashable],
    fits: Callable[[Fact, Fact], bool],
) -> None:
    there: defaultdict[Hashable, list[int]] = defaultdict(list)
    taken = set(pairs.values())
    for at, fact in enumerate(new):
        if at not in taken:
            there[key(fact)].append(at)
    for at, fact in enumerate(old):
        if at in pairs:
            continue
        waiting = there.get(key(fact), [])
        chosen = next((other for other in waiting if fits(fact, new[other])), None)
        if chosen is not None:
            pairs[at] = chosen
            waiting.remove(chosen)


def _alike(pairs: dict[int, int], old: Sequence[Fact], new: Sequence[Fact], ways: Ways[Fact], known: Known) -> None:
    taken = set(pairs.values())
    left = [at for at in range(len(old)) if at not in pairs]
    right = [at for at in range(len(new)) if at not in taken]
    scored = []
    for one, other in _candidates(left, right, old, new, ways):
        here = known.together(old[one].place, new[other].place)
        score = ways.score(old[one], new[other])
        if score >= (_HERE if here else _ENOUGH):
            scored.append((-round(score + here, 6), abs(one / len(old) - other / len(new)), one + other, one, other))
    for *_, one, other in sorted(scored):
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)


def _candidates(
    left: Iterable[int], right: Sequence[int], old: Sequence[Fact], new: Sequence[Fact], ways: Ways[Fact]
) -> set[tuple[int, int]]:
    """Pairs with words in common, looked for from both sides."""
    ones = list(left)
    there = Alike([ways.words(new[at]) for at in right])
    here = Alike([ways.words(old[at]) for at in ones])
    pairs = {(one, right[at]) for one in ones for at, _ in there.to(ways.words(old[one]))}
    pairs |= {(ones[at], other) for other in right for at, _ in here.to(ways.words(new[other]))}
    return pairs
