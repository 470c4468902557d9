"""Which piece of the old document is which of the new: by equal words, by parts, by likeness, number and neighbours.

The result does not depend on which of two documents is called the old one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assistant.differing.pieces import Piece
from assistant.differing.words import Alike, covered, plain

_SAME_ENOUGH, _SAME_HERE = 0.5, 0.3
"""So alike two pieces are one reworded; less, where number, heading or neighbours say that it is the same place."""
_PLACE = 0.1
_PART, _WHOLE = 0.85, 0.8
"""So much of a part stands in the whole, and so much of the whole in its parts."""
_SHORTEST_PART = 2
_SAMPLE = 4


@dataclass(slots=True)
class Alignment:
    """Pairs of pieces by their numbers; wholes with their parts; all others are on one side only."""

    pairs: dict[int, int] = field(default_factory=dict)
    splits: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """By the number of an old piece, the new pieces it was split into."""
    merges: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """By the number of a new piece, the old pieces it was made of."""

    @property
    def backwards(self) -> dict[int, int]:
        """The pairs by the new piece."""
        return {new: old for old, new in self.pairs.items()}

    def old_left(self, old: Iterable[Piece]) -> list[Piece]:
        """The old pieces that nothing was found for."""
        used = {*self.pairs, *self.splits, *(at for parts in self.merges.values() for at in parts)}
        return [piece for piece in old if piece.at not in used]

    def new_left(self, new: Iterable[Piece]) -> list[Piece]:
        """The new pieces that nothing was found for."""
        used = {*self.pairs.values(), *self.merges, *(at for parts in self.splits.values() for at in parts)}
        return [piece for piece in new if piece.at not in used]


def align(old: Sequence[Piece], new: Sequence[Piece]) -> Alignment:
    """The alignment of two documents."""
    found = Alignment()
    for key in (_words_at_place, _words):
        _pair_equal(found, old, new, key)
    found.splits.update(_wholes(found.old_left(old), found.new_left(new)))
    found.merges.update(_wholes(found.new_left(new), found.old_left(old)))
    _pair_alike(found, old, new)
    return found


def _words_at_place(piece: Piece) -> tuple[object, ...]:
    return (piece.row is None, piece.body, piece.parent, piece.number)


def _words(piece: Piece) -> tuple[object, ...]:
    return (piece.row is None, piece.body)


def _pair_equal(found: Alignment, old: Sequence[Piece], new: Sequence[Piece], key: object) -> None:
    """Pair what has the same key, in order."""
    there: defaultdict[object, list[int]] = defaultdict(list)
    for piece in found.new_left(new):
        there[key(piece)].append(piece.at)  # type: ignore[operator]
    for piece in found.old_left(old):
        waiting = there.get(key(piece))  # type: ignore[operator]
        if waiting:
            found.pairs[piece.at] = waiting.pop(0)


def _wholes(wholes: Sequence[Piece], parts: Sequence[Piece]) -> dict[int, tuple[int, ...]]:
    """The wholes that stand in several neighbouring parts, with these."""
    found: dict[int, tuple[int, ...]] = {}
    clauses = [part for part in parts if part.row is None]
    for whole in (one for one in wholes if one.row is None):
        taken = {at for run in found.values() for at in run}
        runs = _runs([part for part in clauses if part.at not in taken and _is_part(part, whole)])
        best = max(runs, key=lambda run: sum(len(part.body) for part in run), default=[])
        if len(best) > 1 and covered(whole.body, "".join(part.body for part in best)) >= _WHOLE:
            found[whole.at] = tuple(part.at for part in best)
    return found


def _is_part(part: Piece, whole: Piece) -> bool:
    words = part.body
    if not _SHORTEST_PART <= len(words) < len(whole.body):
        return False
    samples = (words[:_SAMPLE], words[len(words) // 2 :][:_SAMPLE], words[-_SAMPLE:])
    return any(sample in whole.body for sample in samples) and covered(words, whole.body) >= _PART


def _runs(parts: Sequence[Piece]) -> list[list[Piece]]:
    """The parts as runs of neighbours."""
    runs: list[list[Piece]] = []
    for part in parts:
        if runs and runs[-1][-1].at == part.at - 1:
            runs[-1].append(part)
        else:
            runs.append([part])
    return runs


def _pair_alike(found: Alignment, old: Sequence[Piece], new: Sequence[Piece]) -> None:
    """Pair the rest, the most alike first; equally alike the nearest in the order of the documents."""
    left, right = found.old_left(old), found.new_left(new)
    scored = [(_score(found, one, other, alike), one, other) for one, other, alike in _candidates(left, right)]
    good = [(score, one, other) for score, one, other in scored if score >= _SAME_ENOUGH]
    good.sort(
        key=lambda item: (
            -round(item[0], 6),
            abs(item[1].at / len(old) - item[2].at / len(new)),
            item[1].at + item[2].at,
        )
    )
    used: set[int] = set()
    for _, one, other in good:
        if one.at not in found.pairs and other.at not in used:
            found.pairs[one.at] = other.at
            used.add(other.at)


def _candidates(left: Sequence[Piece], right: Sequence[Piece]) -> list[tuple[Piece, Piece, float]]:
    """Pairs of one kind that share words, looked for from both sides."""
    pairs: dict[tuple[int, int], tuple[Piece, Piece, float]] = {}
    for rows in (False, True):
        one = [piece for piece in left if (piece.row is not None) is rows]
        other = [piece for piece in right if (piece.row is not None) is rows]
        there, here = Alike([piece.body for piece in other]), Alike([piece.body for piece in one])
        for piece in one:
            pairs |= {(piece.at, other[at].at): (piece, other[at], alike) for at, alike in there.to(piece.body)}
        for piece in other:
            pairs |= {(one[at].at, piece.at): (one[at], piece, alike) for at, alike in here.to(piece.body)}
    return list(pairs.values())


def _score(found: Alignment, one: Piece, other: Piece, alike: float) -> float:
    """Likeness, and more for each sign of the same place; 0 where neither is enough."""
    if alike < _SAME_HERE:
        return 0.0
    signs = (
        bool(one.number) and plain(one.number) == plain(other.number),
        one.parent == other.parent,
        found.pairs.get(one.at - 1) == other.at - 1,
        found.pairs.get(one.at + 1) == other.at + 1,
    )
    return alike + _PLACE * sum(signs)
