"""Workbooks that open ready to use: read back with another library."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from assistant.comparison import compare
from assistant.exports.sheet import Column, Sheet
from assistant.exports.sheet_files import sheets_to_xlsx, sourced_xlsx
from assistant.exports.target_sheets import comparison_to_sheets, targets_to_sheet
from assistant.exports.task_sheets import matrix_to_sheets, tasks_to_sheet
from tests.assistant.making import five_documents, library, matrix, task


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module")
def tasks_book():
    sheet = tasks_to_sheet(five_documents().tasks(), five_documents())
    return opened(sourced_xlsx([sheet], five_documents(), ["qingpu", "suzhou", "taiyuan", "lucheng"]))


def test_all_tasks_are_written(tasks_book):
    """94 rows of tables and 29 clauses."""
    assert tasks_book["任务清单"].max_row == 3 + 123 + 1


def test_the_title_names_the_documents_with_their_numbers(tasks_book):
    page = tasks_book["任务清单"]
    assert page["A1"].value == "任务清单"
    assert "（青府办发〔2023〕30号）" in page["A2"].value
    assert "（苏府办〔2023〕48号）" in page["A2"].value


def test_header_is_frozen_and_filtered(tasks_book):
    page = tasks_book["任务清单"]
    assert page.freeze_panes == "A4"
    assert page.auto_filter.ref == "A3:L126"
    assert [cell.value for cell in page[3]][:4] == ["文件", "序号", "类别", "任务"]


def test_it_prints_on_a4_landscape_with_its_header_on_each_page(tasks_book):
    page = tasks_book["任务清单"]
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.print_title_rows == "$3:$3"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToHeight == 0


def test_texts_are_wrapped_and_rows_are_high_enough(tasks_book):
    page = tasks_book["任务清单"]
    assert page["E4"].alignment.wrap_text
    assert page.row_dimensions[4].height > 13


def test_leads_are_marked_by_more_than_colour(tasks_book):
    page = tasks_book["任务清单"]
    assert page["F4"].value == "区商务委、区规划资源局"
    assert page["F4"].font.bold
    assert not page["G4"].font.bold


def test_rows_without_lead_say_so(tasks_book):
    page = tasks_book["任务清单"]
    notes = {row[0].value: row[10].value for row in page.iter_rows(min_row=4, max_row=126) if not row[5].value}
    assert notes["太原"] == "正文条款只列责任单位，未区分牵头单位；文件未写完成时限"


def test_numbers_and_days_are_numbers_and_days(tasks_book):
    """苏州's plan is due at the end of April 2023; a number as printed stays text where a program would change it."""
    page = tasks_book["任务清单"]
    days = {row[7].value: row[8].value for row in page.iter_rows(min_row=4, max_row=126)}
    assert days["2023年4月底前"].date() == date(2023, 4, 30)
    assert days["持续推进"] is None
    assert page["B4"].value == 1
    columns = (Column("数值", 8, kind="number"),)
    book = opened(sheets_to_xlsx([Sheet("表", "表", "", columns, (("85",), ("1.50",), ("007",), ("=1",)))]))
    assert [row[0].value for row in book["表"].iter_rows(min_row=4)] == [85, "1.50", "007", "=1"]


def test_sources_are_a_sheet(tasks_book):
    rows = list(tasks_book["来源"].iter_rows(min_row=4, values_only=True))
    assert [row[0] for row in rows] == ["qingpu", "suzhou", "taiyuan", "lucheng"]
    assert rows[0][2] == "青府办发〔2023〕30号"
    assert rows[2][2] == "文件未载"
    assert rows[0][5].date() == date(2023, 5, 17)
    assert all(len(row[7]) == 64 for row in rows)


def test_nothing_is_ever_a_formula():
    made = library(tasks=(task("a", 1, measure='=HYPERLINK("http://x","y")', lead=("=1+1",)),))
    data = sheets_to_xlsx([tasks_to_sheet(made.tasks(), made)])
    page = opened(data)["任务清单"]
    assert page["E4"].value == '=HYPERLINK("http://x","y")'
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert all(b"<f>" not in parts.read(name) for name in parts.namelist() if "worksheets" in name)


def test_a_matrix_has_a_page_per_document_and_the_totals():
    book = opened(sheets_to_xlsx(matrix_to_sheets(matrix(five_documents()), five_documents())))
    assert book.sheetnames == ["青浦", "苏州", "太原", "鹿城", "单位汇总"]
    page = book["青浦"]
    assert page["F3"].value == "区商务委"
    assert page["F4"].value == "牵头"
    assert page["F4"].font.bold
    assert [page.cell(row, 6).value for row in (26, 27, 28)] == [13, 5, 18]


def test_a_comparison_shows_all_documents_at_a_glance_and_every_cell_in_detail():
    view = compare(five_documents())
    book = opened(sheets_to_xlsx(comparison_to_sheets(view, five_documents())))
    assert [cell.value for cell in book["比较"][3]] == [
        "指标",
        "单位",
        "青浦",
        "苏州",
        "太原",
        "鹿城",
        "嘉兴",
        "归并依据与疑点",
    ]
    assert any("630000平方米，合63万平方米（2025年）" in str(cell.value) for cell in book["比较"]["C"])
    cells = sum(len(cells) for one in view.indicators for cells in one.cells.values())
    assert book["明细"].max_row == 3 + cells


def test_targets_keep_the_printed_words_beside_the_number():
    book = opened(sheets_to_xlsx([targets_to_sheet(five_documents().targets(["suzhou"]), five_documents())]))
    rows = list(book["指标清单"].iter_rows(min_row=4, values_only=True))
    assert (70, "场", "超70场") in {(row[3], row[4], row[5]) for row in rows}


def test_long_and_forbidden_names_of_sheets_are_mended():
    columns = (Column("甲", 8),)
    sheets = [Sheet("一/二:三" * 20, "t", "s", columns, (("x",),)) for _ in range(3)]
    names = opened(sheets_to_xlsx(sheets)).sheetnames
    assert len(set(names)) == 3
    assert all(len(name) <= 31 for name in names)
