"""The case that a question puts; every payer of the data file is told by its own examples."""

import pytest

from assistant.reading.cases import case_of, payer_rules, payers_of


@pytest.mark.parametrize("rule", payer_rules(), ids=lambda rule: rule[0])
def test_each_example_names_its_payer(rule):
    payer, _, examples = rule
    assert examples
    assert all(payer in payers_of(example) for example in examples)


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
def test_the_amounts_of_a_case(question, amounts):
    assert [(one.number, one.unit) for one in case_of(question).amounts] == amounts


def test_the_years_of_a_case():
    assert case_of("头一年拿多少").year == 1
    assert case_of("第二年拿多少").year == 2
    assert case_of("三年一共多少").months == 36
    assert case_of("18个月给多少").months == 18
    assert case_of("一年给多少").months == 0
    assert case_of("一年给多少").yearly
    assert case_of("领满能拿多少").whole_term
