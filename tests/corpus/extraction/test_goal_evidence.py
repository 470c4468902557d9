"""Sentences none of which taught: other places, things and numbers."""

import pytest

from corpus.extraction.prose_targets import prose_to_targets
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph


def found(text, heading="主要目标", title="湖湾区湿地保护三年行动方案（2026—2028年）", period=(2026, 2028)):
    document = a_document(
        a_heading(1, "二、", heading), a_paragraph(text, f"二、{heading}"), title=title, period=period
    )
    return [(one.quantity.number, one.quantity.unit) for one in prose_to_targets(document)]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("到2028年底，全区修复湿地2600亩，湿地保护率达到62%以上。", "2600", "亩"),
        ("到2028年，建成观鸟步道18公里。", "18", "公里"),
        ("力争到2027年，培训护湿员400人次以上。", "400", "人次"),
    ],
)
def test_what_is_to_be_reached_stays_a_goal(text, number, unit):
    assert (number, unit) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026年至2028年，区财政每年安排湿地保护专项资金1500万元。",
        "三年行动总投资4.6亿元，其中申请上级补助1.2亿元。",
    ],
)
def test_money_set_aside_is_none(text):
    assert found(text, heading="保障措施") == []
