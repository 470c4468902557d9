"""Sections asked for by name, and what they say."""

import pytest

from assistant.passages.named_sections import named_section, section_to_statements
from tests.assistant.making import five_documents


def section(question, document_id):
    return named_section(question, [five_documents().document(document_id)])


@pytest.mark.parametrize(
    ("question", "document_id", "title"),
    [
        ("苏州的发展目标？", "suzhou", "发展目标"),
        ("青浦的发展目标是什么？", "qingpu", "主要目标"),
        ("鹿城区楼宇经济高质量发展行动方案的发展目标？", "lucheng", "行动目标"),
        ("太原的指导思想", "taiyuan", "指导思想"),
        ("嘉兴规划的基本原则有哪些？", "jiaxing", "基本原则"),
    ],
)
def test_a_question_that_is_a_title_means_that_section_or_the_one_of_its_kind(question, document_id, title):
    assert section(question, document_id).title == title


@pytest.mark.parametrize(
    "question", ["青浦2025年的目标是多少？", "青浦谁负责联席会议？", "青浦的租金水平？", "青浦呢？"]
)
def test_other_questions_mean_none(question):
    assert section(question, "qingpu") is None


def test_where_several_documents_have_one_none_is_meant():
    assert named_section("指导思想是什么？", five_documents().documents.values()) is None


def test_a_section_says_its_sentences_in_their_order_and_its_points():
    statements = section_to_statements(section("鹿城的行动目标？", "lucheng"))
    assert statements[0].text == "到2026年，争取实现楼宇经济“三个倍增”目标。"
    assert statements[-1].text.startswith("共3项：楼宇开发建设超千亩；")


def test_a_section_of_sub_headings_only_says_these():
    (statement,) = section_to_statements(section("嘉兴的基本原则？", "jiaxing"))
    assert statement.text.startswith("共3项：坚持市场主导、政府引导；")
    assert len(statement.evidence) == 3
