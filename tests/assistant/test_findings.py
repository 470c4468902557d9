"""Findings: contradictions inside a document and differences between documents, all with quotes."""

from assistant.findings import Topic, findings
from corpus.quoting import source_text
from corpus.target import Baseline
from tests.assistant.making import five_documents, library, target


def of(topic, **options):
    return [one for one in findings(five_documents(), **options) if one.topic is topic]


def test_text_and_annex_of_a_document_disagree():
    """鹿城 超300家 and 300; 苏州 超70场 and 77场 agree."""
    (found,) = (one for one in of(Topic.INSIDE, documents=["lucheng", "suzhou"]) if one.detail == "prose_annex")
    assert "超300家" in found.message
    assert "300家（2024年100家" in found.message


def test_a_goal_below_what_was_there_is_noticed():
    made = library(
        target("a", "楼宇入驻率", "80", "%", 2025, baseline=Baseline(year=2020, value="85.5")),
        target("a", "属地注册率", "80", "%", 2025, baseline=Baseline(year=2020, value="60")),
    )
    (found,) = (one for one in findings(made) if one.topic is Topic.BELOW_BASELINE)
    assert found.message == "《a方案》“楼宇入驻率”2025年目标80%，低于2020年的85.5%。"


def test_related_words_are_named_with_the_documents_that_use_them():
    found = {one.detail: one for one in of(Topic.WORDING)}
    assert set(found["企业注册率"].documents) == {"qingpu", "lucheng", "jiaxing"}
    assert "青浦称“入驻企业注册落地率”" in found["企业注册率"].message


def test_numbers_that_can_be_compared_are_ordered():
    (found,) = (one for one in of(Topic.DIFFERENCE) if one.detail == "特色楼宇（总量）")
    assert found.message == "2025年“特色楼宇（总量）”由高到低：太原20座以上，青浦不少于5个。"


def test_a_gap_names_who_sets_no_number():
    (found,) = (one for one in of(Topic.GAP) if one.detail == "楼宇入驻率")
    assert "青浦、苏州没有" in found.message


def test_every_quote_is_in_its_document():
    texts = {found: source_text(one.text) for found, one in five_documents().documents.items()}
    for one in findings(five_documents()):
        assert one.evidence
        assert all(evidence.quote in texts[evidence.document_id] for evidence in one.evidence)
