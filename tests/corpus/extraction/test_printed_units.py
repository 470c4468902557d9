from corpus.extraction.number_checks import with_units
from corpus.extraction.prose_targets import prose_to_targets
from corpus.extraction.target_tables import tables_to_targets
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph, a_table

PROSE = "到2025年，争取存量空置楼宇累计去化面积40万平方米；总部类重点项目引进不少于15个。"


def cells(total):
    table = a_table(
        ["属地", ("2023年", "去化面积"), ("2024年", "去化面积"), ("2025年", "总部项目引进")],
        [["赵巷镇", "150000", "250000", "15"], ["合计", "150000", total, "15"]],
        caption="指标分解表",
    )
    heading = a_heading(1, "一、", "主要目标")
    document = a_document(heading, a_paragraph(PROSE, "一、主要目标"), table)
    return with_units(tables_to_targets(document, "全区"), prose_to_targets(document))


def test_the_goal_of_the_text_tells_the_unit_where_the_totals_agree():
    assert [cell.quantity.unit for cell in cells("250000")] == ["平方米", "平方米", "个"] * 2


def test_no_unit_is_given_where_the_totals_do_not_agree():
    assert [cell.quantity.unit for cell in cells("260000")] == ["", "", "个"] * 2
