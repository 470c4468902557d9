"""Which grade of a rule an amount falls into."""

from dataclasses import replace

import pytest

from assistant.passages.tiers import fitting_grade
from tests.assistant.passages.scenes import sentences_of_one_passage

TAXES = (
    "（二）按照企业上一年度的纳税总额给予落户奖励。\n",
    "1.纳税总额超过1000万元（含）的，奖励300万元；\n",
    "2.纳税总额超过2000万元（含）的，奖励600万元；\n",
    "3.纳税总额超过8000万元（含）的，奖励1500万元。",
)
CAPITAL = (
    "（1）实缴注册资本500万元（含）至5000万元的，奖励300万元；\n",
    "（2）实缴注册资本5000万元(含)至1亿元的，奖励600万元;\n",
    "（3）实缴注册资本1亿元（含）以上，奖励1000万元。",
)
STAFF = (
    "给予落户奖励。其中：",
    "（一）代表人员规模在10人以下的，给予300万元的奖励；",
    "（二）代表人员规模在10人及以上的，给予500万元的奖励。",
)


def grade(question, sentences):
    chosen = fitting_grade(sentences_of_one_passage(question, *sentences))
    return chosen and [item.candidate.text.strip() for item in chosen.items]


@pytest.mark.parametrize(
    ("amount", "reward"), [("1000万元", "300万元"), ("1999万", "300万元"), ("9000万", "1500万元"), ("2亿", "1500万元")]
)
def test_of_grades_that_only_begin_the_highest_reached_counts(amount, reward):
    announced, picked = grade(f"上年纳税{amount}，落户奖励多少？", TAXES)
    assert announced == TAXES[0].strip()
    assert f"奖励{reward}" in picked


@pytest.mark.parametrize(("amount", "reward"), [("3000万元", "300"), ("5000万元", "600"), ("3亿元", "1000")])
def test_a_grade_from_one_sum_to_another_holds_its_beginning_only(amount, reward):
    assert f"奖励{reward}万元" in grade(f"实缴资本{amount}奖励多少？", CAPITAL)[-1]


@pytest.mark.parametrize(("staff", "reward"), [("9人", "300"), ("10人", "500"), ("12人", "500")])
def test_the_grade_that_is_said_to_hold_its_border_holds_it(staff, reward):
    assert f"{reward}万元" in grade(f"代表人员{staff}，奖励多少？", STAFF)[-1]


@pytest.mark.parametrize(
    ("question", "sentences"),
    [
        ("纳税800万元奖励多少？", TAXES),  # reaches no grade
        ("纳税奖励多少？", TAXES),  # names no amount
        ("去年纳税3000万元、今年5000万元，奖励多少？", TAXES),  # names two
        ("实缴资本3000万美元奖励多少？", CAPITAL),  # is of another currency
        ("营收3000万元奖励多少？", TAXES),  # is an amount of something else
        ("纳税3000万元由谁审核？", TAXES),  # asks no amount
        ("纳税3000万元奖励多少？", (*TAXES[:3], "3.属于重点企业的，另行奖励。")),  # holds an item that is no grade
    ],
)
def test_where_the_grade_is_not_plain_none_is_picked(question, sentences):
    assert grade(question, sentences) is None


def test_a_list_that_is_far_from_the_question_is_not_its_rule():
    question = "纳税3000万元奖励多少？"
    near = sentences_of_one_passage(question, "纳税奖励按规定执行。")
    far = sentences_of_one_passage(question, *TAXES, scores=(0.5, 0.5, 0.5, 0.5))
    assert fitting_grade(far)
    assert fitting_grade(replace(near, ranked=(*near.ranked, *far.ranked))) is None
