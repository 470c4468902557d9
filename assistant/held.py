"""What a text says of a claim: which of its words, and which of its values, each judged only against the value
whose own words the claim says.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, takewhile

from assistant.reading.claimed import Claimed
from assistant.reading.printed import ASIDE, LASTING, LOWER, TIMES, UPPER, all_in
from assistant.reading.stated import Bracket, Stated, stated_in
from assistant.reading.words import Term, fold, pairs
from corpus.extraction.similarity import is_subsequence
from corpus.target import Bound
from indexing.words import is_word

Telling = Callable[[str], Mapping[str, float]]
"""Of a text, which words of a claim it says, with their weight."""
_IDLE = re.compile(r"[\s其中每年至到自从按为是由在达约超过不少于以和及于的,，、:：;；\-]+")
_OTHERS = re.compile(r"((?:其他|其余|其它))")
"""其他工程 is what the claim does not name, whatever words follow."""
_SPAN = re.compile(r"^[\s至到\-]*$")
_HARDLY, _HALF = 0.15, 0.5
_SHORT = 2
"""Names as short (园区) may be a kind of place."""
_LIMITS = frozenset({Bound.GE, Bound.LE})
_SHORTEST_UNIT = 3
"""市建局 may be short for too many."""
_PAIR, _APART = 2, 2
"""The characters of a word, and how many may stand between them: 设立在 says 设在."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A value that a text states, and those words of the claim that are its own."""

    stated: Stated
    weights: Mapping[str, float]

    @property
    def told(self) -> frozenset[str]:
        """Those words without their weight."""
        return frozenset(self.weights)

    @property
    def mass(self) -> float:
        """What they weigh."""
        return sum(self.weights.values())


def values_held(claimed: Claimed, piece: str, pieces: Sequence[str], beside: str = "") -> Iterator[bool | None]:
    """Of each value claimed whether a piece of a text says that of what the claim says it of; what stands in other
    pieces counts where that piece has no such value, and what stands `beside` the text tells times only.
    """
    if not claimed.stated:
        return
    here, every = stated_in(piece), [one for part in pieces for one in stated_in(part)]
    before = "".join(takewhile(lambda one: one != piece, pieces))
    times = [one for one in stated_in(beside) if one.printed.kind in TIMES]
    for one in claimed.stated:
        kind = one.printed.kind
        several = sum(other.printed.kind == kind for other in claimed.stated) > 1
        near = [other for other in (every if several else here) if other.is_a(kind)]
        if not near and brackets_of(one, here):
            yield from () if _tells_case(one, claimed, here) else (None,)
            continue
        if not near and kind in LASTING and any(other.printed.kind in LASTING for other in here):
            yield None
            continue
        telling = _telling(claimed, one.own or one.behind if several else claimed.words)
        if near:
            cases = [case for other in ((one,) if several else claimed.stated) for case in brackets_of(other, here)]
            held = _value_held(one, [other for other in near if is_within(other, cases)], telling, before)
            if kind in TIMES and claimed.values.keys() - TIMES:
                held = any(compared(one, other) for other in near) or None
            others = [other for other in here if other.is_a(kind) or other.printed.kind not in claimed.values]
            yield None if held and not several and _is_said_of_more(one, others, telling) else held
            continue
        around = ([other for other in found if other.is_a(kind)] for found in (every, times))
        held = _value_held(one, next(filter(None, around), []), telling)
        yield None if kind in TIMES and held is False else held


def is_of_case(claimed: Claimed, stated: Sequence[Stated]) -> bool:
    """Whether one of some values is of all the cases that a claim is of, if it is of any."""
    cases = [case for one in claimed.stated for case in brackets_of(one, stated)]
    return any(is_within(one, cases) for one in stated if cases)


def told(terms: Iterable[Term], text: str, about: str = "") -> list[Term]:
    """Those of the terms that a text says, or what stands over it."""
    own, over, folded = pairs(text), pairs(about), fold(text)
    return [
        term
        for term in terms
        if not (own.isdisjoint(term.forms) and over.isdisjoint(term.forms)) or _says_apart(folded, term.forms[0])
    ]


def share_said(terms: Sequence[Term], text: str, about: str = "") -> float:
    """The share of some terms that a text says, by weight, or what stands over it; all where there are none."""
    return share_of(told(terms, text, about), terms)


def share_of(part: Iterable[Term], terms: Iterable[Term]) -> float:
    """The share that a part of some terms has of their weight; all where there are none."""
    whole = sum(term.weight for term in terms)
    return sum(term.weight for term in part) / whole if whole else 1.0


def spelled(terms: Iterable[Term], characters: frozenset[str]) -> list[Term]:
    """Those of the terms that a text of these characters may say."""
    return [term for term in terms if any(map(characters.issuperset, term.forms))]


def likeness(one: str, other: str) -> float:
    """The share of the pairs of characters of the shorter text that the other has."""
    left, right = pairs(one), pairs(other)
    return len(left & right) / max(1, min(len(left), len(right)))


def short_for(name: str, others: Iterable[str]) -> str:
    """The one of some units that a name is short for: 市发展改革委 for 市发改委; empty for none."""
    alike = (one for one in others if (one[0], one[-1]) == (name[0], name[-1]) and len(name) > _SHORTEST_UNIT)
    return next((one for one in alike if is_subsequence(name, one)), "")


def _value_held(mine: Stated, stated: Sequence[Stated], telling: Telling, before: str = "") -> bool | None:
    """Whether the value meant is the one claimed; None where cases cannot be told apart. `before` are words that stand
    over all of them.
    """
    options = [one for one in stated if sides_meet(mine, one)]
    if not options:
        return None
    cases = [_Case(one, telling(_own(at, one, options))) for at, one in enumerate(options)]
    meant = _meant(cases, frozenset(telling(before)) & _years(before))
    if meant is None:
        judged = {compared(mine, one.stated) for one in cases}
        return judged.pop() if len(judged) == 1 else None
    held = compared(mine, meant.stated)
    if not mine.cases and len({one.stated.cases for one in cases if one.stated.cases}) > 1:
        return None if any(compared(mine, one.stated) is not held for one in cases) else held
    rivals = [one for one in cases if one is not meant and compared(mine, one.stated) is not held]
    if any(one.told == meant.told for one in rivals):
        return None
    apart = any(compared(mine, one.stated) and not one.told <= meant.told for one in rivals)
    weak = held and meant.mass < max(one.mass for one in cases) * _HALF
    return None if weak or (held is False and apart) else held


def _is_said_of_more(mine: Stated, here: Sequence[Stated], telling: Telling) -> bool:
    """Whether words of the claim stand only before values behind the last that is the one claimed."""
    figures = [one for one in here if one.printed.kind not in ASIDE]
    last = max(
        (at for at, one in enumerate(figures) if one.is_a(mine.printed.kind) and compared(mine, one)), default=-1
    )
    if last < 0:
        return False
    said = telling("，".join(f"{one.own}{one.behind}" for one in figures[: last + 1]))
    return any(word not in said for one in figures[last + 1 :] for word in telling(one.own))


def brackets_of(mine: Stated, stated: Sequence[Stated]) -> list[Bracket]:
    """The cases that a value claimed is of, or is itself, where a text knows such numbers as cases only."""
    printed = mine.printed
    kinds = {one.printed.kind for one in stated}
    known = {case.unit for one in stated for case in one.cases} - kinds
    if printed.kind in known and isinstance(printed.value, Decimal):
        return [Bracket(printed.kind, printed.value, printed.value, printed.start, printed.end)]
    return [*mine.cases]


def _tells_case(mine: Stated, claimed: Claimed, here: Sequence[Stated]) -> bool:
    """Whether a text has a value of the kind of another one claimed, of which this one says the case."""
    others = [one for one in claimed.stated if one is not mine and one.printed.kind not in TIMES]
    return any(found.is_a(one.printed.kind) for one in others for found in here)


def _telling(claimed: Claimed, words: str) -> Telling:
    """What weighs the words of a part of the claim that a text says; years and names weigh most."""
    terms = told(claimed.terms, words)
    names = [*_years(words), *(one for one in chain(*claimed.names.values()) if one in words and len(one) > _SHORT)]
    return lambda text: {
        **{one.forms[0]: one.weight for one in told(terms, text)},
        **dict.fromkeys((name for name in names if name in text), 1.0),
    }


def is_within(one: Stated, cases: Iterable[Bracket]) -> bool:
    """Whether a value is of all these cases."""
    return all(any(other.holds(case) for other in one.cases) for case in cases)


def _own(at: int, one: Stated, options: Sequence[Stated]) -> str:
    """The words of a value; where nothing stands before it, those behind, of a span those behind its end."""
    own, others, _ = _OTHERS.sub(r"\1\n", one.own).partition("\n")
    if others or _IDLE.sub("", own):
        return own
    if _SPAN.match(one.behind) and at + 1 < len(options):
        return options[at + 1].behind
    return one.behind


def _meant(cases: Sequence[_Case], seen: frozenset[str]) -> _Case | None:
    """The last value whose own words say more of the claim than all before it: they share what stands before them.
    A word that says hardly anything of it beside those of another is of no case.
    """
    meant, most = None, max(one.mass for one in cases)
    for one in cases:
        if sum(one.weights[word] for word in one.told - seen) > most * _HARDLY:
            meant = one
        seen |= one.told
    return meant


def _years(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"20\d\d(?=年)", text))


def compared(mine: Stated, other: Stated) -> bool | None:
    """Whether a value is the one claimed; None where that leaves room for it (超过10个 for 15个)."""
    claimed, said = mine.printed, other.printed
    if all_in(claimed.kind, frozenset({claimed.value}), frozenset({said.value})):
        return True
    if isinstance(claimed.value, Decimal) and isinstance(said.value, Decimal):
        limits = {claimed.bound, said.bound} <= _LIMITS
        if claimed.bound in LOWER and claimed.value <= said.value and not limits:
            return None
        if claimed.bound in UPPER and claimed.value >= said.value and not limits:
            return None
    return False


def sides_meet(mine: Stated, other: Stated) -> bool:
    """Whether neither value leaves room on the side that the other shuts: 最高150万元 is no claim of 200万元以上."""
    sides = {mine.printed.bound, other.printed.bound}
    return mine.printed.kind in ASIDE or not (sides & LOWER and sides & UPPER)


def _says_apart(piece: str, form: str) -> bool:
    """Whether the two characters of a word stand near each other (先行引导 says 先引), or anywhere if they are none."""
    if len(form) != _PAIR or form[0] not in piece or form[1] not in piece:
        return False
    near = (form[1] in piece[at + 1 : at + 2 + _APART] for at, one in enumerate(piece) if one == form[0])
    return any(near) or not is_word(form)
