from datetime import date

import pytest

from corpus.extraction.task_tables import table_to_tasks, tables_to_tasks
from corpus.task import DeadlineKind
from tests.corpus.extraction.building import a_document, a_table

QINGPU = a_table(
    ["序号", "行动类别", "任务内容", "具体举措", "牵头单位", "责任单位"],
    [
        [
            "1",
            "高水平推进楼宇载体建设和改造",
            "增量楼宇高水平建设",
            "建设甲级写字楼。",
            "区商务委、区规划资源局",
            "赵巷、徐泾、西虹桥、新城",
        ],
        [
            "2",
            "^高水平推进楼宇载体建设和改造",
            "^增量楼宇高水平建设",
            "推进19个重点在建项目。",
            "区建设管理委",
            "各镇、区属公司",
        ],
    ],
)
LUCHENG = a_table(
    ["序号", "工作任务", "工作举措", "责任单位"],
    [
        ["14", "精准分级培育产业能级", "实施“扫楼”行动。", "*区发改局、*区市场监管局、区税务局"],
        ["26", "优化提升综合服务水平", "打造路演广场。", "属地街镇"],
    ],
    notes=["备注：带“*”为牵头单位。"],
)


def test_the_last_three_text_columns_are_category_task_and_measure():
    task = table_to_tasks(QINGPU)[1]
    assert (task.seq, task.category) == (2, "高水平推进楼宇载体建设和改造")
    assert (task.task, task.measure) == ("增量楼宇高水平建设", "推进19个重点在建项目。")


def test_leads_and_responsible_units_come_from_their_own_columns():
    first = table_to_tasks(QINGPU)[0]
    assert first.lead_units == ("区商务委", "区规划资源局")
    assert first.responsible_units == ("赵巷", "徐泾", "西虹桥", "新城")
    assert first.deadline is None


def test_a_declared_star_marks_leads_inside_the_shared_cell():
    starred, plain = table_to_tasks(LUCHENG)
    assert starred.lead_units == ("区发改局", "区市场监管局")
    assert starred.responsible_units == ("区发改局", "区市场监管局", "区税务局")
    assert (plain.lead_units, plain.responsible_units) == ((), ("属地街镇",))


def test_merged_first_columns_and_deadlines():
    table = a_table(
        ["序号", "五方面工作", "重点任务", "完成时限", "责任单位"],
        [
            ["1", "优化楼宇服务流程", "市住建局重点围绕物业管理；", "2023年4月底前", "市住建局"],
            ["^1", "^优化楼宇服务流程", "市商务局重点围绕整体运营；", "持续推进", "市商务局"],
        ],
    )
    first, second = table_to_tasks(table)
    assert (second.seq, second.task, second.category) == (1, "优化楼宇服务流程", None)
    assert first.deadline is not None
    assert first.deadline.kind is DeadlineKind.BY_DATE
    assert second.deadline is not None
    assert second.deadline.kind is DeadlineKind.ONGOING


def test_a_section_row_becomes_the_category_and_a_total_row_no_task():
    table = a_table(
        ["序号", "任务", "措施", "责任单位"],
        [
            ["一、强化供给", "^一、强化供给", "^一、强化供给", "^一、强化供给"],
            ["1", "盘活楼宇", "摸清底数。", "市发改委"],
            ["合计", "", "1项", ""],
        ],
    )
    (task,) = table_to_tasks(table)
    assert (task.category, task.task) == ("一、强化供给", "盘活楼宇")


def test_a_cell_may_spell_out_who_leads():
    table = a_table(["序号", "任务", "责任单位"], [["1", "盘活楼宇", "市发改委牵头，市财政局、市科技局配合"]])
    (task,) = table_to_tasks(table)
    assert (task.lead_units, task.responsible_units) == (("市发改委",), ("市财政局", "市科技局"))
    assert task.measure == task.task == "盘活楼宇"


def test_the_first_of_a_shared_cell_leads_where_a_note_says_so():
    table = a_table(
        ["序号", "任务", "责任单位"], [["1", "盘活楼宇", "市发改委、市财政局"]], notes=["注：列第一位的为牵头单位。"]
    )
    (task,) = table_to_tasks(table)
    assert (task.lead_units, task.responsible_units) == (("市发改委",), ("市发改委", "市财政局"))


def test_a_table_without_a_unit_column_has_no_tasks():
    members = a_table(["姓名", "职务"], [["张三", "区长"]], caption="领导小组成员")
    projects = a_table(["序号", "项目名称", "建设内容"], [["1", "总部大楼", "总建筑面积4万平方米"]])
    assert tables_to_tasks(a_document(members, projects)) == []


def test_place_and_quote_are_the_rows():
    task = table_to_tasks(QINGPU)[1]
    assert task.place.row == 2
    assert task.quote == "2推进19个重点在建项目。区建设管理委各镇、区属公司"


def test_equal_rows_have_different_ids_and_equal_builds_equal_ones():
    table = a_table(["任务", "责任单位"], [["盘活楼宇", "市发改委"], ["盘活楼宇", "市发改委"]])
    first, second = table_to_tasks(table)
    assert first.id != second.id
    assert [task.id for task in table_to_tasks(table)] == [first.id, second.id]


def test_a_column_of_another_role_makes_a_task_table():
    """What stands behind the units (推广范围) is no measure; a row of one cell titles what follows."""
    table = a_table(
        ["序号", "经验", "主要做法", "指导单位", "推广范围"],
        [
            ["一、河湖治理", "^一、河湖治理", "^一、河湖治理", "^一、河湖治理", "^一、河湖治理"],
            ["1", "河道保洁", "网格化保洁。", "水利部", "全国"],
        ],
    )
    (task,) = table_to_tasks(table)
    assert (task.category, task.task, task.measure) == ("一、河湖治理", "河道保洁", "网格化保洁。")
    assert [(role.role, role.units) for role in task.other_roles] == [("指导", ("水利部",))]
    assert (task.lead_units, task.responsible_units) == ((), ())


def test_a_row_with_one_cell_only_titles_what_follows():
    table = a_table(
        ["序号", "任务", "措施", "责任单位"], [["二、防汛", "", "", ""], ["3", "加固堤防", "加固。", "县水利局"]]
    )
    assert [(task.category, task.task) for task in table_to_tasks(table)] == [("二、防汛", "加固堤防")]


@pytest.mark.parametrize(
    ("printed", "seq", "raw"),
    [
        ("7", 7, None),
        ("７", 7, None),
        ("7.", 7, None),
        ("七", 7, "七"),
        ("（七）", 7, "（七）"),
        ("⑦", 7, "⑦"),
        ("2-1", None, "2-1"),
        ("2.1", None, "2.1"),
        ("", None, None),
    ],
)
def test_a_number_is_kept_as_printed(printed, seq, raw):
    (task,) = table_to_tasks(a_table(["序号", "任务", "责任单位"], [[printed, "加固堤防", "县水利局"]]))
    assert (task.seq, task.seq_raw) == (seq, raw)


def test_a_table_of_numbers_that_also_names_units_holds_no_tasks():
    table = a_table(["指标", "目标值", "责任单位"], [["水面率", "12%以上", "县水利局"], ["水闸", "5座", "县水利局"]])
    assert table_to_tasks(table) == []


def test_words_of_a_deadline_that_say_no_day_are_told_from_silence():
    rows = [["加固堤防", "按上级部署", "县水利局"], ["清淤", "", "县水利局"], ["绿化", "6月底前", "县林业局"]]
    tasks = table_to_tasks(a_table(["任务", "完成时限", "责任单位"], rows), 2027)
    kinds = [task.deadline.kind for task in tasks if task.deadline]
    assert kinds == [DeadlineKind.UNKNOWN, DeadlineKind.NONE, DeadlineKind.BY_DATE]
    assert str(tasks[2].deadline.date) == "2027-06-30"


def test_a_month_belongs_to_the_year_of_the_caption():
    rows = [["加固堤防", "6月底前", "县水利局"]]
    (task,) = table_to_tasks(a_table(["任务", "完成时限", "责任单位"], rows, caption="2028年任务分解表"), 2027)
    assert str(task.deadline.date) == "2028-06-30"


def test_what_a_project_costs_is_no_part_of_what_is_to_be_done():
    header = ["项目名称", "建设内容", "总投资（万元）", "牵头单位"]
    (task,) = table_to_tasks(a_table(header, [["水库扩容工程", "扩建库容", "12600", "县水利局"]]))
    assert (task.task, task.measure, task.lead_units) == ("水库扩容工程", "扩建库容", ("县水利局",))


def test_a_name_is_followed_by_what_describes_it_and_a_merged_cell_may_say_who_leads():
    header = ["序号", "领域", "数据集名称", "建设主体", "简要描述", "应用场景", "责任单位"]
    row = ["5", "医疗（牵头单位：省卫健委）", "影像数据集", "某某公司", "归集影像。", "用于训练。", "省数据局"]
    (task,) = table_to_tasks(a_table(header, [row]))
    assert (task.category, task.task, task.measure) == ("医疗（牵头单位：省卫健委）", "影像数据集", "归集影像。")
    assert (task.lead_units, task.responsible_units) == (("省卫健委",), ("省数据局",))


def test_a_list_of_projects_with_money_and_content_is_a_table_of_tasks():
    header = [
        "序号",
        "项目名称",
        "建设内容和年度目标",
        "年度投资",
        "其中：上级资金",
        "责任领导",
        "牵头单位",
        "完成时限",
    ]
    rows = [["1", "滨河公园", "新建步道6公里", "820", "300", "李某", "县住建局", "2027年9月30日"]]
    (task,) = table_to_tasks(a_table(header, rows))
    assert (task.task, task.measure, task.lead_units) == ("滨河公园", "新建步道6公里", ("县住建局",))
    assert [(one.role, one.units) for one in task.other_roles] == [("责任领导", ("李某",))]


def test_persons_in_a_column_of_units_stand_apart():
    header = ["项目名称", "建设单位", "建设地点", "总投资", "2027年计划投资", "计划竣工时间", "责任单位及联系领导"]
    rows = [["检测中心", "质检院", "东湾园区", "6800", "5000", "2027年9月", "市科技局；市委常委、副市长 王某"]]
    (task,) = table_to_tasks(a_table(header, rows))
    assert (task.task, task.measure, task.responsible_units) == ("检测中心", "检测中心", ("市科技局",))
    assert [(one.role, one.units) for one in task.other_roles] == [("联系领导", ("市委常委", "副市长王某"))]


def test_a_table_of_persons_alone_assigns_no_work():
    header = ["项目名称", "挂点领导", "业主联系人"]
    assert table_to_tasks(a_table(header, [["滨河公园", "李某", "张某"]])) == []


def test_what_solves_a_problem_is_the_measure():
    header = ["项目名称", "问题描述", "解决措施", "责任单位", "解决时限"]
    (task,) = table_to_tasks(a_table(header, [["变电站", "缺用地指标", "先行报批", "市资源局", "2027年4月底"]]))
    assert (task.task, task.measure) == ("变电站", "先行报批")


def test_who_leads_by_when_is_a_task_though_numbers_say_how_far():
    table = a_table(
        ["课题", "破题指标", "现状值", "目标值", "牵头单位", "配合单位", "完成时限"],
        [
            ["1.水电气联办", "平均办理时间（天）", "12", "5", "区住建局", "区水务公司", "2027年4月底"],
            ["2.远程开标", "远程开标占比（%）", "—", "70", "区发改局", "区财政局", "2027年9月底"],
        ],
        caption="攻坚课题",
    )
    first, second = table_to_tasks(table)
    assert (first.task, first.measure) == ("1.水电气联办", "平均办理时间（天）")
    assert (second.lead_units, second.responsible_units) == (("区发改局",), ("区财政局",))


def test_persons_may_stand_before_the_units_of_a_shared_column():
    table = a_table(
        ["序号", "项目名称", "建设单位", "建设内容", "总投资（万元）", "开竣工时间", "挂点领导/责任单位"],
        [["1", "冷库二期", "甲公司", "新建气调冷库3座及配套分拣车间", "—", "2026年3月—2027年5月", "张某/县商务局"]],
        caption="重点项目清单",
    )
    (task,) = table_to_tasks(table)
    assert (task.task, task.measure, task.responsible_units) == (
        "冷库二期",
        "新建气调冷库3座及配套分拣车间",
        ("县商务局",),
    )
    assert [(one.role, one.units) for one in task.other_roles] == [("挂点领导", ("张某",))]
    assert str(task.deadline.date) == "2027-05-31"


def test_what_is_done_may_stand_behind_who_does_it():
    table = a_table(
        ["序号", "项目名称", "保护级别", "总投资（万元）", "完工时间", "责任单位", "主要内容"],
        [
            ["1", "古桥修缮", "省保", "420", "2026年10月", "甲县文旅局", "加固桥墩，修补桥面石板"],
            ["2", "书院修缮", "市保", "—", "2026年12月", "乙县文旅局", "翻修屋面，更换朽坏木柱"],
        ],
        caption="重点项目台账",
    )
    assert [task.measure for task in table_to_tasks(table)] == ["加固桥墩，修补桥面石板", "翻修屋面，更换朽坏木柱"]


@pytest.mark.parametrize(
    ("header", "sorts"),
    [("所属片区", ["东片", "西片", "东片"]), ("类别", ["水利", "交通", "水利"]), ("所在村", ["柳村", "柳村", "杨村"])],
)
def test_what_only_sorts_the_rows_is_not_what_is_to_be_done(header, sorts):
    names = ["泵站改造", "桥梁加固", "水渠清淤"]
    table = a_table(
        ["序号", "项目", header, "建设年限", "总投资（万元）", "实施主体"],
        [
            [str(at), name, sort, due, "320", "县水利局"]
            for at, (name, sort, due) in enumerate(zip(names, sorts, ["2024—2026", "2025", "2026-04"], strict=True), 1)
        ],
    )
    tasks = table_to_tasks(table)
    assert [task.measure for task in tasks] == names
    assert [str(task.deadline.date) for task in tasks] == ["2026-12-31", "2025-12-31", "2026-04-30"]


def test_what_is_to_be_done_may_be_the_same_for_several_names():
    table = a_table(
        ["序号", "项目名称", "建设内容", "责任单位"],
        [["1", "东闸", "更换启闭机两台，加固闸墩", "县水利局"], ["2", "西闸", "更换启闭机两台，加固闸墩", "县水利局"]],
    )
    assert [task.measure for task in table_to_tasks(table)] == ["更换启闭机两台，加固闸墩"] * 2


@pytest.mark.parametrize(("who", "points"), [("被考核单位", "分值"), ("考核对象", "标准分"), ("部门", "考核权重")])
def test_who_is_marked_for_what_is_to_do_it(who, points):
    """Who it is stands first, then how much each work counts, the work and how it is marked."""
    table = a_table(
        ["序号", who, points, "考核内容", "评分标准"],
        [
            ["1", "县水务局", "20", "河道清淤", "清理河道不少于三条，少一条扣五分"],
            ["1", "县水务局", "15", "堤防巡查", "每月巡查堤防不少于两次，缺一次扣两分"],
            ["2", "县林业局", "25", "岸线绿化", "沿岸补植树木成活率达到九成以上"],
        ],
        caption="考核细则",
    )
    assert [(task.task, task.responsible_units) for task in table_to_tasks(table)] == [
        ("河道清淤", ("县水务局",)),
        ("堤防巡查", ("县水务局",)),
        ("岸线绿化", ("县林业局",)),
    ]


def test_how_well_it_was_done_is_no_work():
    table = a_table(
        ["序号", "单位", "得分", "扣分原因"],
        [["1", "县水务局", "92", "河道清淤少一条"], ["2", "县林业局", "88", "补植树木成活率不足"]],
        caption="考核结果",
    )
    assert table_to_tasks(table) == []


def test_a_deadline_printed_beside_the_work_is_not_lost_where_no_column_holds_any():
    table = a_table(
        ["任务", "工作举措", "责任单位"],
        [["修渠", "2026年6月底前完成清淤", "县水利局"], ["植树", "栽植杨树", "县林业局"]],
    )
    due = [task.deadline and task.deadline.date for task in tables_to_tasks(a_document(table))]
    assert due == [date(2026, 6, 30), None]
