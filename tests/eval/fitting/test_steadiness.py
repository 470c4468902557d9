"""Choices with and without neutral words."""

from eval.fitting.choosing import Judged
from eval.fitting.examples import Question
from eval.fitting.thresholds import Steadiness, steadiness
from eval.gold import GoldItem


def judged(name: str, *, right: bool) -> Judged:
    return Judged(Question(GoldItem(id=name, type="fact", question="?"), ()), right, 0.5)


def test_only_questions_asked_both_ways_count():
    found = [
        judged("a", right=True),
        judged("a~", right=True),
        judged("b", right=True),
        judged("b~", right=False),
        judged("m.1", right=False),
        judged("m~.1", right=True),
        judged("alone", right=True),
    ]
    assert steadiness(found) == Steadiness(questions=3, plain=2, wrapped=2, both=1)
