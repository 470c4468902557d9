"""Reports: an outline of verified statements, worded section by section; every sentence marked, labelled as AI-made."""

from types import SimpleNamespace

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
        ("苏州写了哪些目标？", None),
        ("写一首诗", None),
        ("苏州有哪些材料？", None),
    ],
)
def test_a_wish_for_a_piece_of_writing_is_told_from_its_subject(question, left):
    found = without_report(read(question, five_documents()))
    assert ("".join(found.text.split()) if found else None) == left


@pytest.fixture
def report(monkeypatch):
    """The report of an assistant whose model answers so; without vectors few candidates are likely."""
    monkeypatch.setattr("assistant.advising.reports.tuning", lambda: SimpleNamespace(sure_from=0.07))

    def answer(words):
        model = Scripted(words=words)
        writer, adviser = LlmWriter(model, 5.0), Adviser(model, 5.0, Use.OFF)
        return Assistant(lexical_index(), writer, adviser=adviser).ask(QUESTION), model

    return answer


def test_a_report_is_an_outline_of_marked_statements_of_both_places(report):
    answer, model = report(None)
    titles = [line for line in answer.answer.splitlines() if line.endswith("：")]
    told = [line for line in answer.answer.splitlines() if not line.endswith("：")]
    assert titles[0] == "目标指标："
    assert "苏州" in answer.answer
    assert "太原" in answer.answer
    assert all("[" in line for line in told if "未提及" not in line and "口径" not in line)
    assert model.asked == ["words"] * len(titles)
    assert answer.writer == "extractive"


def test_without_an_endpoint_nothing_is_a_report():
    assert "目标指标：" not in Assistant(lexical_index()).ask(QUESTION).answer
