"""Figures to columns, with the total as checksum."""

from decimal import Decimal

import pytest

from corpus.flattened.alignment import align, figure_to_decimal


def test_rows_with_all_figures_stay_as_they_are():
    alignment = align([["1", "2"], ["3", "4"], ["4", "6"]], 2, 2)
    assert alignment.rows == (("1", "2"), ("3", "4"), ("4", "6"))
    assert (alignment.unreadable, alignment.unsure, alignment.wrong_sums) == ((), (), ())


def test_a_rate_that_others_share_leaves_their_cells_empty():
    alignment = align([["10", "60%", "1"], ["20", "2"], ["30", "3"]], 2, 3)
    assert alignment.rows[1:] == (("20", None, "2"), ("30", None, "3"))


def test_the_total_decides_where_a_figure_is_missing():
    """5 and 7 fit three ways; only the first column empty makes the others add up."""
    alignment = align([["1", "2", "3"], ["5", "7"], ["1", "7", "10"]], 2, 3)
    assert alignment.rows[1] == (None, "5", "7")
    assert alignment.unsure == ()


def test_without_a_total_nothing_decides():
    assert align([["1", "2", "3"], ["5", "7"]], None, 3).unsure == (1,)


def test_too_many_figures_fit_no_way():
    alignment = align([["1", "2", "3"], ["1", "2"]], None, 2)
    assert alignment.unreadable == (0,)
    assert alignment.rows[0] == (None, None)


def test_a_wrong_sum_is_told_with_both_figures():
    assert align([["1.5"], ["2,000"], ["2000"]], 2, 1).wrong_sums == ((0, Decimal("2001.5"), Decimal(2000)),)


def test_a_name_may_promise_a_rate_that_no_row_prints():
    assert align([["10", "1"], ["20", "2"]], None, 3, {1}).rows == (("10", None, "1"), ("20", None, "2"))


@pytest.mark.parametrize(
    ("printed", "value"),
    [("1,234", Decimal(1234)), ("60%", Decimal(60)), ("—", None), (None, None), ("−2", Decimal(-2))],
)
def test_figures(printed, value):
    assert figure_to_decimal(printed) == value
