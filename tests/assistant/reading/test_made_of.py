"""Numbers made of two others: every rule of the data file finds what its own examples say."""

import pytest

from assistant.reading.made_of import MadeOf, made_of, made_of_rules


@pytest.mark.parametrize("rule", made_of_rules(), ids=lambda rule: rule[0])
def test_each_example_is_read_as_it_says(rule):
    way, _, examples = rule
    for example in examples:
        question, _, told = example.rpartition("=")
        above, _, below = told.partition("/")
        assert (way, above, below) in [(one.way, one.above, one.below) for one in made_of(question)]


def test_a_thousand_of_them_is_heard():
    assert MadeOf("each", unit="人", scale=1000) in made_of("每千人有几张床位")


def test_a_plain_question_asks_for_none():
    assert made_of("东岭区的公园一共投资多少钱") == ()
