"""Figures that a question takes for granted."""

import pytest

from assistant.answer import RefusalReason
from assistant.passages.premises import false_premise
from assistant.passages.searching import search
from assistant.understanding.understanding import understand
from tests.assistant.lexical import lexical_index
from tests.assistant.making import five_documents


def corrected(question):
    query = understand(question, lexical_index())
    documents = [five_documents().document(document_id) for document_id in query.documents]
    return false_premise(search(query.text, query, lexical_index()), documents)


@pytest.mark.parametrize(
    ("question", "right"),
    [("太原凭什么把税收超过亿元的楼宇占比定到30%？", "10%"), ("太原为什么规定城区楼宇入驻率达到90%？", "70%")],
)
def test_a_figure_that_the_document_does_not_know_is_corrected_with_its_words(question, right):
    found = corrected(question)
    assert found.reason is RefusalReason.FALSE_PREMISE
    assert right in found.message
    assert found.correction


@pytest.mark.parametrize(
    "question",
    ["太原为什么把城区楼宇入驻率定到70%？", "太原的占比要定为多少，是30%还是10%？", "太原城区楼宇入驻率是90%吗？"],
)
def test_a_right_figure_or_one_that_is_asked_about_is_no_premise(question):
    assert corrected(question) is None
