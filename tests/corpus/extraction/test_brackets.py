from corpus.extraction.brackets import bracket_groups, split_outside, without_groups


def test_outermost_groups_keep_nested_brackets_of_other_styles():
    text = "自营比例。〔市房产局，各县(市、区)人民政府按职责分工负责〕"
    assert [group.inner for group in bracket_groups(text)] == ["市房产局，各县(市、区)人民政府按职责分工负责"]


def test_half_width_closes_full_width():
    assert [group.inner for group in bracket_groups("（甲)，(乙）")] == ["甲", "乙"]


def test_an_unclosed_bracket_is_no_group_but_what_closes_inside_is():
    assert [group.inner for group in bracket_groups("（责任单位：省数据局、各县（市、区）")] == ["市、区"]


def test_a_stray_closer_is_ignored():
    assert bracket_groups("甲）乙〕") == []


def test_split_outside_leaves_separators_in_brackets_alone():
    assert split_outside("市发改委，各县（市、区）人民政府、市国资委", "、，") == [
        "市发改委",
        "各县（市、区）人民政府",
        "市国资委",
    ]


def test_without_groups_cuts_them_out():
    text = "新增亿元楼宇（注：下同）18幢"
    assert without_groups(text, bracket_groups(text)) == "新增亿元楼宇18幢"
