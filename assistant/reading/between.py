"""What a question makes of the numbers that the turns before have shown: 那差几幢, 两个门槛差多少, 两样合计呢."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from assistant.reading.ask import Ask, Fold, Subject
from assistant.reading.carried import Last
from assistant.reading.grammar import asks_of
from assistant.reading.leaning import COUNTED, Leaning, asking_stretches
from assistant.reading.maker import Maker
from assistant.reading.pointing import is_pair
from assistant.reading.shown import Shown
from assistant.reading.slots import slots_of
from assistant.reading.turn import Turn
from assistant.reading.weaving import dropped, within, woven
from assistant.reading.words import Terms, pairs, terms_of
from corpus.facts import Library
from corpus.folding.units import UNIT, base_unit, is_counter, unit_family

__all__ = ["between", "only_folds"]

_FOLDS = {
    "difference": Fold.DIFFERENCE,
    "ratio": Fold.RATIO,
    "average": Fold.AVERAGE,
    "total": Fold.SUM,
    "most": Fold.EXTREME,
    "least": Fold.EXTREME,
}
_MORE = re.compile(r"[多少](?:拿|领|给|补|奖|花|交|出|得|发|收|要)了?(?:多少|几)|[一相]减|相比呢")
"""Words for a difference that mean it only behind numbers that were shown (比前面多拿多少)."""
_BACK = re.compile(r"前面|刚才|上面|之前(?:的|那)")
_POINTS = re.compile(r"个?百分点|(?<=[几个])点")
_PAIR = 2
_LAST = 4
"""So many turns back numbers are looked for."""
_KNOWN = 0.5
"""So much of its own words the turns before must have said, …"""
_NAMED = 0.75
"""… and so much the numbers themselves where nothing else points at them."""
_OF_MANY = frozenset({Fold.SUM, Fold.AVERAGE, Fold.EXTREME})
"""What is made of as many numbers as are told."""
_UNIT = re.compile(rf"^\s*{UNIT}|(?<=\s)(?:{UNIT}|[微毫]克)(?=\s|$)")


def between(now: Leaning, last: Last, history: Sequence[Turn], library: Library) -> Ask | None:
    """The Ask that makes something of numbers shown; None where it is not told which."""
    fold = _fold(now)
    turns = _showing(history)
    terms = terms_of(_own_words(now), library)
    count = now.counted or (_chained(history) if fold is Fold.SUM and not (terms.items or now.slots) else 0)
    if (
        fold is None
        or not turns
        or last.is_left_by(now.reading)
        or (fold in _OF_MANY and not count)
        or _not_made(now, last)
    ):
        return None
    picked = _picked(terms, turns, count or _PAIR, now, library)
    if not picked or terms.coverage(_said(turns)) < (_KNOWN if terms.items else 0.0):
        return None
    named = terms.coverage(frozenset().union(*(pairs(one.said) for one in picked))) >= _NAMED
    if not (named or count or now.points or _BACK.search(now.reading.text) or not terms.items):
        return None
    base = asks_of(woven(last.subject(), within(now.reading, last.scope) if last.scope else now.reading), library)[0]
    low = "least" in now.reading.heard
    return replace(base, subject=Subject.FIGURES, fold=fold, low=low, figures=picked, follows="rows")


def only_folds(now: Leaning, made: Ask, history: Sequence[Turn]) -> bool:
    """Whether a question says nothing but what is to be made of numbers, and the turns it points at showed no others
    of their sort (那差几幢).
    """
    says = now.slots or terms_of(_UNIT.sub(" ", _own_words(now)), now.library).items
    sort, count = _sort(made.figures[0]), len(made.figures)
    each = [one for turn in _showing(history) if (one := [one for one in turn.figures if _sort(one) == sort])]
    alone = len(each[-1]) == count or all(len(one) == 1 for one in each[-count:])
    told = bool(now.counted) and set(made.figures) <= set(each[-1])
    return (alone or told) and not says


def _showing(history: Sequence[Turn]) -> list[Turn]:
    """The last turns that showed numbers of their own, not those of others put together."""
    own = [turn for turn in history if turn.ask.subject is not Subject.FIGURES]
    return [turn for turn in own[-_LAST:] if turn.figures]


def _not_made(now: Leaning, last: Last) -> bool:
    """Whether it asks for something that more than the numbers shown take part in (占全市多少), of other documents, or
    for what was asked of the places of two turns.
    """
    of_places = now.counts_places and is_pair(now, last)
    return "share" in now.reading.heard or last.is_left_by(now.reading) or of_places


def _fold(now: Leaning) -> Fold | None:
    heard = next((fold for sense, fold in _FOLDS.items() if sense in now.reading.heard), None)
    return Fold.DIFFERENCE if heard is None and _MORE.search(now.reading.text) else heard


def _chained(history: Sequence[Turn]) -> int:
    """How many of the last turns ask the same of one thing after another, each answered with one number or in the words
    of a text; 0 where it is one.
    """
    links = list(takewhile(lambda turn: turn.ask.follows == "slots", reversed(history)))
    chain = history[len(history) - len(links) - 1 :] if len(links) < len(history) else ()
    plain = all(len(turn.figures) == 1 or turn.ask.subject is Subject.PROSE for turn in chain)
    return len(chain) if links and plain else 0


def _own_words(now: Leaning) -> str:
    """All that it says, its places and years too, but for what asks, points and counts."""
    reading = now.reading
    gone = [match.span() for pattern in (COUNTED, _BACK, _MORE, _POINTS) for match in pattern.finditer(reading.text)]
    gone += [(one.start, one.end) for one in reading.senses("points", "both", "swap", "question", *_FOLDS)]
    return dropped(reading, [*gone, *asking_stretches(reading)]).text


def _said(turns: Iterable[Turn]) -> frozenset[str]:
    texts = [one.said for turn in turns for one in turn.figures]
    texts += [piece.question for turn in turns for piece in turn.ask.pieces]
    return frozenset().union(*map(pairs, texts))


def _picked(terms: Terms, turns: Sequence[Turn], count: int, now: Leaning, library: Library) -> tuple[Shown, ...]:
    """Exactly so many numbers that measure the same, by the words of the question, else by those of the turns."""
    measures = _measures(now)
    for sort in _sorts(turns):
        each = [[one for one in turn.figures if _sort(one) == sort] for turn in turns]
        if measures and not measures & {unit_family(one.unit) for group in each for one in group}:
            continue
        if found := _named(terms, each, count) or _shown_by(terms, turns, each, count, library):
            return found
        told = (one for group in reversed(each) for one in _by_unit(group) if count > _PAIR and len(one) == count)
        if as_many := next(told, None):
            return tuple(as_many)
    return ()


def _by_unit(group: Sequence[Shown]) -> Iterator[Sequence[Shown]]:
    """All numbers of a turn, and those of each printed unit."""
    yield group
    yield from ([one for one in group if one.unit == unit] for unit in dict.fromkeys(one.unit for one in group))


def _measures(now: Leaning) -> frozenset[str | None]:
    return frozenset(Maker(now.reading, slots_of(now.reading, now.library)).measures)


def _sorts(turns: Sequence[Turn]) -> list[str]:
    """The sorts of number shown, those of the last turn first; what a question gave itself is a condition."""
    given = {base_unit(one.unit) for turn in turns for one in turn.ask.where.amounts}
    found = dict.fromkeys(_sort(one) for turn in reversed(turns) for one in turn.figures)
    return [sort for sort in found if sort not in given]


def _sort(one: Shown) -> str:
    return (unit_family(one.unit) or one.unit) if is_counter(one.unit) else base_unit(one.unit)


def _named(terms: Terms, each: Iterable[Sequence[Shown]], count: int) -> tuple[Shown, ...]:
    """The numbers that hold clearly more of the words of the question than all others."""
    every = list({(one.value, one.unit, one.evidence): one for group in each for one in group}.values())
    shares = {one: terms.coverage(pairs(one.said)) for one in every}
    best = sorted(every, key=lambda one: -shares[one])[: count + 1]
    clear = len(best) <= count or shares[best[count]] < shares[best[count - 1]]
    if len(best) < count or not clear or not shares[best[count - 1]]:
        return ()
    return tuple(one for one in every if one in best[:count])


def _shown_by(
    terms: Terms, turns: Sequence[Turn], each: Sequence[Sequence[Shown]], count: int, library: Library
) -> tuple[Shown, ...]:
    """What the last turn showed in answer to its question, and the one number of each of the last turns; where the last
    turn only exchanged what was asked about, this first.
    """
    within = _named(terms_of(turns[-1].ask.where.words, library), [_best(terms, each[-1])], count)
    narrowed = [_narrowed(terms, turn, group, library) for turn, group in zip(turns, _newly(each), strict=True)]
    last = [one for group in narrowed[-count:] for one in group]
    alone = len(narrowed) >= count and all(len(group) == 1 for group in narrowed[-count:])
    across = tuple(last) if alone else ()
    return across or within if turns[-1].ask.follows == "slots" else within or across


def _newly(each: Sequence[Sequence[Shown]]) -> list[list[Shown]]:
    """Of each turn the numbers that no turn before it showed."""
    before = [{one for group in each[:at] for one in group} for at in range(len(each))]
    return [[one for one in group if one not in seen] for group, seen in zip(each, before, strict=True)]


def _narrowed(terms: Terms, turn: Turn, group: Sequence[Shown], library: Library) -> list[Shown]:
    """Those of a turn that hold most of the words of the question, then those that hold most of its own."""
    own = terms_of(turn.ask.where.words, library)
    return _best(own, _best(terms, group))


def _best(terms: Terms, group: Sequence[Shown]) -> list[Shown]:
    shares = [terms.coverage(pairs(one.said)) for one in group]
    return [one for one, share in zip(group, shares, strict=True) if share == max(shares)]
