"""What a question wants made of two numbers that it names, out of a passage that prints both: the roles of the two are
read from the question, what each number is called from the words that stand by it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.calculating import printed
from assistant.facts.folding import Folded, Term, difference, each, ratio, share
from assistant.facts.measuring import agreement, convertible, without_scale
from assistant.reading.ask import Ask
from assistant.reading.forms import forms_of
from assistant.reading.made_of import MadeOf
from assistant.reading.words import official_words, pairs
from assistant.sentences import text_to_sentences
from corpus.folding.amounts import Amount, find_amounts
from corpus.folding.units import unit_family
from corpus.target import Bound

__all__ = ["expressed"]

_MARKS = "，,；;。：:、（()）"
_NOUN = 8
"""So many characters behind a number may say what it counts."""
_HELD = 0.3
"""The share of the words for a number that must stand by it."""
_LEAST = 0.15
"""The share that must stand by either, where that by the other makes up for it."""
_MONEY = frozenset({"money"})
_COUNTED = frozenset({"items", "firms", "people", "buildings", "events"})
"""Families of what is counted by its name, whatever the unit."""
_CASES = frozenset("笔宗件单起例")
"""What cases are counted in, one for another."""
_WHOLE = frozenset("总共全盘合")
"""Of these characters is the word for a whole that has no name of its own (总盘子, 全部)."""
_IDLE = frozenset("的了在是有要和与把对被给让到中里上这那各都也还就会得个为以多少几一大概年")
_PLAIN = frozenset({Bound.EQ, Bound.APPROX, Bound.GE, Bound.GT})
_APART = 0.5
"""What it costs that two numbers stand in different sentences."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A printed number with the words that stand by it, and which sentence it stands in."""

    term: Term
    own: str
    sentence: int
    start: int

    @property
    def family(self) -> str:
        """What its unit measures; a unit that is known as none is a family of its own."""
        return unit_family(self.term.unit) or without_scale(self.term.unit)


def expressed(text: str, ask: Ask) -> list[str]:
    """What the ask wants made of two numbers of a text, the likeliest of each way; empty where the text does not print
    two that are called as it calls them.
    """
    numbers = list(_numbers(text))
    made = ((way, _best(way, numbers, ask)) for way in ask.made_of)
    return list(dict.fromkeys(_told(way, folded) for way, folded in made if folded is not None))


def _told(way: MadeOf, folded: Folded) -> str:
    return {"over": "占", "each": "平均", "apart": "相差"}.get(way.way, "") + folded.text


def _best(way: MadeOf, numbers: Sequence[_Number], ask: Ask) -> Folded | None:
    """The expression of the two numbers that are called most alike; None where none is, or two are alike."""
    found: list[tuple[float, Folded]] = []
    for above in numbers:
        for below in numbers:
            held = _held_of(way, above, below, ask) if above is not below else 0.0
            folded = _folded(way, above.term, below.term) if held else None
            if folded is not None:
                found.append((held - _APART * (above.sentence != below.sentence), folded))
    found.sort(key=lambda one: -one[0])
    clear = found and (len(found) == 1 or found[0][0] > found[1][0] or found[0][1].value == found[1][1].value)
    return found[0][1] if clear else None


def _held_of(way: MadeOf, above: _Number, below: _Number, ask: Ask) -> float:
    """How well two numbers are called by what a question says of both; 0 where one is not called so."""
    if way.way == "each":
        counts, fits = _counts(way, below), _fits(above, ask)
        own = _likeness(way.above or ask.where.words, above.own) if not _counts(way, above) else 0.0
        return counts + own + fits if counts and fits >= 0 and (fits or own >= _HELD) else 0.0
    apart = "".join(one for one in way.above if one not in way.below)  # 木船 of 渔船 is told by 木
    first, second = _likeness(way.above, above.own), _likeness(way.below, below.own)
    if set(apart) - _IDLE and not _likeness(apart, above.own):
        return 0.0
    whole = not way.below or bool(_WHOLE & set(way.below))
    if whole and second < _HELD and below.sentence == above.sentence and below.start < above.start:
        second = _HELD
    return first + second if min(first, second) >= _LEAST and first + second >= 2 * _HELD else 0.0


def _fits(one: _Number, ask: Ask) -> float:
    """Whether a number measures what is asked for, 个 nothing but what has no unit of its own."""
    asked, family = ask.measures or (_MONEY if "money" in forms_of(ask.gist) else frozenset[str]()), one.family
    return (agreement(asked, one.term.unit) if family in asked else -1.0) if asked else -float(family == "items")


def _counts(way: MadeOf, one: _Number) -> float:
    """How well a number counts what is divided by: by its unit, by the noun beside it."""
    noun = _likeness(way.below, one.own) if way.below else 0.0
    same = way.unit != "个" and (
        without_scale(one.term.unit) == way.unit
        or unit_family(way.unit) == unit_family(one.term.unit) == "people"
        or {way.unit, one.term.unit} <= _CASES
    )
    return noun + same if same or (noun >= _HELD and (unit_family(one.term.unit) or "items") in _COUNTED) else 0.0


def _folded(way: MadeOf, above: Term, below: Term) -> Folded | None:
    rates = unit_family(above.unit) == "rate" or unit_family(below.unit) == "rate"
    alike = convertible(above.unit, below.unit)
    if way.way == "each":
        return None if rates or alike else each(above, below, scale=way.scale, unit=way.unit)
    if not alike or above.value == below.value:
        return None
    if way.way == "apart":
        return difference(above, below)
    if rates:
        return None
    if way.way == "times":
        return ratio(above, below)
    folded = share([above], below) if way.way == "over" else None
    return folded if folded is not None and folded.value <= 100 else None


def _numbers(text: str) -> Iterator[_Number]:
    """The exact numbers of a text, each with its words: from the mark or number before it to the noun behind."""
    for at, sentence in enumerate(text_to_sentences(text)):
        amounts = find_amounts(sentence, spelled=False)
        before = 0
        for place, one in enumerate(amounts):
            following = amounts[place + 1].start if place + 1 < len(amounts) else len(sentence)
            own = _words_of(sentence, one, before, following)
            before = one.end
            if one.quantity.high is None and one.quantity.bound in _PLAIN:
                quantity = one.quantity
                yield _Number(Term("", quantity.value, quantity.unit, printed(quantity)), own, at, one.start)


def _words_of(sentence: str, one: Amount, before: int, following: int) -> str:
    mark = max(sentence.rfind(mark, before, one.number) for mark in _MARKS) + 1
    head = sentence[max(before, mark) : one.number]
    if len(head) < 2:  # 发放消费券2000万元，其中汽车、家电各800万元
        head = sentence[before : one.number]
    tail = sentence[one.end : min(following, one.end + _NOUN)]
    ends = [found for mark in _MARKS if (found := tail.find(mark)) >= 0]
    return head + one.quantity.unit + tail[: min(ends, default=len(tail))]


def _likeness(words: str, own: str) -> float:
    """How much of some words, or of what documents print for them, stands in others: by characters and by pairs."""
    return max((_share(one, own) for one in (words, *official_words(words))), default=0.0)


def _share(words: str, own: str) -> float:
    told = {one for one in words if one.isalpha()} - _IDLE
    if not told:
        return 0.0
    two = pairs("".join(one if one not in _IDLE else " " for one in words))
    alone = len(told & set(own)) / len(told)
    return (alone + (len(two & pairs(own)) / len(two) if two else alone)) / 2
