"""Damaged inputs (rows lost, numbers doubled, text cut): warnings or fewer rows, never a wrong cell."""

import random
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.flattened.tables import flattened_tables
from corpus.grid import Grid
from corpus.reading.lines import text_to_lines

DOCUMENTS = Path(__file__).parents[3] / "corpus" / "documents"
QINGPU, SUZHOU = (next(DOCUMENTS.glob(f"{n}*.txt")).read_text(encoding="utf-8") for n in ("000", "001"))


def tables(text: str) -> list[Grid]:
    return flattened_tables(text_to_lines(text))


def rows(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in grid.rows]


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def test_a_lost_row_is_missed():
    start, end = QINGPU.index(" 9\n\n提高运营"), QINGPU.index("10 支持开展")
    grid = tables(QINGPU[:start] + QINGPU[end:])[0]
    assert len(grid.rows) == 21
    assert grid.warnings == ("缺序号9",)


def test_a_number_twice_is_said_and_both_rows_stay():
    grid = tables(changed(QINGPU, "\n6 综合配套", "\n5 综合配套"))[0]
    assert len(grid.rows) == 22
    assert grid.warnings == ("序号5重复", "缺序号6")


def test_a_lost_number_makes_no_sub_row():
    """The row stays a row, with an empty number, not one more measure of the row above."""
    grid = tables(changed(QINGPU, "\n5\n鼓励楼宇新建", "\n鼓励楼宇新建"))[0]
    assert [row[0] for row in rows(grid)][3:6] == ["4", "", "6"]
    assert rows(grid)[4][4:] == ["区商务委", "各街镇、区属公司"]
    assert grid.warnings == ("缺序号5", "第5行“序号”没有读出")


def test_lost_units_stay_empty():
    grid = tables(changed(QINGPU, "区国资委\n\n区房管局、各镇、\n\n区属公司\n", ""))[0]
    assert rows(grid)[10][4:] == ["", ""]
    assert grid.warnings == ("第11行“牵头单位”没有读出", "第11行“责任单位”没有读出")


def test_a_column_that_prints_nothing_is_said_once():
    grid = tables(changed(QINGPU, "具体举措 牵头单位", "具体举措 完成时限 牵头单位"))[0]
    assert [row[5] for row in rows(grid)] == [row[4] for row in rows(tables(QINGPU)[0])]
    assert grid.warnings == ("“完成时限”一列是空的",)


def test_a_note_column_may_be_empty():
    grid = tables(changed(QINGPU, "牵头单位 责任单位", "牵头单位 责任单位 备注"))[0]
    assert grid.warnings == ()


def test_a_cut_text_ends_in_a_doubtful_row():
    cut = QINGPU.rindex("业全生命周期管理") - 4
    grid = tables(QINGPU[:cut])[0]
    assert [row[0] for row in rows(grid)] == [str(number) for number in range(1, 22)]
    assert "第21行“责任单位”没有读出" in grid.warnings
    assert "第21行“具体举措”没有句末标点，可能没有写完" in grid.warnings


def test_prose_under_a_table_is_no_row():
    below = "管委会 \n\n各地区、各部门要高度重视，切实加强组织领导，明确责任分工，\n确保各项任务落到实处。\n"
    end = SUZHOU.rindex("管委会 ")
    grid = tables(SUZHOU[:end] + below + SUZHOU[end + 4 :])[1]
    assert len(grid.rows) == 17
    assert len(grid.warnings) == 1
    assert grid.warnings[0].startswith("表末")


def test_a_note_under_a_table_is_a_note():
    end = SUZHOU.rindex("管委会 ")
    grid = tables(SUZHOU[:end] + "管委会 \n\n注：各单位按职责分工\n抓好落实。\n" + SUZHOU[end + 4 :])[1]
    assert len(grid.rows) == 17
    assert grid.notes == ("注：各单位按职责分工抓好落实。",)


def test_a_figure_that_does_not_add_up_is_said():
    grid = tables(changed(SUZHOU, "昆山市 43 2 5 2 1 10", "昆山市 43 2 5 2 1 11"))[0]
    assert grid.warnings == ("“举办楼宇推介活动”各行之和78与全市合计77不符",)


def test_a_lost_figure_is_placed_by_the_checksum():
    """Five of six figures: only with 新增亿元楼宇 empty do all the other columns add up."""
    grid = tables(changed(SUZHOU, "昆山市 43 2 5 2 1 10", "昆山市 43 5 2 1 10"))[0]
    assert rows(grid)[3] == ["昆山市", "43", "", "5", "2", "1", "10"]
    assert "“新增亿元楼宇”各行之和16与全市合计18不符" in grid.warnings


def test_without_a_total_a_row_that_lost_a_figure_is_left_out():
    text = changed(SUZHOU, "昆山市 43 2 5 2 1 10", "昆山市 43 5 2 1 10")
    grid = tables(changed(text, "全市合计 347 18 87 27 7 77", ""))[0]
    assert "昆山市" not in [row[0] for row in rows(grid)]
    assert grid.warnings == ("“昆山市”一行的数不能确定属于哪一列，未采用",)


def test_a_figure_too_many_leaves_the_row_out():
    grid = tables(changed(SUZHOU, "昆山市 43 2 5 2 1 10", "昆山市 43 2 5 2 1 10 9"))[0]
    assert len(grid.columns) == 7
    assert "昆山市" not in [row[0] for row in rows(grid)]
    assert grid.warnings == ("“昆山市”一行有7个数，表有6列，未采用",)


def test_a_lost_name_does_not_shift_figures():
    """徐泾镇's figures without its name are not given to 赵巷镇, and the other rows stay as they are."""
    grid = tables(changed(QINGPU, "徐泾\n\n镇\n", ""))[1]
    assert [row[0] for row in rows(grid)] == ["新城公司", "西虹桥公司", "合计"]
    assert rows(grid)[0][10:] == ["1", "1", "1"]
    assert grid.warnings[0] == "“赵巷镇”一行有23个数，表有12列，未采用"


def test_a_rate_printed_in_the_second_of_four_rows_is_shared_all_the_same():
    text = changed(QINGPU, "10000 480000\n\n60%\n\n1 1 1", "10000 480000 1 1 1")
    text = changed(text, "20000 30000 1 20000 30000 1 10000 0 1", "20000 30000 1 20000 30000 1 10000 0 60% 1")
    grid = tables(text)[1]
    assert [row[9] for row in rows(grid)] == ["60%", "60%", "60%", "60%", ""]


def test_a_number_table_right_behind_a_task_table_is_found():
    below = "管委会 \n\n楼宇经济目标分解表\n\n地区 面积 数量\n\n甲区 10 2\n\n乙区 20 3\n\n合计 30 5\n"
    end = SUZHOU.rindex("管委会 ")
    _, tasks, numbers = tables(SUZHOU[:end] + below)
    assert len(tasks.rows) == 17
    assert rows(numbers) == [["甲区", "10", "2"], ["乙区", "20", "3"], ["合计", "30", "5"]]


def test_a_header_alone_is_no_table():
    assert tables("附件 1\n\n任务清单\n\n序号 重点任务 责任单位\n\n1 推进建设。 市住建局\n") == []


@pytest.mark.parametrize("seed", range(24))
def test_any_damage_leaves_rows_whole_or_out(seed):
    """Lines lost, doubled or shuffled, characters replaced: rows keep their shape and their place in the source."""
    text = damaged(seed)
    lines = text_to_lines(text)
    grids = flattened_tables(lines)
    for grid in grids:
        assert 0 <= grid.first <= grid.last < len(lines)
        for row in grid.rows:
            assert len(row.cells) == len(grid.columns)
            assert 0 <= row.start < row.end <= len(text)
    for above, below in pairwise(grids):
        assert above.last < below.first


def damaged(seed: int) -> str:
    chance = random.Random(seed)
    lines = (QINGPU if seed % 2 else SUZHOU).split("\n")
    at, size = chance.randrange(len(lines)), chance.randrange(1, 12)
    damage = (seed // 2) % 5
    if damage == 0:
        del lines[at : at + size]
    elif damage == 1:
        lines[at:at] = lines[at : at + size]
    elif damage == 2:
        lines = lines[:at]
    elif damage == 3:
        lines = [line for line in lines if line.strip()]
    else:
        for _ in range(40):
            index = chance.randrange(len(lines))
            lines[index] = lines[index][::-1] if chance.random() < 0.5 else lines[index] + chance.choice("1。、 局%")
    return "\n".join(lines)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "hostile",
    [
        "序号 任务 责任单位\n" + "1\n" * 3000,
        "附件 1\n清单表\n" + "地区\n" * 200 + "甲 1 2\n" * 800,
        "序号 任务 责任单位\n" + "\n".join(f"{n} 区" for n in range(1, 900)),
        "序号 任务 责任单位\n1 推进建设。 市局\n2 "
        + "\n".join("加快推进重点楼宇建设改造提升。" * 60)
        + "\n3 推进。 市局\n",
        "市" * 50_000,
        "1、" * 20_000,
        "附件 1\n清单表\n地区 面积 数量\n" + "1 " * 20_000 + "\n" + "1 " * 20_000,
    ],
)
def test_hostile_texts_end(hostile):
    assert isinstance(tables(hostile), list)
