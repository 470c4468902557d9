from assistant.understanding.units_of_measure import asked_measures, unit_measure


def test_a_counted_unit_tells_more_than_a_size_in_passing():
    """1万平方米以上的楼宇有多少幢 asks for buildings, not for an area."""
    assert asked_measures("商务办公1万平方米以上的楼宇多少幢") == {"buildings"}
    assert asked_measures("多少幢") == {"buildings"}
    assert asked_measures("面积目标") == {"area"}
    assert asked_measures("目标") == frozenset()


def test_units_of_one_sort_share_a_measure():
    assert unit_measure("幢") == unit_measure("座") == {"buildings"}
    assert "buildings" in unit_measure("个")
    assert unit_measure("万平方米") == unit_measure("万方") == {"area"}
    assert unit_measure("%") == {"rate"}
