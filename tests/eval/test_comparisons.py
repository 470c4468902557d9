"""The comparator's measure, by hand."""

import pytest

from assistant.views import CellState, CellView, ComparisonView, IndicatorView
from eval.comparisons import GoldIndicator, score_comparison


def gold(document_id, indicator, value, group, sense, years=(2025,)):
    return GoldIndicator(
        document_id=document_id,
        indicator=indicator,
        value=value,
        years=years,
        group=group,
        sense=sense,
        evidence=indicator,
    )


GOLD = [
    gold("a", "企业入驻率", "80", "入驻率", "入驻率"),
    gold("b", "楼宇入驻率", "70", "入驻率", "入驻率"),
    gold("c", "入驻率", "85", "入驻率", "入驻率", years=(2020,)),
    gold("b", "推介活动", "12", "推介活动", "推介活动"),
]


def cell(state, indicator, original):
    return (CellView(state=state, indicator=indicator, original=original),)


def row(name, **cells):
    return IndicatorView(indicator=name, reason="", cells=cells)


def test_pairs_side_by_side_and_comparable():
    """Of three pairs the row shows ab and ac; ab is said to be comparable and is."""
    shown = row(
        "入驻率",
        a=cell(CellState.STATED, "企业入驻率", "80%"),
        b=cell(CellState.STATED, "楼宇入驻率", "70%"),
        c=(CellView(state=CellState.NOT_STATED),),
    )
    other = row(
        "入驻", a=cell(CellState.STATED, "企业入驻率", "80%"), c=cell(CellState.NOT_COMPARABLE, "入驻率", "85%")
    )
    score = score_comparison(GOLD, ComparisonView(documents=("a", "b", "c"), indicators=(shown, other)))
    assert score["side by side"].value == pytest.approx(2 * 2 / (2 + 3))
    assert score["comparable"].value == 1


def test_a_wrong_pair_costs_precision():
    """Occupancy beside events, and called comparable: none of one found is right, of three and one expected."""
    wrong = row("混", a=cell(CellState.STATED, "企业入驻率", "80%"), b=cell(CellState.STATED, "推介活动", "12场"))
    score = score_comparison(GOLD, ComparisonView(documents=("a", "b"), indicators=(wrong,)))
    assert (score["side by side"].right, score["side by side"].found, score["side by side"].expected) == (0, 1, 3)
    assert (score["comparable"].right, score["comparable"].found) == (0, 1)


def test_an_indicator_nobody_wrote_down_is_wrong():
    wrong = row("怪", a=cell(CellState.STATED, "绿化面积", "3亩"), b=cell(CellState.STATED, "推介活动", "12场"))
    score = score_comparison(GOLD, ComparisonView(documents=("a", "b"), indicators=(wrong,)))
    assert (score["side by side"].right, score["side by side"].found) == (0, 1)
