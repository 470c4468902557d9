"""The list of attachments and the headings of the attachments."""

import pytest

from corpus.reading.attachments import attachment_names, find_annexes
from corpus.reading.lines import text_to_lines


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("附件：1.任务分解表\n\n2.指标分解表", ("任务分解表", "指标分解表")),
        ("附件：1．全市 2023年度清单 \n2．重点任 \n\n务清单", ("全市2023年度清单", "重点任务清单")),
        ("附件:实施任务分解表", ("实施任务分解表",)),
        ("附件：1. 分工表；2. 名单。", ("分工表", "名单")),
    ],
)
def test_names_are_listed_without_their_numbers(text, names):
    assert attachment_names(text) == names


def annexes(text, names=()):
    return [(annex.number, annex.title) for annex in find_annexes(text_to_lines(text), [], names)]


def test_an_annex_takes_its_title_from_the_next_line():
    assert annexes("附件 1\n\n全市各地目标清单\n单位：幢\n附件 2\n推进方案任务清单\n序号 任务\n") == [
        ("附件1", "全市各地目标清单"),
        ("附件2", "推进方案任务清单"),
    ]


def test_a_title_goes_on_as_far_as_its_listed_name():
    text = "附件\n某市楼宇经济高质量发展\n重点任务清单\n下一行\n"
    assert annexes(text, ["某市楼宇经济高质量发展重点任务清单"]) == [("附件", "某市楼宇经济高质量发展重点任务清单")]


def test_a_title_on_the_same_line_and_none_at_all():
    assert annexes("附件1：任务分工表\n序号 任务\n") == [("附件1", "任务分工表")]
    assert annexes("附件\n一、架构\n") == [("附件", "")]


def test_attachments_listed_line_by_line_are_no_headings():
    assert annexes("附件1：任务表\n附件2：指标表\n\n某市政府\n") == []
