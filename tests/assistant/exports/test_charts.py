"""Charts: one bar per cell, those that can be compared first, nothing that looks like a ranking where there is none."""

import pytest
from lxml import etree

from assistant.comparison import compare
from assistant.exports.charts import comparison_to_bars, comparison_to_svg
from assistant.views import CellState
from tests.assistant.making import five_documents

SVG = "{http://www.w3.org/2000/svg}"


def indicator(words):
    return compare(five_documents(), indicator=words).indicators[-1]


@pytest.mark.parametrize("words", ["楼宇入驻率", "特色楼宇", "企业属地注册率", "楼宇面积", "总部企业", "亿元楼宇"])
def test_it_is_valid_and_accessible(words):
    tree = etree.fromstring(comparison_to_svg([indicator(words)], five_documents()).encode())
    assert tree.get("role") == "img"
    assert tree.find(f"{SVG}title").text.startswith(indicator(words).indicator)
    assert tree.find(f"{SVG}desc").text


def test_those_that_can_be_compared_stand_first_and_years_in_their_order():
    labels = [bar.label for bar in comparison_to_bars(indicator("企业属地注册率"), five_documents())]
    assert labels == ["青浦 2025年", "鹿城 2024年", "鹿城 2025年", "鹿城 2026年", "嘉兴 2020年", "苏州", "太原"]


def test_a_baseline_stands_before_the_goal_and_is_no_target():
    """嘉兴, table of goals: 楼宇税收总量 33.8 in 2015, 62 in 2020."""
    start, goal = (bar for bar in comparison_to_bars(indicator("楼宇税收"), five_documents()) if "嘉兴" in bar.label)
    assert (start.label, start.text, start.state) == ("嘉兴 2015年", "33.8亿元（基期数）", CellState.NOT_COMPARABLE)
    assert (goal.label, goal.text) == ("嘉兴 2020年", "62亿元")
    assert start.value < goal.value


def test_a_number_in_another_unit_has_no_bar():
    """太原 gives a share, no number of buildings."""
    bars = {bar.label: bar for bar in comparison_to_bars(indicator("亿元楼宇"), five_documents())}
    assert bars["太原 2025年"].value is None
    assert bars["太原 2025年"].text == "税收超过亿元的楼宇占比10%"


def test_the_states_can_be_told_apart_in_grey():
    drawn = comparison_to_svg([indicator("楼宇入驻率")], five_documents())
    bars = etree.fromstring(drawn.encode()).findall(f".//{SVG}rect")
    assert {bar.get("fill") for bar in bars[1:]} == {"#8f1717", "#dcb4b4"}
    assert "年份或口径不同，不能直接比" in drawn


def test_the_table_names_every_state():
    bars = comparison_to_bars(indicator("楼宇入驻率"), five_documents())
    drawn = comparison_to_svg([indicator("楼宇入驻率")], five_documents())
    assert {bar.state for bar in bars} == {CellState.STATED, CellState.NOT_COMPARABLE, CellState.NOT_STATED}
    assert all(bar.label in drawn for bar in bars)


def test_several_indicators_stand_below_one_another_in_one_file():
    rows = compare(five_documents(), indicator="亿元楼宇").indicators
    tree = etree.fromstring(comparison_to_svg(rows, five_documents()).encode())
    assert len(tree.findall(f"{SVG}g")) == len(rows) > 1
    assert len({group.get("transform") for group in tree.findall(f"{SVG}g")}) == len(rows)


def test_a_long_reason_is_broken_into_lines_and_never_cut():
    rows = compare(five_documents(), indicator="楼宇入驻率").indicators
    tree = etree.fromstring(comparison_to_svg(rows, five_documents()).encode())
    drawn = "".join(text.text or "" for text in tree.iter(f"{SVG}text"))
    reasons = [cell.reason for row in rows for cells in row.cells.values() for cell in cells if cell.reason]
    assert reasons
    assert all(reason in drawn for reason in reasons)


def test_the_table_can_be_left_out():
    bare = comparison_to_svg([indicator("楼宇入驻率")], five_documents(), tables=False)
    assert "原文数值" not in bare


def test_what_xml_forbids_is_left_out():
    named = indicator("楼宇入驻率").model_copy(update={"indicator": "入驻\ufffe率\x00\x0b"})
    etree.fromstring(comparison_to_svg([named], five_documents()).encode())
