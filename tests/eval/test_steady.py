"""Right answers in neutral words."""

from eval.gold import GoldItem, GoldQuestion
from eval.meaning import drawn, score_steady
from eval.response import Response
from eval.wrapping import measured_wrappers

ITEMS = [
    GoldItem(id="a", type="fact", question="几幢？", must_include=("18幢",)),
    GoldItem(id="b", type="fact", question="几家？", must_include=("35家",)),
    GoldItem(id="c", type="off_topic", question="天气？", expect_refusal=True),
    GoldItem(id="d", type="multi_turn", question="", turns=(GoldQuestion(question="几幢？", must_include=("18幢",)),)),
]


class Startled:
    """A system that knows both answers, and forgets the second where somebody says 劳驾 or 辛苦了."""

    name = "startled"

    def respond(self, questions):
        return [Response("answered", self._answer(question)) for question in questions]

    def _answer(self, question: str) -> str:
        if "几家" in question and ("劳驾" in question or "辛苦了" in question):
            return "无。"
        return "35家。" if "几家" in question else "18幢。"


def test_only_right_single_questions_with_an_answer_are_asked_again():
    assert {one.id for one in drawn(ITEMS, ["a", "b", "c", "d"], 9)} == {"a", "b"}
    assert [one.id for one in drawn(ITEMS, ["b", "c"], 9)] == ["b"]
    assert len(drawn(ITEMS, ["a", "b"], 1)) == 1


def test_a_question_that_one_wrapper_breaks_is_not_steady():
    aspect = score_steady(ITEMS[:2], Startled())
    assert (aspect.of, dict(aspect.counts)) == (2, {"steady": 1})
    assert aspect.failures == ("劳驾，{q}: 1", "{s}？辛苦了: 1", "b 劳驾，几家？")
    assert len(measured_wrappers()) == 10
