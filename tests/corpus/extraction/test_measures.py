from decimal import Decimal

from corpus.extraction.measures import base_unit, in_base_units, unit_for_words, units_in_note


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
