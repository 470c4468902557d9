"""Rows that are named beside others, where rows are set against each other or added. Knows no asks."""

from assistant.facts.record_tables import Record, RecordTable
from assistant.reading.words import Terms, pairs

__all__ = ["others_named"]

_MOST_NAMED = 6
_ENOUGH = 0.5
"""The share of the words left over that the name of another row must hold."""


def others_named(picked: list[Record], one: RecordTable, terms: Terms, specific: frozenset[int]) -> list[Record]:
    """The rows that the rest of the words names, one by one, where rows are set against each other or added."""
    found = list(picked)
    while len(found) < _MOST_NAMED and (others := _next_named(found, one, terms, specific)):
        found += others
    return found[len(picked) :]


def _next_named(found: list[Record], one: RecordTable, terms: Terms, specific: frozenset[int]) -> list[Record]:
    """The rows whose names hold most of the words in no name found yet; of those the ones most like the first."""
    names = {record: pairs(one.called(record)) for record in one.records}
    told = frozenset().union(*(terms.held(names[record]) for record in found))
    rest = (specific & terms.held(frozenset().union(*names.values()))) - told
    others = [record for record in one.records if record not in found]
    scored = [(terms.share(rest & terms.held(names[other])), len(names[other] & names[found[0]])) for other in others]
    best = max(scored, default=(0.0, 0))
    enough = best[0] > 0 and best[0] >= _ENOUGH * terms.share(rest)
    return [other for score, other in zip(scored, others, strict=True) if enough and score == best]
