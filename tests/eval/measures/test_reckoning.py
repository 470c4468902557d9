"""Answers that reckon what nobody asked for."""

import pytest

from eval.gold import GoldQuestion
from eval.measures.reckoning import reckons_in_vain
from eval.response import Response

SAID = "建成绿道5公里，改造道路10公里；相差5公里（10-5=5）。"


@pytest.mark.parametrize(
    ("must", "said", "vain"),
    [
        (("10公里",), SAID, True),
        (("相差5公里",), SAID, False),
        (("7公里",), SAID, False),
        (("10公里",), "改造道路10公里。", False),
        (("一半",), "绿道5公里，道路10公里；绿道占道路的一半（5÷10≈50%）。", False),
        (("10公里",), "绿道5公里，道路10公里；其余合计15公里（5+10=15公里）；相差5公里（10-5=5）。", True),
    ],
)
def test_a_result_without_which_an_answer_is_right_too_is_reckoned_in_vain(must, said, vain):
    assert reckons_in_vain(GoldQuestion(question="多少？", must_include=must), Response("answered", said)) is vain


def test_a_refusal_reckons_nothing():
    assert not reckons_in_vain(GoldQuestion(question="多少？", expect_refusal=True), Response("refused", SAID))
