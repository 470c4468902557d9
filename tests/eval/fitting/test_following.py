"""Fitting what a candidate gains by how it hangs on the turn before."""

from assistant.tuning import FOLLOWS
from eval.fitting.choosing import Judged, fit
from eval.fitting.examples import Example, Question
from eval.fitting.following import with_following
from eval.gold import GoldItem

_GROUPS = ("a", "b", "c")


def question(number: int, *, follows: bool, near_is_right: bool = True) -> Question:
    gold = GoldItem(id=f"q{number}", type="multi_turn", question="?")
    behind = {FOLLOWS: 1.0} if follows else {}
    near = {f"{FOLLOWS}.tables": 1.0} if follows else {}
    examples = (
        Example({"far": 1.0, **behind}, not near_is_right, "", "prose show"),
        Example({**behind, **near}, near_is_right, "", "records show"),
    )
    return Question(gold, examples)


def judged(one: Question) -> Judged:
    return Judged(one, one.examples[0].right, 0.5, {"odds": 0.0}, 0, scores=(0.2, 0.0), odds=(0.0, 0.0))


FOUND = [judged(question(at, follows=at % 3 > 0)) for at in range(360)]
GROUPS = [_GROUPS[at // 3 % 3] for at in range(360)]


def test_turns_of_groups_left_out_gain_by_how_they_follow():
    trees, again = with_following(FOUND, GROUPS)
    assert trees.names == (f"{FOLLOWS}.tables",)
    assert [one.first for one in again if FOLLOWS in one.question.examples[0].features] == [1] * 240
    assert all(one.right for one in again if one.first)


def test_first_questions_stay_as_they_are():
    _, again = with_following(FOUND, GROUPS)
    assert [one for one in again if not one.question.examples[0].features.get(FOLLOWS)] == FOUND[::3]


def test_without_turns_nothing_is_fitted():
    alone = FOUND[::3]
    trees, again = with_following(alone, GROUPS[::3])
    assert (trees.trees, again) == ((), alone)


def test_the_trees_of_all_questions_never_see_how_they_follow():
    fitted = fit([question(at, follows=True) for at in range(240)])
    assert {*fitted.ranking.names, *fitted.choosing.names} <= {"far"}
