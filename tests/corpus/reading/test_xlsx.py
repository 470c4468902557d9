"""Workbooks: sheets as tables, cells as they are shown, nothing hidden or hostile read."""

import io
import shutil
import stat
import zipfile
from datetime import date

import pytest
import xlsxwriter

from corpus.errors import UnreadableDocument
from corpus.reading.document import read_document
from corpus.reading.old_office import doc_to_written
from corpus.reading.written import written_to_reading
from corpus.reading.xlsx import xlsx_to_written

HEAD = ["序号", "任务", "牵头单位", "完成时限"]


def workbook(fill):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        fill(book)
    return stream.getvalue()


def sheet(rows, name="任务表", *, title="", merged=(), then=lambda _book, _sheet: None):
    def fill(book):
        page = book.add_worksheet(name)
        top = 0
        if title:
            page.merge_range(0, 0, 0, len(rows[0]) - 1, title)
            top = 1
        for at, row in enumerate(rows):
            page.write_row(top + at, 0, row)
        for area, words in merged:
            page.merge_range(area, words)
        then(book, page)

    return workbook(fill)


def written(data):
    return xlsx_to_written(data, "a.xlsx")


def rows_of(data):
    return [
        [("^" if cell.carried else "") + cell.text for cell in row.cells]
        for grid in written_to_reading(written(data)).grids
        for row in grid.rows
    ]


def test_a_sheet_is_a_table_under_its_title(tmp_path):
    title = "云岭市重点任务分解表"
    data = sheet([HEAD, [1, "修路", "市交通局", "2027年底前"], [2, "种树", "市林业局", ""]], title=title)
    file = tmp_path / "tasks.xlsx"
    file.write_bytes(data)
    document = read_document(file)
    (table,) = document.tables
    assert (table.caption, document.metadata.title, document.metadata.region) == (title, title, "云岭市")
    assert [column.name for column in table.columns] == HEAD
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["1", "修路", "市交通局", "2027年底前"],
        ["2", "种树", "市林业局", ""],
    ]


def test_merged_cells_are_carried():
    rows = [HEAD, [1, "修路", "", ""], [2, "种树", "", ""]]
    data = sheet(rows, merged=[("C2:C3", "市政府办"), ("D2:D3", "长期")])
    assert rows_of(data) == [["1", "修路", "市政府办", "长期"], ["2", "种树", "^市政府办", "^长期"]]


def test_numbers_and_days_are_as_they_are_shown():
    def fill(book, page):
        days = [(date(2027, 6, 30), "yyyy-mm-dd"), (date(2027, 6, 1), 'yyyy"年"m"月"')]
        numbers = [(0.855, "0.0%"), (0.1 + 0.2, "General"), (1234.5, "#,##0.00"), (12, "0")]
        for column, (value, form) in enumerate(days + numbers):
            page.write(1, column, value, book.add_format({"num_format": form}))

    data = sheet([["日", "月", "率", "数", "额", "个"]], then=fill)
    assert rows_of(data) == [["2027年6月30日", "2027年6月", "85.5%", "0.3", "1234.50", "12"]]


@pytest.mark.parametrize("form", ["General", "0.00", "0.0000000000%", "0"])
def test_numbers_of_any_size_are_shown(form):
    def fill(book, page):
        for column, value in enumerate((1e30, -9e307, 1e-300, 123456789012345)):
            page.write(1, column, value, book.add_format({"num_format": form}))

    ((most, least, tiny, whole),) = rows_of(sheet([["大", "小", "微", "整"]], then=fill))
    assert (most.lower(), least.lower()) == ("1e+30", "-9e+307")
    assert (set(tiny) <= set("0.%"), whole[:3]) == (True, "123")


def test_places_of_thousands_of_digits_are_none():
    nines = b"9" * 5000
    data = sheet([HEAD[:2], [1, "修路"]])
    odd = changed(
        data, lambda _, part: part.replace(b'<row r="3"', b'<row r="%b"' % nines).replace(b's="1"', b's="%b"' % nines)
    )
    assert "修路" in written(odd).text


def test_struck_words_are_left_out_and_notes_are_no_digits():
    def fill(book, page):
        struck, up, plain = (book.add_format(form) for form in ({"font_strikeout": True}, {"font_script": 1}, {}))
        page.write_rich_string(1, 1, "新建", struck, "三座", plain, "四座", up, "2", plain, "泵站")
        page.write(1, 2, "市水利局", struck)
        page.write(1, 0, 1)

    data = sheet([HEAD[:3], ["", "", ""]], then=fill)
    assert rows_of(data) == [["1", "新建四座泵站", ""]]
    assert written(data).warnings == ("有 2 处文字带删除线，已略去：“三座”、“市水利局”。",)


def test_what_is_hidden_is_left_out_and_told():
    def fill(book, page):
        page.set_row(2, None, None, {"hidden": True})
        page.set_column(2, 2, None, None, {"hidden": True})
        secret = book.add_worksheet("底稿")
        secret.write(0, 0, "内部口径")
        secret.hide()

    data = sheet([HEAD[:3], [1, "修路", "甲"], [2, "种树", "乙"], [3, "治水", "丙"]], then=fill)
    assert rows_of(data) == [["1", "修路"], ["3", "治水"]]
    assert written(data).warnings == (
        "工作簿有 1 张隐藏的工作表（底稿），没有读入。",
        "有 2 个隐藏的行或列，没有读入。",
    )


def test_rows_that_a_filter_hides_are_rows():
    def fill(_book, page):
        page.autofilter(0, 0, 2, 1)
        page.set_row(2, None, None, {"hidden": True})

    assert rows_of(sheet([HEAD[:2], [1, "修路"], [2, "种树"]], then=fill)) == [["1", "修路"], ["2", "种树"]]


def test_two_tables_of_one_sheet_are_two():
    def fill(_book, page):
        page.write(4, 0, "指标表")
        page.write_row(5, 0, ["指标", "2027年"])
        page.write_row(6, 0, ["泵站（座）", 4])

    data = sheet([HEAD[:2], [1, "修路"], [2, "种树"]], then=fill)
    grids = written_to_reading(written(data)).grids
    assert [(grid.caption, len(grid.rows)) for grid in grids] == [("任务表", 2), ("指标表", 1)]


def changed(data, change):
    """The workbook with each of its parts as `change` makes it of name and content."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return stream.getvalue()


def test_a_formula_without_a_result_is_told():
    data = sheet([HEAD[:2], [1, "修路"]], then=lambda _book, page: page.write_formula(2, 0, "=A2+1", None, ""))
    unsaved = changed(data, lambda _, part: part.replace(b"</f><v></v>", b"</f>"))
    assert "1 个公式没有存下结果" in written(unsaved).warnings[0]


def test_a_span_over_everything_cannot_fill_the_memory():
    data = sheet([HEAD, [1, "修路", "甲", "长期"]] * 40, merged=[("C81:D81", "共计")])
    everything = changed(data, lambda _, part: part.replace(b"C81:D81", b"C81:XFD1048576"))
    assert len(written(everything).text) < 5000


@pytest.mark.parametrize("path", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_declarations_are_refused(path):
    declared = b'<!DOCTYPE x [<!ENTITY a "b">]>'
    hostile = changed(sheet([HEAD]), lambda name, part: (declared if name == path else b"") + part)
    with pytest.raises(UnreadableDocument, match="DOCTYPE"):
        written(hostile)


OLD = b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "WordDocument".encode("utf-16-le") + b"\0" * 600


def test_an_old_file_is_refused_plainly_without_libreoffice(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(UnreadableDocument, match="LibreOffice"):
        doc_to_written(OLD, "甲.wps")


def test_an_old_file_is_converted_where_libreoffice_is(tmp_path, monkeypatch):
    """A stand-in for LibreOffice: it puts a Word document where it is told to."""
    import docx

    document = docx.Document()
    document.add_paragraph("云岭市治水方案")
    document.save(tmp_path / "made.docx")
    program = tmp_path / "soffice"
    program.write_text(
        f'#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\ncp {tmp_path}/made.docx "$2/file.docx"\n',
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(shutil, "which", lambda _: str(program))
    converted = doc_to_written(OLD, "甲.doc")
    assert converted.text == "云岭市治水方案\n"
    assert converted.warnings == ("由旧版格式转换为 docx 后读取。",)


def test_who_filled_a_sheet_in_is_no_caption_and_gives_the_units():
    rows = [HEAD, [1, "修路", "市交通局", "2027年底前"], [2, "种树", "市林业局", "2027年3月"]]

    def fill(book):
        page = book.add_worksheet("Sheet1")
        page.merge_range("A1:D1", "云岭市项目推进表")
        page.merge_range("A2:D2", "填报单位：云岭市发改委　　单位：万元、亩")
        for at, row in enumerate(rows):
            page.write_row(2 + at, 0, row)
        page.write(5, 0, "备注：1.月度进展于每月28日前报市发改委。")
        page.write(6, 0, "2.连续两个月滞后的由市督查室约谈负责人。")

    (grid,) = written_to_reading(written(workbook(fill))).grids
    assert (grid.caption, grid.unit_note, len(grid.rows)) == ("云岭市项目推进表", "万元、亩", 2)
