"""A page of a PDF as it looks, drawn where a hostile file can do no harm."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import BadRequest, UnreadableDocument
from corpus.reading.page_pictures import page_to_png

SIGNATURE = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def printed(tmp_path):
    """A PDF of two pages: one upright, one wide."""
    path = tmp_path / "a.pdf"
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(600, 800))
    canvas.drawString(80, 700, "1")
    canvas.showPage()
    canvas.setPageSize((800, 600))
    canvas.drawString(80, 500, "2")
    canvas.save()
    path.write_bytes(stream.getvalue())
    return path


def size(png):
    """Width and height, as the head of the file says."""
    assert png.startswith(SIGNATURE)
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def test_a_page_is_drawn_as_wide_as_a_screen_shows_it_well(printed):
    assert size(page_to_png(printed, "a.pdf", 1)) == (1200, 1600)
    assert size(page_to_png(printed, "a.pdf", 2)) == (1200, 900)


@pytest.mark.parametrize("number", [0, 3])
def test_there_is_no_picture_of_a_page_that_is_not_there(printed, number):
    with pytest.raises(BadRequest, match=f"没有第{number}页"):
        page_to_png(printed, "a.pdf", number)


def test_a_file_that_is_no_pdf_is_refused(tmp_path):
    path = tmp_path / "b.pdf"
    path.write_bytes(b"%PDF-1.7 rubbish")
    with pytest.raises(UnreadableDocument, match=r"“b\.pdf”"):
        page_to_png(path, "b.pdf", 1)


def test_a_file_that_has_gone_is_said_to_have_gone(tmp_path):
    with pytest.raises(UnreadableDocument, match="已经不在"):
        page_to_png(tmp_path / "c.pdf", "c.pdf", 1)
