from assistant.reading.divisions import division_called, is_division, short_name


def test_a_district_is_known_by_its_full_name_and_knows_what_it_lies_in():
    division = division_called("温州市鹿城区")
    assert division is not None
    assert division.name == "鹿城区"
    assert [above.name for above in division.ancestors] == ["温州市", "浙江省"]


def test_short_names_are_divisions_too():
    assert is_division("宁波")
    assert is_division("昆山市")
    assert not is_division("写字楼")


def test_a_short_name_keeps_two_characters():
    assert short_name("昆山市") == "昆山"
    assert short_name("赵县") == "赵县"
