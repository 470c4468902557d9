"""What a document writes of an indicator beside its goals: only of one that is meant, and without any figure, may it be
said to be silent.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.facts.indicators import Meant
from assistant.facts.measuring import families
from assistant.reading.words import Terms, fold, pairs
from assistant.sentences import sentence_to_clauses, text_to_sentences
from corpus.document import Heading
from corpus.facts import Evidence, Library
from corpus.folding.amounts import Amount, find_amounts
from corpus.place import Place
from corpus.quoting import compact
from corpus.table import Table
from corpus.target import Target

__all__ = ["Figure", "are_within", "figures_beside", "is_meant", "is_silent", "name_pairs", "plain_name"]

_YEAR = re.compile(r"(?:19|20)\d\d")
_SIZE = re.compile(r"(?<=..)(?:总?规模|总量|总额|数量|水平|(?<![指系倍])数)$")
_ABOVE = re.compile(r"(?<=规)模以上|(?<=限)额以上")
"""规模以上 is 规上 in every other sentence."""
_IN_ALL = re.compile(r"^(?:使)?(?:总[数量]|累计|总规模|保有量|达到?|增至)[^，,]{0,4}\d")
"""What a name ends in that the text may leave out (新能源装机规模)."""
_SPOKEN = 0.55
"""A clause that holds so much of the name of an indicator, and a figure of its sort, speaks of it; so does a table
whose caption, column or row is called so."""
_NAMED = 0.4
"""So much of the name of an indicator says whoever means it, …"""
_HEAD = 2
"""… and the characters that it ends in: 用水量 is no 用水量较2024年下降."""


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


def is_meant(meant: Meant, terms: Terms) -> bool:
    """Whether terms say enough of an indicator's name that it can be said to be missing."""
    return meant.named >= _NAMED and bool(pairs(fold(meant.name)[-_HEAD:]) & terms.by_form.keys())


def are_within(targets: Iterable[Target], years: Collection[int]) -> bool:
    """Whether a target is for a span of years that has one of these: which of them it is for is not known."""
    spans = (one.period for one in targets if one.year is None and one.period)
    return any(first <= year <= last for first, last in spans for year in years)


def is_silent(meant: Meant, years: Collection[int], areas: Collection[str], library: Library) -> bool:
    """Whether no other table, and of no areas no clause that is no goal, nor of other years only, gives a figure for an
    indicator. Of areas that a document never names nobody expects one.
    """
    text = compact(library.document(meant.document).text)
    if not all(area in text for area in areas) or _is_tabled(meant, [*map(str, years), *areas], library):
        return False
    return bool(areas) or not any(not one.years or one.years & {*years} for one in figures_beside(meant, library))


def _is_tabled(meant: Meant, asked: Collection[str], library: Library) -> bool:
    """Whether a table that none of its targets stand in is of an indicator, and of all years and areas asked."""
    own, named = {one.place.table_no for one in meant.targets}, name_pairs(meant)
    others = (one for one in library.document(meant.document).tables if one.place.table_no not in own)
    printed = (_names_in(one) for one in others)
    return any(
        all(any(one in name for name in names) for one in asked)
        and any(len(named & pairs(name)) >= _SPOKEN * len(named) for name in names)
        for names in printed
    )


def _names_in(table: Table) -> list[str]:
    """What a table, its columns and its rows are called."""
    rows = (cell.text for row in table.rows for cell in row.cells if not cell.text[:1].isdigit())
    return [table.caption, *(column.name for column in table.columns), *rows]


def figures_beside(meant: Meant, library: Library) -> list[Figure]:
    """The clauses that are no goals and give a figure for an indicator, with the amounts of its sort."""
    named, sorts = name_pairs(meant), families(meant.targets[0].quantity.unit)
    spoken = (one for one in _figures(meant.document, library) if len(named & one.held) >= _SPOKEN * len(named))
    return [
        one for one in spoken if not one.goal and any(families(amount.quantity.unit) & sorts for amount in one.amounts)
    ]


def name_pairs(meant: Meant) -> frozenset[str]:
    """The pairs of characters of an indicator's name that a clause about it holds."""
    return pairs(plain_name(meant))


def plain_name(meant: Meant) -> str:
    """An indicator's name without what the text may leave out or say shorter."""
    return _SIZE.sub("", _ABOVE.sub("上", meant.name))


@lru_cache(maxsize=64)
def _figures(document_id: str, library: Library) -> tuple[Figure, ...]:
    goals = "\n".join(compact(one.quote) for one in library.targets([document_id]))
    blocks = (one for one in library.document(document_id).blocks if not isinstance(one, Table | Heading))
    return tuple(figure for block in blocks for figure in _block_figures(block.text, block.place, goals))


def _block_figures(text: str, place: Place, goals: str) -> Iterator[Figure]:
    years: frozenset[int] = frozenset()
    for sentence in text_to_sentences(text):
        years = frozenset(map(int, _YEAR.findall(sentence))) or years
        yield from (_figure(one, place, years, goals) for one in _clauses(sentence))


def _clauses(sentence: str) -> Iterator[str]:
    """The clauses of a sentence, one that tells how many there are in all (总数达到126家) with the one before it."""
    open_one = ""
    for clause in sentence_to_clauses(sentence):
        if open_one and not _IN_ALL.match(clause):
            yield open_one
            open_one = ""
        open_one += clause
    if open_one:
        yield open_one


def _figure(text: str, place: Place, years: frozenset[int], goals: str) -> Figure:
    clause = text.strip("，,；;。：: ")
    amounts = tuple(find_amounts(clause, spelled=False))
    return Figure(
        Evidence(quote=clause, place=place), pairs(_ABOVE.sub("上", text)), amounts, years, compact(clause) in goals
    )
