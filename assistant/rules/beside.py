"""What two rules told side by side come to: the share that one payer has in what all pay, and the difference that a
raise from one grade to another is given.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.calculating import difference, printed, quotient
from assistant.reading.ask import Ask
from assistant.reading.cases import payers_of
from assistant.reading.words import Terms, fold, pairs
from assistant.rules.meant import asked_pairs
from assistant.rules.rule import Kind, Rule
from corpus.quoting import bigrams

__all__ = ["set_beside"]

_PAID = frozenset({Kind.RATE, Kind.SUM})
_TWO = 2

_Told = tuple[str, tuple[Rule, ...]]
"""What follows, and from which rules."""


def set_beside(rules: Sequence[Rule], ask: Ask, terms: Terms) -> list[_Told]:
    """What follows from rules of one sentence or one row that the question sets beside each other."""
    if "share" in ask.heard and ask.case.payers:
        return [told for group in _beside(rules) if (told := _paid(group, ask))]
    top_ups = [one for one in rules if one.kind is Kind.TOP_UP]
    if not (ask.case.upgrade and top_ups):
        return []
    raised = [told for group in _beside(rules) if (told := _raised(group, ask))]
    best = max(raised, key=lambda one: max(terms.coverage(pairs(rule.words)) for rule in one[1]), default=None)
    return [(best[0], (*best[1], top_ups[0]))] if best else []


def _beside(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """The sums of one kind of each sentence and each row of a table."""
    groups: dict[object, list[Rule]] = {}
    for one in rules:
        if one.kind in _PAID:
            row = one.evidence[0]
            groups.setdefault((row.quote, row.place.line, one.each, one.every), []).append(one)
    yield from (group for group in groups.values() if len(group) >= _TWO)


def _paid(group: Sequence[Rule], ask: Ask) -> _Told | None:
    """The share of the payer asked for where each of several pays a sum: 400元÷(400元+670元)."""
    payers = [payers_of(one.clause) for one in group]
    own = [one for one, names in zip(group, payers, strict=True) if names & ask.case.payers]
    if len(own) != 1 or len({one.quantity.unit for one in group}) > 1 or group[0].evidence[0].place.table_no:
        return None
    whole = sum((one.quantity.in_base for one in group), Decimal())
    of = f"({'+'.join(printed(one.quantity) for one in group)})"
    return f"占{quotient(own[0].quantity.in_base, whole, printed(own[0].quantity), of)}", tuple(group)


def _raised(group: Sequence[Rule], ask: Ask) -> _Told | None:
    """How far the two grades that the question names lie apart."""
    labels = [bigrams(fold(one.label)) for one in group]
    others = [set().union(*(label for label in labels if label is not own)) for own in labels]
    asked = asked_pairs(ask)
    named = [one for one, own, rest in zip(group, labels, others, strict=True) if (own - rest) & asked]
    if len(named) != _TWO or named[0].quantity == named[1].quantity:
        return None
    return difference(named[0].quantity, named[1].quantity), tuple(named)
