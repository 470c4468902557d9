"""The asking words: every rule of the data file hears its own examples."""

import pytest

from assistant.data_files import data_rows
from assistant.reading.normalising import question_to_text, to_key
from assistant.reading.senses import hear


def heard(text):
    return {one.sense for one in hear(to_key(question_to_text(text)))}


@pytest.mark.parametrize("rule", data_rows("assistant.reading", "senses.tsv"), ids=lambda rule: "-".join(rule[:2]))
def test_each_example_is_heard(rule):
    sense, _, _, examples = rule
    for example in examples.split("|"):
        assert sense in heard(example), example


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
