"""Pages that are pictures: words and ruled tables are recognised, and the reader says that they were."""

import io

import cv2
import numpy as np
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.quoting import compact
from corpus.reading.pdf import pdf_to_written
from corpus.reading.pixels import straightened
from corpus.reading.written import written_to_reading

ROWS = [
    ["序号", "主要任务", "牵头单位", "责任单位"],
    ["1", "推动楼宇招商，盘活存量载体", "区商务委", "各街镇、区属公司"],
    ["2", "完善停车设施，提升服务水平", "区建设管理委", "区房管局、各街镇"],
    ["3", "出台扶持政策", "区财政局", "区经委、区税务局"],
]
SENTENCE = "一、总体目标。到2025年，新增办公面积180万平方米，入驻率达到85%。"
WIDTH, HEIGHT, DPI = 1654, 1170, 200
ABOVE = slice(230, 620)
"""Where the sentence, the header and the first task stand."""
EDGES = (140, 260, 700, 1060, 1500)


def drawn():
    """A sheet of A5, lying, at 200 dpi; OpenCV brings a font with Chinese characters."""
    pixels = np.full((HEIGHT, WIDTH), 255, np.uint8)
    font = cv2.FontFace("uni")
    cv2.putText(pixels, SENTENCE, (140, 300), (0,), font, 34)
    for row, texts in enumerate(ROWS):
        top = 400 + 90 * row
        for column, text in enumerate(texts):
            cv2.rectangle(pixels, (EDGES[column], top), (EDGES[column + 1], top + 90), (0,), 3)
            cv2.putText(pixels, text, (EDGES[column] + 16, top + 58), (0,), font, 28)
    return pixels


def turned(pixels, angle):
    turn = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), angle, 1.0)
    return cv2.warpAffine(pixels, turn, (WIDTH, HEIGHT), borderValue=255)


def pictured(pixels):
    """A page that is a picture, without a single character."""
    stream = io.BytesIO()
    size = tuple(pixel * 72 / DPI for pixel in pixels.shape[::-1])
    canvas = Canvas(stream, pagesize=size)
    canvas.drawImage(ImageReader(Image.fromarray(np.ascontiguousarray(pixels))), 0, 0, *size)
    canvas.save()
    return stream.getvalue()


@pytest.fixture(scope="module", params=[0.0, 0.9], ids=["straight", "askew"])
def written(request):
    return pdf_to_written(pictured(turned(drawn(), request.param)), "扫描件.pdf")


@pytest.mark.parametrize("angle", [-1.7, 0.4, 2.6])
def test_a_page_that_lay_askew_is_turned_back(angle):
    rows = [(pixels < 128).sum(axis=1).max() for pixels in (drawn(), straightened(turned(drawn(), angle)))]
    assert rows[1] > 0.8 * rows[0]


def test_a_straight_page_is_left_alone():
    assert straightened(drawn()) is not None
    assert (straightened(drawn()) == drawn()).all()


def test_words_are_recognised(written):
    assert "到2025年，新增办公面积180万平方米，入驻率达到85%" in compact(written.text)


def test_a_ruled_table_is_put_together(written):
    (grid,) = written_to_reading(written).grids
    assert [[compact(cell.text) for cell in row.cells] for row in grid.rows] == ROWS[1:]


def test_it_is_said_that_a_page_was_recognised(written):
    assert any(warning.startswith("第1页的文字由图片识别得来") for warning in written.warnings)


@pytest.mark.parametrize("turns", [1, 2, 3], ids=["on its left", "upside down", "on its right"])
def test_a_page_that_lay_the_wrong_way_is_read(turns):
    written = pdf_to_written(pictured(np.rot90(drawn()[ABOVE], turns)), "a.pdf")
    assert SENTENCE in compact(written.text)
    (grid,) = written_to_reading(written).grids
    assert [compact(row.cells[1].text) for row in grid.rows] == [ROWS[1][1]]


def test_an_empty_picture_is_said_to_hold_no_words():
    pixels = np.full((HEIGHT, WIDTH), 255, np.uint8)
    pixels[300:800, 400:1200] = 0
    assert pdf_to_written(pictured(pixels), "a.pdf").warnings == ("第1页是图片，没有识别出文字。",)
