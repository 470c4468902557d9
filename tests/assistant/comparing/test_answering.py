"""Places side by side: exact words over the five documents, and text that never says other than its table."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from assistant.citing import draft_problems
from assistant.comparing import answering
from assistant.comparing.answering import answer_comparison
from assistant.comparing.groups import indicator_groups
from assistant.labels import document_label
from assistant.reading.ask import Ask, Fold, Subject, Want, Where
from assistant.views import CellState
from tests.assistant.lexical import lexical_index
from tests.assistant.making import five_documents, library, target

ALL = ("qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing")


@pytest.fixture(autouse=True)
def nothing_found(monkeypatch):
    """What the search finds where no number is set depends on fitted weights."""
    found = answering.place_lines
    silent = lambda *asked, room: [replace(one, said=None) for one in found(*asked, room)]  # noqa: E731
    monkeypatch.setattr(answering, "place_lines", silent)


def index():
    return lexical_index()


def targets(words, documents=ALL, fold=Fold.SHOW, years=(), **options):
    where = Where(documents=documents, words=words, years=years)
    return Ask(Subject.TARGETS, where, (Want.VALUE,), fold, per_document=True, **options)


def tasks(words="", documents=ALL, want=(), fold=Fold.SHOW, **where):
    return Ask(Subject.TASKS, Where(documents=documents, words=words, **where), want, fold, per_document=True)


def best(ask):
    return answer_comparison(ask, index())[0]


def lines(ask):
    return [statement.text for statement in best(ask).outcome.statements]


def problems(ask):
    return draft_problems(best(ask).outcome, five_documents(), f"{ask.where.words}{ask.where.years}")


def test_places_with_values_come_first_then_the_caution_then_those_without():
    assert lines(targets("楼宇税收总量")) == [
        "鹿城：到2026年楼宇税收规模破百亿元。",
        "嘉兴：2020年楼宇税收总量62亿元。",
        "口径：鹿城、嘉兴年份不同。",
        "其余3份未提及：青浦、苏州、太原。",
    ]


def test_each_indicator_that_is_listed_is_told_of_every_place():
    told = lines(targets("入驻率、总部企业引进、特色楼宇", documents=("taiyuan", "lucheng")))
    assert [word in told[-3] + told[-2] for word in ("入驻率", "总部企业", "特色楼宇")] == [True, True, True]


def test_comparable_numbers_come_before_those_of_another_kind():
    """青浦 and 太原 both set a total for 2025."""
    assert lines(targets("特色楼宇")) == [
        "青浦：到2025年特色商务楼宇累计不少于5个。",
        "太原：到2025年特色楼宇20座以上。",
        "苏州：到2023年特色产业楼宇27幢。",
        "鹿城：到2026年累计认定特色产业楼宇15幢；新认定特色楼宇2024年3幢、2025年6幢、2026年6幢。",
        "嘉兴：到2020年特色楼宇100幢。",
        "口径：苏州、鹿城、嘉兴年份不同。",
    ]


def test_a_share_is_shown_where_the_others_set_a_number():
    """太原 sets no number of 亿元楼宇 but that they be 10%; the text says so as the table does."""
    assert lines(targets("亿元楼宇")) == [
        "青浦：到2025年累计新增税收亿元楼宇项目5个。",
        "苏州：到2023年新增亿元楼宇18幢；到2023年累计亿元楼宇87幢。",
        "太原：到2025年税收超过亿元的楼宇占比10%。",
        "鹿城：到2026年亿元楼宇总数36幢；新增税收亿元楼宇2024年4幢、2025年6幢、2026年8幢。",
        "嘉兴：到2020年亿元税收楼宇12幢。",
        "口径：青浦、苏州、鹿城、嘉兴年份不同；太原口径不同。",
    ]


def test_a_year_asked_for():
    """太原 gives the 城区 and 星级楼宇 only; 嘉兴 ends in 2020."""
    found = lines(targets("楼宇入驻率", years=(2025,)))
    assert found == [
        "鹿城：2025年企业入驻率85%。",
        "太原：到2025年星级楼宇入驻率85%以上；到2025年城区楼宇入驻率70%以上。",
        "嘉兴：没有2025年的目标，写的是到2020年纳统成熟楼宇平均入驻率85%以上；2020年楼宇平均入驻率85%以上。",
        "口径：嘉兴年份不同；太原、嘉兴范围不同。",
        "其余2份未提及：青浦、苏州。",
    ]


def test_two_places_whose_numbers_compare_are_told_apart_by_how_much():
    found = lines(targets("属地注册率", ("qingpu", "lucheng")))
    assert found[:3] == [
        "2025年鹿城比青浦高25个百分点（85-60=25）。",
        "青浦：到2025年入驻企业注册落地率60%。",
        "鹿城：到2026年属地注册率90%以上；企业属地注册率2024年75%、2025年85%。",
    ]
    assert found[3] == (
        "口径：属地注册率、注册落地率、市场主体注册率相关而不相同：统计对象（企业或市场主体）和算法不一。"
    )


def test_a_rank_names_the_years_where_they_differ_and_who_is_left_out():
    first = lines(targets("亿元楼宇 累计", fold=Fold.EXTREME))[0]
    assert first == "各地年份不同，按所列年份看，最多的是苏州2023年（87幢）（青浦、太原口径不同，未列入）。"


def test_numbers_in_other_units_are_set_against_each_other_in_that_of_the_table():
    """青浦 prints 630000 in 平方米, 鹿城 120 in 万方."""
    first = lines(targets("新增商务办公面积", ("qingpu", "lucheng"), Fold.DIFFERENCE, years=(2025,)))[0]
    assert first == "2025年鹿城比青浦多57万平方米（120万-63万=57万）。"


def test_an_order():
    first = lines(targets("特色楼宇", ("qingpu", "taiyuan"), Fold.ORDER))[0]
    assert first == "2025年从高到低：太原20座以上、青浦不少于5个。"


def test_one_kind_is_asked_for():
    view = best(targets("新增亿元楼宇")).outcome.comparison
    assert [row.indicator for row in view.indicators] == ["亿元楼宇（新增）"]


def test_two_indicators_named_together():
    assert lines(targets("入驻率 注册率", ("lucheng", "jiaxing")))[:2] == [
        (
            "鹿城：企业入驻率2024年80%、2025年85%、到2026年90%以上；到2026年属地注册率90%以上；"
            "企业属地注册率2024年75%、2025年85%。"
        ),
        "嘉兴：到2020年纳统成熟楼宇平均入驻率85%以上；2020年楼宇平均入驻率85%以上；到2020年市场主体平均注册率98%以上。",
    ]


def test_of_several_indicators_the_one_that_differs_is_named():
    found = lines(targets("入驻率 注册率", ("qingpu", "lucheng")))
    assert "2025年“入驻企业注册落地率”鹿城比青浦高25个百分点（85-60=25）。" in found


def test_how_many_tasks_each_sets():
    assert lines(tasks(fold=Fold.COUNT)) == [
        "青浦：任务表共22项任务。",
        "苏州：任务表共17条任务（分属5项）。",
        "太原：任务表共23项任务。",
        "鹿城：任务表共32项任务。",
        "嘉兴：没有任务表，也没有逐项写明责任单位。",
    ]


def test_how_the_tables_tell_who_leads():
    assert lines(tasks(want=(Want.LEAD, Want.RESPONSIBLE))) == [
        "青浦：任务表列有“牵头单位”、“责任单位”两栏，分开列出牵头单位。",
        "苏州：任务表列有“责任单位”栏，没有区分牵头单位。",
        "太原：任务表列有“责任单位”栏，没有区分牵头单位。",
        "鹿城：任务表列有“责任单位”栏，备注：带“*”为牵头单位。",
        "嘉兴：没有任务表，未列责任单位栏。",
    ]


def test_which_deadlines_the_tables_give():
    assert lines(tasks(want=(Want.DEADLINE,), documents=("suzhou", "taiyuan", "jiaxing"))) == [
        "苏州：任务表规定了完成时限，为“2023年4月底前”、“持续推进”。",
        "太原：任务表没有完成时限一栏。",
        "嘉兴：没有任务表，未给任务规定完成时限。",
    ]


def test_single_tasks_are_no_matter_of_tables():
    assert answer_comparison(tasks("政务服务进楼宇", want=(Want.NAME,)), index()) == []


@pytest.mark.parametrize("group", indicator_groups(five_documents()), ids=lambda group: group.name)
def test_text_and_table_never_contradict(group):
    """A document is said to state nothing only where its cells say so, and no number is in the text alone."""
    ask = targets(group.name)
    draft = best(ask).outcome
    told = {text.split("：")[0] for text in lines(ask) if "没有这项指标" not in text}
    for document in ALL:
        cells = [cell for row in draft.comparison.indicators for cell in row.cells[document]]
        is_stated = any(cell.state is not CellState.NOT_STATED for cell in cells)
        assert (document_label(five_documents(), document) in told) is is_stated
    assert problems(ask) == []


@pytest.mark.parametrize(
    "ask",
    [
        targets("楼宇入驻率", years=(2025,)),
        targets("亿元楼宇", ("qingpu", "suzhou"), Fold.DIFFERENCE),
        targets("特色楼宇", fold=Fold.ORDER),
        tasks(fold=Fold.COUNT),
        tasks(want=(Want.LEAD, Want.RESPONSIBLE)),
    ],
    ids=lambda ask: f"{ask.fold}-{ask.where.words}",
)
def test_every_word_stands_on_its_quotes(ask):
    assert problems(ask) == []


def test_words_that_no_indicator_has_find_nothing():
    assert answer_comparison(targets("停车位"), index()) == []


def test_other_words_for_what_may_be_the_same_are_offered_for_review():
    """No entry of the data file joins the two rates; their words and unit make them likely."""
    texts = {"a": "到2025年主要农作物综合机械化率75%", "b": "到2025年农作物耕种收综合机械化率70%，畜牧养殖机械化率50%"}
    made = library(
        target("a", "主要农作物综合机械化率", "75", "%", quote=texts["a"]),
        target("b", "农作物耕种收综合机械化率", "70", "%", quote=texts["b"]),
        target("b", "畜牧养殖机械化率", "50", "%", quote=texts["b"]),
        texts=texts,
    )
    ask = targets("主要农作物综合机械化率", ("a", "b"))
    draft = answer_comparison(ask, SimpleNamespace(library=made))[0].outcome
    cells = {document: found[0] for document, found in draft.comparison.indicators[0].cells.items()}
    assert {document: cell.state for document, cell in cells.items()} == {
        "a": CellState.NEEDS_REVIEW,
        "b": CellState.NEEDS_REVIEW,
    }
    assert [statement.text for statement in draft.statements] == [
        "2025年《a方案》比《b方案》高5个百分点（75-70=5）。",
        "《a方案》：到2025年主要农作物综合机械化率75%。",
        "《b方案》：到2025年农作物耕种收综合机械化率70%。",
        "口径：《b方案》用词不同，是否同一指标须核对。",
    ]


def test_words_in_quotation_marks_that_no_indicator_has_are_compared_with_none():
    ask = targets("“楼事会”")
    assert answer_comparison(ask.about(quoted=("楼事会",)), index()) == []


def test_numbers_of_the_very_years_that_are_asked_for_are_set_against_each_other():
    asked = targets("亿元楼宇", ("suzhou", "jiaxing"), Fold.DIFFERENCE, (2020, 2023))
    assert lines(asked)[0] == "各地年份不同，按所列年份看，“累计亿元楼宇”苏州2023年比嘉兴2020年多75幢（87-12=75）。"
    assert problems(asked) == []
    assert not lines(targets("亿元楼宇", ("suzhou", "jiaxing"), Fold.DIFFERENCE, (2023,)))[0].startswith("各地年份不同")


def test_no_table_of_goals_is_made_for_words_that_no_goal_says_where_no_figure_is_asked():
    asked = targets("楼宇党建", heard=frozenset({"how"}))
    assert all(one.features["match"] >= 0.2 for one in answer_comparison(asked, index()))
    assert len(answer_comparison(targets("楼宇党建", heard=frozenset({"how_much"})), index())) >= len(
        answer_comparison(asked, index())
    )


def test_a_number_that_no_other_of_its_kind_stands_beside_is_said_to_be_of_another_kind():
    told = answer_comparison(targets("特色楼宇", ("qingpu", "suzhou", "taiyuan")), index())[0].outcome
    assert [one.text for one in told.statements][-1] == "口径：苏州口径不同。"
