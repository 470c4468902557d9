"""Growths that follow from printed numbers."""

from decimal import Decimal

import pytest

from assistant.arithmetic import proven_results
from assistant.facts.folding import Term, growth_words
from assistant.figures import folded
from assistant.reading.ask import Ask, Subject


def term(value, unit):
    return Term("", Decimal(value), unit, "")


@pytest.mark.parametrize(
    ("before", "after", "heard", "said"),
    [
        (("33.8", "亿元"), ("62", "亿元"), "growth", "，增长83.4%（28.2亿元÷33.8亿元≈83.4%）"),
        (("80", "家"), ("60", "家"), "growth", "，下降25%（20家÷80家=25%）"),
        (
            ("40", "家"),
            ("90", "家"),
            "doubled",
            "，增长125%（50家÷40家=125%），是40家的2.25倍（90家÷40家=2.25倍），超过一番",
        ),
        (("75", "%"), ("85", "%"), "growth", ""),
        (("40", "家"), ("90", "家"), "difference", ""),
    ],
)
def test_a_growth_is_told_where_it_is_asked(before, after, heard, said):
    told = growth_words(Ask(Subject.TARGETS, heard=frozenset({heard})), term(*before), term(*after))
    assert told == said
    assert not said or proven_results(folded(told))
