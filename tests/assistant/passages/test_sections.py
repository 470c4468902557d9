"""Which section a question asks to have listed."""

import pytest

from assistant.passages.sections import best_points
from assistant.passages.terms import Terms
from tests.assistant.making import five_documents


@pytest.mark.parametrize(
    ("question", "points"),
    [
        ("青浦方案的保障措施有哪几条？", ["加强组织保障", "加强政策激励", "加强考核评估"]),
        ("青浦方案的楼长有哪几条？", []),
    ],
)
def test_a_section_is_meant_by_its_usual_name_too(question, points):
    """青浦 calls it 行动保障."""
    documents = [five_documents().document("qingpu")]
    assert [point.text for point in best_points(question, Terms({}), documents)] == points
