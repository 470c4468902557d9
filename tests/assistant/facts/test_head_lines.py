"""Who gave a report, and where: lines of its head that are no field."""

from assistant.facts.head_lines import field_line
from assistant.reading.ask import Want
from corpus.document import Heading, Paragraph, Span
from corpus.facts import Facts, Library
from tests.assistant.making import document, place

DATELINE = "——二〇二六年一月二十七日在甲省人民代表大会第四次会议上"


def test_the_speaker_stands_below_the_dateline_of_a_report():
    span = Span(start=0, end=1)
    below = place("r").model_copy(update={"path": (DATELINE,)})
    blocks = (
        Heading(level=4, number="——", title=DATELINE[2:], text=DATELINE, place=place("r"), span=span),
        Paragraph(text="甲省省长王明", place=below, span=span),
        Paragraph(text="各位代表：现在报告工作。", place=below, span=span),
    )
    library = Library([document("r").model_copy(update={"blocks": blocks})], [Facts(document_id="r")])
    line = field_line("r", Want.ISSUER, library)
    assert line
    assert line.quote == "甲省省长王明"
