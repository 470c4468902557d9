"""Fits that never saw a document, and what they are taught with."""

from eval.fitting.choosing import fit, judged, left_out
from eval.fitting.examples import Example, Question
from eval.gold import GoldItem
from eval.wrapping import is_wrapped


def question(name: str, *, good_is_right: bool) -> Question:
    examples = (
        Example({"good": 1.0, "noise": 0.5}, good_is_right, "", "prose show"),
        Example({"noise": 0.5}, not good_is_right, "", "tasks show"),
    )
    return Question(GoldItem(id=name, type="fact", question="?"), examples)


_MANY = 240

PLAIN = [question(f"q{number}", good_is_right=True) for number in range(_MANY)]
TURNED = [question(f"q{number}~", good_is_right=False) for number in range(_MANY)]
"""The same in wrappers that turn right and wrong round."""


def test_a_feature_that_tells_is_found():
    found = judged(PLAIN[:2], fit(PLAIN))
    assert [one.right for one in found] == [True, True]
    assert all(one.chance > 0.9 for one in found)


def test_a_row_shown_whole_comes_behind_the_part_of_it_that_is_right_too():
    whole, part = ({"records.nearest.whole": 1.0, "noise": 0.5}, {"records.nearest.whole": 0.0, "noise": 0.5})
    examples = tuple(Example(one, True, "", "records show") for one in (whole, part))
    asked = [Question(GoldItem(id=f"q{number}", type="fact", question="?"), examples) for number in range(_MANY)]
    (found,) = judged(asked[:1], fit(asked))
    assert found.scores[1] > found.scores[0]


def test_a_question_without_candidates_is_right_where_a_refusal_is_due():
    due = Question(GoldItem(id="x", type="off_topic", question="?", expect_refusal=True), ())
    (found,) = judged([due], fit(PLAIN))
    assert (found.right, found.chance) == (True, 0.0)


def test_every_question_is_judged_by_what_the_other_groups_teach():
    groups = ["a" if number % 2 else "b" for number in range(_MANY)]
    found = list(left_out(PLAIN, groups, taught=lambda _: True))
    assert sorted(one.question.gold.id for one in found) == sorted(one.gold.id for one in PLAIN)
    assert all(one.right for one in found)


def test_only_what_is_taught_teaches():
    groups = ["a" if number % 2 else "b" for number in range(2 * _MANY)]
    for taught, plain_right in (
        (lambda one: not is_wrapped(one.gold.id), _MANY),
        (lambda one: is_wrapped(one.gold.id), 0),
    ):
        found = list(left_out([*PLAIN, *TURNED], groups, taught))
        assert sum(one.right for one in found if not is_wrapped(one.question.gold.id)) == plain_right
