from types import SimpleNamespace

import pytest

from assistant.answer import AnswerKind
from assistant.draft import Draft
from assistant.fact_answers.targets import answer_from_targets
from assistant.understanding.understanding import question_to_query


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("青浦徐泾镇2025年新增办公面积目标是多少？", "为0平方米"),
        ("赵巷镇2024年新增办公面积目标是多少？", "300000平方米"),
        ("昆山市2023年累计亿元楼宇目标多少幢？", "5幢"),
        ("苏州附件1里商务办公1万平方米以上的楼宇全市合计多少幢？", "2022年"),
        ("太远市星级楼宇入住率要到多少?", "85%以上"),
        ("嘉兴市本级到2020年要有几幢亿元税收楼宇？", "7幢"),
        ("嘉兴“十三五”期间全市要打造多少幢特色楼宇？", "100幢"),
        ("张家巷市今年(2023)特色产业楼要搞几个?", "3幢"),
        ("青浦西虹桥公司2025年企业落地率是多少", "60%"),
    ],
)
def test_a_cell(told, question, words):
    assert words in told(question)


def test_all_years_where_none_is_named(told):
    assert "2024年10个、2025年15个、2026年25个" in told("鹿城区新增楼宇统一运营空间的年度目标各是多少？")


def test_by_a_year_means_the_goal_of_the_text_and_in_a_year_the_cell(told):
    """Qingpu's annex has 5 for 2025 alone; 到2025年 it wants at least 15."""
    assert "不少于15个" in told("青浦到2025年要引进多少总部项目")
    assert "5个" in told("青浦2025年总部项目引进多少")


def test_every_area_where_each_is_asked_for(told):
    text = told("青浦2025年各镇新增办公面积分别是多少")
    assert "赵巷镇480000平方米、徐泾镇0平方米、新城公司70000平方米、西虹桥公司80000平方米" in text


def test_text_and_annex_in_disagreement_are_both_given(told):
    """Suzhou: more than 70 in the text, 77 in the annex."""
    text = told("苏州2023年楼宇推介活动，正文写的目标和附件各地加总的场次分别是多少？")
    assert "超70场" in text
    assert "77场" in text


def test_a_yes_or_no_question_with_a_number(told):
    assert told("嘉兴全市千万税收楼宇要达到150幢吗？").startswith("是。")
    assert told("青浦赵巷2024年去化面积是不是2万平方米").startswith("不是。")


def test_the_quote_of_a_merged_cell_comes_with_the_row_and_the_header(answer):
    """60% is printed once for four rows."""
    draft = answer("青浦徐泾镇2025年企业落地率是多少")
    assert isinstance(draft, Draft)
    quotes = [item.quote for item in draft.statements[0].evidence]
    assert any("60%" in quote for quote in quotes)
    assert any(quote.startswith("徐泾") for quote in quotes)
    assert any("2025年" in quote for quote in quotes)
    assert draft.kind is AnswerKind.FACT


@pytest.mark.parametrize(
    "question", ["嘉兴2015年底空置率多少？", "太原哪个城区要搞“垂直工厂”？", "鹿城区怎样推进楼宇统一运营？"]
)
def test_prose_is_left_to_the_passages(answer, question):
    assert answer(question) is None


def test_every_area_of_an_indicator_without_their_names(told):
    """Qingpu's targets for 2025: 1, 1, 1 and 2."""
    text = told("2025年青浦四个属地的特色楼宇指标各是几个？")
    assert "赵巷镇1个、徐泾镇1个、新城公司1个、西虹桥公司2个" in text


def test_the_goal_for_all_years_stands_beside_what_one_year_adds(told):
    """Lucheng: 6 new in 2025, 15 in all by 2026."""
    text = told("鹿城到2025年要培育多少座特色楼宇？")
    assert "6幢" in text
    assert "到2026年累计认定特色产业楼宇为15幢" in text
    assert "15幢" not in told("鹿城到2025年新认定多少座特色楼宇？")


def test_fewer_values_than_are_asked_for_are_no_answer(library):
    index = SimpleNamespace(library=library)
    assert answer_from_targets(question_to_query("青浦到2025年要引进多少总部项目？", library), index)
    assert answer_from_targets(question_to_query("青浦到2025年三类总部项目分别要引进多少？", library), index) is None
