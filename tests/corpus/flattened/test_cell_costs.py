"""The grammar of one cell."""

import pytest

from corpus.flattened.cell_costs import cell_cost, is_deadline, is_hopeless
from corpus.flattened.evidence import texts_to_evidence
from corpus.flattened.header_words import Kind

EVIDENCE = texts_to_evidence(
    ["（一）优化楼宇服务流程。市级相关部门要聚焦新建楼宇。", "1.增量楼宇高水平建设", "（责任单位：区商务委、各街镇）"]
)


@pytest.mark.parametrize(
    "text",
    [
        "2023年4月底前",
        "持续推进",
        "2023—2025年",
        "2024年12月31日前",
        "2024年第三季度",
        "每年12月底前",
        "年底前",
        "2025年底前完成并持续推进",
        "长期坚持",
        "2024.12",
        "按时序推进",
    ],
)
def test_deadlines(text):
    assert is_deadline(text)


@pytest.mark.parametrize("text", ["", "区财政局", "长期坚持区财政局", "创业氛围长期坚持", "赵巷", "提高效率。"])
def test_no_deadlines(text):
    assert not is_deadline(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.LABEL, "增量楼宇高水平建设"),
        (Kind.PROSE, "鼓励老旧楼宇实施升级改造；"),
        (Kind.DEADLINE, "持续推进"),
        (Kind.UNITS, "区商务委、各街镇"),
        (Kind.VALUE, "≥85%"),
    ],
)
def test_a_text_is_cheapest_as_what_it_is(kind, text):
    others = [other for other in Kind if other not in (Kind.SEQUENCE, Kind.NOTE, kind)]
    assert all(cell_cost(kind, text, EVIDENCE) < cell_cost(other, text, EVIDENCE) for other in others)


def test_a_heading_of_the_body_is_a_label_for_sure():
    assert cell_cost(Kind.LABEL, "优化楼宇服务流程", EVIDENCE) < cell_cost(Kind.LABEL, "优化楼宇服务", EVIDENCE) - 5


def test_an_open_quotation_mark_costs():
    whole, cut = "办理“足不出楼”事项。", "办理“足不出楼事项。"
    assert cell_cost(Kind.PROSE, whole, EVIDENCE) < cell_cost(Kind.PROSE, cut, EVIDENCE)


def test_sentences_are_no_units():
    assert is_hopeless(Kind.UNITS, "建设。区商务委", 7.0)
    assert not is_hopeless(Kind.PROSE, "建设。加快", 5.0)


def test_hostile_lengths_are_quick():
    for kind in (Kind.LABEL, Kind.PROSE, Kind.DEADLINE, Kind.UNITS, Kind.VALUE, Kind.NOTE):
        assert cell_cost(kind, "2023年" * 8000, EVIDENCE) >= 0
