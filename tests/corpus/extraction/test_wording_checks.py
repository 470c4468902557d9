from corpus.extraction.clause_checks import link_tasks, wording_findings
from corpus.extraction.clauses import clauses_to_tasks
from corpus.extraction.task_tables import tables_to_tasks
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph, a_table


def findings(clause, row):
    document = a_document(
        a_heading(1, "1.", "搭建门户。"),
        a_paragraph(f"{clause}（区发改局负责）", "1.搭建门户"),
        a_table(["序号", "任务", "措施", "责任单位"], [["29", "搭建门户", row, "区发改局"]]),
    )
    return wording_findings(link_tasks([*tables_to_tasks(document), *clauses_to_tasks(document)]))


def test_changed_words_are_stated_with_both_sides():
    (finding,) = findings(
        "面向企业、人才提供政策匹配、项目申报、注册财税、诉求反映等服务。",
        "面向企业、人才提供政策匹配、项目申报、工商财税、诉求反映等服务。",
    )
    assert finding.message == "“搭建门户”第29项措辞不同：正文“注册财税”，任务表“工商财税”。"


def test_omissions_and_other_punctuation_are_no_finding():
    assert (
        findings(
            "面向企业提供政策匹配,方便群众,项目申报等网上商事服务。", "面向企业提供政策匹配，项目申报等网上商事服务。"
        )
        == []
    )


def test_an_excerpt_begins_and_ends_with_whole_words():
    """Not in the middle of a name: 划局重点负责."""
    (finding,) = findings(
        "加强统筹。市资源规划局重点负责新建楼宇的空间布局规划。",
        "加强统筹。市资源规划局重点围绕新建楼宇的空间布局规划。",
    )
    assert "正文“市资源规划局重点负责新建楼宇的空间布局规划”" in finding.message
    assert "任务表“市资源规划局重点围绕新建楼宇的空间布局规划" in finding.message
