"""PDF: lines with their pages, furniture dropped, what is wrong said, what cannot be read refused."""

import io

import numpy as np
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import UnreadableDocument
from corpus.reading import scan
from corpus.reading.pdf import pdf_to_written
from corpus.reading.written import written_to_reading
from tests.corpus.reading.typesetting import FONT, Press

HEIGHT = 842


def canvas(**options):
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    drawn = Canvas(stream, pagesize=(595, HEIGHT), **options)
    drawn.setFont(FONT, 16)
    return drawn, stream


def finished(drawn, stream):
    drawn.save()
    return stream.getvalue()


def pages(*texts, **options):
    """A PDF with these words, a line each, on pages of their own."""
    drawn, stream = canvas(**options)
    for text in texts:
        drawn.setFont(FONT, 16)
        for at, line in enumerate(text.split("\n")):
            drawn.drawString(80, HEIGHT - 100 - 28 * at, line)
        drawn.showPage()
    return finished(drawn, stream)


def test_lines_know_their_page():
    reading = written_to_reading(pdf_to_written(pages("一、目标", "二、任务\n三、保障"), "a.pdf"))
    assert [(line.text, line.page) for line in reading.lines if line.text] == [
        ("一、目标", 1),
        ("二、任务", 2),
        ("三、保障", 2),
    ]
    assert reading.pages == 2


def test_the_only_page_is_page_one():
    reading = written_to_reading(pdf_to_written(pages("一、目标"), "a.pdf"))
    assert [line.page for line in reading.lines if line.text] == [1]


def test_an_indent_and_a_gap_are_kept():
    drawn, stream = canvas()
    for at, (x, y) in enumerate([(112, 100), (80, 128), (80, 156), (80, 240)]):
        drawn.drawString(x, HEIGHT - y, "甲乙丙丁戊己庚辛壬癸"[at:] + "甲乙丙丁戊己庚辛壬癸" * 2)
    lines = pdf_to_written(finished(drawn, stream), "a.pdf").text.split("\n")
    assert lines[0].startswith("\u3000\u3000甲")
    assert lines[1].startswith("乙")
    assert lines[3] == ""


def test_page_numbers_and_running_heads_are_dropped():
    drawn, stream = canvas()
    for number in range(1, 5):
        drawn.setFont(FONT, 16)
        drawn.drawString(80, HEIGHT - 40, "某市人民政府公报")
        drawn.drawString(80, HEIGHT - 100, f"第{'一二三四'[number - 1]}段文字。")
        drawn.drawString(290, 40, str(number))
        drawn.showPage()
    text = pdf_to_written(finished(drawn, stream), "a.pdf").text
    assert "".join(text.split()) == "第一段文字。第二段文字。第三段文字。第四段文字。"


def test_spaces_are_where_gaps_are():
    drawn, stream = canvas()
    drawn.drawString(80, 700, "甲局乙局")
    drawn.drawString(200, 700, "2025年 AI lab")
    assert pdf_to_written(finished(drawn, stream), "a.pdf").text.strip() == "甲局乙局 2025年 AI lab"


def test_words_printed_twice_to_look_bold_are_read_once():
    drawn, stream = canvas()
    for shift in (0, 0.4):
        drawn.drawString(80 + shift, 700, "重点任务11")
    assert pdf_to_written(finished(drawn, stream), "a.pdf").text.strip() == "重点任务11"


def test_a_watermark_is_not_text():
    drawn, stream = canvas()
    drawn.drawString(80, 700, "重点任务")
    drawn.rotate(45)
    drawn.drawString(300, 100, "内部资料")
    assert pdf_to_written(finished(drawn, stream), "a.pdf").text.strip() == "重点任务"


def test_a_page_turned_on_its_side_is_read_as_it_is_seen():
    drawn, stream = canvas()
    drawn.setPageRotation(90)
    drawn.translate(595, 0)
    drawn.rotate(90)
    drawn.drawString(100, 500, "第一行")
    drawn.drawString(100, 400, "第二行")
    assert pdf_to_written(finished(drawn, stream), "a.pdf").text.split() == ["第一行", "第二行"]


def test_a_cut_right_edge_is_said():
    """Words run over the right edge of the clip on nearly every line, as in a browser print of a wide page."""
    drawn, stream = canvas()
    path = drawn.beginPath()
    path.rect(40, 40, 500, 760)
    drawn.clipPath(path, stroke=0)
    for at in range(10):
        drawn.drawString(60, 760 - 28 * at, "推动楼宇经济高质量发展" * 3)
    (warning,) = pdf_to_written(finished(drawn, stream), "a.pdf").warnings
    assert "第1页" in warning
    assert "裁切" in warning


def test_an_ordinary_page_has_no_warning():
    assert pdf_to_written(pages("推动楼宇经济高质量发展"), "a.pdf").warnings == ()


def test_a_box_around_words_is_not_a_table():
    drawn, stream = canvas()
    drawn.rect(70, 600, 400, 120)
    drawn.drawString(80, 700, "专栏1")
    drawn.drawString(80, 650, "楼宇是指商务楼宇。")
    written = pdf_to_written(finished(drawn, stream), "a.pdf")
    assert written.tables == ()
    assert written.text.split() == ["专栏1", "楼宇是指商务楼宇。"]


def test_the_words_of_a_file_whose_rules_cannot_be_read_are_read():
    drawn, stream = canvas()
    drawn.rect(70, 640, 400, 100)
    drawn.drawString(80, 700, "推动楼宇经济高质量发展")
    data = finished(drawn, stream)
    written = pdf_to_written(data.replace(b"/MediaBox [ 0 0 595 842 ]", b"/MediaBox 5955842        "), "a.pdf")
    assert "推动楼宇经济高质量发展" in written.text
    assert any("表格线未能读取" in warning for warning in written.warnings)


def test_a_table_open_at_its_sides_is_read():
    drawn, stream = canvas()
    drawn.drawString(80, 760, "任务分解表")
    for y in (740, 700, 660, 620):
        drawn.line(70, y, 470, y)
    for x in (150, 350):
        drawn.line(x, 620, x, 740)
    for row, words in enumerate([("序号", "任务", "单位"), ("1", "招商", "区商务委"), ("2", "改造", "区房管局")]):
        for x, word in zip((80, 160, 360), words, strict=True):
            drawn.drawString(x, 715 - 40 * row, word)
    (grid,) = written_to_reading(pdf_to_written(finished(drawn, stream), "a.pdf")).grids
    assert grid.caption == "任务分解表"
    assert [column.name for column in grid.columns] == ["序号", "任务", "单位"]
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [
        ["1", "招商", "区商务委"],
        ["2", "改造", "区房管局"],
    ]


def test_a_picture_without_recognition_gets_a_warning_and_loses_no_other_page(monkeypatch):
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    monkeypatch.setattr(scan.importlib.util, "find_spec", lambda _: None)
    drawn, stream = canvas()
    drawn.drawImage(ImageReader(Image.fromarray(np.full((60, 60), 90, np.uint8))), 0, 0, 595, HEIGHT)
    drawn.showPage()
    drawn.setFont(FONT, 16)
    drawn.drawString(80, 700, "第二页有文字。")
    written = pdf_to_written(finished(drawn, stream), "a.pdf")
    assert written.text.strip() == "第二页有文字。"
    (warning,) = written.warnings
    assert "第1页是图片" in warning
    assert "ocr" in warning


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_truncated_file_is_refused_or_said(share):
    data = pages(*["推动楼宇经济高质量发展"] * 5)
    assert any("截断" in words or "完整" in words for words in complaints(data[: int(len(data) * share)]))


def complaints(data):
    try:
        return pdf_to_written(data, "a.pdf").warnings
    except UnreadableDocument as error:
        return (error.message,)


def test_a_locked_file_is_refused():
    data = pages("秘密", encrypt=StandardEncryption("opens", canPrint=0))
    with pytest.raises(UnreadableDocument, match="加密"):
        pdf_to_written(data, "a.pdf")


def test_ten_thousand_pages_are_refused():
    kids = b"3 0 R " * 10_000
    data = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 10000/Kids["
        + kids
        + b"]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )
    with pytest.raises(UnreadableDocument, match="10000 页"):
        pdf_to_written(data, "a.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7" + b"\x00" * 5000, b"%PDF-1.4 1 0 obj<</Type/Catalog>>"])
def test_what_is_no_pdf_is_refused(data):
    with pytest.raises(UnreadableDocument, match="PDF"):
        pdf_to_written(data, "a.pdf")


def test_of_the_foot_of_a_web_site_only_who_runs_it_is_text():
    text = pdf_to_written(pages("推动发展。\n版权所有：某局\n网站标识码：bm07\n主办单位：某局"), "a.pdf").text
    assert text.split() == ["推动发展。", "主办单位：某局"]


def test_a_title_over_two_lines_is_one_line():
    press = Press()
    press.title("某市促进楼宇经济高质量发展推进方案重点任务分解清单")
    press.paragraph("推动楼宇经济高质量发展。" * 6)
    assert "某市促进楼宇经济高质量发展推进方案重点任务分解清单" in pdf_to_written(press.finish(), "a.pdf").text


COLUMN = [
    "　　到2028年，全市建成",
    "养老床位四千二百张以上",
    "并由市民政局牵头负责抓",
    "好落实，各区县政府配合",
    "推进，每个街道至少建成",
    "一个综合服务中心，确保",
    "服务不断档、不缺位、不",
    "走样。",
]
OTHER = [line.replace("养老床位四千二百张", "托育托位三千六百个").replace("民政局", "卫健委") for line in COLUMN]


@pytest.mark.parametrize("lower", [0, 14, -14])
def test_columns_are_read_one_after_the_other(lower):
    """Also where their lines do not stand side by side."""
    drawn, stream = canvas()
    drawn.drawString(120, 780, "某市人民政府关于加强养老托育服务的若干措施")
    for x, y, lines in ((60, 720, COLUMN), (320, 720 - lower, OTHER)):
        for at, line in enumerate(lines):
            drawn.drawString(x, y - 28 * at, line)
    lines = pdf_to_written(finished(drawn, stream), "a.pdf").text.split()
    assert lines[1:] == "\n".join(COLUMN + OTHER).split()


def test_cells_side_by_side_are_no_columns():
    drawn, stream = canvas()
    for at, (name, unit) in enumerate([("修路", "市交通局"), ("种树", "市林业局")] * 5):
        drawn.drawString(60, 720 - 28 * at, name)
        drawn.drawString(320, 720 - 28 * at, unit)
    assert pdf_to_written(finished(drawn, stream), "a.pdf").text.split("\n")[:2] == ["修路 市交通局", "种树 市林业局"]


def marked(pages, *, light=0.85, size=44):
    drawn, stream = canvas()
    for number in range(pages):
        drawn.setFont(FONT, 16)
        for at in range(10):
            drawn.drawString(80, 740 - 40 * at, f"第{number}页第{at}行推动楼宇经济高质量发展")
        drawn.setFillGray(light)
        drawn.setFont(FONT, size)
        drawn.drawString(150, 600, "内部资料")
        drawn.setFillGray(0)
        drawn.showPage()
    return pdf_to_written(finished(drawn, stream), "a.pdf").text


@pytest.mark.parametrize("pages", [1, 3])
def test_light_words_across_the_text_are_a_watermark(pages):
    assert not set("内部资料") & set(marked(pages))
    assert "推动楼宇经济高质量发展" in marked(pages)


def test_a_watermark_as_small_as_the_text_is_one():
    """It lies over the words of the first line."""
    drawn, stream = canvas()
    for at in range(10):
        drawn.drawString(80, 740 - 40 * at, "推动楼宇经济高质量发展")
    drawn.setFillGray(0.7)
    drawn.drawString(85, 742, "内部资料注意保存请勿外传")
    assert not set("内部资料外传") & set(pdf_to_written(finished(drawn, stream), "a.pdf").text)


def test_light_words_beside_the_text_are_text():
    drawn, stream = canvas()
    for at in range(10):
        drawn.drawString(80, 740 - 40 * at, "推动楼宇经济高质量发展")
    drawn.setFillGray(0.6)
    drawn.drawString(80, 340, "来源：市商务局")
    assert "来源：市商务局" in pdf_to_written(finished(drawn, stream), "a.pdf").text


def test_white_words_are_text():
    """They head a dark column, on every page at one place."""
    assert "内部资料" in "".join(marked(2, light=1.0, size=16).split())


def test_struck_words_are_left_out_and_told():
    drawn, stream = canvas()
    drawn.drawString(80, 700, "补助三成四成，由市财政局负责")
    drawn.line(112, 705, 144, 705)
    drawn.line(176, 698, 300, 698)
    written = pdf_to_written(finished(drawn, stream), "a.pdf")
    assert "".join(written.text.split()) == "补助四成，由市财政局负责"
    assert written.warnings == ("有 1 处文字带删除线，已略去：“三成”。",)


def test_marks_of_notes_are_no_digits_and_powers_stay():
    drawn, stream = canvas()
    drawn.drawString(80, 700, "新建12")
    drawn.drawString(128, 700, "座，占地6km")
    for x, mark in ((120, "3"), (214, "2")):
        drawn.setFont(FONT, 8)
        drawn.drawString(x, 706, mark)
    assert pdf_to_written(finished(drawn, stream), "a.pdf").text.strip() == "新建12座，占地6km²"


def test_a_table_set_on_its_side_is_read_upright():
    drawn, stream = canvas()
    drawn.translate(595, 0)
    drawn.rotate(90)
    for row, words in enumerate(
        [("序号", "任务", "单位"), ("1", "修建道路", "市交通局"), ("2", "种植树木", "市林业局")]
    ):
        for column, word in enumerate(words):
            drawn.rect(100 + 150 * column, 400 - 40 * row, 150, 40)
            drawn.drawString(110 + 150 * column, 415 - 40 * row, word)
    written = pdf_to_written(finished(drawn, stream), "a.pdf")
    assert written.text.split("\n")[:3] == ["序号\t任务\t单位", "1\t修建道路\t市交通局", "2\t种植树木\t市林业局"]
    assert written.warnings == ()


def test_words_that_run_another_way_are_told():
    drawn, stream = canvas()
    for at in range(4):
        drawn.drawString(80, 700 - 30 * at, "推动楼宇经济高质量发展")
    drawn.rotate(90)
    drawn.drawString(300, -500, "请沿此线裁开后妥善保管备查")
    (warning,) = pdf_to_written(finished(drawn, stream), "a.pdf").warnings
    assert "第1页另有 13 个字的方向" in warning
