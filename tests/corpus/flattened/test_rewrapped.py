"""Tables of other documents, flattened at other widths and in other habits of extraction, come out as they were.

The truth are tables that kept their tabs (太原, 鹿城) and tables written here; `flattening` plays the PDF extractor.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.flattened.tables import flattened_tables
from corpus.quoting import compact
from corpus.reading.lines import text_to_lines
from tests.corpus.flattened.flattening import (
    BLANK_BETWEEN_CELLS,
    BY_HEIGHT,
    PLAIN,
    STYLES,
    Row,
    flatten,
    flatten_numbers,
    wrap,
)

DOCUMENTS = Path(__file__).parents[3] / "corpus" / "documents"
OPENING = "某某市高质量发展实施方案\n\n附件 1\n\n重点任务分解表\n\n"
CLOSING = "\n抄送：市委各部门，市人大常委会办公室。\n"
DEADLINES = ("2024年6月底前", "持续推进", "2024年12月", "2025年", "每年12月底前", "长期坚持", "2024年第三季度")


def tabbed(prefix: str, columns: int, header: str) -> list[list[str]]:
    """The rows of a table that kept its tabs."""
    text = next(DOCUMENTS.glob(f"{prefix}*.txt")).read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.split("\n")]
    start = lines.index(header.split("\t"))
    rows = [[cell.strip() for cell in line] for line in lines[start:] if len(line) == columns]
    return [row for row in rows if row[0].isdigit()]


def merged(rows: Sequence[Sequence[str]], column: int) -> list[Row]:
    """The rows with cells of a column that repeat the one above, or are empty, merged into it."""
    out: list[Row] = []
    above = None
    for row in rows:
        cells: list[str | None] = list(row)
        if row[column] in {"", above}:
            cells[column] = None
        else:
            above = row[column]
        out.append(cells)
    return out


def filled(rows: Sequence[Row]) -> list[list[str]]:
    """What a reader sees: merged cells hold the text of the cell above."""
    out: list[list[str]] = []
    for row in rows:
        above = out[-1] if out else [""] * len(row)
        out.append([compact(above[c] if cell is None else cell) for c, cell in enumerate(row)])
    return out


def reread(text: str) -> list[list[str]]:
    grids = flattened_tables(text_to_lines(text))
    assert len(grids) == 1
    return [[compact(cell.text) for cell in row.cells] for row in grids[0].rows]


TAIYUAN = merged(tabbed("002", 4, "序号\t重点任务\t具体任务\t责任单位"), 1)
LUCHENG = merged(tabbed("003", 4, "序号\t工作任务\t工作举措\t责任单位"), 1)


def test_the_truth_is_whole():
    assert (len(TAIYUAN), len(LUCHENG)) == (23, 32)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("widths", [(2, 6, 24, 12), (2, 8, 30, 16), (3, 5, 20, 6)])
def test_a_table_of_four_columns_without_any_headings_in_the_text(style, widths):
    header = ["序号", "重点任务", "具体任务", "责任单位"]
    assert reread(OPENING + flatten(header, TAIYUAN, widths, style) + CLOSING) == filled(TAIYUAN)


@pytest.mark.parametrize("style", [PLAIN, BY_HEIGHT])
def test_other_header_words_two_roles_and_a_deadline(style):
    """牵头部门 and 配合部门 side by side are told apart by unit names alone, 时间节点 by its grammar."""
    header = ["序号", "重点任务", "工作举措", "时间节点", "牵头部门", "配合部门"]
    rows = [[*row[:3], DEADLINES[n % len(DEADLINES)], *lead_and_others(row[3] or "")] for n, row in enumerate(LUCHENG)]
    for widths in ((2, 6, 24, 6, 6, 10), (3, 4, 30, 5, 5, 7)):
        assert reread(OPENING + flatten(header, rows, widths, style) + CLOSING) == filled(rows)


def lead_and_others(units: str) -> tuple[str, str]:
    names = units.replace("，", "、").split("、")
    leads = [name.lstrip("*") for name in names if name.startswith("*")] or names[:1]
    return "、".join(leads), "、".join(name for name in names if name.lstrip("*") not in leads)


def test_measures_that_end_without_a_full_stop():
    rows = [[*row[:2], (row[2] or "").rstrip("。；"), row[3]] for row in LUCHENG]
    header = ["序号", "工作任务", "工作举措", "责任单位"]
    assert reread(OPENING + flatten(header, rows, (2, 6, 24, 12), PLAIN) + CLOSING) == filled(rows)


def test_a_category_printed_before_the_running_number():
    rows = [[row[1], row[0], *row[2:]] for row in TAIYUAN]
    header = ["工作领域", "序号", "具体任务", "责任单位"]
    assert reread(OPENING + flatten(header, rows, (6, 2, 24, 12), BY_HEIGHT) + CLOSING) == filled(rows)


def test_a_table_without_running_numbers():
    rows = [row[1:] for row in TAIYUAN[:9]]
    header = ["重点任务", "具体任务", "责任单位"]
    assert reread(OPENING + flatten(header, rows, (6, 24, 12), BLANK_BETWEEN_CELLS) + CLOSING) == filled(rows)


def test_sub_rows_with_units_of_their_own():
    """One running number for all measures of a task."""
    number = 0
    rows: list[Row] = []
    for row in TAIYUAN:
        number += row[1] is not None
        rows.append([None if row[1] is None else str(number), *row[1:]])
    header = ["序号", "重点任务", "具体任务", "责任单位"]
    assert reread(OPENING + flatten(header, rows, (2, 6, 24, 12), PLAIN) + CLOSING) == filled(rows)


def test_a_header_whose_names_stand_on_lines_of_their_own():
    header = ["序号", "重点任务", "具体任务", "责任单位"]
    body = flatten(header, TAIYUAN[:6], (2, 6, 24, 12), PLAIN).split("\n\n", 1)[1]
    spread = "序号\n\n重点\n任务\n\n具体任务\n\n责任\n单位\n\n"
    assert reread(OPENING + spread + body + CLOSING) == filled(TAIYUAN[:6])


@pytest.mark.parametrize("break_mark", ["序号 重点任务 具体任务 责任单位\n", " ", "\f"])
@pytest.mark.parametrize("broken", [1, 3, 6, 9])
def test_a_row_broken_by_a_page_break(broken, break_mark):
    """Upper halves of all cells stand on one page, lower halves on the next, below a repeated header or none."""
    header, widths = ["序号", "重点任务", "具体任务", "责任单位"], (2, 6, 24, 12)
    cells = [wrap(cell, width) if cell else [] for cell, width in zip(TAIYUAN[broken], widths, strict=True)]
    upper = "\n".join("\n".join(lines[:1]) for lines in cells if lines[:1])
    lower = "\n".join("\n".join(lines[1:]) for lines in cells if lines[1:])
    before = flatten(header, TAIYUAN[:broken], widths, PLAIN)
    behind = flatten(header, TAIYUAN[broken + 1 : 12], widths, PLAIN).split("\n\n", 1)[1]
    text = OPENING + before + upper + "\n" + break_mark + lower + "\n" + behind + CLOSING
    want = filled(TAIYUAN[:12])
    assert reread(text)[broken] == want[broken]


@pytest.mark.parametrize("widths", [(3, 3), (4, 4), (6, 6), (2, 4)])
def test_a_number_table_with_two_levels_and_a_shared_rate(widths):
    """The rate is printed once, the columns add up, the names come back under every year."""
    leaves = ["新增面积", "楼宇入驻率", "引进企业数"] * 2
    rows = [
        ["东城街道", "1200", "80%", "15", "1500", "85%", "20"],
        ["西城街道", "800", "", "5", "900", "", "10"],
        ["南山镇", "3000", "", "30", "3100", "", "33"],
        ["合计", "5000", "", "50", "5500", "", "63"],
    ]
    text = "附件 2\n\n楼宇经济指标分解表\n\n" + flatten_numbers("属地", ["2024年", "2025年"], leaves, rows, widths)
    [grid] = flattened_tables(text_to_lines(text + CLOSING))
    assert [column.name for column in grid.columns[1:]] == [
        f"{year} {leaf}" for year, leaf in zip(["2024年"] * 3 + ["2025年"] * 3, leaves, strict=True)
    ]
    shared = [[*row[:2], "80%", row[3], row[4], "85%", row[6]] for row in rows[:3]]
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [*shared, rows[3]]
    assert grid.warnings == ()


def test_a_header_too_narrow_to_be_sure_of_is_said():
    """Two characters a line, and no text that uses the words: the names may be cut anywhere."""
    leaves = ["商务办公楼宇数量", "新增亿元楼宇", "累计亿元楼宇", "举办推介活动"]
    rows = [["甲区", "1", "2", "3", "4"], ["乙区", "2", "3", "4", "5"], ["合计", "3", "5", "7", "9"]]
    text = "附件 2\n\n目标清单表\n\n" + flatten_numbers("地区", [], leaves, rows, (2, 2))
    [grid] = flattened_tables(text_to_lines(text))
    names = [column.name for column in grid.columns[1:]]
    assert names == leaves or any("列名的分界不确定" in warning for warning in grid.warnings)
