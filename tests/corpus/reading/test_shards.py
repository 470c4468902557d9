"""Texts that were copied so that a line ends at every number."""

from corpus.reading.shards import without_shards


def test_lines_that_numbers_were_parted_from_are_joined():
    text = (
        "梅溪县水务局关于做好\n2024\n年汛前检查的通知\n梅水〔\n2024\n〕\n7\n号\n各乡镇：\n请于\n2024\n年\n4\n月\n30\n日前查清不少于\n12\n处险段。\n"
        "梅溪县水务局\n2024\n年\n3\n月\n1\n日\n一、安排\n3\n月起开展。\n"
    )
    assert without_shards(text).split("\n") == [
        "梅溪县水务局关于做好2024年汛前检查的通知",
        "梅水〔2024〕7号",
        "各乡镇：",
        "请于2024年4月30日前查清不少于12处险段。",
        "梅溪县水务局",
        "2024年3月1日",
        "一、安排",
        "3月起开展。",
        "",
    ]


def test_a_table_of_a_line_for_a_cell_stays_as_it_is():
    text = "乡镇\n险段\n长度\n柳村\n12\n3.5\n杨村\n8\n2.1\n河口\n9\n1.7\n石桥\n4\n0.8\n"
    assert without_shards(text) == text
