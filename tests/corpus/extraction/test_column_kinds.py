"""What a column holds hangs on what stands around it; inputs are none that taught."""

import pytest

from corpus.extraction.column_kinds import column_evidence, column_kinds
from corpus.extraction.setting import UNKNOWN, Setting
from tests.corpus.extraction.building import a_table

ROWS = [["东湾镇", "320", "180"], ["西岭乡", "210", "95"], ["北川镇", "540", "260"]]


def kinds(header, rows, caption="", title="", year=None):
    return [str(kind) for kind in column_kinds(a_table(header, rows, caption=caption), Setting(title, year))]


def test_the_same_header_is_a_goal_in_a_plan_and_none_in_a_report():
    header = ["乡镇", "造林面积（亩）", "抚育面积（亩）"]
    plan = kinds(header, ROWS, "2026年各乡镇国土绿化任务分解表", "2026年国土绿化工作方案", 2026)
    report = kinds(header, ROWS, "2025年各乡镇国土绿化完成情况", "2025年国土绿化工作总结", 2026)
    assert plan == ["place", "goal", "goal"]
    assert report[0] == "place"
    assert "goal" not in report


def test_years_are_told_by_how_they_lie_to_the_document():
    header, rows = ["指标", "2024年", "2027年"], [["绿化覆盖率（%）", "38.2", "41"], ["公园（座）", "12", "20"]]
    assert kinds(header, rows, "主要指标", "园林城市建设行动计划（2025—2027年）", 2025) == ["name", "base", "goal"]
    assert kinds(header, rows, "主要指标", "园林城市建设行动计划（2024—2027年）", 2024) == ["name", "goal", "goal"]


def test_money_and_sizes_of_projects_are_no_goals():
    header = ["序号", "项目名称", "占地（亩）", "总投资（万元）", "业主单位"]
    rows = [["1", "粮食储备库", "36", "5200", "县粮食集团"], ["2", "农贸市场", "12", "1800", "县城投公司"]]
    assert kinds(header, rows, "2026年重点项目表", "2026年重点项目推进方案", 2026) == [
        "seq",
        "name",
        "number",
        "money",
        "responsible",
    ]


@pytest.mark.parametrize("header", ["责任单位", "落实单位", "承办部门"])
def test_who_does_it_is_told_by_its_cells_too(header):
    rows = [["修订预案", "县应急局、县水利局", "6月底前"], ["开展演练", "县消防大队", "9月底前"]]
    assert kinds(["任务内容", header, "完成时间"], rows, "任务清单", "2026年安全生产方案", 2026)[1:] == [
        "responsible",
        "deadline",
    ]


def test_a_document_without_a_date_begins_with_the_first_year_that_its_table_names():
    header, rows = ["指标", "2027年", "2028年"], [["入园率（%）", "96", "98"], ["学位（个）", "800", "950"]]
    assert kinds(header, rows, "发展目标") == ["name", "goal", "goal"]


def test_a_table_without_rows_or_headers_has_evidence_too():
    (one,) = column_evidence(a_table([""], []), UNKNOWN)
    assert "empty" in one
    assert "bias" in one
