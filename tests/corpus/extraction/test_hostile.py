"""No text of 50 000 characters holds up the extraction: patterns are bounded, scanning is linear."""

import pytest

from corpus.extraction.column_kinds import column_evidence
from corpus.extraction.facts import document_to_facts
from corpus.extraction.setting import UNKNOWN
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
