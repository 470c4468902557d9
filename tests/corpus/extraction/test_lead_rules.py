import pytest

from corpus.extraction.lead_rules import LeadRule, apply_rule, stated_rule, without_rule
from corpus.extraction.unit_names import split_units


@pytest.mark.parametrize(
    "words", ["备注：带“*”为牵头单位。", "注：标*的为牵头单位", "加*者为牵头部门", "*号为牵头单位"]
)
def test_a_note_can_declare_a_mark(words):
    assert stated_rule([words]) == LeadRule(mark="*")


@pytest.mark.parametrize(
    "words",
    [
        "列第一位者为牵头单位，下同",
        "排在第一位的部门为牵头部门，下同",
        "排名第一的单位为牵头单位",
        "列首位的为牵头单位",
    ],
)
def test_a_sentence_can_make_the_first_the_lead(words):
    assert stated_rule([words]) == LeadRule(first=True)


@pytest.mark.parametrize("words", ["区发改局牵头负责", "带*的为约束性指标", "争创全国第一"])
def test_other_words_state_no_rule(words):
    assert stated_rule([words]) is None


def test_marked_names_lead_and_stay_in_the_list_without_their_mark():
    units = split_units("*区发改局、*区市场监管局、区税务局")
    assert apply_rule(units, LeadRule(mark="*")) == (
        ("区发改局", "区市场监管局"),
        ("区发改局", "区市场监管局", "区税务局"),
    )


def test_a_list_without_marks_has_no_lead():
    assert apply_rule(split_units("区发改局、属地街镇"), LeadRule(mark="*"))[0] == ()


def test_marks_that_no_rule_explains_make_no_lead_but_leave_the_name():
    assert apply_rule(split_units("*区发改局、属地街镇"), None) == ((), ("区发改局", "属地街镇"))


def test_the_rule_is_taken_off_the_clause():
    words = "工业和信息化部、科技部等负责。列第一位者为牵头单位，下同"
    assert without_rule(words) == "工业和信息化部、科技部等负责"
