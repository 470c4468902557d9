"""The asking words: every rule of the data file hears its own examples."""

import pytest

from assistant.reading.normalising import question_to_text, to_key
from assistant.reading.senses import hear, rules


def heard(text):
    return {one.sense for one in hear(to_key(question_to_text(text)))}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: f"{rule.sense}-{rule.content}")
def test_each_example_is_heard(rule):
    assert rule.examples
    for example in rule.examples:
        assert rule.sense in heard(example), example


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("楼长这项谁负责", "points"),
        ("指标分解", "meaning"),
        ("三年行动计划", "span"),
        ("近几年的数据", "question"),
        ("全市的数据", "ours"),
    ],
)
def test_what_only_looks_like_it_is_not_heard(text, sense):
    assert sense not in heard(text)
