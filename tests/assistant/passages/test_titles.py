"""Names of documents inside a question."""

import pytest

from assistant.passages.titles import without_titles
from tests.assistant.making import document

TITLES = (
    "关于加快推进渔业机械化和渔机装备产业转型升级的指导意见",
    "江南新区促进总部经济发展扶持办法实施细则",
    "青山区楼宇经济高质量发展行动方案（2023—2025年）",
)
DOCUMENTS = [document(f"d{number}", title=title) for number, title in enumerate(TITLES)]


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("渔机意见里2020年的目标", "，里2020年的目标"),
        ("江南总部经济扶持办法实施细则从哪天开始试行", "，从哪天开始试行"),
        ("楼宇经济高质量发展的行动方案有几章", "，有几章"),
        ("总部经济扶持办法与渔机指导意见各有几条", "，与，各有几条"),
    ],
)
def test_words_of_a_title_up_to_the_kind_of_document_are_taken_out(question, rest):
    assert without_titles(question, DOCUMENTS) == rest


@pytest.mark.parametrize("question", ["楼宇经济怎么发展", "落户奖励办法是什么", "有什么办法", "意见箱放在哪"])
def test_words_that_do_not_end_in_a_kind_of_document_stay(question):
    assert without_titles(question, DOCUMENTS) == question


@pytest.mark.timeout(5)
def test_a_long_hostile_question_is_quick():
    assert without_titles("总部经济" * 125 + "意见" * 500, DOCUMENTS)
