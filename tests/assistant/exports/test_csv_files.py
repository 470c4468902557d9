"""CSV that opens in Excel and WPS and runs nothing."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.comparison import compare
from assistant.exports.sheet_files import harmless, sheets_to_csv
from assistant.exports.target_sheets import detail_sheet, targets_to_sheet
from assistant.exports.task_sheets import matrix_to_sheets, tasks_to_sheet
from assistant.task_layout import TaskColumn, TaskGroup, TaskLayout
from tests.assistant.making import five_documents, library, matrix, task


def read(sheet):
    return list(csv.reader(io.StringIO(sheets_to_csv([sheet]).decode("utf-8-sig"))))


def test_it_begins_with_the_mark_that_excel_needs():
    assert sheets_to_csv([tasks_to_sheet([], five_documents())]).startswith(b"\xef\xbb\xbf")


def test_every_task_is_a_line():
    lines = read(tasks_to_sheet(five_documents().tasks(), five_documents()))
    assert len(lines) == 1 + 123
    assert len({len(line) for line in lines}) == 1
    assert lines[1][4].startswith("西虹桥、新城、赵巷、徐泾地区招引")
    assert lines[1][5] == "区商务委、区规划资源局"


def test_tasks_stand_in_groups_with_the_columns_that_were_chosen():
    """A task that several units lead stands under each; days are told beside the deadline as printed."""
    made = library(tasks=(task("a", 1, lead=("甲局", "乙局")), task("a", 2, lead=("乙局",))))
    layout = TaskLayout(TaskGroup.UNIT, frozenset({TaskColumn.SEQ, TaskColumn.DEADLINE}))
    lines = read(tasks_to_sheet(made.tasks(), made, layout))
    assert lines[0] == ["分组", "序号", "完成时限", "最后一天"]
    assert [line[:2] for line in lines[1:]] == [["乙局", "1"], ["乙局", "2"], ["甲局", "1"]]


def test_every_target_is_a_line():
    lines = read(targets_to_sheet(five_documents().targets(), five_documents()))
    assert len(lines) == 1 + len(five_documents().targets())


def test_every_cell_of_a_comparison_is_a_line_with_its_state():
    view = compare(five_documents(), indicator="楼宇入驻率")
    lines = read(detail_sheet(view, five_documents()))
    assert len(lines) == 1 + sum(len(cells) for cells in view.indicators[0].cells.values())
    assert {line[2] for line in lines[1:]} == {"仅此一处", "不可比", "未提及"}


def test_the_matrices_of_several_documents_stand_one_below_the_other():
    text = sheets_to_csv(matrix_to_sheets(matrix(five_documents()), five_documents())[:-1]).decode("utf-8-sig")
    assert text.count("牵头任务数") == 4


@pytest.mark.parametrize("cell", ["=1+1", "+86", "-甲", "@SUM(A1)", "\t=1", "＝HYPERLINK()"])
def test_what_a_program_might_run_is_defused(cell):
    made = library(tasks=(task("a", 1, measure=cell),))
    assert read(tasks_to_sheet(made.tasks(), made))[1][4] == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "-0.5", "12", "推进“属地+楼宇”", ""])
def test_plain_words_and_numbers_stay_as_they_are(cell):
    assert harmless(cell) == cell


@given(st.text(max_size=60))
def test_no_cell_begins_like_a_formula(text):
    assert not harmless(text).startswith(("=", "+", "@", "\t"))
