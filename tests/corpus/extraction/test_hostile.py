"""No text of 50 000 characters holds up the extraction: patterns are bounded, scanning is linear."""

import pytest

from corpus.document import MediaType, Source
from corpus.extraction.column_kinds import column_evidence
from corpus.extraction.facts import document_to_facts
from corpus.extraction.setting import UNKNOWN
from corpus.reading.document import reading_to_document
from corpus.reading.plain_text import read_text
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph, a_table

PIECES = [
    "（",
    "）（",
    "“三",
    "、",
    "等和",
    "区局、",
    "1,",
    "到2025年",
    "责任单位：",
    "负责",
    "指",
    "9%",
    "成立",
    "其中",
    "1个",
    "1个两家",
    "111,",
    "（一）。",
    "；",
    "新增",
]


@pytest.mark.timeout(30)
@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_paragraph_holds_nothing_up(piece):
    """A pattern that backtracks without bound would run into the limit."""
    text = (piece * 50_000)[:50_000]
    document = a_document(a_heading(1, "一、", "目标"), a_paragraph(text, "一、目标"))
    document_to_facts(document)


@pytest.mark.timeout(60)
def test_thousands_of_tasks_take_seconds():
    """1,500 rows and 1,200 clauses that say alike things: nothing is compared each with each by hand."""
    blocks = [a_heading(1, "一、", "重点任务")]
    for at in range(1200):
        name = f"{at + 1}号水库除险加固"
        blocks.append(a_heading(2, f"{at + 1}.", name, "一、重点任务"))
        text = f"{name}，改造闸门{at + 2}座，2027年{at % 12 + 1}月底前完成。（县水利{at % 90}局牵头，县财政局配合）"
        blocks.append(a_paragraph(text, "一、重点任务", f"{at + 1}.{name}"))
    rows = [
        [
            str(at + 1),
            f"{at + 1}号水库除险加固",
            f"改造闸门{at + 2}座。",
            f"县水利{at % 90}局",
            "县财政局",
            "2027年底前",
        ]
        for at in range(1500)
    ]
    header = ["序号", "任务", "措施", "牵头单位", "责任单位", "完成时限"]
    facts = document_to_facts(a_document(*blocks, a_table(header, rows)))
    assert len(facts.tasks) == 2700
    assert facts.unread == ()


def test_of_thousands_of_columns_few_speak_for_another():
    """Where cells were doubled again and again: what is told of every column by every other would take minutes."""
    table = a_table(["县区", *(f"第{at}批（{at}）" for at in range(2000))], [["东县", *map(str, range(2000))]])
    assert max(map(len, column_evidence(table, UNKNOWN))) < 120


@pytest.mark.parametrize("number", ["9" * 5000, "²", "①", "٣", "½", "1e9", "〇" * 50])
def test_odd_numbers_raise_nothing(number):
    """More digits than Python reads, and signs that are digits only in name."""
    text = (
        f"云泽县民生方案\n\n一、目标\n\n到{number}年，建设泵站{number}座，增长{number}%。\n\n"
        f"（{number}）第{number}项，{number}年{number}月底前完成。（责任单位：县水利局，时限：{number}年）\n\n"
        f"序号\t任务\t牵头单位\t完成时限\n{number}\t建泵站\t县水利局\t{number}年\n2\t换路灯\t县城管局\t{number}\n"
    )
    source = Source(id="a", file="a", media_type=MediaType.TEXT, sha256="0")
    document = reading_to_document(read_text(text.encode(), "a"), source)
    assert not [
        one.message
        for one in document_to_facts(document).unread
        if "未能处理" in one.message or "未能完成" in one.message
    ]
