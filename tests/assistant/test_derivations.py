"""Derived numbers are exact or rounded as said, spelled out, and only drawn from numbers that belong together."""

from assistant.derivations import Derivation, derivations
from corpus.target import Baseline
from tests.assistant.making import five_documents, library, target


def of(derivation, **options):
    return {one.message for one in derivations(five_documents(), **options) if one.derivation is derivation}


def test_an_addition_over_years_is_averaged():
    """青浦 超180万平方米 from 2023 to 2025."""
    assert of(Derivation.PER_YEAR, documents=["qingpu"], groups=["楼宇面积"]) == {
        "青浦“新增办公面积”2023—2025年平均每年60万平方米（180÷3=60）。"
    }


def test_a_rate_changes_by_points():
    """嘉兴 91.2% and 91.3% in 2015, 98% in 2020."""
    assert of(Derivation.CHANGE, groups=["企业注册率"]) == {
        "嘉兴“市场主体平均注册率”全市2020年目标与2015年相差6.8个百分点（98-91.2=6.8）。",
        "嘉兴“市场主体平均注册率”市本级2020年目标与2015年相差6.7个百分点（98-91.3=6.7）。",
    }


def test_a_part_is_a_share_of_the_printed_total():
    """苏州 annex 1: 工业园区 40 of 87."""
    assert "苏州“累计亿元楼宇”2023年工业园区占全市的46%（40÷87≈46%）。" in of(Derivation.SHARE, documents=["suzhou"])


def test_shares_of_rates_are_never_drawn():
    assert not of(Derivation.SHARE, groups=["企业注册率", "楼宇入驻率"])


def test_a_total_of_nothing_has_no_shares():
    made = library(
        target("a", "改造大厦", "0", "幢", scope="甲镇", table="表"),
        target("a", "改造大厦", "0", "幢", scope="合计", table="表"),
    )
    assert derivations(made) == []


def test_what_falls_short_is_a_negative_change():
    made = library(target("a", "入驻率", "80", "%", baseline=Baseline(year=2020, value="85.5")))
    (found,) = derivations(made)
    assert (found.value, found.formula) == ("-5.5", "80-85.5=-5.5")
