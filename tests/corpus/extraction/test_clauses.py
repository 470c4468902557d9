import pytest

from corpus.extraction.clauses import clauses_to_tasks
from corpus.task import TaskOrigin
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph

PATH = ("三、重点任务", "（一）改造提升")


def document(*texts):
    headings = (a_heading(1, "三、", "重点任务"), a_heading(2, "（一）", "改造提升。", "三、重点任务"))
    return a_document(*headings, *(a_paragraph(text, *PATH) for text in texts))


def test_a_clause_is_about_the_text_before_it():
    (task,) = clauses_to_tasks(document("摸清底数。降低空置率。(市发展改革委，各区人民政府按职责分工负责)"))
    assert (task.category, task.task, task.measure) == ("重点任务", "改造提升", "摸清底数。降低空置率。")
    assert (task.lead_units, task.responsible_units) == ((), ("市发展改革委", "各区人民政府"))
    assert (task.origin, task.seq, task.deadline) == (TaskOrigin.CLAUSE, None, None)
    assert task.quote == "摸清底数。降低空置率。(市发展改革委，各区人民政府按职责分工负责)"


def test_a_clause_in_a_paragraph_of_its_own_closes_the_paragraphs_above():
    (task,) = clauses_to_tasks(document("第一段。", "第二段。", "（责任单位：区委组织部、区发改局，属地街镇）"))
    assert task.measure == "第一段。第二段。"
    assert task.responsible_units == ("区委组织部", "区发改局", "属地街镇")


def test_role_labels_on_lines_of_their_own_make_one_clause():
    (task,) = clauses_to_tasks(document("建设平台。", "牵头单位：市数据局", "责任单位：市财政局、各区人民政府"))
    assert (task.measure, task.lead_units) == ("建设平台。", ("市数据局",))
    assert task.responsible_units == ("市财政局", "各区人民政府")


def test_two_clauses_under_one_heading_are_named_by_their_first_sentence():
    first, second = clauses_to_tasks(
        document("建立预警。重点打击。（市金融办负责）", "加强管控。实名办税。（市税务局负责）")
    )
    assert (first.task, second.task) == ("建立预警", "加强管控")
    assert second.measure == "加强管控。实名办税。"


def test_the_rule_of_the_first_holds_from_where_it_is_stated():
    tasks = clauses_to_tasks(
        document(
            "甲。乙。（教育部、科技部负责）",
            "丙。丁。（农业农村部、科技部等负责。列第一位者为牵头单位，下同）",
            "戊。己。（教育部、财政部负责）",
        )
    )
    assert [task.lead_units for task in tasks] == [(), ("农业农村部",), ("教育部",)]
    assert tasks[1].open_ended


def test_other_brackets_are_no_clauses():
    text = "发挥优质企业（快递物流、上市公司）优势，各县（市、区）通过信贷资产支持证券（ABS）等（由专人负责）。"
    assert clauses_to_tasks(document(text)) == []


@pytest.mark.parametrize("note", ["牵头单位列首位，下同。", "以下任务第一个单位为牵头单位。", "排名第一的为牵头部门。"])
def test_a_rule_may_be_stated_ahead_of_the_clauses(note):
    document = a_document(
        a_heading(1, "一、", "分工说明"),
        a_paragraph(note, "一、分工说明"),
        a_heading(1, "二、", "修堤"),
        a_paragraph("修堤。（县水利局、县财政局负责）清淤。（县城管局、县住建局）", "二、修堤"),
    )
    tasks = clauses_to_tasks(document)
    assert [(task.lead_units, task.responsible_units) for task in tasks] == [
        (("县水利局",), ("县财政局",)),
        (("县城管局",), ("县住建局",)),
    ]


def test_what_stands_above_the_first_item_is_no_part_of_it():
    """A notice without headings: addressee and preface stand above 一、."""
    texts = ("各县区：", "为治理河湖，现通知如下。", "一、优先支持治水有力的县，简化审批手续。（市水利局负责）")
    (task,) = clauses_to_tasks(a_document(*map(a_paragraph, texts)))
    assert task.measure == "一、优先支持治水有力的县，简化审批手续。"


def test_a_sentence_that_only_names_who_and_when_assigns_the_work_before_it():
    (task,) = clauses_to_tasks(document("建成医疗中心。", "市卫健委牵头，市财政局、市发改委配合，2025年底前完成。"))
    assert (task.measure, task.lead_units, task.responsible_units) == (
        "建成医疗中心。",
        ("市卫健委",),
        ("市财政局", "市发改委"),
    )
    assert str(task.deadline.date) == "2025-12-31"


def test_of_several_days_the_last_is_the_deadline():
    text = "收储土地5000亩。（市资规局牵头，市财政局配合；2025年6月底前完成50%，12月底前全面完成）"
    (task,) = clauses_to_tasks(document(text))
    assert task.lead_units == ("市资规局",)
    assert (task.deadline.raw, str(task.deadline.date)) == ("2025年6月底前完成50%；12月底前全面完成", "2025-12-31")


def test_a_sentence_of_its_own_assigns_its_work_once():
    (task,) = clauses_to_tasks(document("完善设施。由市住建局牵头，市会展中心、东港区政府配合。"))
    assert (task.measure, task.lead_units) == ("完善设施。", ("市住建局",))
    assert task.responsible_units == ("市会展中心", "东港区政府")


def test_a_heading_that_is_all_the_work_says_by_when():
    heading = a_heading(1, "3.", "新建6.8公里疏港公路，2027年9月底前通车")
    (task,) = clauses_to_tasks(a_document(heading, a_paragraph("（责任单位：市交通局）", "3.新建6.8公里疏港公路")))
    assert (task.deadline.raw, str(task.deadline.date)) == ("2027年9月底前", "2027-09-30")


def test_another_name_in_a_bracket_is_nobody_who_works():
    text = "划分片区，覆盖村（社区）、网格，2027年6月底前完成划分。（责任单位：县民政局）"
    (task,) = clauses_to_tasks(document(text))
    assert (task.measure, task.responsible_units) == (text.partition("（责任")[0], ("县民政局",))
