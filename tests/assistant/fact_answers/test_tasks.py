import pytest

from assistant.answer import RefusalReason
from assistant.draft import NoAnswer
from tests.assistant.fact_answers.clauses import clause_words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("青浦那19个在建重点楼宇项目，进度归哪个部门牵头抓？", "牵头单位为区建设管理委"),
        ("鼓励探索“租税联动”招引模式，这属于哪一项任务，由谁牵头？", "第13项“探索联合招商模式”：牵头单位为区国资委"),
        ("鹿城任务清单中争取REITs试点这一项，谁牵头、谁配合？", "牵头单位为区金融办，责任单位为区发改局"),
        ("太原这边写字楼里的党建工作谁来负责？", "责任单位为市委组织部"),
        ("鹿城“工业上楼”由谁牵头？", "区经信局"),
        ("苏州市谁负责物业管理和消防审验", "市住建局"),
    ],
)
def test_who_leads_and_who_takes_part(told, question, words):
    assert words in told(question)


def test_a_document_that_names_no_lead_is_said_to(told):
    assert "没有区分牵头单位" in told("太原营商驿站由谁牵头？")


def test_whether_a_unit_is_responsible(told):
    """Suzhou's dynamic monitoring: seven units, 市商务局 is not among them."""
    text = told("苏州的楼宇动态监测，市商务局在不在责任单位里？")
    assert text.startswith("不在。")
    assert "市发改委" in text
    assert told("鹿城区税务局是不是“扫楼”行动的牵头单位？").startswith("不是。")


def test_by_when(told):
    assert told("苏州各板块自己的楼宇经济三年行动计划最晚什么时候要出台？").startswith("2023年4月底前")


def test_a_column_that_the_table_does_not_have(answer):
    outcome = answer("鹿城区任务清单里各项任务的完成时限是几月底？")
    assert isinstance(outcome, NoAnswer)
    assert outcome.reason is RefusalReason.FALSE_PREMISE
    assert "序号、工作任务、工作举措、责任单位" in outcome.message
    assert outcome.correction


def test_units_of_a_merged_cell_are_quoted_from_the_row_that_prints_them(told):
    assert "市行政审批局" in told("苏州楼宇推介活动的责任单位有哪些？")


def test_leads_asked_of_a_document_that_names_none(answer):
    outcome = answer("苏州任务清单的牵头单位是谁？")
    assert isinstance(outcome, NoAnswer)
    assert outcome.reason is RefusalReason.FALSE_PREMISE
    assert "责任单位" in outcome.message


def test_whether_a_unit_is_responsible_for_the_task_pointed_to(told):
    """Suzhou's fifth task does not list 市税务局."""
    text = told("苏州完善楼宇工作机制这一条，市税务局算不算责任单位？")
    assert text.startswith("不是。")
    assert "完善楼宇工作机制" in text


def test_who_leads_asked_in_two_languages_and_scripts(told):
    assert "牵头单位为区经委" in told("青浦 经济小区跟楼宇結对 牵头 which 部门?")


def test_rows_that_share_a_quoted_name_are_told_apart(told):
    """Taiyuan's rows 1 to 3 are all called 盘活存量楼宇."""
    lines = told("太原分解表把“盘活存量楼宇”拆成了哪三条，责任单位各是谁？").splitlines()
    assert len(lines) == 3
    assert "市审批服务管理局、市规划和自然资源局" in lines[1]


def test_a_clause_in_everyday_words():
    text = clause_words("给返乡办民宿的人贷款，是哪个部门牵头？")
    assert text.startswith("（三）“培训从业人员”：牵头单位为人力资源社会保障厅")
    assert "住房城乡建设厅、自然资源厅" in clause_words("停车场由哪两个厅负责？")


def test_another_clause_of_the_same_lead():
    assert clause_words("规范经营秩序也是文化和旅游厅牵头吗？").startswith("是。")
    assert clause_words("规范经营秩序是公安厅牵头吗？").startswith("不是。")


def test_whether_a_unit_leads_or_takes_part(told):
    """Qingpu's row 18: led by 区商务委, with 区规划资源局 among the others."""
    question = "青浦区{}在建立项目评估机制里是牵头单位还是责任单位？"
    assert told(question.format("商务委")).startswith("是牵头单位。")
    assert told(question.format("规划资源局")).startswith("是责任单位，不是牵头单位。")
    assert "没有区分牵头单位" in told("苏州市商务局在优化楼宇服务流程里是牵头单位还是责任单位？")
