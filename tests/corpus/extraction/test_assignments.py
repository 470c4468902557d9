import pytest

from corpus.extraction.assignments import Assignment, starts_with_role, words_to_assignment
from corpus.extraction.lead_rules import LeadRule


@pytest.mark.parametrize(
    ("words", "lead", "responsible"),
    [
        ("责任单位：市资源规划局、市住建局", [], ["市资源规划局", "市住建局"]),
        ("牵头单位：市发改委；责任单位：市财政局、市科技局", ["市发改委"], ["市财政局", "市科技局"]),
        ("市委组织部负责", [], ["市委组织部"]),
        ("各责任单位按职责分工负责", [], ["各责任单位"]),
        (
            "市房产局、市金融办，各县(市、区)人民政府按职责分工负责",
            [],
            ["市房产局", "市金融办", "各县(市、区)人民政府"],
        ),
        ("农业农村部、工业和信息化部牵头负责", ["农业农村部", "工业和信息化部"], []),
        ("国家发展改革委牵头，国务院相关部门及各地区按职责分工负责", ["国家发展改革委"], ["国务院相关部门", "各地区"]),
        ("国务院办公厅牵头，各地区、各部门负责", ["国务院办公厅"], ["各地区", "各部门"]),
        ("市商务局牵头、市财政局配合", ["市商务局"], ["市财政局"]),
        ("市发改委会同市财政局、市科技局负责", ["市发改委"], ["市财政局", "市科技局"]),
        ("由市数据局牵头，市财政局、市科技局参与", ["市数据局"], ["市财政局", "市科技局"]),
        ("县水务局负责管网改造、验收，县审计局负责跟踪审计", [], ["县水务局", "县审计局"]),
        ("市科协牵头组织评选，市财政局保障经费，各区落实", ["市科协"], ["市财政局", "各区"]),
        (
            "市委组织部牵头，省社会保障服务中心、市政府督查室配合",
            ["市委组织部"],
            ["省社会保障服务中心", "市政府督查室"],
        ),
        ("管委会和燃气企业落实", [], ["管委会", "燃气企业"]),
        ("主要责任单位：县林业局；责任股室：造林股", [], ["县林业局", "造林股"]),
        ("责任单位：县林业局（牵头）、县财政局、各乡镇（街道）", ["县林业局"], ["县财政局", "各乡镇（街道）"]),
        ("市城管局（主办）、市公安局(协办单位)", ["市城管局"], ["市公安局"]),
        ("责任单位：区民政局、区教育局（牵头单位）", ["区教育局"], ["区民政局"]),
        ("北片医共体牵头，县财政局配合", ["北片医共体"], ["县财政局"]),
    ],
)
def test_words_name_leads_and_responsible_units(words, lead, responsible):
    found = words_to_assignment(words)
    assert found is not None
    assert (found.lead, found.responsible) == (tuple(lead), tuple(responsible))


@pytest.mark.parametrize(
    "words",
    [
        "由专人负责",
        "仅销售预包装食品",
        "市、区",
        "2023年4月底前完成",
        "快递物流、上市公司",
        "",
        "怀川市统筹城乡发展",
        "由专人负责保管",
    ],
)
def test_asides_assign_nothing(words):
    assert words_to_assignment(words) is None


def test_the_first_leads_where_the_document_says_so():
    assignment = words_to_assignment("市场监管总局、工业和信息化部等负责", LeadRule(first=True))
    assert assignment == Assignment(("市场监管总局",), ("工业和信息化部",), open_ended=True)


def test_a_label_beats_the_rule_of_the_first():
    assignment = words_to_assignment("农业农村部、工业和信息化部牵头负责", LeadRule(first=True))
    assert assignment == Assignment(("农业农村部", "工业和信息化部"), ())


def test_a_labelled_deadline_is_kept_apart_from_the_units():
    assignment = words_to_assignment("责任单位：市商务局；完成时限：2025年6月底前")
    assert assignment == Assignment((), ("市商务局",), deadline="2025年6月底前")


def test_running_text_is_no_list_of_units():
    assert words_to_assignment("各地要认真贯彻" * 200 + "负责") is None


def test_role_labels():
    assert starts_with_role("责任单位：市委组织部")
    assert starts_with_role("牵头部门:市商务局")
    assert not starts_with_role("附件：任务清单")


def test_a_group_named_by_its_levels_is_kept_before_a_verb():
    found = words_to_assignment("市水务局、市财政局，各市、县（市、区）政府按职责分工负责")
    assert found == Assignment((), ("市水务局", "市财政局", "各市、县（市、区）政府"))
    found = words_to_assignment("各省、自治区、直辖市人民政府负责")
    assert found == Assignment((), ("各省、自治区、直辖市人民政府",))
