"""What follows from two printed numbers: how far they lie apart, which share or how many times the one is of the other,
so much for each. Every two that stand together are tried; how well they are called by a question orders them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, combinations
from typing import TYPE_CHECKING

from assistant.facts.folding import Folded, difference, each, growth_words, product, ratio, share
from assistant.facts.measuring import agreement, convertible
from assistant.facts.record_rows import RecordTable
from assistant.paired.operands import (
    QUESTION,
    Operand,
    all_cells,
    asked_numbers,
    cells_of,
    numbers_of,
    series_of,
    sums_of,
    tables_meant,
)
from assistant.prose.ranking import Ranked, ranked
from assistant.reading.ask import Ask, Fold
from assistant.reading.words import Terms, pairs, terms_of
from assistant.tuning import tuning
from corpus.facts import Library
from corpus.folding.units import in_base_units, unit_family

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["Paired", "paired_of"]

_WINDOWS = 6
"""So many of the best windows are looked at."""
_ASKED: Mapping[Fold, frozenset[str]] = {
    Fold.DIFFERENCE: frozenset({"difference", "growth", "doubled"}),
    Fold.SHARE: frozenset({"share", "rated"}),
    Fold.RATIO: frozenset({"ratio", "doubled"}),
    Fold.AVERAGE: frozenset({"average", "each"}),
    Fold.SUM: frozenset({"total", "sum"}),
}
"""By what is made of two numbers, the senses and hints that ask for it."""
_AMOUNT = frozenset({"how_much", "ask_count", "money", "rise", "falls", "rest", "above", "below"})
"""What asks for an amount, which may have to be reckoned."""
_EXTREME = frozenset({"most", "least"})
_MADE = (Fold.DIFFERENCE, Fold.SHARE, Fold.AVERAGE)


@dataclass(frozen=True, slots=True)
class Paired:
    """Two numbers that stand together, what is made of them, and what speaks for its being asked."""

    above: Operand
    below: Operand
    fold: Fold
    features: Mapping[str, float] = field(default_factory=dict)
    at: Ranked | None = None
    """The passage that they stand in; None for a table."""
    foremost: str = ""
    """Of which rows it is the highest or lowest, in words."""

    @property
    def score(self) -> float:
        """What orders them, by fitted weights."""
        weights = tuning().pairing
        return sum(weights.get(name, 0.0) * value for name, value in self.features.items())

    def folded(self, ask: Ask) -> Folded | None:
        """The result, spelled out."""
        above, below = self.above.term, self.below.term
        if self.fold is Fold.SUM:
            return Folded(above.value, above.unit, above.said, (above,))
        if self.fold is Fold.DIFFERENCE:
            found = difference(above, below)
            return replace(found, text=found.text + growth_words(ask, below, above)) if found else None
        ways = {Fold.RATIO: ratio, Fold.PRODUCT: product, Fold.AVERAGE: each}
        return share([above], below) if self.fold is Fold.SHARE else ways[self.fold](above, below)


def paired_of(ask: Ask, index: "Index") -> list[Paired]:
    """Every two numbers that stand together, with each thing made of them that is asked for, the likeliest first."""
    senses = ask.heard | ask.hints | ({"each"} if any(one.way == "each" for one in ask.made_of) else frozenset())
    asked = [fold for fold, said in _ASKED.items() if said & senses]
    if not (asked or senses & _AMOUNT):
        return []
    folds = [fold for fold in asked if fold is not Fold.SUM] or [Fold.DIFFERENCE, Fold.PRODUCT]
    terms = terms_of(ask.gist, index.library)
    tables = tables_meant(terms, ask.where.documents or tuple(index.library.documents), index.library)
    rows = [row for table in tables for row in cells_of(table, terms, index.library)]
    passages = [(one, numbers_of(one.window, at)) for at, one in enumerate(_apart(ranked(ask, index)))]
    tried = chain(
        _in_tables(rows, folds),
        (replace(one, at=at) for at, row in passages for two in combinations(row, 2) for one in _ways(two, folds)),
        _of_case(rows, passages, ask),
        _added(tables, rows, passages, folds, ask, index.library),
        _foremost(tables, asked, ask, index.library) if ask.heard & _EXTREME else (),
    )
    found = [replace(one, features=_features(one, terms, ask, asked)) for one in tried]
    return sorted(found, key=lambda one: -one.score)


def _in_tables(rows: Sequence[Sequence[Operand]], folds: Sequence[Fold]) -> Iterator[Paired]:
    """Two numbers of one row, and two of one column."""
    twos = [two for row in rows for two in combinations(row, 2)]
    columns = [{(one.place[0], one.place[2]): one for one in row} for row in rows]
    twos += [(one[at], other[at]) for one, other in combinations(columns, 2) for at in one.keys() & other.keys()]
    yield from (paired for two in twos for paired in _ways(two, folds))


def _of_case(
    rows: Sequence[Sequence[Operand]], passages: Iterable[tuple[Ranked, Sequence[Operand]]], ask: Ask
) -> Iterator[Paired]:
    """So much for each of so many that the question names, or a share of its amount."""
    for own in asked_numbers(ask.where.amounts or ask.case.amounts):
        yield from (Paired(one, own, Fold.PRODUCT) for row in rows for one in row if product(one.term, own.term))
        yield from (
            Paired(one, own, Fold.PRODUCT, at=at) for at, row in passages for one in row if product(one.term, own.term)
        )


def _added(
    tables: Iterable[RecordTable],
    rows: Iterable[Sequence[Operand]],
    passages: Iterable[tuple[Ranked, Sequence[Operand]]],
    folds: Sequence[Fold],
    ask: Ask,
    library: Library,
) -> Iterator[Paired]:
    """What columns add up to, rows and the numbers of a sentence; which share a part is of all."""
    terms = terms_of(ask.gist, library)
    every = [one for table in tables for sums in sums_of(table, terms, library) for one in sums]
    every += [one for row in rows if (one := series_of(row, ask.where.years))]
    yield from (Paired(one, one, Fold.SUM) for one in every)
    parts, wholes = [one for one in every if not one.whole], [one for one in every if one.whole]
    alike = ((part, whole) for part in parts for whole in wholes if part.place[::2] == whole.place[::2])
    yield from (paired for two in alike for paired in _ways(two, [Fold.SHARE]))
    for at, row in passages:
        sentences = {one.place[1]: [other for other in row if other.place[1] == one.place[1]] for one in row}
        yield from (
            replace(one, at=at) for same in sentences.values() for one in _of_sentence(same, folds, ask.where.years)
        )


def _of_sentence(row: Sequence[Operand], folds: Sequence[Fold], years: Sequence[int]) -> Iterator[Paired]:
    """What the numbers of a sentence add up to, and what those behind the first leave of it."""
    added, others = series_of(row, years), series_of(row[1:], ())
    yield from (Paired(added, added, Fold.SUM),) if added else ()
    yield from _ways((row[0], others), folds) if others else ()


def _foremost(tables: Iterable[RecordTable], asked: Sequence[Fold], ask: Ask, library: Library) -> Iterator[Paired]:
    """The row for which something made of two of its numbers is the most or the least; the first and the last of a
    column where both are asked for.
    """
    low = "least" in ask.heard
    for table in tables:
        rows = [{one.place[2]: one for one in row} for row in all_cells(table, library)]
        for at in table.numbers if ask.heard >= _EXTREME else ():
            ordered = sorted((row[at] for row in rows if at in row), key=lambda one: one.term.value)
            yield from _ways((ordered[0], ordered[-1]), asked or _MADE) if len(ordered) > 1 else ()
        for two in combinations(table.numbers, 2):
            each = [list(_ways((row[two[0]], row[two[1]]), asked or _MADE)) for row in rows if row.keys() >= {*two}]
            for same in zip(*each, strict=False) if len(each) > 1 else ():
                values = [(folded.value, at) for at, one in enumerate(same) if (folded := one.folded(ask))]
                if values and len({one.fold for one in same}) == 1:
                    value, at = min(values) if low else max(values)
                    alone = sum(value == other for other, _ in values) == 1
                    yield from [replace(same[at], foremost="最小" if low else "最大")] if alone else []


def _apart(found: Sequence[Ranked]) -> list[Ranked]:
    """The best windows, none within another."""
    kept: list[Ranked] = []
    for one in found:
        if len(kept) == _WINDOWS:
            break
        if not any(one.window.text in other.window.text or other.window.text in one.window.text for other in kept):
            kept.append(one)
    return kept


def _ways(two: tuple[Operand, Operand], folds: Iterable[Fold]) -> Iterator[Paired]:
    """What may be made of two numbers: of two that measure the same how far they lie apart and how they compare, else
    so much of the one for each of the other.
    """
    first, second = two
    rate = "rate" in {unit_family(one.term.unit) for one in two}
    if Fold.PRODUCT in folds:
        ordered = (pair for pair in (two, two[::-1]) if product(pair[0].term, pair[1].term))
        yield from (Paired(*pair, Fold.PRODUCT) for pair in ordered)
    if not convertible(first.term.unit, second.term.unit):
        if Fold.AVERAGE in folds and not rate:
            yield from (Paired(*pair, Fold.AVERAGE) for pair in (two, two[::-1]) if pair[1].term.value > 0)
        return
    if Fold.DIFFERENCE in folds:
        later = first.years and second.years and max(first.years) > max(second.years)
        yield Paired(first, second, Fold.DIFFERENCE) if later else Paired(second, first, Fold.DIFFERENCE)
    if not rate and min(first.term.value, second.term.value) > 0:
        low, high = sorted(two, key=lambda one: in_base_units(one.term.value, one.term.unit))
        of_whole = [Fold.SHARE] if Fold.SHARE in folds else []
        yield from (Paired(low, high, fold) for fold in of_whole)
        yield from (Paired(high, low, fold) for fold in of_whole if high.place[1] == low.place[1])
        yield from (Paired(high, low, fold) for fold in folds if fold is Fold.RATIO)


def _features(one: Paired, terms: Terms, ask: Ask, asked: Sequence[Fold]) -> dict[str, float]:
    """What speaks for two numbers: the words that they hold, how they stand, what is asked."""
    above, below, fold = one.above, one.below, one.fold
    own = above.named | above.called | below.named | below.called
    said = pairs(ask.gist)
    years, two = frozenset(ask.where.years), above.years | below.years
    unit = "%" if fold is Fold.SHARE else "倍" if fold is Fold.RATIO else above.term.unit
    return {
        "match": terms.coverage(own | above.around),
        "own": terms.coverage(own),
        "least": min(_told(above, below, terms), _told(below, above, terms)),
        "most": max(_told(above, below, terms), _told(below, above, terms)),
        "spare": (_spare(above, said) + _spare(below, said)) / 2,
        "asked": float(bool(asked)),
        "apart": float(one.at is None and above.place[1] != below.place[1]),
        "far": float(one.at is not None and above.place[1] != below.place[1]),
        "case": float(below.place[0] == QUESTION),
        "added": float(above.is_sum) + float(below.is_sum),
        "whole": float(above.whole or below.whole),
        f"whole.{fold}": float(above.whole or below.whole),
        "parts": float(above.whole and below.whole),
        "years": len(two & years) / len(years) if years else 0.0,
        "strange": len(two - years) / len(two) if years and two else 0.0,
        "dated": float(len(two) > 1),
        "measured": agreement(ask.measures, unit),
        "passage": float(one.at is not None),
        "near": max(0.0, one.at.score) if one.at else 0.0,
        "foremost": float(bool(one.foremost)),
        "unheard": float(bool(asked) and fold not in asked),
        f"fold.{fold}": 1.0,
    }


def _told(one: Operand, other: Operand, terms: Terms) -> float:
    """How much of a question names one number and not the other."""
    return terms.coverage((one.named | one.called) - (other.named | other.called))


def _spare(one: Operand, said: frozenset[str]) -> float:
    """The share of what a number is called that a question does not say."""
    own = one.named | one.called
    return len(own - said) / len(own) if own else 0.5
