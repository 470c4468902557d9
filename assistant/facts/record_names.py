"""Rows that are named beside others, where rows are set against each other or added, and those that hold an amount."""

import re

from assistant.facts.record_rows import Record, RecordTable
from assistant.reading.ask import Ask
from assistant.reading.words import Terms, fold, pairs
from corpus.extraction.similarity import is_subsequence

__all__ = ["others_named", "shortened", "titled"]

_ASIDE = re.compile(r"[(（][^()（）]{1,20}[)）]$|^\d{1,2}[.．、]")
_SORT = re.compile(r"(?<=..)(?:自治[州县旗]|[省市区县州镇乡]|街道)$")
_STARTS = re.compile(r"^|[省市县区镇乡第、（(]")
"""Behind these a name may begin that is said shorter."""
_MOST_NAMED = 6
_SHORTEST_STEM = 2
_LONG = 6
"""Characters of a name that is meant even where a part of it was understood otherwise (第十二中学)."""
_ENOUGH = 0.5
"""The share of the words left over that the name of another row must hold."""


def others_named(picked: list[Record], one: RecordTable, terms: Terms, specific: frozenset[int]) -> list[Record]:
    """The rows that the rest of the words names, one by one, where rows are set against each other or added."""
    found = list(picked)
    while len(found) < _MOST_NAMED and (others := _next_named(found, one, terms, specific)):
        found += others
    return found[len(picked) :]


def shortened(one: RecordTable, ask: Ask, unknown: frozenset[str]) -> list[Record]:
    """The row whose name alone a word shortens that is `unknown` to the documents (三甲 of 三级甲等医院); else []."""
    for word in sorted({*unknown, *ask.where.words.split()}, key=len, reverse=True):
        if len(word) <= _LONG and pairs(word) & unknown:
            found = [record for record in one.records if _shortens(word, one.called(record))]
            if len(found) == 1:
                return found
    return []


def _shortens(word: str, name: str) -> bool:
    """Whether a name is longer for a word in its order, from a beginning of its own on."""
    starts = (match.end() for match in _STARTS.finditer(name))
    return any(name[at : at + 1] == word[0] and is_subsequence(word, name[at:]) for at in starts)


def _next_named(found: list[Record], one: RecordTable, terms: Terms, specific: frozenset[int]) -> list[Record]:
    """The rows whose names hold most of the words in no name found yet; of those the ones most like the first."""
    named = [pairs(one.called(record)) for record in found]
    told = terms.held(frozenset().union(*named))
    rest = (specific & terms.held(frozenset().union(*(pairs(one.called(record)) for record in one.records)))) - told
    others = [record for record in one.records if record not in found]
    names = [pairs(one.called(other)) for other in others]
    scored = [(terms.share(rest & terms.held(name)), len(name & named[0])) for name in names]
    best = max(scored, default=(0.0, 0))
    enough = best[0] > 0 and best[0] >= _ENOUGH * terms.share(rest)
    return [other for score, other in zip(scored, others, strict=True) if enough and score == best]


def titled(one: RecordTable, ask: Ask) -> list[Record]:
    """The rows whose whole names are said, those of the longest where one holds another; else []."""
    words, whole = fold("".join(ask.where.words.split())), fold(ask.said)
    names = {_own_name(record, one) for record in one.records}
    said = {name for name in names if len(name) >= _SHORTEST_STEM and name in words}
    said |= {name for name in names if len(name) >= _LONG and name in whole}
    said -= {name for name in said if any(name != other and name in other for other in said)}
    return [record for record in one.records if _own_name(record, one) in said]


def _own_name(record: Record, one: RecordTable) -> str:
    """The name of a row without a number before it, brackets behind it, and what sort of place it is."""
    name = fold(_ASIDE.sub("", one.called(record)))
    return _SORT.sub("", name) if len(name) > _SHORTEST_STEM else name
