from decimal import Decimal

import pytest

from corpus.folding.units import base_unit, in_base_units, is_counter, unit_family, unit_for_words, units_in_note


def test_scaled_units_measure_the_same_thing():
    assert base_unit("万方") == base_unit("万平方米") == base_unit("平方米") == "平方米"
    assert base_unit("座") == base_unit("栋") == base_unit("幢")
    assert base_unit("亿千瓦") == "千瓦"
    assert base_unit("个") == "个"


def test_values_are_counted_in_base_units_exactly():
    assert in_base_units(Decimal(40), "万平方米") == 400000
    assert in_base_units(Decimal("33.8"), "亿元") == 3380000000
    assert in_base_units(Decimal(85), "%") == 85


def test_a_note_with_two_units_is_told_apart_by_what_is_counted():
    units = units_in_note("幢、场")
    assert units == ("幢", "场")
    assert unit_for_words("举办楼宇推介活动", units) == "场"
    assert unit_for_words("计划改造存量楼宇", units) == "幢"
    assert unit_for_words("从业人员", units) == ""
    assert unit_for_words("从业人员", ("万人",)) == "万人"


@pytest.mark.parametrize(
    ("unit", "family", "base", "factor"),
    [
        ("栋", "buildings", "幢", 1),
        ("万户", "firms", "户", 10**4),
        ("场次", "events", "场", 1),
        ("公顷", "land", "平方米", 10**4),
        ("亿千瓦", "power", "千瓦", 10**8),
        ("千米", "length", "公里", 1),
        ("个百分点", "rate", "个百分点", 1),
        ("成", "rate", "%", 10),
        ("万元/人", "money", "元/人", 10**4),
        ("套房", None, "套房", 1),
    ],
)
def test_what_a_unit_measures_and_how_big_it_is(unit, family, base, factor):
    assert (unit_family(unit), base_unit(unit), in_base_units(Decimal(1), unit)) == (family, base, factor)


def test_some_units_count_and_others_measure():
    assert is_counter("万人")
    assert not is_counter("万元")
