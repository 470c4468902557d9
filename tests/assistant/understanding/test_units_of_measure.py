from assistant.understanding.units_of_measure import asked_measures, unit_measure


def test_a_counted_unit_tells_more_than_a_size_in_passing():
    """1万平方米以上的楼宇有多少幢 asks for buildings, not for an area."""
    assert asked_measures("商务办公1万平方米以上的楼宇多少幢") == {"buildings"}
    assert asked_measures("多少幢") == {"buildings"}
    assert asked_measures("面积目标") == {"area"}
    assert asked_measures("目标") == frozenset()


def test_what_is_counted_in_another_unit_is_no_building():
    assert asked_measures("引进几名人才") == {"other"}
    assert asked_measures("入驻单位多少个") == {"buildings", "firms", "events"}
    assert asked_measures("几个百分点") == {"rate"}


def test_a_kind_of_building_is_no_sum_of_money():
    assert asked_measures("要有多少亿元楼") == frozenset()
    assert asked_measures("税收多少亿元") == {"money"}


def test_land_is_not_floor_space():
    assert asked_measures("拿出多少亩地") == unit_measure("亩") == {"land"}


def test_units_of_one_sort_share_a_measure():
    assert unit_measure("幢") == unit_measure("座") == {"buildings"}
    assert "buildings" in unit_measure("个")
    assert unit_measure("万平方米") == unit_measure("万方") == {"area"}
    assert unit_measure("%") == {"rate"}
