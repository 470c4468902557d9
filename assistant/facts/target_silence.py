"""What a document writes of an indicator beside its goals: only without any figure may it be said to be silent."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.facts.indicators import Meant
from assistant.facts.measuring import families
from assistant.reading.words import pairs
from assistant.sentences import sentence_to_clauses, text_to_sentences
from corpus.document import Heading
from corpus.facts import Evidence, Library
from corpus.folding.amounts import Amount, find_amounts
from corpus.place import Place
from corpus.quoting import compact
from corpus.table import Table

__all__ = ["Figure", "figures_beside", "is_silent", "name_pairs"]

_YEAR = re.compile(r"(?:19|20)\d\d")
_SIZE = re.compile(r"(?<=..)(?:总?规模|总量|总额|数量|水平)$")
"""What a name ends in that the text may leave out (新能源装机规模)."""
_SPOKEN = 0.55
"""A clause that holds so much of the name of an indicator, and a figure of its sort, speaks of it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A clause of running text with its amounts. `years` are those of its sentence or the one before; `goal`: a target
    quotes it.
    """

    evidence: Evidence
    held: frozenset[str]
    amounts: tuple[Amount, ...]
    years: frozenset[int]
    goal: bool


def is_silent(meant: Meant, years: Collection[int], library: Library) -> bool:
    """Whether no clause that is no goal, nor of other years only, gives a figure for an indicator."""
    return not any(not one.years or one.years & {*years} for one in figures_beside(meant, library))


def figures_beside(meant: Meant, library: Library) -> list[Figure]:
    """The clauses that are no goals and give a figure for an indicator, with the amounts of its sort."""
    named, sorts = name_pairs(meant), families(meant.targets[0].quantity.unit)
    spoken = (one for one in _figures(meant.document, library) if len(named & one.held) >= _SPOKEN * len(named))
    return [
        one for one in spoken if not one.goal and any(families(amount.quantity.unit) & sorts for amount in one.amounts)
    ]


def name_pairs(meant: Meant) -> frozenset[str]:
    """The pairs of characters of an indicator's name that a clause about it holds."""
    return pairs(_SIZE.sub("", meant.name))


@lru_cache(maxsize=64)
def _figures(document_id: str, library: Library) -> tuple[Figure, ...]:
    goals = "\n".join(compact(one.quote) for one in library.targets([document_id]))
    blocks = (one for one in library.document(document_id).blocks if not isinstance(one, Table | Heading))
    return tuple(figure for block in blocks for figure in _block_figures(block.text, block.place, goals))


def _block_figures(text: str, place: Place, goals: str) -> Iterator[Figure]:
    years: frozenset[int] = frozenset()
    for sentence in text_to_sentences(text):
        years = frozenset(map(int, _YEAR.findall(sentence))) or years
        yield from (_figure(one, place, years, goals) for one in sentence_to_clauses(sentence))


def _figure(text: str, place: Place, years: frozenset[int], goals: str) -> Figure:
    clause = text.strip("，,；;。：: ")
    amounts = tuple(find_amounts(clause, spelled=False))
    return Figure(Evidence(quote=clause, place=place), pairs(text), amounts, years, compact(clause) in goals)
