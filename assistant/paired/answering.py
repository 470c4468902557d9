"""What follows from two printed numbers: how far they lie apart, which share or how many times the one is of the other,
so much for each. Every two that stand together are tried; how well they are called by a question orders them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, combinations
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.evidence import distinct
from assistant.facts.folding import Folded, difference, each, growth_words, ratio, share
from assistant.facts.measuring import agreement, convertible
from assistant.facts.record_rows import RecordTable
from assistant.paired.operands import Operand, all_cells, cells_of, numbers_of, sums_of, tables_meant
from assistant.prose.ranking import Ranked, ranked
from assistant.reading.ask import Ask, Fold, Subject
from assistant.reading.words import Terms, pairs, terms_of
from assistant.tuning import tuning
from corpus.facts import Library
from corpus.folding.units import in_base_units, unit_family

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["Paired", "answer_paired", "paired_of"]

_WINDOWS, _SHOWN = 6, 4
"""So many of the best windows are looked at, and so many of the best results are offered."""
_ASKED: Mapping[Fold, frozenset[str]] = {
    Fold.DIFFERENCE: frozenset({"difference", "growth", "doubled", "rise", "falls", "rest", "above", "below"}),
    Fold.SHARE: frozenset({"share", "rated"}),
    Fold.RATIO: frozenset({"ratio", "doubled"}),
    Fold.AVERAGE: frozenset({"average", "each"}),
    Fold.SUM: frozenset({"total", "sum"}),
}
"""By what is made of two numbers, the senses and hints that ask for it."""
_AMOUNT = frozenset({"how_much", "ask_count", "money"})
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
        ways = {Fold.SHARE: lambda: share([above], below), Fold.RATIO: lambda: ratio(above, below)}
        return ways.get(self.fold, lambda: each(above, below))()


def answer_paired(ask: Ask, index: "Index") -> list[Candidate]:
    """The results that are likeliest meant, each with the numbers that it is made of; none where nothing is asked that
    may have to be reckoned.
    """
    found: dict[str, Candidate] = {}
    for one in paired_of(ask, index):
        if len(found) == _SHOWN:
            break
        folded = one.folded(ask)
        if folded is not None:
            statement = _statement(one, folded)
            made = replace(ask, subject=Subject.PROSE if one.at else Subject.RECORDS, fold=one.fold)
            draft = Draft(AnswerKind.CALCULATION, (statement,))
            features = {**one.features, "agree": agreement(ask.measures, folded.unit), "paired": 1.0}
            found.setdefault(statement.text, Candidate(made, draft, {**features, "score": one.score}, _names(one)))
    return [
        replace(one, features={**one.features, "margin": _margin(one, [*found.values()])}) for one in found.values()
    ]


def _margin(one: Candidate, found: Sequence[Candidate]) -> float:
    """How far it is ahead of the best of the others."""
    own = one.features["score"]
    return own - max((other.features["score"] for other in found if other is not one), default=own - 1)


def paired_of(ask: Ask, index: "Index") -> list[Paired]:
    """Every two numbers that stand together, with each thing made of them that is asked for, the likeliest first."""
    senses = ask.heard | ask.hints | ({"each"} if any(one.way == "each" for one in ask.made_of) else frozenset())
    asked = [fold for fold, said in _ASKED.items() if said & senses]
    if not (asked or senses & _AMOUNT):
        return []
    folds = [fold for fold in asked if fold is not Fold.SUM] or [Fold.DIFFERENCE]
    terms = terms_of(ask.gist, index.library)
    tables = tables_meant(terms, ask.where.documents or tuple(index.library.documents), index.library)
    tried = chain(
        _in_tables(tables, folds, terms, index.library),
        _in_passages(ask, folds, index),
        _added(tables, terms, index.library) if Fold.SUM in asked or not asked else (),
        _foremost(tables, asked, ask, index.library) if ask.heard & _EXTREME else (),
    )
    found = [replace(one, features=_features(one, terms, ask, asked)) for one in tried]
    return sorted(found, key=lambda one: -one.score)


def _in_tables(
    tables: Iterable[RecordTable], folds: Sequence[Fold], terms: Terms, library: Library
) -> Iterator[Paired]:
    """Two numbers of one row, and two of one column."""
    for table in tables:
        rows = cells_of(table, terms, library)
        columns = [{one.place[2]: one for one in row} for row in rows]
        twos = [two for row in rows for two in combinations(row, 2)]
        twos += [(one[at], other[at]) for one, other in combinations(columns, 2) for at in one.keys() & other.keys()]
        yield from (paired for two in twos for paired in _ways(two, folds))


def _in_passages(ask: Ask, folds: Sequence[Fold], index: "Index") -> Iterator[Paired]:
    for at, window in enumerate(_apart(ranked(ask, index))):
        twos = combinations(numbers_of(window.window, at), 2)
        yield from (replace(paired, at=window) for two in twos for paired in _ways(two, folds))


def _added(tables: Iterable[RecordTable], terms: Terms, library: Library) -> Iterator[Paired]:
    """What columns add up to."""
    every = (one for table in tables for sums in sums_of(table, terms, library) for one in sums)
    yield from (Paired(one, one, Fold.SUM) for one in every)


def _foremost(tables: Iterable[RecordTable], asked: Sequence[Fold], ask: Ask, library: Library) -> Iterator[Paired]:
    """The row for which something made of two of its numbers is the most or the least."""
    low = "least" in ask.heard
    for table in tables:
        rows = [{one.place[2]: one for one in row} for row in all_cells(table, library)]
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
        "apart": float(above.place[1] != below.place[1]),
        "whole": float(above.whole or below.whole),
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


def _names(one: Paired) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (one.above.term.name, one.below.term.name) if name))


def _statement(one: Paired, folded: Folded) -> Statement:
    above, below = one.above, one.below
    if one.fold is Fold.SUM:
        return Statement(f"{above.term.name}{above.column}合计{folded.text}。", above.term.evidence)
    row = above.place[1] == below.place[1]
    if one.at is not None:
        first, second, told = above.term.said, below.term.said, one.at.window.text.rstrip("。")
    elif row:
        first, second = above.column, below.column
        told = f"{above.term.name}：{first}{above.term.said}，{second}{below.term.said}"
    else:
        first, second = above.term.name, below.term.name
        told = f"{above.column}：{first}{above.term.said}，{second}{below.term.said}"
    made = {Fold.SHARE: f"{first}占{second}的", Fold.RATIO: f"{first}是{second}的", Fold.AVERAGE: "平均"}
    text = f"{told}；{made.get(one.fold, '相差')}{folded.text}{one.foremost and f'，各行中{one.foremost}'}。"
    evidence = one.at.window.evidence if one.at else distinct((*above.term.evidence, *below.term.evidence))
    return Statement(text, evidence)
