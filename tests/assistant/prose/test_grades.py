"""Which grade of a rule an amount falls into."""

from decimal import Decimal

import pytest

from assistant.prose.grades import fitting_grade
from assistant.reading.ask import Ask, Subject, Where
from corpus.target import Quantity
from tests.assistant.prose.scenes import ranked, terms

TAXES = (
    "（二）按照企业上一年度的纳税总额给予落户奖励。\n"
    "1.纳税总额超过1000万元（含）的，奖励300万元；\n"
    "2.纳税总额超过2000万元（含）的，奖励600万元；\n"
    "3.纳税总额超过8000万元（含）的，奖励1500万元。"
)
CAPITAL = (
    "（1）实缴注册资本500万元（含）至5000万元的，奖励300万元；\n"
    "（2）实缴注册资本5000万元(含)至1亿元的，奖励600万元;\n"
    "（3）实缴注册资本1亿元（含）以上，奖励1000万元。"
)
STAFF = (
    "给予落户奖励。其中："
    "（一）代表人员规模在10人以下的，给予300万元的奖励；"
    "（二）代表人员规模在10人及以上的，给予500万元的奖励。"
)


def grade(passage, about, *amounts, heard="how_much"):
    quantities = tuple(Quantity(value=Decimal(value), unit=unit) for value, unit in amounts)
    ask = Ask(Subject.PROSE, Where(words=about, amounts=quantities), heard=frozenset({heard}))
    found = fitting_grade(ask, [ranked(passage[:20], passage=passage)], terms(about))
    return found and found.window.text


@pytest.mark.parametrize(
    ("amount", "reward"), [("1000", "300万元"), ("1999", "300万元"), ("9000", "1500万元"), ("20000", "1500万元")]
)
def test_of_grades_that_only_begin_the_highest_reached_counts(amount, reward):
    told = grade(TAXES, "纳税总额", (amount, "万元"))
    assert told.startswith("（二）按照企业上一年度的纳税总额给予落户奖励。")
    assert told.endswith(f"奖励{reward}。")


@pytest.mark.parametrize(("amount", "reward"), [("3000", "300"), ("5000", "600"), ("30000", "1000")])
def test_a_grade_from_one_sum_to_another_ends_where_the_next_begins(amount, reward):
    assert grade(CAPITAL, "注册资本", (amount, "万元")).endswith(f"奖励{reward}万元。")


@pytest.mark.parametrize(("staff", "reward"), [("9", "300"), ("10", "500"), ("12", "500")])
def test_the_grade_that_is_said_to_hold_its_border_holds_it(staff, reward):
    assert f"{reward}万元" in grade(STAFF, "人员", (staff, "人"))


def test_each_of_two_cases_falls_into_its_grade():
    told = grade(STAFF, "人员", ("8", "人"), ("12", "人"))
    assert told.index("300万元") < told.index("500万元")
    assert grade(CAPITAL, "注册资本", ("3000", "万元"), ("4000", "万元")).count("奖励") == 1


@pytest.mark.parametrize(
    ("about", "amounts", "heard"),
    [
        ("纳税总额", [("800", "万元")], "how_much"),  # reaches no grade
        ("纳税总额", [], "how_much"),  # names no amount
        ("纳税总额", [("3000", "万元"), ("800", "万元")], "how_much"),  # one of two reaches no grade
        ("纳税总额", [("3000", "万元"), ("12", "人")], "how_much"),  # names two things
        ("纳税总额", [("3000", "万美元")], "how_much"),  # is of another currency
        ("营业收入", [("3000", "万元")], "how_much"),  # is an amount of something else
        ("纳税总额", [("3000", "万元")], "who"),  # asks no amount
    ],
)
def test_no_grade_where_the_question_does_not_fit_the_list(about, amounts, heard):
    assert grade(TAXES, about, *amounts, heard=heard) is None
