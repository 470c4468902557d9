"""Hints: every rule of the data file holds in its own examples."""

import pytest

from assistant.data_files import data_rows
from assistant.reading.senses import hints_of


@pytest.mark.parametrize("rule", data_rows("assistant.reading", "hints.tsv"), ids=lambda rule: rule[0])
def test_each_example_holds_its_hint(rule):
    hint, _, examples = rule
    assert all(hint in hints_of(example) for example in examples.split("|"))


def test_a_plain_question_holds_none():
    assert hints_of("青浦的文号是什么") == frozenset()
