"""A document is silent about a year only where no clause gives another figure for the indicator."""

from types import SimpleNamespace

import pytest

from assistant.facts.indicators import Meant, meant_indicators
from assistant.facts.target_achieved import achieved
from assistant.facts.target_silence import are_within, is_meant, is_silent
from assistant.reading.ask import Ask, Subject, Where
from assistant.reading.words import terms_of
from corpus.document import Paragraph, Span
from corpus.facts import Facts, Library
from tests.assistant import making
from tests.assistant.making import document, place, target

GOAL = "到2026年一般公共预算收入1200亿元"


TARGET = target("x", "一般公共预算收入", "1200", "亿元", 2026, quote=GOAL)
MEANT = Meant("x", TARGET.indicator, (TARGET,), 1.0, 1.0, frozenset(), 0.0, 1.0)


def library_of(text, *tables):
    block = Paragraph(text=text, place=place("x"), span=Span(start=0, end=len(text)))
    return Library(
        [document("x", text=text).model_copy(update={"blocks": (block, *tables)})],
        [Facts(document_id="x", targets=(TARGET,))],
    )


def index_of(library):
    return SimpleNamespace(library=library, pending=True)


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
    assert is_silent(MEANT, [2025], (), library_of(text)) is silent


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


@pytest.mark.parametrize(
    ("words", "meant"),
    [("一般公共预算收入", True), ("公共预算收入", True), ("一般公共预算支出", False), ("收入", False)],
)
def test_only_an_indicator_whose_name_is_mostly_said_is_missing(words, meant):
    library = library_of("公园12座。")
    named = meant_indicators(Ask(Subject.TARGETS, Where(documents=("x",), words=words)), index_of(library))
    assert is_meant(named[0], terms_of(words, library)) is meant


def test_a_table_of_the_same_thing_breaks_the_silence_where_it_has_the_years_and_areas_asked():
    table = making.table("x", ("县", "2024年一般公共预算收入"), ("北县", "12"))
    library = library_of("公园12座。北县、南县。", table)
    asked = [((2024,), ()), ((2025,), ()), ((), ("北县",)), ((), ("南县",)), ((), ("西县",)), ((2024,), ("北县",))]
    assert [is_silent(MEANT, *one, library) for one in asked] == [False, True, False, True, False, False]


def test_a_goal_for_several_years_is_not_missing_in_one_of_them():
    several = TARGET.model_copy(update={"year": None, "period": (2025, 2027)})
    assert [are_within([several], years) for years in ([2026], [2028])] == [True, False]
    assert not are_within([TARGET], [2026])


def test_a_figure_that_an_earlier_goal_repeats_is_set_against_the_goal_meant():
    text = "过去一年，一般公共预算收入1112.4亿元。"
    earlier = target("x", "一般公共预算收入", "1112.4", "亿元", 2025, quote="到2025年一般公共预算收入1112.4亿元")
    meant = Meant("x", TARGET.indicator, (earlier, TARGET), 1.0, 1.0, frozenset(), 0.0, 1.0)
    ask = Ask(Subject.TARGETS, Where(documents=("x",), years=(2026,)), heard=frozenset({"difference"}))
    draft = achieved(ask, meant, library_of(text))
    assert draft
    assert draft.text.endswith("文中另写“一般公共预算收入1112.4亿元”，相差87.6亿元（1200亿-1112.4亿=87.6亿）。")


def test_what_there_is_in_all_is_set_against_a_goal_and_not_what_was_added():
    goal = target("x", "规模以上企业", "180", "家", 2030, quote="到2030年规模以上企业180家")
    meant = Meant("x", goal.indicator, (goal,), 1.0, 1.0, frozenset(), 0.0, 1.0)
    ask = Ask(Subject.TARGETS, Where(documents=("x",)), heard=frozenset({"difference"}))
    draft = achieved(ask, meant, library_of("新增规上企业14家，总数达到126家。"))
    assert draft
    assert draft.text.endswith("文中另写“新增规上企业14家，总数达到126家”，相差54家（180-126=54）。")
