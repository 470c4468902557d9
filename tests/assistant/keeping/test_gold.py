"""Feedback becomes questions that the evaluation runs."""

import json

from assistant.keeping.feedback import GivenFeedback, feedback_to_gold
from eval.gold import read_gold
from tests.assistant.keeping.kept import ALICE, answer_to


def test_what_is_said_to_be_right_becomes_gold_and_nothing_else(keeping, tmp_path):
    """Praised, put right, to be refused: a line each, a follow-up behind its question; mere blame says nothing."""
    made = keeping.conversations.create("甲")
    refs = [keeping.record(answer_to(question), ALICE, made.id).ref for question in ("一？", "二？", "三？", "四？")]
    feedback = keeping.feedback
    feedback.give("甲", GivenFeedback(ref=refs[0], verdict="up"))
    feedback.give("甲", GivenFeedback(ref=refs[1], verdict="down", correct="60%；区商务委"))
    feedback.give("甲", GivenFeedback(ref=refs[2], verdict="down", reasons=["should_refuse"]))
    feedback.give("甲", GivenFeedback(ref=refs[3], verdict="down", reasons=["off_topic"]))
    path = tmp_path / "gold.jsonl"
    path.write_text(feedback_to_gold(feedback), encoding="utf-8")
    refused, right, praised = read_gold(path)
    assert (praised.question, praised.turns) == ("一？", ())
    assert (right.must_include, right.questions[-1].must_include) == (("60%", "区商务委"), ("60%", "区商务委"))
    assert [turn.question for turn in right.turns] == ["一？", "二？"]
    assert [turn.expect_refusal for turn in refused.turns] == [False, False, True]


def test_the_figures_of_a_praised_answer_must_be_said_again(keeping):
    answer = answer_to("多少？").model_copy(update={"answer": "到2025年达到60%[1]，新建三个。"})
    ref = keeping.record(answer, ALICE, keeping.conversations.create("甲").id).ref
    keeping.feedback.give("甲", GivenFeedback(ref=ref, verdict="up"))
    assert json.loads(feedback_to_gold(keeping.feedback))["must_include"] == ["2025", "60", "三"]
