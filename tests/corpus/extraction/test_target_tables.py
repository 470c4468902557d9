from decimal import Decimal

from corpus.document import Metadata
from corpus.extraction.target_tables import tables_to_targets
from corpus.target import Bound
from tests.corpus.extraction.building import a_document, a_paragraph, a_table


def targets(table, period=None, title="文件"):
    return tables_to_targets(a_document(table, period=period, title=title), "全市")


def test_every_number_has_year_area_and_indicator_and_words_are_none():
    table = a_table(
        ["属地", ("2023年", "新增面积"), ("2025年", "落地率"), ("2025年", "亿元楼（个）")],
        [["赵巷镇", "10000", "60%", "1"], ["徐泾镇", "0", "^60%", "/"], ["合计", "10000", "", "1"]],
        caption="指标分解表",
    )
    found = [(target.scope, target.year, target.indicator, str(target.quantity.value)) for target in targets(table)]
    assert found == [
        ("赵巷镇", 2023, "新增面积", "10000"),
        ("赵巷镇", 2025, "落地率", "60"),
        ("赵巷镇", 2025, "亿元楼", "1"),
        ("徐泾镇", 2023, "新增面积", "0"),
        ("徐泾镇", 2025, "落地率", "60"),
        ("合计", 2023, "新增面积", "10000"),
        ("合计", 2025, "亿元楼", "1"),
    ]
    merged = targets(table)[4]
    assert merged.quote == "赵巷镇1000060%1"
    assert (merged.place.row, merged.place.column) == (2, "2025年 落地率")
    assert [target.is_total for target in targets(table)][-2:] == [True, True]


def test_the_year_of_the_caption_and_the_units_of_the_note():
    table = a_table(
        ["地区", "楼宇数量（截止2022年）", "新增亿元楼宇", "举办推介活动"],
        [["昆山市", "43", "2", "10"], ["全市合计", "347", "18", "77"]],
        caption="全市各地2023年度目标清单",
        unit_note="幢、场",
    )
    record, new, events, *totals = targets(table, title="关于促进楼宇经济发展的推进方案（2023年）")
    assert (record.year, record.quantity.unit, record.is_baseline) == (2022, "幢", True)
    assert (new.year, new.quantity.unit, new.is_baseline) == (2023, "幢", False)
    assert events.quantity.unit == "场"
    assert {(total.scope, total.is_total) for total in totals} == {("全市", True)}


def test_a_column_of_years_gives_the_year_of_each_row():
    rows = [["东县", "2025年", "30"], ["东县", "2026年", "31"]]
    behind = targets(a_table(["县（市、区）", "年度", "粮食总产量（万吨）"], rows, caption="粮食生产目标表"))
    before = targets(
        a_table(
            ["年度", "县（市、区）", "粮食总产量（万吨）"],
            [[year, area, value] for area, year, value in rows],
            caption="粮食生产目标表",
        )
    )
    for found in (behind, before):
        assert [(one.scope, one.year, str(one.quantity.value)) for one in found] == [
            ("东县", 2025, "30"),
            ("东县", 2026, "31"),
        ]


def test_yearly_indicators_take_their_unit_from_the_column():
    table = a_table(
        ["序号", "指标名称", "单位", "2024年", "2025年"],
        [["1", "新增面积", "万方", "60", "120"]],
        caption="年度发展指标",
    )
    first, second = targets(table)
    assert (first.indicator, first.year, first.quantity.unit) == ("新增面积", 2024, "万方")
    assert (second.year, second.quantity.value, second.scope) == (2025, Decimal(120), "全市")


def test_years_before_the_plan_are_the_baseline_of_the_same_area():
    table = a_table(
        ["指标", ("2015年", "全市"), ("2015年", "市本级"), ("2020年", "全市"), ("2020年", "市本级")],
        [["楼宇平均入驻率（%）", "75.6", "76.7", "85以上", "85以上"]],
        caption="发展主要目标",
    )
    city, district, city_goal, district_goal = targets(table, period=(2016, 2020))
    assert city.is_baseline
    assert district.is_baseline
    assert (city_goal.indicator, city_goal.quantity.unit, city_goal.quantity.bound) == ("楼宇平均入驻率", "%", Bound.GE)
    assert city_goal.baseline is not None
    assert (city_goal.baseline.year, city_goal.baseline.value) == (2015, Decimal("75.6"))
    assert district_goal.baseline is not None
    assert (district_goal.scope, district_goal.baseline.value) == ("市本级", Decimal("76.7"))


def test_a_task_table_or_project_list_gives_no_targets():
    tasks = a_table(["序号", "任务", "责任单位"], [["1", "建设10个示范点", "市发改委"]], caption="任务分解表")
    projects = a_table(["序号", "项目名称", "建筑面积(平方米)"], [["1", "总部大楼", "59400"]], caption="重大项目清单")
    assert targets(tasks) == []
    assert targets(projects) == []


def test_rows_may_be_years():
    table = a_table(["年度", "新增座位（个）"], [["2027年", "300"], ["2028年底", "500"]], caption="建设目标")
    assert [(target.year, target.scope, target.indicator, target.quantity.unit) for target in targets(table)] == [
        (2027, "全市", "新增座位", "个"),
        (2028, "全市", "新增座位", "个"),
    ]


def test_a_group_of_rows_is_no_indicator():
    table = a_table(
        ["序号", "领域", "主要指标", "目标值", "责任单位"],
        [["1", "教育", "新增学位", "800个以上", "县教育局"], ["2", "^教育", "入园率", "98%", "县教育局"]],
        caption="主要指标表（2028年）",
    )
    assert [(one.indicator, str(one.quantity.value), one.year) for one in targets(table)] == [
        ("新增学位", "800", 2028),
        ("入园率", "98", 2028),
    ]


def test_full_width_years_are_years():
    table = a_table(["指标", "２０２７年", "２０２８年"], [["入园率（％）", "９６", "９８．５"]], caption="目标")
    found = [(one.indicator, one.year, str(one.quantity.value), one.quantity.unit) for one in targets(table)]
    assert found == [("入园率", 2027, "96", "%"), ("入园率", 2028, "98.5", "%")]


def test_a_base_year_names_the_same_indicator():
    header = ["序号", "类别", "指标名称", "单位", "2026年基期值", "2028年目标值", "属性"]
    table = a_table(header, [["1", "民生", "人均住房面积", "平方米", "38", "40", "预期性"]], caption="主要指标")
    base, goal = targets(table, period=(2027, 2028))
    assert (base.indicator, base.is_baseline, base.year) == ("人均住房面积", True, 2026)
    assert (goal.indicator, goal.year, goal.quantity.unit) == ("人均住房面积", 2028, "平方米")
    assert (goal.baseline.year, goal.baseline.value) == (2026, 38)


def test_rows_of_years_plan_work_without_a_caption():
    table = a_table(["年份", "新增面积（万平方米）"], [["2026年", "12"], ["2027年", "18"]], caption="")
    planned = targets(table, title="标准厂房建设三年行动方案")
    found = [(one.indicator, one.year, one.quantity.number, one.quantity.unit) for one in planned]
    assert found == [("新增面积", 2026, "12", "万平方米"), ("新增面积", 2027, "18", "万平方米")]
    levels = a_table(["年份", "人口（万人）"], [["2020年", "12"], ["2021年", "18"]], caption="")
    assert targets(levels) == []


def test_a_column_of_two_kinds_says_which_by_its_brackets():
    table = a_table(
        ["指标", "基期值（2020年）", "2025年目标", "年均增速/累计"],
        [["其中：产值（亿元）", "52", "80", "8%左右"], ["受教育年限（年）", "11年", "12.1年以上", "[1.1]"]],
        caption="主要指标",
    )
    found = [(one.indicator, one.quantity.number, one.quantity.unit) for one in targets(table)]
    assert found == [
        ("产值", "52", "亿元"),
        ("产值", "80", "亿元"),
        ("产值年均增速", "8", "%"),
        ("受教育年限", "11", "年"),
        ("受教育年限", "12.1", "年"),
        ("受教育年限累计", "1.1", "年"),
    ]


def test_a_yearly_plan_keeps_what_was_reached_as_base_and_a_column_its_own_unit():
    table = a_table(
        ["指标", "单位", "2024年计划", "2024年（实际）", "2025年计划", "增长（%）"],
        [["生产总值", "亿元", "1500", "1520", "1640", "6左右"]],
        caption="表1 2025年主要指标",
    )
    document = a_document(table).model_copy(update={"metadata": Metadata(title="某市2025年发展计划")})
    found = [
        (one.indicator, str(one.quantity.value), one.quantity.unit, one.year, one.is_baseline)
        for one in tables_to_targets(document, "全市")
    ]
    assert found == [
        ("生产总值", "1520", "亿元", 2024, True),
        ("生产总值", "1640", "亿元", 2025, False),
        ("生产总值增长", "6", "%", 2025, False),
    ]


def test_the_base_year_that_the_text_states_is_no_goal():
    table = a_table(["规划指标", "2022年", "2035年"], [["耕地保有量（公顷）", "85.42", "127.18"]], caption="规划指标表")
    document = a_document(a_paragraph("规划期限为2022-2035年，规划基期年为2022年。"), table, period=(2022, 2035))
    base, goal = tables_to_targets(document, None)
    assert (base.year, base.is_baseline, goal.year, goal.is_baseline) == (2022, True, 2035, False)
    assert goal.baseline.value == Decimal("85.42")


def test_a_table_of_times_before_the_plan_alone_is_a_record():
    columns = ["指标", ("规划目标", "2015年"), ("实现情况", "2015年")]
    table = a_table(columns, [["1.网民数量（亿户）", "8.5", "6.88"]], caption="“十二五”发展情况")
    assert targets(table, period=(2016, 2020)) == []
    (goal,) = targets(a_table(["指标", "2020年"], [["1.网民数量", "10"]], caption="主要指标"), period=(2016, 2020))
    assert goal.indicator == "网民数量"


def test_cells_that_say_how_something_changes():
    columns = ["指标", "2025年", "2030年"]
    table = a_table(
        columns, [["预期寿命（岁）", "77", "提高1"], ["能耗（吨）", "9", "比2025年下降18%"]], caption="指标"
    )
    planned = targets(table, title="社会发展规划")
    found = [(one.indicator, str(one.quantity.value), one.year) for one in planned]
    assert found == [
        ("预期寿命", "77", 2025),
        ("预期寿命提高", "1", 2030),
        ("能耗", "9", 2025),
        ("能耗", "-18", 2030),
    ]


def test_years_before_that_of_the_document_are_where_goals_start():
    table = a_table(["指标", "2013年", "2020年"], [["综合利用率（%）", "62", "73"]], caption="主要指标")
    document = a_document(table).model_copy(
        update={"metadata": Metadata(title="制造强国", doc_number="国发〔2015〕28号")}
    )
    assert [(one.year, one.is_baseline) for one in tables_to_targets(document, None)] == [(2013, True), (2020, False)]


def test_the_lowest_level_of_indicators_names_the_row():
    table = a_table(
        ["一级指标", "二级指标", "单位", "2025年目标"], [["源头减量", "产生强度★", "%", "60"]], caption="指标"
    )
    assert [one.indicator for one in targets(table)] == ["产生强度"]


def test_the_indicator_beside_the_holder_names_the_row_and_weights_are_none():
    table = a_table(
        ["单位", "考核指标", "目标值", "权重（分）"],
        [["市水利局", "自来水普及率", "稳定在96%", "5"], ["市卫健委", "孕产妇死亡率", "不高于12/10万", "4"]],
        caption="2026年考核指标",
    )
    assert [(one.indicator, one.quantity.number, one.quantity.unit, one.scope) for one in targets(table)] == [
        ("自来水普及率", "96", "%", "全市"),
        ("孕产妇死亡率", "12", "/10万", "全市"),
    ]


def test_places_before_the_indicators_are_their_areas():
    table = a_table(
        ["县（市、区）", "指标", "2024年实绩", "2025年目标"],
        [
            ["甲县", "就诊率（%）", "91.2", "92"],
            ["^甲县", "服务量（万人次）", "3.1", "3.8"],
            ["全市", "就诊率（%）", "88", "90"],
        ],
        caption="主要指标目标表",
    )
    found = [
        (one.scope, one.indicator, one.quantity.number, one.quantity.unit, one.is_baseline) for one in targets(table)
    ]
    assert found == [
        ("甲县", "就诊率", "91.2", "%", True),
        ("甲县", "就诊率", "92", "%", False),
        ("甲县", "服务量", "3.1", "万人次", True),
        ("甲县", "服务量", "3.8", "万人次", False),
        ("全市", "就诊率", "88", "%", True),
        ("全市", "就诊率", "90", "%", False),
    ]


def test_a_table_planned_by_year_gives_what_its_title_names():
    table = a_table(
        ["园区", "2027年", "2028年", "两年合计"],
        [["东湾产业园", "12", "8", "20"], ["合计", "30", "25", "55"]],
        caption="冷库年度建设计划（万立方米）",
        unit_note="万立方米",
    )
    found = [(one.scope, one.indicator, one.quantity.number, one.quantity.unit, one.year) for one in targets(table)]
    assert found[:3] == [
        ("东湾产业园", "冷库建设", "12", "万立方米", 2027),
        ("东湾产业园", "冷库建设", "8", "万立方米", 2028),
        ("东湾产业园", "冷库建设两年合计", "20", "万立方米", None),
    ]
    assert [one.is_total for one in targets(table)] == [False] * 3 + [True] * 3


def test_a_part_has_the_year_and_the_name_of_its_whole():
    table = a_table(
        ["品种", "2026年完成批次", "2027年计划批次", "其中市级", "其中县级"],
        [["茶叶", "300", "420", "120", "300"]],
        caption="检测安排",
    )
    found = [(one.indicator, one.quantity.number, one.quantity.unit, one.year) for one in targets(table)]
    assert found[1:] == [
        ("计划批次", "420", "批次", 2027),
        ("市级计划批次", "120", "批次", 2027),
        ("县级计划批次", "300", "批次", 2027),
    ]


def test_beside_goals_what_is_so_is_none():
    table = a_table(
        ["级别", "园区名称", "规划面积（平方公里）", "2026年产值（亿元）", "2030年产值目标（亿元）"],
        [["省级", "东湾产业园", "18.2", "210", "350"], ["县级", "西岭产业园", "6.5", "64", "98"]],
        caption="园区基本情况及2030年目标",
    )
    found = [(one.scope, one.indicator, one.quantity.number, one.year) for one in targets(table)]
    assert found == [
        ("东湾产业园", "产值", "210", 2026),
        ("东湾产业园", "产值", "350", 2030),
        ("西岭产业园", "产值", "64", 2026),
        ("西岭产业园", "产值", "98", 2030),
    ]
    awards = a_table(
        ["类别", "奖励金额（万元）", "2030年目标（家）"], [["示范工厂", "40", "60"]], caption="一次性奖励标准"
    )
    assert [(one.indicator, one.quantity.number, one.quantity.unit) for one in targets(awards)] == [
        ("示范工厂", "60", "家")
    ]


def test_a_year_alone_has_the_name_of_the_column_it_continues():
    table = a_table(
        ["县区", "2026年出口（亿元）", "2027年目标（亿元）", "增速（%）"],
        [["东湾区", "82.4", "90", "9.2"]],
        caption="2027年各县区外贸目标任务",
    )
    assert [(one.indicator, one.year) for one in targets(table)] == [("出口", 2026), ("出口", 2027), ("增速", 2027)]


def test_the_words_that_end_in_a_unit_name_the_row():
    table = a_table(
        ["课题", "破题指标", "现状值", "目标值", "牵头单位"],
        [
            ["水电气联办", "平均办理时间（天）", "12", "5", "区住建局"],
            ["远程开标", "远程开标占比（%）", "—", "70", "区发改局"],
        ],
        caption="攻坚课题",
    )
    found = [(one.indicator, str(one.quantity.value), one.quantity.unit, one.is_baseline) for one in targets(table)]
    assert found == [
        ("平均办理时间", "12", "天", True),
        ("平均办理时间", "5", "天", False),
        ("远程开标占比", "70", "%", False),
    ]


def test_a_column_that_only_counts_is_of_what_the_title_says_and_awards_are_no_goals():
    table = a_table(
        ["县区", "2026年新增", "三年合计新增", "其中：快充", "县级奖补"],
        [["东县", "30", "95", "40", "600"], ["西县", "20", "60", "25", "400"]],
        caption="充电桩分年度建设任务表",
        unit_note="个",
    )
    names = [one.indicator for one in targets(table)[:3]]
    assert names == ["充电桩新增", "充电桩三年合计新增", "快充充电桩三年合计新增"]
    assert {one.place.column for one in targets(table)} == {"2026年新增", "三年合计新增", "其中：快充"}


def test_parts_of_a_year_are_goals_of_what_the_title_measures():
    table = a_table(
        ["序号", "项目名称", "一季度", "二季度"],
        [["1", "旧厂改造", "15", "40"], ["2", "口袋公园", "20", "55"]],
        caption="2026年各项目季度累计完成比例计划（%）",
        unit_note="%",
    )
    found = [(one.indicator, str(one.quantity.value), one.year) for one in targets(table)[:2]]
    assert found == [("旧厂改造一季度累计完成比例", "15", 2026), ("旧厂改造二季度累计完成比例", "40", 2026)]


def test_a_column_of_awards_leaves_the_others_of_a_plan_goals():
    table = a_table(
        ["乡镇", "耕地补贴面积", "冬小麦", "油菜"],
        [["柳河镇", "9100", "4200", "1300"], ["杨桥乡", "8800", "3900", "2100"]],
        caption="附：各乡镇2026年计划面积（单位：亩）",
        unit_note="亩",
    )
    found = {(one.scope, one.indicator, str(one.quantity.value), one.year) for one in targets(table)}
    assert {("柳河镇", "冬小麦计划面积", "4200", 2026), ("杨桥乡", "油菜计划面积", "2100", 2026)} <= found


def test_a_table_of_awards_has_no_goals():
    table = a_table(
        ["类别", "奖励金额（万元）", "客房数下限（间）"],
        [["五星级", "150", "120"], ["四星级", "60", "80"]],
        caption="附表  住宿业奖励标准",
    )
    assert targets(table) == []


def test_how_a_row_is_counted_stays_in_its_name_and_its_unit_is_read():
    header = ["指标", "2025年", "2026年"]
    rows = [["适老化改造（户，累计）", "310", "560"], ["养老床位（张）", "900", "1200"]]
    found = [(one.indicator, one.quantity.unit) for one in targets(a_table(header, rows, caption="目标"), (2025, 2026))]
    assert found == [("适老化改造（累计）", "户")] * 2 + [("养老床位", "张")] * 2
    beside = a_table(["指标", "单位", "2026年目标"], [["书房（累计）", "家", "30"], ["步道（约束性）", "公里", "12"]])
    assert [(one.indicator, one.quantity.unit) for one in targets(beside)] == [("书房（累计）", "家"), ("步道", "公里")]


def test_what_people_are_paid_by_the_month_is_no_goal():
    rows = [["孤儿养育", "1500", "1600", "元/人·月"], ["高龄津贴", "100", "120", "元/人·月"]]
    assert targets(a_table(["项目", "2025年", "2026年", "单位"], rows), title="救助指南（2026年版）") == []
