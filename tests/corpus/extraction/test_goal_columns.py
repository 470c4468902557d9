from corpus.document import Metadata
from corpus.extraction.goal_columns import goal_columns_to_targets
from corpus.extraction.target_tables import tables_to_targets
from tests.corpus.extraction.building import a_document, a_table


def stated(header, *rows, title="2026年全民健身重点任务分工方案"):
    document = a_document(a_table(header, rows, caption="重点任务分工"))
    document = document.model_copy(update={"metadata": Metadata(title=title)})
    return [
        (one.indicator, one.quantity.number, one.quantity.unit, str(one.quantity.bound), one.year, one.place.column)
        for one in goal_columns_to_targets(document, "全市")
    ]


def test_the_words_of_a_goal_column_are_goals_of_the_task_beside_them():
    found = stated(
        ["序号", "重点任务", "工作目标", "完成时限", "责任单位"],
        ["1", "1.场地建设", "新建步道35公里，更新器材420件；完好率达到95%以上", "2026年9月底", "市体育局"],
        ["2", "体育产业", "总规模达到45亿元，同比增长12%", "2027年底", "市发改委"],
        ["3", "组织领导", "健全机制，形成合力", "持续推进", "市政府办"],
        ["4", "社会指导", "85%", "2026年底", "市体育局"],
    )
    assert found == [
        ("新建步道", "35", "公里", "eq", 2026, "工作目标"),
        ("更新器材", "420", "件", "eq", 2026, "工作目标"),
        ("场地建设完好率", "95", "%", "ge", 2026, "工作目标"),
        ("体育产业总规模", "45", "亿元", "eq", 2027, "工作目标"),
        ("体育产业总规模同比增长", "12", "%", "eq", 2027, "工作目标"),
    ]


def test_stages_beside_a_goal_of_the_year_and_cells_that_only_predicate():
    found = stated(
        ["重点工作", "年度目标", "上半年", "责任单位"],
        ["造林绿化", "突破30万亩，增长5%", "完成12万亩", "市林业局"],
    )
    assert found == [
        ("造林绿化", "30", "万亩", "gt", 2026, "年度目标"),
        ("造林绿化增长", "5", "%", "eq", 2026, "年度目标"),
        ("造林绿化", "12", "万亩", "eq", 2026, "上半年"),
    ]


def test_a_year_gone_by_and_columns_of_other_words_state_no_goals():
    header = ["任务", "2025年目标", "主要举措"]
    assert stated(header, ["绿化", "造林5万亩", "新建公园3个"], title="2026年工作方案") == []
    assert stated(["任务", "工作举措"], ["绿化", "造林5万亩"]) == []


def test_the_same_words_are_said_once():
    assert stated(["重点工作", "目标任务"], ["农村供水", "农村供水管网漏损率降至10%左右"]) == [
        ("农村供水管网漏损率", "10", "%", "approx", 2026, "目标任务")
    ]
    assert stated(["工作任务", "年度目标"], ["污水治理", "治理率提高到55%"]) == [
        ("污水治理率", "55", "%", "eq", 2026, "年度目标")
    ]


def test_amounts_beside_the_works_of_a_table_of_tasks():
    header = ["项目名称", "具体任务", "目标数量", "完成时限", "牵头单位", "配合单位"]
    rows = [
        ["社区食堂", "新建助餐点", "26个", "2026年9月底", "区民政局", "各街道"],
        ["路灯补盲", "更换路灯", "新增路灯910盏", "2026年6月底", "区城管局", "各街道"],
    ]
    assert stated(header, *rows) == [("新增路灯", "910", "盏", "eq", 2026, "目标数量")]
    document = a_document(a_table(header, rows, caption="重点任务分工"), title="2026年重点任务分工方案")
    cells = tables_to_targets(document, "全市")
    assert [(one.indicator, one.quantity.number, one.quantity.unit, one.year) for one in cells] == [
        ("社区食堂", "26", "个", 2026)
    ]


def test_a_cell_that_only_counts_says_how_many_are_done():
    found = stated(["项目名称", "目标数量", "完成时限"], ["旧区改造", "7个小区、31栋楼", "2026年9月底"])
    assert [(number, unit) for _, number, unit, *_ in found] == [("7", "个"), ("31", "栋")]


def test_work_of_a_table_of_tasks_says_its_goals_itself():
    rows = [
        ["1", "新建驿站120座", "市城管局", "各区", "2026年9月底"],
        ["2", "管理办法出台，每户补贴3000元", "市财政局", "市审计局", "2026年4月底"],
    ]
    header = ["序号", "任务", "牵头单位", "配合单位", "完成时限"]
    assert stated(header, *rows) == [("新建驿站", "120", "座", "eq", 2026, "任务")]
    assert stated([*header, "总投资（万元）"], *([*row, "320"] for row in rows)) == []


def test_work_that_the_text_tells_too_is_told_once():
    table = a_table(
        ["任务", "牵头单位", "完成时限"], [["新建驿站120座", "市城管局", "2026年9月底"]], caption="任务分工"
    )
    document = a_document(table)
    (goal,) = goal_columns_to_targets(document, "全市")
    assert goal_columns_to_targets(document, "全市", prose=[goal]) == []


def test_a_goal_names_its_thing_as_fully_as_the_task_beside_it():
    header = ["任务", "目标要求", "牵头单位"]
    assert [one[:3] for one in stated(header, ["病险水库治理", "加固水库12座，投资800万元", "市水利局"])] == [
        ("加固病险水库", "12", "座")
    ]
    assert [one[:3] for one in stated(header, ["森林消防队组建", "县级2支60人、乡镇9支", "市林业局"])] == [
        ("县级森林消防队", "2", "支"),
        ("县级森林消防队", "60", "人"),
        ("乡镇森林消防队", "9", "支"),
    ]
    assert [one[:3] for one in stated(header, ["快递服务站", "11个乡镇全覆盖", "市邮政局"])] == [
        ("快递服务站乡镇全覆盖", "11", "个")
    ]
