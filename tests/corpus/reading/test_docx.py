"""Word documents: paragraphs and tables in order, spans carried, nothing hostile opened."""

import io
import zipfile

import docx
import pytest

from corpus.errors import UnreadableDocument
from corpus.reading.docx import docx_to_written
from corpus.reading.written import written_to_reading

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def archive(parts, **options):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content, **options)
    return stream.getvalue()


def word(body, prolog="", **parts):
    document = f"{prolog}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    return archive({"word/document.xml": document} | parts)


def paragraph(text, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows):
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


DOWN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_paragraphs_and_tables_stand_in_order():
    rows = [[cell("序号"), cell("任务")], [cell("1"), cell("招商")]]
    data = word(paragraph("一、任务") + paragraph("任务表") + table(*rows) + paragraph("注：含续建。"))
    written = docx_to_written(data, "a.docx")
    assert written.text == "一、任务\n任务表\n序号\t任务\n1\t招商\n注：含续建。\n"
    assert written.pages is None
    (grid,) = written_to_reading(written).grids
    assert grid.caption == "任务表"
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [["1", "招商"]]


def test_merged_cells_are_carried():
    data = word(
        table(
            [cell("指标", DOWN), cell("2025年", '<w:gridSpan w:val="2"/>')],
            [cell("", GOES_ON), cell("全市"), cell("市本级")],
            [cell("入驻率", DOWN), cell("85"), cell("86")],
            [cell("", GOES_ON), cell("87"), cell("88")],
        )
    )
    (grid,) = written_to_reading(docx_to_written(data, "a.docx")).grids
    assert [column.path for column in grid.columns] == [("指标",), ("2025年", "全市"), ("2025年", "市本级")]
    assert [[(cell.text, cell.carried) for cell in row.cells] for row in grid.rows] == [
        [("入驻率", False), ("85", False), ("86", False)],
        [("入驻率", True), ("87", False), ("88", False)],
    ]


def test_a_caption_inside_the_table_is_its_caption():
    wide = '<w:gridSpan w:val="2"/>'
    rows = [[cell("任务分解表", wide)], [cell("任务"), cell("单位")], [cell("招商"), cell("区商务委")]]
    (grid,) = written_to_reading(docx_to_written(word(table(*rows)), "a.docx")).grids
    assert grid.caption == "任务分解表"
    assert [column.name for column in grid.columns] == ["任务", "单位"]


def test_deleted_words_are_gone_inserted_ones_stay():
    body = "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
    assert docx_to_written(word(body), "a.docx").text == "新\n"


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{paragraph('专栏')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><w:t>甲</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert docx_to_written(word(body), "a.docx").text == "甲\n专栏\n"


def test_automatic_numbers_are_reported_not_made_up():
    numbered = '<w:numPr><w:numId w:val="3"/></w:numPr>'
    written = docx_to_written(word(paragraph("招商", numbered)), "a.docx")
    assert written.text == "招商\n"
    assert "自动编号" in written.warnings[0]


def test_a_first_line_indent_is_kept():
    written = docx_to_written(word(paragraph("推动发展。", '<w:ind w:firstLineChars="200"/>')), "a.docx")
    assert written.text == "\u3000\u3000推动发展。\n"


def test_what_python_docx_writes_is_read():
    stream = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("某市方案")
    document.save(stream)
    assert docx_to_written(stream.getvalue(), "a.docx").text == "某市方案\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (word("", prolog='<!DOCTYPE x [<!ENTITY a "b">]>'), "DOCTYPE"),
        (word(paragraph("甲"), **{"word/styles.xml": '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'}), "DOCTYPE"),
        (archive({"word/document.xml": b" " * 2**25}), "压缩"),
        (archive({"../word/document.xml": b"x"}), "路径"),
        (archive({"/word/document.xml": b"x"}), "路径"),
        (archive({"word/other.xml": b"<x/>"}), "没有正文"),
        (archive({"word/document.xml": b"<w"}), "XML"),
        (word(paragraph("甲"))[:-30], "损坏"),
        (archive({f"word/{number}": b"" for number in range(6000)}), "过大"),
    ],
)
def test_hostile_and_damaged_files_are_refused(data, reason):
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        docx_to_written(data, "a.docx")
    assert caught.value.hint


def test_a_symlink_is_refused():
    entry = zipfile.ZipInfo("word/document.xml")
    entry.external_attr = 0o120777 << 16
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr(entry, "/etc/passwd")
    with pytest.raises(UnreadableDocument, match="符号链接"):
        docx_to_written(stream.getvalue(), "a.docx")
