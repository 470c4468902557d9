"""The amounts that a question names."""

import pytest

from assistant.reading.printed import named_amounts


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        ("一个镇有50公里县道，补多少", [("50", "公里")]),
        ("八十多岁的老人补多少", [("80-89", "岁")]),
        ("考核得了85分能拿多少", [("85", "分")]),
        ("看病花了5400块，能报多少", [("5400", "元")]),
        ("换10辆8到10米的公交车", [("10", "辆"), ("8-10", "米")]),
        ("一千亩林子出多少保费", [("1000", "亩")]),
        ("补多少钱", []),
    ],
)
def test_the_amounts_of_a_question(question, amounts):
    assert [(one.number, one.unit) for one in named_amounts(question)] == amounts
