"""What looks like a fact and became none is told, with its words and its place."""

import pytest

from corpus.extraction import unread as unread_module
from corpus.extraction.column_kinds import ColumnKind
from corpus.extraction.facts import document_to_facts
from corpus.extraction.prose_targets import prose_to_targets
from corpus.extraction.unread import unread_findings
from corpus.facts import FindingKind
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph, a_table


def unread(text, title="任务"):
    return document_to_facts(a_document(a_heading(1, "一、", title), a_paragraph(text, f"一、{title}"))).unread


@pytest.mark.parametrize(
    ("text", "title", "doubt"),
    [
        ("修建水库（县水利局负责，具体办法由省厅另行制定并公布）。", "任务", "像责任分工，没有识别为任务"),
        ("各乡镇2027年6月底前报送总结。", "任务", "写有时限，没有归入任务"),
        ("有关情况年底前报县政府。", "任务", "写有时限，没有归入任务"),
        ("到2028年，争取让80%以上的群众都满意。", "任务", "写有目标数字，没有识别为指标"),
        ("到2028年，产值达到3\ue0115亿元。", "目标", "数字中有无法辨认的字符，没有作为数据"),
    ],
)
def test_what_was_not_understood_is_told(text, title, doubt):
    (finding,) = unread(text, title)
    assert finding.kind is FindingKind.UNREAD
    assert finding.message.startswith(f"第1行（一、{title}）“")
    assert doubt in finding.message
    assert finding.evidence[0].quote in text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("修建水库。（县水利局负责，2027年6月底前完成）", "任务"),
        ("2027年6月底前修建水库。（县水利局负责）", "任务"),
        ("到2028年，覆盖率达到80%。", "目标"),
        ("目前，覆盖率达到60%。", "任务"),
        ("这五年，县城面貌一新。收入增加到3万元，能耗累计下降14%。", "目标"),
        ("对2005年底前建成的小区进行改造。", "任务"),
        ("县水利局（含所属单位）要加强管理。", "任务"),
        ("实现5个工作日内办结。", "任务"),
    ],
)
def test_what_was_understood_or_says_nothing_of_the_kind_is_not(text, title):
    assert unread(text, title) == ()


def test_a_deadline_that_names_no_day_is_told():
    table = a_table(["任务", "完成时限", "责任单位"], [["修建水库", "按省里要求", "县水利局"]])
    (finding,) = document_to_facts(a_document(table)).unread
    assert "“按省里要求”是写出的时限，未能识别为日期" in finding.message


def test_a_cell_that_says_a_number_among_words_is_told():
    table = a_table(
        ["指标", "2028年目标"],
        [["绿地率", "较上年提高2个百分点"], ["学位", "[500]"], ["水质", "参照A2类"]],
        caption="指标表",
    )
    facts = document_to_facts(a_document(table))
    assert [str(one.quantity.value) for one in facts.targets] == ["2", "500"]
    (finding,) = facts.unread
    assert "“参照A2类”在目标表中，没有识别为数" in finding.message


def test_a_number_lost_beside_a_goal_of_its_sentence_is_told():
    text = "到2028年，新建泵站12座，水质达标率提高到95%。"
    document = a_document(a_heading(1, "一、", "目标"), a_paragraph(text, "一、目标"))
    goals = prose_to_targets(document)
    assert [one.indicator for one in goals] == ["新建泵站", "水质达标率"]
    assert unread_findings(document, [], goals) == []
    (finding,) = unread_findings(document, [], goals[:1])
    assert "写有目标数字，没有识别为指标" in finding.message


def test_a_table_that_announces_goals_and_gives_none_is_told(monkeypatch):
    kinds = (ColumnKind.PLACE, ColumnKind.NUMBER)
    monkeypatch.setattr(unread_module, "column_kinds", lambda *_: kinds)
    rows = [["东镇", "12"], ["西镇", "9"]]
    (finding,) = unread_findings(a_document(a_table(["乡镇", "座"], rows, caption="泵站建设目标任务表")), [], [])
    assert finding.message.endswith("“泵站建设目标任务表”像目标表，没有识别出目标，请人工核对。")
    assert unread_findings(a_document(a_table(["乡镇", "座"], rows, caption="现有泵站")), [], []) == []
