"""The five documents as a careful reader writes them down."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from corpus.extraction.facts import document_to_facts
from corpus.facts import FindingKind
from corpus.quoting import SourceText
from corpus.task import DeadlineKind, TaskOrigin
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph

ALL = ("qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing")


def rows(facts):
    return [task for task in facts.tasks if task.origin is TaskOrigin.TABLE]


def clauses(facts):
    return [task for task in facts.tasks if task.origin is TaskOrigin.CLAUSE]


def goals(facts):
    """The prose goals as (indicator, value, unit, bound, year, scope)."""
    return [
        (
            target.indicator,
            str(target.quantity.value),
            target.quantity.unit,
            target.quantity.bound.value,
            target.year,
            target.scope,
        )
        for target in facts.targets
        if target.place.table is None
    ]


def cells(facts):
    return [target for target in facts.targets if target.place.table is not None]


@pytest.mark.parametrize(
    ("name", "tables", "bodies"),
    [("qingpu", 22, 0), ("suzhou", 17, 5), ("taiyuan", 23, 15), ("lucheng", 32, 9), ("jiaxing", 0, 0)],
)
def test_how_many_tasks_stand_in_tables_and_in_clauses(facts, name, tables, bodies):
    assert (len(rows(facts[name])), len(clauses(facts[name]))) == (tables, bodies)


@pytest.mark.parametrize(
    ("name", "prose", "table"),
    [
        ("qingpu", 7, 4 * 12 + 11),
        ("suzhou", 5, 11 * 6),
        ("taiyuan", 4, 0),
        ("lucheng", 20, 12 * 3),
        ("jiaxing", 15, 36),
    ],
)
def test_how_many_targets_stand_in_prose_and_in_tables(facts, name, prose, table):
    assert (len(goals(facts[name])), len(cells(facts[name]))) == (prose, table)


@pytest.mark.parametrize("name", ALL)
def test_every_fact_quotes_its_source_and_has_an_id_of_its_own(documents, facts, name):
    source = SourceText(documents[name].text)
    found = facts[name]
    for fact in (*found.tasks, *found.targets, *found.definitions):
        assert fact.quote in source, fact
    for finding in found.findings:
        assert all(evidence.quote in source for evidence in finding.evidence), finding
    ids = Counter(fact.id for fact in (*found.tasks, *found.targets))
    assert max(ids.values(), default=1) == 1


@pytest.mark.parametrize("name", ALL)
def test_two_readings_give_equal_facts(documents, facts, name):
    assert document_to_facts(documents[name]) == facts[name]


def test_qingpu_units_survive_wraps(facts):
    by_seq = {task.seq: task for task in rows(facts["qingpu"])}
    assert by_seq[1].lead_units == ("区商务委", "区规划资源局")
    assert by_seq[2].lead_units == ("区建设管理委",)
    assert by_seq[3].lead_units == ("区规划资源局", "区国资委")
    assert by_seq[6].responsible_units == ("区建管委", "各街镇", "区属公司")
    assert by_seq[7].responsible_units == ("徐泾", "赵巷", "西虹桥公司", "新城公司")
    assert by_seq[16].responsible_units == ("区发改委", "区经委", "各镇", "区属公司")
    assert by_seq[21].responsible_units == ("区委政法委", "区政务办", "各街镇", "区属公司")
    assert by_seq[14].task == "引导注册经济“脱虚向实”"
    assert by_seq[12].measure.endswith("“足不出楼”办理政务服务事项。")
    assert all(task.deadline is None for task in by_seq.values())


def test_qingpu_goals(facts):
    assert goals(facts["qingpu"]) == [
        ("新建商务楼宇", "19", "个", "eq", 2025, "全区"),
        ("新增办公面积", "180", "万平方米", "gt", 2025, "全区"),
        ("存量空置楼宇累计去化面积", "40", "万平方米", "eq", 2025, "全区"),
        ("入驻企业注册落地率", "60", "%", "eq", 2025, "全区"),
        ("总部类重点项目引进", "15", "个", "ge", 2025, "全区"),
        ("累计新增税收亿元楼宇项目", "5", "个", "eq", 2025, "全区"),
        ("特色商务楼宇累计", "5", "个", "ge", 2025, "全区"),
    ]


def test_qingpu_annex_areas_years_and_the_one_printed_rate(facts):
    found = {(cell.scope, cell.year, cell.indicator): cell.quantity for cell in cells(facts["qingpu"])}
    assert (found["西虹桥公司", 2024, "新增办公面积"].value, found["西虹桥公司", 2024, "新增办公面积"].unit) == (
        400000,
        "平方米",
    )
    assert found["赵巷镇", 2025, "新增办公面积"].value == 480000
    assert found["徐泾镇", 2025, "新增办公面积"].value == 0
    assert found["合计", 2023, "去化面积"].value == 150000
    assert found["新城公司", 2025, "特色楼宇"].unit == "个"
    rates = {scope: quantity.value for (scope, _, name), quantity in found.items() if name == "企业落地率"}
    assert rates == dict.fromkeys(("赵巷镇", "徐泾镇", "新城公司", "西虹桥公司"), Decimal(60))


def test_suzhou_deadlines_stand_with_their_sub_row(facts):
    table = rows(facts["suzhou"])
    assert [task.seq for task in table] == [1] * 4 + [2] * 2 + [3] * 2 + [4] * 4 + [5] * 5
    last = date(2023, 4, 30)
    assert [task.deadline.date for task in table] == [last] * 5 + [None] + [last] * 2 + [None] * 9
    assert {task.deadline.kind for task in table[8:]} == {DeadlineKind.ONGOING}
    assert table[4].responsible_units == (
        "各县级市<区>人民政府",
        "苏州工业园区管委会",
        "市发改委",
        "市资源规划局",
        "市住建局",
        "市国资委",
    )
    assert len(table[8].responsible_units) == 13
    assert len(table[16].responsible_units) == 12


def test_suzhou_clauses_know_their_rows(facts):
    found = clauses(facts["suzhou"])
    assert [task.task for task in found] == [
        "优化楼宇服务流程",
        "加强楼宇动态监测",
        "制定三年行动计划",
        "放大典型示范效应",
        "完善楼宇工作机制",
    ]
    assert [len(task.corresponds) for task in found] == [4, 2, 2, 4, 5]
    assert found[4].responsible_units[:2] == ("市委组织部", "市政府办公室")


def test_suzhou_annex(facts):
    found = {(cell.scope, cell.indicator): cell for cell in cells(facts["suzhou"])}
    assert found["工业园区", "累计亿元楼宇"].quantity.value == 40
    assert found["昆山市", "举办楼宇推介活动"].quantity.unit == "场"
    assert found["虎丘区", "计划改造存量楼宇"].quantity.value == 1
    stock = found["全市", "商务办公1万m2以上楼宇数量"]
    assert (stock.quantity.value, stock.quantity.unit, stock.year) == (347, "幢", 2022)
    assert stock.is_baseline
    assert stock.is_total
    assert {cell.year for cell in found.values() if not cell.is_baseline} == {2023}


def test_taiyuan_clauses_in_three_bracket_styles(facts):
    found = clauses(facts["taiyuan"])
    assert found[0].responsible_units == ("市发展改革委", "市审批服务管理局", "市规划和自然资源局", "各区人民政府")
    assert found[1].responsible_units == ("市审批服务管理局", "市房产局", "各县(市、区)人民政府")
    assert found[5].responsible_units == ("相关区人民政府",)
    assert found[11].responsible_units == ("各责任单位",)
    assert (found[0].category, found[11].category) == ("改造提升楼宇品质", "保障措施")
    assert all(task.lead_units == () for task in facts["taiyuan"].tasks)
    assert [len(task.corresponds) for task in found] == [3, 1, 2, 1, 1, 2, 1, 3, 1, 2, 1, 1, 1, 1, 2]


def test_taiyuan_goals(facts):
    assert goals(facts["taiyuan"]) == [
        ("税收超过亿元的楼宇占比", "10", "%", "eq", 2025, "全市"),
        ("楼宇入驻率", "70", "%", "ge", 2025, "城区"),
        ("星级楼宇入驻率", "85", "%", "ge", 2025, "全市"),
        ("特色楼宇", "20", "座", "ge", 2025, "全市"),
    ]


def test_lucheng_stars_mark_leads(facts):
    by_seq = {task.seq: task for task in rows(facts["lucheng"])}
    assert by_seq[14].lead_units == ("区发改局", "区市场监管局")
    assert by_seq[17].lead_units == ("各行业主管部门",)
    assert [seq for seq, task in by_seq.items() if not task.lead_units] == [2, 4, 12, 26, 31]
    assert by_seq[24].responsible_units == (
        "区政务服务中心",
        "两个健康办",
        "区市场监管局",
        "区税务局",
        "区商务局",
        "区司法局",
        "区人社局",
        "区行政执法局",
        "区金融办",
    )
    assert by_seq[6].responsible_units == ("区财政局（区国资办）", "区发改局")
    assert by_seq[31].task == "数字赋能楼宇“社交”模式"


def test_lucheng_goals(facts):
    found = goals(facts["lucheng"])
    assert found[:3] == [
        ("商务楼宇建筑面积", "600", "万平方米", "gt", 2026, "全区"),
        ("亿元楼宇总数", "36", "幢", "eq", 2026, "全区"),
        ("楼宇内规（限）上企业总数", "600", "家", "gt", 2026, "全区"),
    ]
    assert ("楼宇税收规模", "100", "亿元", "gt", 2026, "全区") in found
    assert ("5亿元以上楼宇", "5", "幢", "gt", 2026, "全区") in found
    assert ("属地注册率", "90", "%", "ge", 2026, "全区") in found
    assert ("创成楼宇党建示范点", "2", "个", "eq", None, "全区") in found


def test_lucheng_yearly_indicators(facts):
    found = {(cell.indicator, cell.year): cell.quantity for cell in cells(facts["lucheng"])}
    assert (found["新增商务楼宇建筑面积", 2025].value, found["新增商务楼宇建筑面积", 2025].unit) == (120, "万方")
    assert found["新增规（限）上企业", 2024].value == 100
    assert (found["楼宇基层党组织覆盖率", 2026].value, found["楼宇基层党组织覆盖率", 2026].unit) == (70, "%")
    assert {year for _, year in found} == {2024, 2025, 2026}


def test_jiaxing_table_has_baselines_and_bounds(facts):
    found = {(cell.indicator, cell.year, cell.scope): cell for cell in cells(facts["jiaxing"])}
    rate = found["楼宇平均入驻率", 2020, "市本级"]
    assert (rate.quantity.value, rate.quantity.unit, rate.quantity.bound.value) == (85, "%", "ge")
    assert rate.baseline is not None
    assert (rate.baseline.year, rate.baseline.value) == (2015, Decimal("76.7"))
    assert found["楼宇税收总量", 2020, "全市"].quantity.unit == "亿元"
    assert found["亿元税收楼宇", 2015, "市本级"].is_baseline
    assert sum(cell.is_baseline for cell in found.values()) == 18


def test_jiaxing_goals_outside_the_table(facts):
    found = goals(facts["jiaxing"])
    assert ("三大品牌楼宇", "240", "幢", "eq", 2020, "全市") in found
    assert ("累计盘活楼宇资源", "100", "万平方米", "ge", 2020, "全市") in found
    assert ("特色楼宇", "60", "幢", "eq", None, "市本级") in found
    assert ("品质楼宇", "24", "幢", "eq", 2020, "市本级") in found
    assert ("每年扶持资金", "1000", "万元", "ge", None, "全市") in found
    assert not any(value in ("265", "83", "5000", "50", "75.6") for _, value, *_ in found)


def test_disagreements_become_findings(facts):
    prose = {name: [each for each in facts[name].findings if each.kind is FindingKind.PROSE_ANNEX] for name in ALL}
    assert {name: len(found) for name, found in prose.items()} == {
        "qingpu": 1,
        "suzhou": 1,
        "taiyuan": 0,
        "lucheng": 1,
        "jiaxing": 0,
    }
    assert "超70场" in prose["suzhou"][0].message
    assert "77场" in prose["suzhou"][0].message
    assert "超180万平方米" in prose["qingpu"][0].message
    assert "合计为180万平方米" in prose["qingpu"][0].message
    assert "超300家" in prose["lucheng"][0].message
    assert not any(each.kind is FindingKind.TOTAL for name in ALL for each in facts[name].findings)
    assert not any(each.kind is FindingKind.STRUCTURE for name in ALL for each in facts[name].findings)


def test_only_real_differences_of_units_are_findings(facts):
    messages = [each.message for name in ALL for each in facts[name].findings if "责任单位" in each.message]
    assert messages == [
        "“打造一批特色楼宇”的责任单位正文与任务表不一致：任务表另有各县（市、区）人民政府。",
        "“科学集聚打造特色产业”的责任单位正文与任务表不一致：任务表另有南郊街道。",
        "“优化提升综合服务水平”的责任单位正文与任务表不一致：任务表另有区发改局。",
    ]


def test_registers(facts):
    qingpu = {unit.name: unit for unit in facts["qingpu"].units}
    assert qingpu["区建设管理委"].inferred == ("区建管委",)
    assert qingpu["新城公司"].aliases == ("新城",)
    assert qingpu["赵巷镇"].aliases == ("赵巷",)
    assert {name for name, unit in qingpu.items() if unit.group} == {"各镇", "各街镇", "区属公司"}
    lucheng = {unit.name: unit for unit in facts["lucheng"].units}
    assert "区人社局" in lucheng["区人力社保局"].inferred
    assert "区行政执法局" in lucheng["区综合行政执法局"].inferred
    assert "区市场监管局" in lucheng["区市场监督管理局"].inferred
    assert "区财政局〈区国资办〉" in lucheng["区财政局（区国资办）"].aliases
    assert "两个健康办" in lucheng["区府办<区“两个健康”办>"].inferred


@pytest.mark.parametrize(
    ("name", "terms"),
    [
        ("qingpu", {"四个一批"}),
        ("suzhou", {"亿元楼宇"}),
        ("taiyuan", {"ABS", "CMBS", "四大重点任务"}),
        (
            "lucheng",
            {"三个倍增", "楼宇", "企业入驻率", "企业属地注册率", "属地纳税率", "REITs", "鹿城区楼宇经济发展领导小组"},
        ),
        (
            "jiaxing",
            {"楼宇经济", "三个一批", "三率", "三大品牌楼宇", "新增楼宇", "成熟楼宇", "一核", "五城", "五进楼宇"},
        ),
    ],
)
def test_definitions(facts, name, terms):
    assert terms <= {definition.term for definition in facts[name].definitions}


def test_whoever_guides_is_a_unit_of_the_register_and_persons_are_none():
    document = a_document(
        a_heading(1, "一、", "任务"),
        a_paragraph("修建水库。（指导单位：省水利厅；责任领导：李某；责任单位：县水利局）", "一、任务"),
    )
    names = [unit.name for unit in document_to_facts(document).units]
    assert names == ["县水利局", "省水利厅"]
