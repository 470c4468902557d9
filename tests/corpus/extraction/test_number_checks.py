from corpus.extraction.number_checks import annex_findings, sequence_findings, total_findings
from corpus.extraction.prose_targets import prose_to_targets
from corpus.extraction.target_tables import tables_to_targets
from corpus.facts import FindingKind
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph, a_table


def events(total):
    return a_table(
        ["地区", "计划举办楼宇推介活动（场）", "入驻率（%）"],
        [["昆山市", "40", "80"], ["太仓市", "37", "80"], ["全市合计", total, "80"]],
        caption="2023年度目标清单",
    )


def test_a_total_that_adds_up_is_no_finding():
    assert total_findings(a_document(a_table(["项目", "面积"], [["甲", "1.5"], ["乙", "2.5"], ["合计", "4"]]))) == []


def test_a_total_that_does_not_is_stated_with_both_sides():
    (finding,) = total_findings(
        a_document(a_table(["项目", "面积"], [["甲", "1"], ["乙", "2"], ["合计", "4"]], caption="清单"))
    )
    assert finding.kind is FindingKind.TOTAL
    assert finding.message == "表“清单”的“面积”各行相加为3，与所印合计4不符。"


def compare(prose, table):
    document = a_document(
        a_heading(1, "一、", "目标"),
        a_paragraph(prose, "一、目标"),
        table,
        title="关于促进楼宇经济发展的推进方案（2023年）",
    )
    return annex_findings(prose_to_targets(document), tables_to_targets(document, "全市"))


def test_text_and_annex_that_differ_are_both_cited():
    (finding,) = compare("2023年，全市举办楼宇推介活动超70场。", events("77"))
    assert finding.kind is FindingKind.PROSE_ANNEX
    assert finding.message == "正文“举办楼宇推介活动”为超70场，附件“计划举办楼宇推介活动”合计为77场。"
    assert [evidence.quote for evidence in finding.evidence] == ["2023年，全市举办楼宇推介活动超70场。", "全市合计7780"]


def test_the_same_number_is_no_finding():
    assert compare("2023年，全市举办楼宇推介活动77场。", events("77")) == []


def yearly(*numbers):
    return a_table(
        ["指标名称", "单位", "2024年", "2025年", "2026年"], [["新增企业", "家", *numbers]], caption="年度发展指标"
    )


def test_years_add_up_and_an_equal_sum_does_not_keep_more_than():
    (finding,) = compare("到2026年，全市新增企业超300家。", yearly("100", "100", "100"))
    assert "合计为300家（2024年100家、2025年100家、2026年100家）" in finding.message
    assert compare("到2026年，全市新增企业300家以上。", yearly("100", "100", "100")) == []


def test_a_stock_is_not_compared_with_what_is_added():
    assert compare("到2026年，全市企业总数达到900家。", yearly("100", "100", "100")) == []


def test_missing_and_doubled_numbers_of_rows():
    gap = a_table(["序号", "任务"], [["1", "甲"], ["3", "乙"]], caption="清单")
    merged = a_table(["序号", "任务"], [["1", "甲"], ["^1", "乙"], ["2", "丙"]])
    (finding,) = sequence_findings(a_document(gap))
    assert finding.message == "表“清单”的序号不连续：1、3。"
    assert sequence_findings(a_document(merged)) == []
