"""Rows one of whose numbers is above, below or the same as another of theirs (2027年比2024年高的). Words no answer."""

from collections.abc import Sequence

from assistant.facts.measuring import convertible
from assistant.facts.record_rows import Header, Record, RecordTable
from assistant.reading.ask import Ask, Fold
from assistant.reading.words import fold, pairs
from corpus.folding.units import in_base_units

__all__ = ["set_against"]

_LISTS = frozenset({Fold.SHOW, Fold.COUNT, Fold.DIFFERENCE})
_ASKING = frozenset({"which", "ask_count"})
_AMOUNTS = frozenset({"growth"})
"""What is asked of numbers that are set against each other, and not which rows are so."""
_WAYS = ("equal", "above", "below")
_PAIR = 2


def set_against(
    records: Sequence[Record], one: RecordTable, columns: tuple[int, ...], ask: Ask
) -> tuple[list[Record], tuple[int, ...], bool]:
    """The rows that are as asked in two of their numbers, these two columns, and whether that was asked at all: of two
    years the later against the earlier, else the first named against the second.
    """
    way = next((way for way in _WAYS if way in ask.hints), "")
    asked = way and ask.heard & _ASKING and not ask.heard & _AMOUNTS and ask.fold in _LISTS and not ask.where.conditions
    two = _two(one, columns, ask) if asked and len(records) > _PAIR else None
    kept = [record for record in records if _is_so(record, one, two, way)] if two else []
    return (kept, two, True) if two and kept else (list(records), columns, False)


def _two(one: RecordTable, columns: Sequence[int], ask: Ask) -> tuple[int, int] | None:
    """The two columns, the later first, else in the order said; where one alone is named, the nearest that measures the
    same.
    """
    gist = fold(ask.gist)
    named = [head for head in one.headers if head.at in columns and head.at in one.numbers]
    named.sort(key=lambda head: _begins(head.words, gist))
    if len(named) == 1:
        named += _nearest(one, named[0], ask)
    if len(named) != _PAIR or not convertible(one.unit(named[0].at), one.unit(named[1].at)):
        return None
    first, second = named
    later = first.years < second.years if first.years and second.years else False
    return (second.at, first.at) if later else (first.at, second.at)


def _begins(words: str, gist: str) -> int:
    """Where a name that may be said in part begins in a text: its first pair of characters that stands there."""
    starts = (gist.find(words[at : at + _PAIR]) for at in range(max(1, len(words) - 1)))
    return next((start for start in starts if start >= 0), len(gist))


def _nearest(one: RecordTable, named: Header, ask: Ask) -> list[Header]:
    others = [head for head in one.headers if head.at in one.numbers and head.at != named.at]
    alike = [head for head in others if convertible(one.unit(head.at), one.unit(named.at))]
    said = pairs(ask.gist)
    alike.sort(key=lambda head: (-len(set(head.years) & set(ask.where.years)), -len(pairs(head.words) & said)))
    return alike[:1]


def _is_so(record: Record, one: RecordTable, two: tuple[int, int], way: str) -> bool:
    values = [one.quantity(record, at) for at in two]
    if any(value is None for value in values):
        return False
    first, second = (in_base_units(value.value, value.unit) for value in values if value is not None)
    return first == second if way == "equal" else first > second if way == "above" else first < second
