"""What ever decided anything, by trees of one question each."""

from assistant.trees import Trees
from assistant.tuning import Tuning
from eval.features import Choices, Influence, Offered, feature_lines, influences, offer_lines, offers
from eval.fitting.examples import Example, Question
from eval.gold import GoldItem

RANKING = Trees(
    names=("match", "idle"),
    trees=(
        ((0, 0.5, 1, 2), (-1, 0.0, 0, 0), (-1, 1.0, 0, 0)),
        ((1, 0.5, 1, 2), (-1, 0.0, 0, 0), (-1, 0.1, 0, 0)),
        ((0, 0.9, 1, 2), (-1, 0.0, 0, 0), (1, 0.5, 3, 4), (-1, 0.5, 0, 0), (-1, 0.4, 0, 0)),
    ),
)
"""A match counts 1, a very good one 1.5; what is idle gains 0.1 and loses it again on the best."""
CHOOSING = Trees(names=("sure",), trees=(((0, 0.5, 1, 2), (-1, -2.0, 0, 0), (-1, 2.0, 0, 0)),))


def example(name: str, *, right: bool = False, **features: float) -> Example:
    return Example(features, right, "", name)


def question(number: int, *examples: Example, refuse: bool = False, settled: bool = False) -> Question:
    gold = GoldItem(id=f"q{number}", type="fact", question="?", expect_refusal=refuse)
    return Question(gold, examples, settled)


QUESTIONS = [
    question(0, example("prose show", sure=1.0, unheard=1.0), example("tasks show", right=True, match=1.0, sure=1.0)),
    question(1, example("prose show", right=True, sure=1.0), example("tasks show", match=0.7, sure=1.0)),
    question(2, example("prose show", idle=1.0), example("targets sum", idle=1.0), refuse=True),
    question(3, settled=True),
]
FITTED = Tuning(measured="", prose={}, ranking=RANKING, choosing=CHOOSING, refuse_below=0.5)
CHOICES = Choices.of(QUESTIONS, FITTED)


def test_a_choice_is_the_best_candidate_that_is_likely_enough():
    assert CHOICES.made() == [1, 1, -1]


def test_a_feature_decides_where_the_choice_is_another_without_it():
    """Without `match` the first question is lost and the second won; without `sure` both are refused."""
    assert influences(CHOICES) == [
        Influence("sure", given=2, used=True, changed=2, lost=1),
        Influence("match", given=2, used=True, changed=2, lost=0),
        Influence("idle", given=1, used=True, changed=0, lost=0),
        Influence("unheard", given=1, used=False, changed=0, lost=0),
    ]


def test_types_of_candidates_are_counted_by_question():
    assert offers(CHOICES) == [
        Offered("tasks show", offered=2, right=1, won=2, won_rightly=1),
        Offered("prose show", offered=3, right=1, won=0, won_rightly=0),
        Offered("targets sum", offered=1, right=0, won=0, won_rightly=0),
    ]


def test_the_dead_are_listed():
    assert feature_lines(influences(CHOICES))[-2:] == [
        "in a tree, but without it every choice stays (1): idle",
        "in no tree (1): unheard",
    ]
    assert offer_lines(offers(CHOICES))[-1] == ("never won (2): prose show (right 1 of 3), targets sum (right 0 of 1)")
