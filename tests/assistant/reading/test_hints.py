"""Hints: every rule of the data file holds in its own examples."""

import pytest

from assistant.reading.senses import hint_rules, hints_of


@pytest.mark.parametrize("rule", hint_rules(), ids=lambda rule: rule[0])
def test_each_example_holds_its_hint(rule):
    hint, _, examples = rule
    assert examples
    assert all(hint in hints_of(example) for example in examples)


def test_a_plain_question_holds_none():
    assert hints_of("青浦的文号是什么") == frozenset()
