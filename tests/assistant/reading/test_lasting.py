"""How many years a question says something lasts, beside its amounts."""

from decimal import Decimal

import pytest

from assistant.reading.ask import Ask, Subject
from assistant.reading.lasting import case_of


@pytest.mark.parametrize(
    ("gist", "years"),
    [
        ("连着三年都达标能拿多少", [3]),
        ("鱼塘租了12年一共补多少", [12]),
        ("头一年没拿，后来两年拿了多少", [2]),
        ("2025年补多少", []),
        ("三年行动计划一共投多少", []),
        ("近三年补了多少", []),
        ("第二年补多少", []),
        ("2024到2026年补多少", []),
        ("一年补多少", []),
    ],
)
def test_the_years_that_something_lasts(gist, years):
    told = case_of(Ask(Subject.PROSE, gist=gist))
    assert [one.value for one in told if one.unit == "年"] == list(map(Decimal, years))
