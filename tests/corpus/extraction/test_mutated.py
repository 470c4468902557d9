"""No text makes extraction fail, however broken; `mutations` as a command takes thousands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.extraction.facts import document_to_facts
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph, a_table
from tests.corpus.extraction.mutations import PIECES, broken_texts, complaints

WORDS = [
    *PIECES,
    "县水利局",
    "修建水库",
    "覆盖率达到",
    "20",
    "5%—6%",
    "2027年6月底前",
    "（县水利局指导，市财政局负责）",
    "按职责分工",
]
TEXT = st.lists(st.sampled_from(WORDS), max_size=14).map("".join)


@pytest.mark.parametrize("seed", range(6))
def test_broken_documents_are_read_to_the_end(seed):
    assert [complaint for text in broken_texts(40, seed) for complaint in complaints(text)] == []


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=4), st.sampled_from(["目标", "任务", "2027年工作安排"]))
def test_paragraphs_of_any_words_are_read_to_the_end(texts, title):
    facts = document_to_facts(a_document(a_heading(1, "一、", title), *(a_paragraph(text, title) for text in texts)))
    assert [one.message for one in facts.unread if "未能处理" in one.message or "未能完成" in one.message] == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(["序号", "指标", "任务", "牵头单位", "责任单位", "完成时限", "2027年", "目标值"]),
        min_size=1,
        max_size=5,
    ),
    st.data(),
)
def test_tables_of_any_cells_are_read_to_the_end(header, data):
    rows = data.draw(st.lists(st.tuples(*(TEXT for _ in header)), max_size=4))
    facts = document_to_facts(a_document(a_table(header, rows, caption="指标分解表")))
    assert [one.message for one in facts.unread if "未能处理" in one.message or "未能完成" in one.message] == []
