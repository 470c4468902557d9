"""Tab-separated tables: stitched, carried down, and told from boxes."""

from corpus.reading.lines import text_to_lines
from corpus.reading.tabbed import tabbed_tables


def tables(text):
    return tabbed_tables(text_to_lines(text))


def words(grid):
    return [[f"^{cell.text}" if cell.carried else cell.text for cell in row.cells] for row in grid.rows]


PIECES = (
    "任务分解表\n\n序号\t重点任务\t具体任务\t责任单位\n1\t盘活存量楼宇\t摸清底数。\t市发展改革委\n2\t\t腾笼换鸟。\t各区人民政府\n"
    "\n序号\t重点任务\t具体任务\t责任单位\n3\t提升运营能力\t引进主体。\t市房产局\n4\t\t资产证券化。\t市金融办\n"
)


def test_pieces_with_repeated_headers_are_one_table():
    (grid,) = tables(PIECES)
    assert grid.caption == "任务分解表"
    assert [column.path for column in grid.columns] == [("序号",), ("重点任务",), ("具体任务",), ("责任单位",)]
    assert len(grid.rows) == 4


def test_a_blank_in_a_merged_text_column_is_carried_down_and_marked():
    (grid,) = tables(PIECES)
    assert words(grid)[1] == ["2", "^盘活存量楼宇", "腾笼换鸟。", "各区人民政府"]
    assert words(grid)[3] == ["4", "^提升运营能力", "资产证券化。", "市金融办"]


def test_a_blank_unit_or_number_is_never_carried():
    """What is not printed for a row is not known for it."""
    (grid,) = tables("序号\t任务\t责任单位\t数量\n1\t建设平台\t市发改委\t5\n2\t改造楼宇\t\t\n3\t招商\t市商务局\t7\n")
    assert words(grid)[1] == ["2", "改造楼宇", "", ""]


def test_a_total_row_is_kept_as_printed():
    (grid,) = tables("序号\t项目\t类别\t内容\t面积\n1\t甲\t产业\t甲楼。\t10\n2\t乙\t\t乙楼。\t20\n合计\t\t\t\t30\n")
    assert words(grid)[1][2] == "^产业"
    assert words(grid)[2] == ["合计", "", "", "", "30"]


def test_offsets_span_the_rows_own_words():
    text = PIECES
    (grid,) = tables(text)
    assert text[grid.rows[1].start : grid.rows[1].end] == "2\t\t腾笼换鸟。\t各区人民政府"
    assert text[grid.header_start : grid.header_end] == "序号\t重点任务\t具体任务\t责任单位"
    lines = text_to_lines(text)
    assert lines[grid.first].text == "任务分解表"
    assert lines[grid.last].text.endswith("市金融办")


def test_a_two_level_header_with_a_cell_per_line():
    """嘉兴: a diagonal first cell, years over areas, each cell on a line behind a tab, rows apart by empty lines."""
    (grid,) = tables(
        "表：主要目标\n\t时间\n指标\n\t2015年\n\t2020年\n\n\t\n\t全市\n\t市本级\n\t全市\n\t市本级\n\n"
        "\t平均入驻率（%）\n\t75.6\n\t76.7\n\t85以上\n\t85以上\n\n\t税收总量（亿元）\n\t33.8\n\t14.4\n\t62\n\t30\n\n\n注：口径\n"
    )
    assert grid.caption == "主要目标"
    assert [column.path for column in grid.columns] == [
        ("指标",),
        ("2015年", "全市"),
        ("2015年", "市本级"),
        ("2020年", "全市"),
        ("2020年", "市本级"),
    ]
    assert words(grid) == [
        ["平均入驻率（%）", "75.6", "76.7", "85以上", "85以上"],
        ["税收总量（亿元）", "33.8", "14.4", "62", "30"],
    ]


def test_a_two_level_header_with_blanks_for_spans():
    (grid,) = tables("地区\t2023年\t\t2024年\t\n\t面积\t个数\t面积\t个数\n甲镇\t10\t1\t20\t2\n乙镇\t30\t3\t40\t4\n")
    assert [column.name for column in grid.columns] == [
        "地区",
        "2023年 面积",
        "2023年 个数",
        "2024年 面积",
        "2024年 个数",
    ]


def test_a_wrapped_cell_is_put_together_again():
    (grid,) = tables("序号\t任务\t责任单位\n1\t推进建设\n和改造\t市发改委、\n市住建局\n2\t招商\t市商务局\n")
    assert words(grid) == [["1", "推进建设和改造", "市发改委、市住建局"], ["2", "招商", "市商务局"]]


def test_bars_part_cells_as_tabs_do():
    (grid,) = tables(
        "指标表\n\n| 指标 | 单位 | 2025年 |\n|---|:---:|---|\n| 新增面积 | 万方 | 60 |\n| 入驻率 |  | 80 |\n"
    )
    assert [column.name for column in grid.columns] == ["指标", "单位", "2025年"]
    assert words(grid) == [["新增面积", "万方", "60"], ["入驻率", "", "80"]]


def test_bars_between_cells_alone_part_them_and_none_in_a_sentence():
    (grid,) = tables("指标表\n指标 | 单位 | 2025年\n新增面积 | 万方 | 60\n入驻率 | | 80\n")
    assert words(grid) == [["新增面积", "万方", "60"], ["入驻率", "", "80"]]
    assert tables("推进“互联网|物流|金融”融合。\n建设“一带|一路|一港”。\n") == []


def test_a_box_of_prose_is_no_table():
    """嘉兴 prints its 专栏 as one cell behind a tab."""
    assert (
        tables(
            "\t专栏1：发展重点\n嘉善县：发挥作用，求突破。\n平湖市：以接轨上海为重点。\n\n\n（二）布局\n\t抄送：某局。\n"
        )
        == []
    )


def test_the_unit_above_a_table_is_not_its_caption():
    (grid,) = tables("目标清单\n单位：幢、场\n\n地区\t新增\n甲市\t2\n乙市\t3\n")
    assert (grid.caption, grid.unit_note) == ("目标清单", "幢、场")


def test_a_sentence_or_heading_above_a_table_is_not_its_caption():
    assert tables("目标如下。\n地区\t新增\n甲市\t2\n")[0].caption == ""
    assert tables("（三）主要目标\n地区\t新增\n甲市\t2\n")[0].caption == ""


def test_two_tables_with_a_caption_between_are_two():
    first, second = tables("甲表\n地区\t新增\n甲市\t2\n\n乙表\n\n序号\t任务\n1\t招商\n")
    assert (first.caption, second.caption) == ("甲表", "乙表")


def test_the_unit_may_stand_behind_the_caption():
    (grid,) = tables("附表 任务分解表（单位：万亩）\n\n地区\t新建\n甲市\t2\n乙市\t3\n")
    assert grid.unit_note == "万亩"


def test_an_attachment_named_right_above_its_table_heads_it():
    """With its number or not; a list of several heads none of them."""
    rows = "序号\t任务\t牵头单位\n1\t编制规划\t市商务局\n2\t延长运营\t市交通运输局\n"
    assert tables(f"全文如下。\n附件：夜间经济重点任务分解表\n{rows}")[0].caption == "夜间经济重点任务分解表"
    assert tables(f"全文如下。\n附 件: 河道整治清单\n\n{rows}")[0].caption == "河道整治清单"
    assert tables(f"全文如下。\n附件：1.任务分解表\n2.任务清单\n{rows}")[0].caption == ""
