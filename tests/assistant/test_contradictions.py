"""Numbers of text and annex that differ are a contradiction unless the bound of the text is kept."""

import pytest

from assistant.contradictions import contradictions
from corpus.extraction.facts import document_to_facts
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph, a_table


def found(prose, *numbers):
    """The contradictions of a plan whose annex has these numbers for its three years."""
    years = ["2024年", "2025年", "2026年"]
    document = a_document(
        a_heading(1, "一、", "目标"),
        a_paragraph(prose, "一、目标"),
        a_table(["指标名称", "单位", *years], [["新增企业", "家", *numbers]], caption="年度发展指标"),
        title="关于促进楼宇经济发展的推进方案（2024—2026年）",
    )
    return [one.message for one in contradictions(document_to_facts(document)) if one.kind == "prose_annex"]


@pytest.mark.parametrize(
    "prose",
    [
        "到2026年，全市新增企业超290家。",
        "到2026年，全市新增企业不少于280家。",
        "到2026年，全市新增企业至少250家。",
        "到2026年，全市新增企业200家以上。",
        "到2026年，全市新增企业不超过320家。",
    ],
)
def test_a_bound_that_is_kept_is_no_contradiction(prose):
    assert found(prose, "100", "100", "100") == []


@pytest.mark.parametrize(
    "prose",
    [
        "到2026年，全市新增企业超300家。",
        "到2026年，全市新增企业不少于310家。",
        "到2026年，全市新增企业290家。",
        "到2026年，全市新增企业不超过280家。",
    ],
)
def test_a_bound_that_is_not_kept_and_another_number_are(prose):
    assert len(found(prose, "100", "100", "100")) == 1
