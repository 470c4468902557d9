"""Goals in words."""

import pytest

from corpus.extraction.facts import document_to_facts
from corpus.target import Bound
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph


def implied(text):
    facts = document_to_facts(a_document(a_heading(1, "一、", "目标"), a_paragraph(text, "一、目标")))
    assert facts.targets == ()
    return facts.implied


@pytest.mark.parametrize(
    ("text", "indicator", "value", "unit", "bound"),
    [
        ("到2028年，上市企业实现零突破。", "上市企业", 0, "", Bound.GT),
        ("到2028年，旅游收入翻一番。", "旅游收入", 2, "倍", Bound.EQ),
        ("到2028年，产业规模倍增。", "产业规模", 2, "倍", Bound.EQ),
        ("到2028年，出口额翻两番。", "出口额", 4, "倍", Bound.EQ),
    ],
)
def test_what_is_said_without_a_number_is_kept_apart(text, indicator, value, unit, bound):
    (target,) = implied(text)
    assert (target.indicator, target.year, target.implied) == (indicator, 2028, True)
    assert (target.quantity.value, target.quantity.unit, target.quantity.bound) == (value, unit, bound)


def test_the_name_of_a_programme_implies_nothing():
    assert implied("到2028年，实施产业倍增行动，推进“三个倍增”。") == ()


def test_a_number_that_follows_says_it_itself():
    text = "到2028年，产业规模倍增，突破80亿元。"
    facts = document_to_facts(a_document(a_heading(1, "一、", "目标"), a_paragraph(text, "一、目标")))
    assert ([target.quantity.value for target in facts.targets], facts.implied) == ([80], ())
