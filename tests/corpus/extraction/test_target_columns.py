import pytest

from corpus.extraction.column_kinds import column_kinds
from corpus.extraction.setting import UNKNOWN, Setting
from corpus.extraction.target_columns import NameOf, table_to_layout
from tests.corpus.extraction.building import a_table


def layout(header, caption="发展指标", rows=()):
    table = a_table(header, rows, caption=caption)
    return table_to_layout(table, column_kinds(table, UNKNOWN))


def test_areas_down_and_indicators_across():
    rows = [["赵巷镇", "10000", "1"], ["徐泾镇", "20000", "2"]]
    found = layout(["属地", ("2023年", "去化面积"), ("2025年", "特色楼宇（个）")], "三年行动指标分解表", rows)
    assert found is not None
    assert found.name_of is NameOf.AREA
    first, second = found.numbers
    assert (first.indicator, first.time.year, first.unit) == ("去化面积", 2023, "")
    assert (second.indicator, second.time.year, second.unit) == ("特色楼宇", 2025, "个")


def test_indicators_down_and_years_across():
    found = layout(["序号", "指标名称", "单位", "2024 年", "2025 年"])
    assert found is not None
    assert (found.name_of, found.name, found.unit) == (NameOf.INDICATOR, 1, 2)
    assert [(column.time.year, column.indicator) for column in found.numbers] == [(2024, ""), (2025, "")]


def test_years_over_areas():
    rows = [["楼宇入驻率（%）", "75.6", "85以上"], ["品质楼宇（幢）", "0", "24"]]
    found = layout(["指标", ("2015年", "全市"), ("2020年", "市本级")], "发展主要目标", rows)
    assert found is not None
    assert [(column.time.year, column.scope) for column in found.numbers] == [(2015, "全市"), (2020, "市本级")]


def test_a_column_of_record_is_a_baseline_of_its_year():
    rows = [["昆山市", "43", "2"], ["太仓市", "16", "1"]]
    found = layout(["地区", "楼宇数量（截止2022年）", "新增亿元楼宇"], "2023年度发展目标清单", rows)
    assert found is not None
    record, goal = found.numbers
    assert (record.baseline, record.time.year, record.indicator) == (True, 2022, "楼宇数量")
    assert not goal.baseline


def test_project_lists_and_awards_are_no_target_tables():
    assert layout(["序号", "项目名称", "建筑面积（平方米）"], "重大项目清单") is None
    assert layout(["等级", "金额（万元）"], "奖励标准") is None


@pytest.mark.xfail(reason="of ten such tables nine are told: here 公共 speaks for what is there", strict=True)
def test_a_table_of_tasks_by_places_is_one_where_every_column_has_its_unit():
    rows = [["东湾街道", "12", "160"], ["西岭街道", "9", "85"]]
    found = layout(["街道", "公共充电站（座）", "小区慢充桩（个）"], "2025年各街道充电设施建设任务表", rows)
    assert found is not None
    assert found.name_of is NameOf.AREA
    assert [(column.indicator, column.unit) for column in found.numbers] == [("公共充电站", "座"), ("小区慢充桩", "个")]
    assert layout(["街道", "工作任务", "完成时限"], "各街道建设任务表") is None
    assert layout(["街道", "公共充电站（座）"], "各街道充电设施一览表", [["东湾街道", "12"], ["西岭街道", "9"]]) is None


def test_a_goal_counts_what_the_record_beside_it_does():
    rows = [["东泰电机厂", "8.6", "2.4"], ["云港码头", "3.7", "0.9"]]
    table = a_table(["单位", "2023年耗水量（万吨）", "2027年目标（万吨）"], rows, caption="首批试点名单及目标")
    found = table_to_layout(table, column_kinds(table, Setting("试点方案", 2024)))
    assert found is not None
    assert (found.name_of, found.numbers[-1].indicator) == (NameOf.AREA, "耗水量")


def test_a_column_whose_table_only_tells_the_situation_is_called_by_its_header():
    rows = [["东湾区", "61.4", "64"], ["西岭县", "45.2", "52"]]
    table = a_table(["县区", "零售额（亿元）", "年度目标（亿元）"], rows, caption="二、分县（区）情况")
    found = table_to_layout(table, column_kinds(table, Setting("2026年商贸运行情况通报", 2026)))
    assert found is not None
    assert (found.numbers[-1].indicator, found.numbers[-1].unit) == ("年度目标", "亿元")
