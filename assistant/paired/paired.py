"""Two numbers that stand together, what is made of them and what speaks for its being asked. Knows no documents."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.facts.folding import Folded, difference, growth_words, ratio, share
from assistant.facts.measuring import agreement, convertible
from assistant.facts.rates import each, product, times_over
from assistant.paired.operands import QUESTION, Operand
from assistant.prose.ranking import Ranked
from assistant.reading.ask import Ask, Fold
from assistant.reading.lasting import case_of
from assistant.reading.words import Terms, pairs
from assistant.tuning import tuning
from corpus.folding.units import in_base_units, unit_family


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
        if self.fold is Fold.SHARE:
            return share([above], below)
        if self.fold is Fold.PRODUCT:
            return product(above, below, times_over(self.above.column, ask.hints, case_of(ask)))
        return ratio(above, below) if self.fold is Fold.RATIO else each(above, below)


def ways(two: tuple[Operand, Operand], folds: Collection[Fold]) -> Iterator[Paired]:
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
            counted = (pair for pair in (two, two[::-1]) if pair[1].term.value > 0 and not _is_money(pair[1]))
            yield from (Paired(*pair, Fold.AVERAGE) for pair in counted)
        return
    if Fold.DIFFERENCE in folds:
        later = first.years and second.years and max(first.years) > max(second.years)
        yield Paired(first, second, Fold.DIFFERENCE) if later else Paired(second, first, Fold.DIFFERENCE)
    if not rate and min(first.term.value, second.term.value) > 0:
        yield from _set_in_proportion(two, folds)


def _set_in_proportion(two: tuple[Operand, Operand], folds: Collection[Fold]) -> Iterator[Paired]:
    """Which share the less is of the more, in a row also the other way round, and how many times the more the less."""
    low, high = sorted(two, key=lambda one: in_base_units(one.term.value, one.term.unit))
    if Fold.SHARE in folds:
        yield Paired(low, high, Fold.SHARE)
        if high.place[1] == low.place[1]:
            yield Paired(high, low, Fold.SHARE)
    if Fold.RATIO in folds:
        yield Paired(high, low, Fold.RATIO)


def _is_money(one: Operand) -> bool:
    return unit_family(one.term.unit) == "money"


def features_of(one: Paired, terms: Terms, ask: Ask, asked: Sequence[Fold]) -> dict[str, float]:
    """What speaks for two numbers: the words that they hold, how they stand, what is asked."""
    above, below, fold = one.above, one.below, one.fold
    own = above.named | above.called | below.named | below.called
    said, two_told = pairs(ask.gist), (_told(above, below, terms), _told(below, above, terms))
    years, two = frozenset(ask.where.years), above.years | below.years
    unit = "%" if fold is Fold.SHARE else "倍" if fold is Fold.RATIO else above.term.unit
    return {
        "match": terms.coverage(own | above.around),
        "own": terms.coverage(own),
        "least": min(two_told),
        "most": max(two_told),
        "spare": (_spare(above, said) + _spare(below, said)) / 2,
        "asked": float(bool(asked)),
        "apart": float(one.at is None and above.place[1] != below.place[1]),
        "far": float(one.at is not None and above.place[1] != below.place[1]),
        "case": float(below.place[0] == QUESTION),
        "over": float(
            fold is Fold.SHARE
            and in_base_units(above.term.value, above.term.unit) > in_base_units(below.term.value, below.term.unit)
        ),
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
