"""Pages that are pictures: words and ruled tables are recognised, and the reader says that they were."""

import io

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.quoting import compact
from corpus.reading.pdf import pdf_to_written
from corpus.reading.written import written_to_reading
from tests.corpus.reading.typesetting import Press, Span

ROWS = [
    ["序号", "主要任务", "牵头单位", "责任单位"],
    ["1", "推动楼宇招商，盘活存量载体", "区商务委", "各街镇、区属公司"],
    ["2", "完善停车设施，提升服务水平", "区建设管理委", "区房管局、各街镇"],
    ["3", "出台扶持政策", "区财政局", "区经委、区税务局"],
]
DPI = 200


def pictured(data):
    """The same pages as pictures without a single character."""
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for page in pypdfium2.PdfDocument(data):
        canvas.setPageSize(page.get_size())
        image = page.render(scale=DPI / 72, grayscale=True).to_pil()
        canvas.drawImage(ImageReader(image), 0, 0, *page.get_size())
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture(scope="module")
def written():
    press = Press()
    press.paragraph("一、总体目标。到2025年，新增办公面积180万平方米，入驻率达到85%。")
    spans = [Span(text, row, column, 1, 1) for row, texts in enumerate(ROWS) for column, text in enumerate(texts)]
    press.table(1, spans, len(ROWS[0]))
    return pdf_to_written(pictured(press.finish()), "扫描件.pdf")


def test_words_are_recognised(written):
    assert "到2025年，新增办公面积180万平方米，入驻率达到85%" in compact(written.text)


def test_a_ruled_table_is_put_together(written):
    (grid,) = written_to_reading(written).grids
    assert [[compact(cell.text) for cell in row.cells] for row in grid.rows] == ROWS[1:]


def test_it_is_said_that_a_page_was_recognised(written):
    assert any(warning.startswith("第1页的文字由图片识别得来") for warning in written.warnings)


def test_an_empty_picture_is_said_to_hold_no_words():
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.rect(80, 80, 300, 300, fill=1)
    canvas.showPage()
    canvas.save()
    assert pdf_to_written(pictured(stream.getvalue()), "a.pdf").warnings == ("第1页是图片，没有识别出文字。",)
