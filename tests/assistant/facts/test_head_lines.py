"""Who gave a report, and where: lines of its head that are no field."""

from datetime import date

import pytest

from assistant.facts.document_rows import document_rows
from assistant.facts.head_lines import speaker
from assistant.facts.metadata import field_statement
from assistant.reading.ask import Want
from corpus.document import Heading, Metadata, Paragraph, Span
from corpus.facts import Facts, Library
from tests.assistant.making import document, place

DATELINE = "——二〇二六年一月二十七日在甲省人民代表大会第四次会议上"


@pytest.mark.parametrize("line", ["甲省省长王明", "县长周明远", "自治区人民政府主席 李四"])
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


def test_who_signs_a_decree_gave_no_report():
    signed = Paragraph(text="省长 王明", place=place("r"), span=Span(start=0, end=1))
    meta = Metadata(title="甲省河道管理办法", issuer="甲省人民政府")
    made = document("r").model_copy(update={"blocks": (signed,), "metadata": meta})
    assert speaker("r", Library([made], [Facts(document_id="r")])) is None


@pytest.mark.parametrize("want", [Want.ISSUER, Want.WRITTEN_ON, Want.PRINTED_ON])
def test_who_gave_a_report_when_and_where_is_told_together_whichever_is_asked(want):
    span = Span(start=0, end=1)
    meta = Metadata(
        title="甲省政府工作报告",
        written_on=date(2026, 1, 27),
        quotes={"written_on": DATELINE},
        places={"written_on": place("r")},
    )
    line = Paragraph(text="甲省省长王明", place=place("r"), span=span)
    made = document("r").model_copy(update={"blocks": (line,), "metadata": meta})
    library = Library([made], [Facts(document_id="r")])
    told = field_statement(document_rows(library)["r"], want, library)
    assert told
    assert told.text == "2026年1月27日由甲省省长王明作报告（二〇二六年一月二十七日在甲省人民代表大会第四次会议上）。"


@pytest.mark.parametrize(
    ("want", "line", "told"),
    [
        (Want.SITE, "主办单位：临浦市水利局 地址：临浦市江边路8号", "主办单位：临浦市水利局"),
        (Want.SITE, "【信息来源：临浦市政府办公室】【字号：大】", "信息来源：临浦市政府办公室"),
        (Want.PRINTED_ON, "发布时间：2031-05-21 09:42 浏览次数：17", "发布时间：2031-05-21"),
        (Want.WRITTEN_ON, "发布日期：2031年5月21日来源：临浦日报", "发布日期：2031年5月21日"),
    ],
)
def test_a_line_of_the_page_around_a_document_tells_the_field_alone(want, line, told):
    block = Paragraph(text=line, place=place("r"), span=Span(start=0, end=1))
    library = Library([document("r").model_copy(update={"blocks": (block,)})], [Facts(document_id="r")])
    said = field_statement(document_rows(library)["r"], want, library)
    assert said
    assert said.text == f"文中写明：{told}。"


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("甲省人民政府：你省《关于请求支持的请示》收悉。", "甲省人民政府"),
        ("各区人民政府，市政府各委、办、局：", "各区人民政府，市政府各委、办、局"),
        ("发文机关：甲省人民政府", None),
        ("发布单位：《甲报》", None),
    ],
)
def test_whom_a_letter_is_written_to_also_where_it_goes_on_in_the_line(text, to):
    line = Paragraph(text=text, place=place("r"), span=Span(start=0, end=1))
    made = document("r").model_copy(update={"blocks": (line,)})
    told = document_rows(Library([made], [Facts(document_id="r")]))["r"].values.get(Want.ADDRESSEE)
    assert (told.text if told else None) == to
