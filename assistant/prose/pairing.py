"""Two figures of one thing (of this year and last, of two places), and how far they lie apart."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from assistant.calculating import difference, growth
from assistant.draft import Statement
from assistant.prose.ranking import Ranked
from assistant.reading.words import Terms, pairs
from assistant.sentences import sentence_to_clauses
from corpus.facts import Evidence
from corpus.folding.amounts import find_amounts
from corpus.folding.units import base_unit, unit_family
from corpus.quoting import compact
from corpus.target import Quantity

__all__ = ["Figure", "Pair", "figures_of", "paired"]

_HELD = 0.5
"""The share of a thing's words that a clause must hold to be about it."""
_CHANGE = re.compile(r"[一-鿿]{2,4}[\d-]")
_YEAR = re.compile(r"(?:(?:19|20)\d\d|(?<!\d)\d\d)年|今年|去年|上年")

_FULL_YEAR = re.compile(r"((?:19|20)\d\d)年")


@dataclass(frozen=True, slots=True)
class Figure:
    """A clause that states one quantity, the clause before it that tells the year, and where they stand."""

    one: Ranked
    clause: str
    quantity: Quantity
    told: str = ""

    @property
    def size(self) -> tuple[Decimal, str]:
        """The quantity in base units."""
        return self.quantity.in_base, base_unit(self.quantity.unit)

    def is_of(self, years: Iterable[int]) -> bool:
        """Whether it or what stands before it names one of the years."""
        return any(f"{year}年" in compact(self.told or self.clause) for year in years)

    @property
    def year(self) -> int:
        """The last year that it or what stands before it names in full; 0 where none is."""
        named = _FULL_YEAR.findall(compact(self.clause)) or _FULL_YEAR.findall(compact(self.told))
        return int(named[-1]) if named else 0

    @property
    def text(self) -> str:
        """The clause, behind its year where that stands before it."""
        year = _YEAR.findall(self.told)
        return f"{year[-1] if year else ''}{self.clause.strip().strip('，,；;。、').removeprefix('其中')}"

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words to cite."""
        quotes = [self.clause.strip(), *([self.told.strip()] if self.told else [])]
        return tuple(Evidence(quote=quote, place=self.one.window.place) for quote in quotes)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures and how far they lie apart, in words, and the share of what is asked that their clauses hold."""

    statement: Statement
    share: float


def figures_of(found: Iterable[Ranked]) -> list[Figure]:
    """The clauses with one quantity in the passages of some windows, each once, in their order."""
    passages = {(one.window.place, one.window.passage): one for one in reversed(list(found))}
    return [figure for one in reversed(passages.values()) for figure in _figures(one)]


def paired(
    figures: Sequence[Figure], terms: Terms, years: Sequence[int], heard: frozenset[str] = frozenset()
) -> Pair | None:
    """The two figures of one document that hold most of the terms alike and differ, those of the `years` asked about
    first; None where no two hold enough of them.
    """
    held = [terms.held(pairs(figure.clause)) for figure in figures]
    enough = [at for at, one in enumerate(held) if terms.share(one) >= _HELD]
    order = sorted(enough, key=lambda at: (-round(terms.share(held[at]), 3), not figures[at].is_of(years)))
    for first, second in combinations(order, 2):
        if held[first] == held[second] and _differ(figures[first], figures[second]):
            return Pair(_statement(figures[first], figures[second], heard), terms.share(held[first]))
    return None


def _figures(one: Ranked) -> Iterator[Figure]:
    told = ""
    for clause in sentence_to_clauses(one.window.passage):
        told = clause if _YEAR.search(compact(clause)) else told
        amounts = find_amounts(clause, spelled=False)
        parts = sentence_to_clauses(clause, "、") if len(amounts) > 1 else [clause]
        for before, part in pairwise(["", *parts]):
            stated = find_amounts(part, spelled=False)
            if len(stated) == 1:
                said = before + part if before and _leans(part, stated[0].quantity) else part
                yield Figure(one, said, stated[0].quantity, "" if told == clause else told)


def _leans(part: str, quantity: Quantity) -> bool:
    """Whether a percentage is of what stands before it: 达到9.2万元、增长4.1%."""
    return unit_family(quantity.unit) == "rate" and bool(_CHANGE.match(part))


def _differ(one: Figure, other: Figure) -> bool:
    same = one.one.window.place.document_id == other.one.window.place.document_id
    return same and one.size[1] == other.size[1] and one.size[0] != other.size[0]


def _statement(one: Figure, other: Figure, heard: frozenset[str]) -> Statement:
    earlier, later = sorted((one, other), key=lambda figure: figure.year)
    grown = growth(earlier.quantity, later.quantity, heard) if 0 < earlier.year < later.year else ""
    text = f"{one.text}；{other.text}；{difference(one.quantity, other.quantity)}{grown}。"
    return Statement(text, (*one.evidence, *other.evidence))
