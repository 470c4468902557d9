"""No text of 50 000 characters holds up the extraction: patterns are bounded, scanning is linear."""

import pytest

from corpus.extraction.facts import document_to_facts
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph

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
