"""The other measures, computed by hand."""

import pytest

from eval.gold import GoldQuestion
from eval.measures.bootstrap import interval, mean, sign_test
from eval.measures.citations import citation_precision, citation_support, covers
from eval.measures.lists import list_recall
from eval.measures.numeric import numeric_exactness, unsupported_numbers
from eval.measures.ranking import evidence_recall, ndcg, reciprocal_rank
from eval.measures.refusals import refusal_confusion, refusal_precision, refusal_recall
from eval.response import Response

GOLD = GoldQuestion(question="2023年呢？", items=("甲局", "乙局", "丙局"), evidence=("新增亿元楼宇18幢", "累计达87幢"))


def test_list_recall_counts_named_members():
    assert list_recall(GOLD, Response("answered", "甲局、丙局")) == pytest.approx(2 / 3)


def test_a_number_from_nowhere_is_unsupported():
    response = Response("answered", "2023年新增18幢，占46%。", quotes=("新增亿元楼宇18幢",))
    assert unsupported_numbers(GOLD, response) == {"46"}
    assert numeric_exactness(GOLD, response) == 0


def test_arithmetic_that_is_spelled_out_is_supported():
    response = Response("answered", "18+87=105幢。", quotes=("新增亿元楼宇18幢", "累计达87幢"))
    assert numeric_exactness(GOLD, response) == 1


def test_ten_thousands_are_the_same_number():
    response = Response("answered", "30万平方米", quotes=("赵巷镇 300000",))
    assert numeric_exactness(GOLD, response) == 1


def test_support_is_the_share_of_evidence_covered():
    response = Response("answered", "18幢", quotes=("全市新增亿元楼宇18幢，成效明显",))
    assert citation_support(GOLD, response) == 0.5
    assert citation_precision(GOLD, response) == 1


def test_a_run_of_sixty_percent_covers():
    assert covers("新增亿元楼宇", "新增亿元楼宇18幢")
    assert not covers("举办楼宇推介活动", "新增亿元楼宇18幢")


def test_ranking_measures_by_hand():
    """Evidence at ranks 2 and 3: gains 1/log2(3) + 1/log2(4) over 1 + 1/log2(3)."""
    retrieved = ("无关", "累计达87幢", "新增亿元楼宇18幢")
    assert evidence_recall(GOLD, retrieved, 2) == 0.5
    assert reciprocal_rank(GOLD, retrieved) == 0.5
    assert ndcg(GOLD, retrieved) == pytest.approx((0.63093 + 0.5) / 1.63093, abs=1e-4)


def test_refusals_are_counted_as_a_decision():
    due, other = GoldQuestion(question="?", expect_refusal=True), GoldQuestion(question="?")
    refused, given = Response("refused"), Response("answered")
    counts = refusal_confusion([(due, refused), (due, given), (other, refused), (other, given), (other, given)])
    assert counts == {"due_made": 1, "due_missed": 1, "undue_made": 1, "undue_avoided": 2}
    assert refusal_recall(counts) == 0.5
    assert refusal_precision(counts) == 0.5


def test_means_and_intervals():
    assert mean([1, 0, 1, 1]) == 0.75
    low, high = interval([1.0] * 9 + [0.0]) or (0, 0)
    assert 0.6 <= low < 0.9 < high <= 1
    assert interval([]) is None


def test_sign_test_by_hand():
    """Five of five better: 2 * (1/2)^5."""
    assert sign_test(5, 0) == 0.0625
    assert sign_test(2, 2) == 1
