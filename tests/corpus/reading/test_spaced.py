"""Tables parted by blanks: told from lists, from running text and from tables that are not printed row by row."""

import pytest

from corpus.document import Source
from corpus.extraction.facts import document_to_facts
from corpus.quoting import compact
from corpus.reading.document import reading_to_document
from corpus.reading.lines import text_to_lines
from corpus.reading.plain_text import find_grids, read_text

PLAN = (
    "澜屏县2025年工作计划\n\n四、各乡（镇）2025年重点指标\n\n"
    "乡镇 隐患点治理（处） 新建防火通道（公里）\n城关镇 2 1.5\n拉井镇 4 5.0\n合 计 6 6.5\n\n注：未列乡镇不下达指标。\n"
)


def rows(text):
    return [[cell.text for cell in row.cells] for grid in find_grids(text_to_lines(text)) for row in grid.rows]


def test_a_table_parted_by_blanks_gives_its_goals_the_year_of_its_heading():
    document = reading_to_document(
        read_text(PLAN.encode(), "计划.txt"),
        Source(id="plan", file="计划.txt", media_type="text/plain", sha256="0" * 64),
    )
    (table,) = document.tables
    assert [column.name for column in table.columns] == ["乡镇", "隐患点治理（处）", "新建防火通道（公里）"]
    assert table.notes == ("注：未列乡镇不下达指标。",)
    assert compact(table.rows[2].quote) in compact(PLAN)
    found = [
        (one.scope, one.indicator, one.quantity.number, one.quantity.unit, one.year, one.is_total)
        for one in document_to_facts(document).targets
    ]
    assert found[:2] == [
        ("城关镇", "隐患点治理", "2", "处", 2025, False),
        ("城关镇", "新建防火通道", "1.5", "公里", 2025, False),
    ]
    assert found[-1] == ("合计", "新建防火通道", "6.5", "公里", 2025, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("序号 指标名称 2030年\n1 覆盖率 ≥96\n2 治理率 65\n\n项目 推进 有力\n", "1|覆盖率|≥96 2|治理率|65"),
        ("地区　　2025 年　　2026 年\n甲　镇　　9万元　　—\n乙镇　　8万元　　3\n", "甲镇|9万元|— 乙镇|8万元|3"),
        ("园区 面积 （亩） 企业 （家）\n东园 120 8\n\n西园 90 5\n\n五、保障\n", "东园|120|8 西园|90|5"),
        ("指标名称 属性 要求\n覆盖率 约束性 提高\n满意度 预期性 改善\n", "覆盖率|约束性|提高 满意度|预期性|改善"),
    ],
    ids=["numbered", "wide blanks", "units apart, empty lines", "indicators in words"],
)
def test_rows_below_names_of_as_many_cells_are_a_table(text, expected):
    assert " ".join(map("|".join, rows(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "组　长　周启明　市委常委\n副组长　沈若兰　副市长\n成　员　李　四　市财政局局长\n",
        "关于工作的通知 市政府 办公室\n1. 新建学校 3 所\n2. 新建医院 5 所\n",
        "左栏讲的是目标 右栏讲的是 措施如下\n坚持统筹推进 落实各项 重点工作\n完善工作机制 强化督促 检查考核\n",
        "乡镇 面积 户数\n甲镇 2 3\n乙镇 4 5\n丙镇 4\n丁镇 7 8 9\n",
        "乡镇 面积 户数\n甲镇 2 3\n乙镇 4 5\n及园区\n",
        "乡镇 面积 户数\n甲镇 2 3\n",
    ],
    ids=["names of persons", "list", "two columns of text", "rows of other widths", "a wrapped name", "one row"],
)
def test_what_is_not_printed_row_by_row_is_left_as_it_is(text):
    assert rows(text) == []
