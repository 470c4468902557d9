"""What so much of a thing comes to, where its row prints an amount for each of it (150元/吨). Words a sum only."""

import re
from collections.abc import Sequence

from assistant.draft import Statement
from assistant.facts.measuring import convertible, number_words
from assistant.facts.record_choice import Choice
from assistant.facts.record_saying import evidence_of
from corpus.folding.units import in_base_units
from corpus.target import Bound, Quantity

__all__ = ["priced"]

_EACH = re.compile(r"([^/]{1,6})/([^/]{1,4})")


def priced(choice: Choice, asked: Sequence[Quantity]) -> tuple[Statement, ...]:
    """The product of the one amount that a question names and the amount a row prints for each."""
    named = [one for one in asked if one.bound is Bound.EQ and one.unit]
    if len(choice.records) != 1 or len(named) != 1:
        return ()
    one, record = choice.table, choice.records[0]
    for at in one.numbers:
        price = one.quantity(record, at)
        each = _EACH.fullmatch(price.unit) if price is not None else None
        if price is None or each is None or price.high is not None or not convertible(each[2], named[0].unit):
            continue
        count = in_base_units(named[0].value, named[0].unit)
        result = number_words(price.value * count, each[1])
        said = f"{number_words(count, each[2])}×{number_words(price.value, each[1])}={result}"
        return (Statement(f"{one.called(record)}按{one.label(at)}计算：{said}。", evidence_of([record], one)),)
    return ()
