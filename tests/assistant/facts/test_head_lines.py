"""Who gave a report, and where: lines of its head that are no field."""

import pytest

from assistant.facts.head_lines import speaker
from corpus.document import Heading, Paragraph, Span
from corpus.facts import Facts, Library
from tests.assistant.making import document, place

DATELINE = "——二〇二六年一月二十七日在甲省人民代表大会第四次会议上"


@pytest.mark.parametrize("line", ["甲省省长王明", "县长周明远"])
def test_the_speaker_stands_below_the_dateline_of_a_report(line):
    span = Span(start=0, end=1)
    below = place("r").model_copy(update={"path": (DATELINE,)})
    blocks = (
        Heading(level=4, number="——", title=DATELINE[2:], text=DATELINE, place=place("r"), span=span),
        Paragraph(text=line, place=below, span=span),
        Paragraph(text="各位代表：现在报告工作。", place=below, span=span),
    )
    library = Library([document("r").model_copy(update={"blocks": blocks})], [Facts(document_id="r")])
    said = speaker("r", library)
    assert said
    assert said.quote == line
