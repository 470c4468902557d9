import pytest

from corpus.extraction.goal_words import is_goal_section, is_record, is_refused_clause, looks_ahead
from tests.corpus.extraction.building import a_heading


@pytest.mark.parametrize("title", ["主要目标", "发展目标", "行动目标", "（二）总体目标"])
def test_goal_sections(title):
    assert is_goal_section([a_heading(1, "二、", title)])


def test_sections_on_the_present_state_and_dated_records_are_no_goals():
    assert is_record([a_heading(1, "一、", "发展现状")], "千万税收楼宇83幢")
    assert is_record([a_heading(1, "一、", "建设基础")], "千万税收楼宇83幢")
    assert not is_record([a_heading(1, "二、", "加快市政基础设施更新")], "新建绿道100公里")
    assert is_record([], "截止2015年底,全市纳统楼宇平均入驻率75.6%")
    assert not is_record([a_heading(1, "二、", "主要目标")], "到2020年，入驻率达85%")


@pytest.mark.parametrize(
    "sentence", ["力争到2020年，全市累计盘活", "到2026年，新增", "“十三五”期间，全市打造", "2020年底前将周期压缩"]
)
def test_sentences_that_look_ahead(sentence):
    assert looks_ahead(sentence)


def test_sentences_that_do_not():
    assert not looks_ahead("推进19个重点项目建设进度")


@pytest.mark.parametrize(
    "clause",
    ["给予100万元奖励", "自持面积占比不低于50%的要求执行", "以商务建筑面积5000平方米以上楼宇为重点", "减免税费50%"],
)
def test_awards_and_requirements_are_refused(clause):
    assert is_refused_clause(clause)


def test_yearly_sales_of_so_much_and_more_report_no_year_gone_by():
    assert not is_record([], "培育5家以上年销售收入过百亿元的企业")
    assert is_record([], "上年新增企业5家")
    assert is_record([], "今年前四个月又新增企业5家。")
    assert not is_record([], "今年前四个月新增企业5家，力争全年新增12家。")
    assert is_record([a_heading(1, "一、", "实施情况")], "新建消防站186个")
