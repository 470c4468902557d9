"""A document is silent about a year only where no clause gives another figure for the indicator."""

import pytest

from assistant.facts.indicators import Meant
from assistant.facts.target_achieved import achieved
from assistant.facts.target_silence import is_silent
from assistant.reading.ask import Ask, Subject, Where
from corpus.document import Paragraph, Span
from corpus.facts import Facts, Library
from tests.assistant.making import document, place, target

GOAL = "到2026年一般公共预算收入1200亿元"


TARGET = target("x", "一般公共预算收入", "1200", "亿元", 2026, quote=GOAL)
MEANT = Meant("x", TARGET.indicator, (TARGET,), 1.0, 1.0, frozenset(), 0.0, 1.0)


def library_of(text):
    block = Paragraph(text=text, place=place("x"), span=Span(start=0, end=len(text)))
    return Library(
        [document("x", text=text).model_copy(update={"blocks": (block,)})], [Facts(document_id="x", targets=(TARGET,))]
    )


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("过去一年，一般公共预算收入1112.4亿元、增长5.7%。", False),
        ("2025年，一般公共预算收入1112.4亿元。", False),
        ("2020年，一般公共预算收入874.6亿元。", True),
        ("2020年稳中有进。一般公共预算收入874.6亿元。", True),
        ("一般公共预算收入稳步增长，支持企业320家。", True),
        (f"主要预期目标是：{GOAL}。", True),
    ],
)
def test_a_figure_beside_the_goals_breaks_the_silence(text, silent):
    assert is_silent(MEANT, [2025], library_of(text)) is silent


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "过去一年，一般公共预算收入1112.4亿元、增长5.7%。",
            "《x方案》到2026年一般公共预算收入目标为1200亿元，文中另写“一般公共预算收入1112.4亿元、增长5.7%”，相差87.6亿元（1200亿-1112.4亿=87.6亿）。",
        ),
        ("2026年一般公共预算收入1112.4亿元。", None),
        ("一般公共预算收入1112.4亿元。去年一般公共预算收入1050亿元。", None),
        (f"主要预期目标是：{GOAL}。", None),
    ],
)
def test_a_goal_is_set_against_the_one_figure_of_the_text(text, told):
    ask = Ask(Subject.TARGETS, Where(documents=("x",), years=(2026,)), heard=frozenset({"difference"}))
    draft = achieved(ask, MEANT, library_of(text))
    assert (draft and draft.text) == told


def test_a_figure_that_an_earlier_goal_repeats_is_set_against_the_goal_meant():
    text = "过去一年，一般公共预算收入1112.4亿元。"
    earlier = target("x", "一般公共预算收入", "1112.4", "亿元", 2025, quote="到2025年一般公共预算收入1112.4亿元")
    meant = Meant("x", TARGET.indicator, (earlier, TARGET), 1.0, 1.0, frozenset(), 0.0, 1.0)
    ask = Ask(Subject.TARGETS, Where(documents=("x",), years=(2026,)), heard=frozenset({"difference"}))
    draft = achieved(ask, meant, library_of(text))
    assert draft
    assert draft.text.endswith("文中另写“一般公共预算收入1112.4亿元”，相差87.6亿元（1200亿-1112.4亿=87.6亿）。")
