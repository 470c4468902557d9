"""Header lines of task tables."""

from corpus.flattened.header_words import Kind, columns_to_kinds
from corpus.flattened.headers import find_headers
from corpus.reading.lines import text_to_lines


def names(text: str) -> list[tuple[str, ...]]:
    return [header.names for header in find_headers(text_to_lines(text))]


def test_a_header_on_one_line():
    assert names("序号 五方面工作 重点任务 完成时限 责任单位") == [
        ("序号", "五方面工作", "重点任务", "完成时限", "责任单位")
    ]


def test_a_header_on_many_lines_with_wrapped_names():
    text = "序号\n重点\n任务\n\n工作举措\n时间\n节点\n牵头单\n位\n\n1\n推进建设。"
    assert names(text) == [("序号", "重点任务", "工作举措", "时间节点", "牵头单位")]


def test_prose_that_speaks_of_units_is_no_header():
    assert names("序号要连续，责任单位要明确。\n1 推进") == []
    assert names("责任单位：市发改委") == []
    assert names("重点任务 责任单位") == []


def test_a_line_with_tabs_is_left_to_others():
    assert names("序号\t重点任务\t责任单位") == []


def test_kinds_are_told_by_names():
    assert columns_to_kinds(["序号", "行动类别", "任务内容", "具体举措", "牵头单位", "责任单位"]) == (
        Kind.SEQUENCE,
        Kind.LABEL,
        Kind.LABEL,
        Kind.PROSE,
        Kind.UNITS,
        Kind.UNITS,
    )
    assert columns_to_kinds(["序号", "工作任务", "完成时间", "配合部门", "备注"]) == (
        Kind.SEQUENCE,
        Kind.PROSE,
        Kind.DEADLINE,
        Kind.UNITS,
        Kind.NOTE,
    )


def test_unit_beside_figures_is_a_unit_of_measure():
    kinds = columns_to_kinds(["序号", "指标名称", "单位", "2025年目标值", "责任单位"])
    assert kinds == (Kind.SEQUENCE, Kind.LABEL, Kind.LABEL, Kind.VALUE, Kind.UNITS)
