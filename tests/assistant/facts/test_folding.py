"""Sums, means, shares, differences, ratios and ranks over values, spelled out."""

from decimal import Decimal

import pytest

from assistant.facts.folding import Term, averaged, difference, ratio, share, summed
from assistant.facts.measuring import agreement, families, holds, same_amount
from assistant.facts.ranking import extreme, ordered, rank_words
from corpus.target import Bound
from tests.assistant.facts.asking import amount, condition


def term(name, value, unit="幢"):
    return Term(name, Decimal(value), unit, f"{value}{unit}")


A, B, C = term("甲", "12"), term("乙", "12"), term("丙", "10")


@pytest.mark.parametrize(
    ("folded", "text"),
    [
        (summed([A, B, C]), "34幢（12+12+10=34幢）"),
        (summed([term("甲", "15", "万平方米"), term("乙", "10", "万平方米")]), "25万平方米（15万+10万=25万平方米）"),
        (
            summed([term("甲", "15", "万平方米"), term("乙", "5000", "平方米")]),
            "155000平方米（150000+5000=155000平方米）",
        ),
        (
            difference(term("甲", "21.7", "万亿元"), term("乙", "17.1", "万亿元")),
            "4.6万亿元（21.7万亿-17.1万亿=4.6万亿）",
        ),
        (averaged([A, C]), "11幢（12+10=22；22÷2个=11）"),
        (share([A, C], term("全市", "88")), "25%（12+10=22；22÷88=25%）"),
        (difference(C, A), "2幢（12-10=2）"),
        (difference(term("甲", "85", "%"), term("乙", "70", "%")), "15个百分点（85-70=15）"),
        (difference(term("甲", "15", "个"), term("乙", "35", "家")), "20家（35-15=20）"),
        (ratio(A, C), "1.2倍（12÷10=1.2）"),
    ],
)
def test_arithmetic_is_spelled_out(folded, text):
    assert folded.text == text


def test_different_things_have_no_sum():
    assert summed([A, term("丁", "3", "万平方米")]) is None
    assert ratio(A, term("丁", "0")) is None


def test_ranks_count_values_and_name_all_ties():
    assert [one.name for one in extreme([C, A, B])] == ["甲", "乙"]
    assert [one.name for one in extreme([C, A, B], rank=2)] == ["丙"]
    assert [one.name for one in extreme([C, A, B], top=1)] == ["甲", "乙"]
    assert [one.name for one in extreme([C, A, B], low=True)] == ["丙"]
    assert extreme([C, A, B], rank=3) == []


def test_the_steepest_of_falls_is_the_largest():
    slight, steep = term("火灾起数", "-12", "%"), term("死亡人数", "-33", "%")
    assert extreme([slight, steep]) == [steep]
    assert extreme([slight, steep], low=True) == [slight]
    assert extreme([slight, steep], top=1) == [steep]
    assert extreme([term("产值", "5", "%"), slight]) == [term("产值", "5", "%")]
    assert [one.name for one in ordered([C, A, B], low=True)] == ["丙", "甲", "乙"]
    assert (rank_words(1), rank_words(2, low=True), rank_words(1, rate=True)) == ("最多", "第二少", "最高")


def test_units_tell_sorts_of_quantity():
    assert families("栋") == {"buildings"}
    assert "buildings" in families("个")
    assert agreement({"buildings"}, "万平方米") == -1.0
    assert agreement({"buildings"}, "个") == 1.0
    assert agreement((), "幢") == 0.0


def test_amounts_are_the_same_whatever_their_scale():
    assert same_amount(amount("40", "万平方米"), amount("400000", "平方米"))
    assert same_amount(amount("40", "万"), amount("400000", "平方米"))
    assert not same_amount(amount("40", "万"), amount("40", "幢"))
    assert not same_amount(amount("5", "幢"), amount("5", "%"))


def test_a_condition_holds_only_where_the_bound_allows_it():
    at_least = amount("85", "%", Bound.GE)
    assert holds(at_least, condition(Bound.GT, "80", "%"))
    assert not holds(at_least, condition(Bound.LT, "90", "%"))
    assert holds(amount("5", "幢"), condition(Bound.LE, "5", "幢"))
    assert not holds(amount("5", "幢"), condition(Bound.GE, "1", "万平方米"))


def test_nothing_is_calculated_from_a_range():
    several = Term("丁", Decimal(10), "幢", "10—15幢", ranged=True)
    assert [summed([A, several]), averaged([A, several]), difference(A, several), share([several], A)] == [None] * 4
    assert extreme([A, several]) == [A]
