"""Reports: an outline of verified statements, worded section by section; every sentence marked, labelled as AI-made."""

import re

import pytest

from assistant.advising.adviser import Adviser, Use
from assistant.assistant import Assistant
from assistant.reading.reading import read
from assistant.reading.reporting import without_report
from assistant.writing import LlmWriter
from tests.assistant.advising.scripted import Scripted
from tests.assistant.lexical import lexical_index
from tests.assistant.making import five_documents

QUESTION = "写一段苏州和太原亿元楼宇目标的对比材料"


@pytest.mark.parametrize(
    ("question", "left"),
    [
        (QUESTION, "苏州和太原亿元楼宇目标的对比"),
        ("请帮我起草一份关于青浦楼宇招商的汇报材料", "青浦楼宇招商"),
        ("写个汇报材料，讲青浦的主要目标", "青浦的主要目标"),
        ("苏州写了哪些目标？", None),
        ("写一首诗", None),
        ("苏州有哪些材料？", None),
    ],
)
def test_a_wish_for_a_piece_of_writing_is_told_from_its_subject(question, left):
    found = without_report(read(question, five_documents()))
    assert ("".join(found.text.split()) if found else None) == left


def report(words=None, use=Use.OFF, pick=None):
    """The report of an assistant whose model answers so, and the model."""
    model = Scripted(pick=pick, words=words)
    return Assistant(lexical_index(), LlmWriter(model, 5.0), adviser=Adviser(model, 5.0, use)).ask(QUESTION), model


def test_a_report_is_an_outline_of_statements_of_both_places_that_are_all_marked():
    answer, model = report()
    titles = [line for line in answer.answer.splitlines() if line.endswith("：")]
    told = [line for line in answer.answer.splitlines() if not line.endswith("：")]
    assert titles[:2] == ["概要：", "目标指标："]
    assert all(re.search(r"\[\d+\][。；]?$", line) for line in told)
    assert "苏州：到2023年新增亿元楼宇18幢" in answer.answer
    assert "太原：到2025年税收超过亿元的楼宇占比10%" in answer.answer
    assert model.asked == ["words"] * len(titles)
    assert answer.writer == "extractive"


def test_sentences_that_the_model_chooses_stand_in_the_report():
    answer, model = report(use=Use.ALWAYS, pick='{"numbers": [1, 3]}')
    assert sorted(model.asked)[:2] == ["meaning", "pick"]
    assert "有关规定：" in answer.answer


def test_without_an_endpoint_nothing_is_a_report():
    assert "目标指标：" not in Assistant(lexical_index()).ask(QUESTION).answer
