import pytest


def test_a_quantity_that_the_document_never_mentions_is_not_answered_by_another(answer):
    """Suzhou says nothing of rents; its number of large office buildings is no answer."""
    assert answer("苏州商务楼平均租金多少？") is None


@pytest.mark.parametrize(
    ("question", "words"), [("鹿城2025年企业入驻率多少？", "85%"), ("青浦2024年新增办公面积多少？", "760000")]
)
def test_known_measures_are_answered(told, question, words):
    assert words in told(question)
