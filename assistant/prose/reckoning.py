"""Numbers that a question asks for and no sentence prints: what they follow from, spelled out. Knows no index."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.calculating import alike, change, difference, exact_amounts, growth, printed, times
from assistant.prose.expressed import expressed
from assistant.reading.ask import Ask
from corpus.folding.amounts import Amount
from corpus.folding.characters import fold
from corpus.folding.units import base_unit, unit_family
from corpus.target import Quantity

__all__ = ["AMOUNT", "RECKONED", "reckoned"]

AMOUNT = frozenset({"how_much", "ask_count"})
"""What is mostly printed, and follows from a change alone (前进了多少位)."""
_GROWTH = frozenset({"growth", "doubled"})
RECKONED = frozenset({"difference", "share", "ratio", "order", "nth"}) | _GROWTH | AMOUNT
"""What may be asked for that no sentence prints."""

_RISE = re.compile(
    r"(?:由|从)(?P<before>[^。；;由从]{1,60}?)"
    r"(?P<verb>增加|增长|提高|提升|上升|扩大|增|升|下降|降低|减少|缩短|压缩|压减|缩小|降|减|)(?:到|至|为)"
    r"(?P<after>[^。；;由从]{1,60})"
)
_FEWEST, _MOST = 2, 12
_ALIKE = 3
"""So many characters before two amounts are the same where they are told alike."""


def reckoned(text: str, ask: Ask) -> str:
    """What follows from the numbers of a text and is asked for: changes (由…增加到…), how far the first and the last,
    or the only two of a clause, lie apart, and what is made of two that the ask names; empty where nothing does.
    """
    folded, heard = fold(text), ask.heard
    said = list(_changes(folded, heard)) if heard & RECKONED else []
    said += expressed(folded, ask)
    if "difference" in heard and heard & {"most", "least"} and "rise" not in ask.hints:
        said += _range(folded, ask.measures)
    if heard & {"difference", "ratio"} and not said:
        said += [told for two in _two(folded) for told in _set_beside(*two, heard)]
    return "；".join(said)


def _changes(text: str, heard: frozenset[str]) -> Iterator[str]:
    for match in _RISE.finditer(text):
        before = [one.quantity for one in exact_amounts(match["before"])]
        after = [one.quantity for one in exact_amounts(match["after"])][: len(before)]
        if len(before) == len(after):
            pairs = [(b, a) for b, a in zip(before, after, strict=True) if base_unit(b.unit) == base_unit(a.unit)]
            yield from (change(b, a, match["verb"]) + growth(b, a, heard) for b, a in pairs)


def _range(text: str, measures: frozenset[str]) -> Iterator[str]:
    for amounts in _by_unit(exact_amounts(text, spelled=False), measures):
        same = [one.quantity for one in amounts]
        low, high = min(same, key=lambda quantity: quantity.in_base), max(same, key=lambda quantity: quantity.in_base)
        if low.in_base < high.in_base:
            yield f"最高{printed(high)}，最低{printed(low)}，{difference(low, high)}"


def _set_beside(one: Quantity, other: Quantity, heard: frozenset[str]) -> Iterator[str]:
    if "ratio" in heard and min(one.in_base, other.in_base) > 0:
        yield times(one, other)
    if "difference" in heard:
        yield difference(one, other)


def _two(text: str) -> list[tuple[Quantity, Quantity]]:
    """The only two figures of the only clause that has two of one unit, or where none has, the only two of the text
    that are told alike (发布方最高100万元，承接方最高500万元).
    """
    clauses = [exact_amounts(clause, spelled=False) for clause in re.split(r"[，,。；;]", text)]
    two = [found for found in clauses if len(found) == _FEWEST and alike(*found)]
    if not any(len(found) > 1 for found in clauses):
        groups = _by_unit(exact_amounts(text, spelled=False), frozenset())
        two = [one for one in groups if len(one) == _FEWEST and _told_alike(text, one)]
    return [(two[0][0].quantity, two[0][1].quantity)] if len(two) == 1 else []


def _told_alike(text: str, two: Sequence[Amount]) -> bool:
    """Whether the same words stand before two amounts."""
    first, second = (text[max(0, one.number - _ALIKE) : one.number] for one in two)
    return first == second and len(first) == _ALIKE


def _by_unit(amounts: Iterable[Amount], measures: frozenset[str]) -> list[list[Amount]]:
    """The amounts by what they measure, where several do; of the families asked for where any of these is."""
    groups: dict[str, list[Amount]] = {}
    for one in amounts:
        groups.setdefault(base_unit(one.quantity.unit), []).append(one)
    several = [group for group in groups.values() if _FEWEST <= len(group) <= _MOST]
    return [group for group in several if unit_family(group[0].quantity.unit) in measures] or several
