"""Content of a PDF that no page shows is said, not read and not passed over."""

import io

from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

from corpus.reading.pdf import pdf_to_written
from corpus.reading.pdf_hidden import find_hidden


def printed(*, field="", filled=""):
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.drawString(80, 700, "1")
    if field:
        canvas.acroForm.textfield(name=field, value=filled)
    canvas.save()
    return stream.getvalue()


def with_attachments(data, *names):
    writer = PdfWriter(clone_from=io.BytesIO(data))
    for name in names:
        writer.add_attachment(name, b"cells")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_files_put_into_a_pdf_are_named():
    (warning,) = find_hidden(with_attachments(printed(), "附表1.xlsx", "附表2.xlsx"))
    assert "2个附件（附表1.xlsx、附表2.xlsx）" in warning


def test_many_names_are_not_all_listed():
    (warning,) = find_hidden(with_attachments(printed(), *(f"{number}.xlsx" for number in range(8))))
    assert "8个附件（0.xlsx、1.xlsx、2.xlsx、3.xlsx、4.xlsx等）" in warning


def test_filled_fields_are_named_and_blank_ones_are_not():
    assert "1个已填写的表单栏目（unit）" in find_hidden(printed(field="unit", filled="QP"))[0]
    assert find_hidden(printed(field="unit")) == []


def test_an_ordinary_file_hides_nothing():
    assert find_hidden(printed()) == []


def test_what_cannot_be_checked_is_said():
    assert "未能检查" in find_hidden(b"%PDF-1.7\nrubbish\n%%EOF")[0]


def test_the_warning_reaches_the_reading():
    written = pdf_to_written(with_attachments(printed(), "附表.xlsx"), "a.pdf")
    assert any("附表.xlsx" in warning for warning in written.warnings)
