"""When a second window joins the best one."""

from assistant.prose.choosing import chance, evidence_for, with_additions
from tests.assistant.prose.scenes import ranked, terms

ABOUT = terms("双月", "大会", "推介")
FIRST = ranked("每双月至少举办一次招商推介会议。", 2.0, about=ABOUT)
SECOND = ranked("每年至少召开一次市级楼宇发展大会。", 1.5, about=ABOUT)
ADDING = {"gain": 0.2, "behind": 1.0}


def texts(items):
    return [one.window.text for one in items]


def test_a_second_window_joins_that_holds_what_the_first_lacks():
    assert texts(with_additions([FIRST, SECOND], ABOUT, ADDING)) == [FIRST.window.text, SECOND.window.text]


def test_none_joins_that_is_far_behind_repeats_or_gains_nothing():
    repeating = ranked("每双月至少举办一次招商推介会议（大会）。", 1.9, about=ABOUT)
    idle = ranked("积极开展楼宇评价工作。", 1.9, about=ABOUT)
    assert with_additions([FIRST, SECOND], ABOUT, {"gain": 0.2, "behind": 0.1}) == [FIRST]
    assert with_additions([FIRST, repeating, idle], ABOUT, ADDING) == [FIRST]


def test_the_margin_is_over_the_best_window_that_says_something_else():
    again = ranked("每双月至少举办一次招商推介会议（活动）。", 1.9, about=ABOUT)
    assert evidence_for([FIRST], [FIRST, again, SECOND])["margin"] == 0.5


def test_the_chance_follows_the_fitted_weights():
    assert chance({"score": 2.0, "bias": 1.0}, {"score": 1.0, "bias": -2.0}) == 0.5
