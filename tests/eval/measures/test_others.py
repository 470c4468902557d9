"""The other measures, computed by hand."""

import pytest

from eval.gold import GoldQuestion
from eval.measures.bootstrap import interval, mean, sign_test
from eval.measures.citations import citation_precision, citation_support, covers
from eval.measures.latency import latency, percentile
from eval.measures.lists import list_precision, list_recall, listed
from eval.measures.numeric import numeric_exactness, unsupported_numbers
from eval.measures.ranking import evidence_recall, ndcg, reciprocal_rank
from eval.measures.refusals import refusal_confusion, refusal_precision, refusal_recall
from eval.measures.sides import sides_named
from eval.measures.units import named_units, unit_f1
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


def test_the_cells_of_a_quoted_row_are_numbers_of_their_own():
    response = Response("answered", "合计347幢，其中新增18幢", quotes=("全市合计 347 18 87",))
    assert numeric_exactness(GOLD, response) == 1


def test_units_may_stand_in_the_arithmetic():
    response = Response("answered", "高28.2亿元（62亿-33.8亿=28.2亿）", quotes=("楼宇税收总量 33.8 62",))
    assert numeric_exactness(GOLD, response) == 1


def test_a_count_of_what_is_cited_is_supported():
    response = Response("answered", "共12个。", quotes=tuple(f"甲{n}" for n in range(100, 112)))
    assert numeric_exactness(GOLD, response) == 1
    assert numeric_exactness(GOLD, Response("answered", "共13个。", quotes=response.quotes)) == 0


def test_ten_thousands_are_the_same_number():
    response = Response("answered", "30万平方米", quotes=("赵巷镇 300000",))
    assert numeric_exactness(GOLD, response) == 1


def test_support_is_the_share_of_evidence_covered():
    response = Response("answered", "18幢", quotes=("全市新增亿元楼宇18幢，成效明显",))
    assert citation_support(GOLD, response) == 0.5
    assert citation_precision(GOLD, response) == 1


def test_one_of_several_places_is_evidence_enough():
    gold = GoldQuestion(question="?", evidence=(("正文：改造7幢", "合计 7"),))
    assert citation_support(gold, Response("answered", "7幢", quotes=("全市合计 7",))) == 1


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


@pytest.mark.parametrize(
    ("answer", "pieces"),
    [
        ("共3项：甲局、乙局、丁局[1]。", 3),
        ("共2项：\n甲局：改造电梯、外立面；\n丁局：招商。", 2),
        ("甲局。", 0),
    ],
)
def test_pieces_of_a_list_are_parted_by_its_coarsest_mark(answer, pieces):
    assert len(listed(answer)) == pieces


def test_list_precision_counts_pieces_that_are_members():
    """Of 甲局, 丁局, 乙局 and 戊局 two are expected."""
    assert list_precision(GOLD, Response("answered", "甲局、丁局、乙局、戊局")) == 0.5
    assert list_precision(GOLD, Response("answered", "甲局")) is None


UNITS = GoldQuestion(
    question="区住建局改造老旧楼宇，谁配合？",
    answer="区发改局、属地街镇（区住建局牵头）。",
    units=("区发改局", ("属地街镇", "各街镇")),
)


def test_unit_f1_by_hand():
    """One of two is right and one is strange: 2 * 1 / (1 + 1 + 2)."""
    assert unit_f1(UNITS, Response("answered", "区住建局牵头，区发改局、区商务局配合")) == 0.5
    assert unit_f1(UNITS, Response("answered", "由区发改局会同各街镇负责")) == 1.0
    assert unit_f1(UNITS, Response("refused")) == 0.0
    assert unit_f1(GOLD, Response("answered", "区商务局")) is None


def test_units_are_known_by_how_they_end():
    assert named_units("牵头单位为区委组织部，责任单位为各镇、市自然资源和规划局鹿城分局") == [
        "区委组织部",
        "各镇",
        "市自然资源和规划局鹿城分局",
    ]


def test_every_side_of_a_comparison_must_be_named():
    sides = GoldQuestion(question="比较", sides=("甲市", "乙市", "丙市"))
    assert sides_named(sides, Response("answered", "甲市5幢，丙市未提及")) == pytest.approx(2 / 3)
    assert sides_named(GOLD, Response("answered", "甲市")) is None


def test_percentiles_are_values_that_were_measured():
    """Of 1 to 20 the 95th percentile is the 19th, the median the 10th."""
    figures = latency([float(value) for value in range(20, 0, -1)])
    assert (figures.median, figures.p95, figures.max, figures.total_s) == (10, 19, 20, 0.21)
    assert percentile([7.0], 0.95) == 7
    assert latency([]) is None
