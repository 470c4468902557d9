"""Headings without numbers, told by the labels that follow each of them."""

from corpus.document import Heading, MediaType, Source
from corpus.reading.document import reading_to_document
from corpus.reading.lines import text_to_lines
from corpus.reading.reading import Reading


def headings(*lines: str) -> list[tuple[int, str, tuple[str, ...]]]:
    text = "\n".join(("甲市惠民政策汇编", *lines))
    source = Source(id="x", file="x.txt", media_type=MediaType.TEXT, sha256="0")
    blocks = reading_to_document(Reading(text, tuple(text_to_lines(text))), source).blocks
    return [(one.level, one.title, one.place.path) for one in blocks[1:] if isinstance(one, Heading)]


def entry(name: str) -> tuple[str, str, str]:
    return name, "办理条件：满一年的，可以申请。", "办理地点：各街道窗口"


def test_what_stands_alone_above_a_label_each_time_is_a_heading_below_its_group():
    found = headings("适用人群：老人", *entry("高龄津贴"), *entry("助餐补贴"), "适用人群：儿童", *entry("托育补贴"))
    assert found == [
        (1, "适用人群：老人", ()),
        (2, "高龄津贴", ("适用人群：老人",)),
        (2, "助餐补贴", ("适用人群：老人",)),
        (1, "适用人群：儿童", ()),
        (2, "托育补贴", ("适用人群：儿童",)),
    ]


def test_twice_is_not_again_and_again_and_sentences_are_no_names():
    assert headings(*entry("高龄津贴"), *entry("助餐补贴")) == []
    assert headings(*(line for name in "甲乙丙" for line in entry(f"{name}类人员，可以申请"))) == []


def test_who_does_a_task_stands_below_the_task():
    assert headings(*(line for name in "甲乙丙" for line in (f"改造{name}片区楼宇", "牵头单位：市住建局"))) == []
