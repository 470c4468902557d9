"""Whether a document writes no figure for an indicator beside its goals: only then may it be said to be silent."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.facts.indicators import Meant
from assistant.facts.measuring import families
from assistant.reading.words import pairs
from assistant.sentences import sentence_to_clauses, text_to_sentences
from corpus.document import Heading
from corpus.facts import Library
from corpus.folding.amounts import find_amounts
from corpus.quoting import compact
from corpus.table import Table

__all__ = ["is_silent"]

_YEAR = re.compile(r"(?:19|20)\d\d")
_SPOKEN = 0.55
"""A clause that holds so much of the name of an indicator, and a figure of its sort, speaks of it."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of running text. `years` are those of its sentence or the one before; `goal`: a target quotes it."""

    held: frozenset[str]
    sorts: frozenset[str]
    years: frozenset[int]
    goal: bool


def is_silent(meant: Meant, years: Collection[int], library: Library) -> bool:
    """Whether no clause that is no goal, nor of other years only, gives a figure for an indicator."""
    named, sorts = pairs(meant.name), families(meant.targets[0].quantity.unit)
    return not any(
        len(named & one.held) >= _SPOKEN * len(named) and one.sorts & sorts and (not one.years or one.years & {*years})
        for one in _clauses(meant.document, library)
        if not one.goal
    )


@lru_cache(maxsize=64)
def _clauses(document_id: str, library: Library) -> tuple[_Clause, ...]:
    goals = "\n".join(compact(one.quote) for one in library.targets([document_id]))
    blocks = (one for one in library.document(document_id).blocks if not isinstance(one, Table | Heading))
    return tuple(clause for block in blocks for clause in _block_clauses(block.text, goals))


def _block_clauses(text: str, goals: str) -> Iterator[_Clause]:
    years: frozenset[int] = frozenset()
    for sentence in text_to_sentences(text):
        years = frozenset(map(int, _YEAR.findall(sentence))) or years
        yield from (_clause(one, years, goals) for one in sentence_to_clauses(sentence))


def _clause(text: str, years: frozenset[int], goals: str) -> _Clause:
    sorts = (families(one.quantity.unit) for one in find_amounts(text))
    return _Clause(pairs(text), frozenset().union(*sorts), years, compact(text).strip("，,；;。：:") in goals)
