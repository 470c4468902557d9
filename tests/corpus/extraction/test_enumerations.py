"""Enumerations as they are printed: in a paragraph, on lines, as headings, in one sentence."""

import pytest

from corpus.document import Heading, Paragraph
from corpus.enumeration import Form
from corpus.extraction.enumerations import blocks_to_enumerations
from corpus.place import Span
from tests.assistant.making import place

SPAN = Span(start=0, end=1)


def blocks(*texts):
    """Paragraphs on lines of their own; a pair is a heading with its number, over all lines that begin with >."""
    found, path = [], ()
    for line, text in enumerate(texts, 1):
        if isinstance(text, tuple):
            at, path = place("a", line), ("".join(text),)
            found.append(Heading(level=1, number=text[0], title=text[1], text=path[0], place=at, span=SPAN))
        else:
            under = path if text.startswith(">") else ()
            at = place("a", line).model_copy(update={"path": under})
            found.append(Paragraph(text=text.removeprefix(">"), place=at, span=SPAN))
    return found


def read(*texts):
    return [(one.head, [item.text for item in one.items]) for one in blocks_to_enumerations(blocks(*texts))]


def test_a_paragraph_that_counts_in_words():
    """The last item has no more sentences than the others: what follows is no item."""
    text = "办好实事。一是新建学校3所。二是改造管网20公里。三是增设床位。实事连着民心，我们将持续用力。"
    assert read(text) == [("办好实事。", ["新建学校3所。", "改造管网20公里。", "增设床位。"])]


def test_what_announces_a_list_reaches_over_its_semicolons():
    head = "有下列情形之一的，责令改正；拒不改正的，处以罚款："
    assert read(f"第九条说明。{head}（一）缺斤少两；（二）掺杂掺假。") == [(head, ["缺斤少两；", "掺杂掺假。"])]
    assert read(head, "（一）缺斤少两；", "（二）掺杂掺假。") == [(head, ["缺斤少两；", "掺杂掺假。"])]


def test_more_than_ten_items():
    numerals = [*"一二三四五六七八九十", "十一", "十二"]
    text = "主要工作：" + "".join(f"{one}是办第{one}件事。" for one in numerals)
    (listed,) = blocks_to_enumerations(blocks(text))
    assert len(listed.items) == 12
    assert listed.form is Form.SPOKEN


@pytest.mark.parametrize(
    "text",
    [
        "申请人应当：（1）在本地登记；（2）信用良好；（3）按时纳税。",
        "申请人应当：①在本地登记；②信用良好；③按时纳税。",
        "申请人应当：1.在本地登记；2.信用良好；3.按时纳税。",
    ],
)
def test_numbers_within_a_sentence(text):
    assert read(text) == [("申请人应当：", ["在本地登记；", "信用良好；", "按时纳税。"])]


def test_parts_of_a_sentence():
    (listed,) = blocks_to_enumerations(blocks("申请人应当：在本地登记；信用良好；按时纳税。"))
    assert (listed.head, listed.form) == ("申请人应当", Form.PARTED)
    assert [item.text for item in listed.items] == ["在本地登记。", "信用良好。", "按时纳税。"]


def test_items_of_a_list_may_be_headings_or_lines():
    """An item reaches over what stands below it; words behind the last line are no part of it."""
    found = read(
        "个人还须符合以下条件：",
        ("（一）", "年收入在30万元以上（含）"),
        ">其中教师在20万元以上。",
        "（二）签订3年以上合同；",
        "（三）申报时在岗。",
        "单位须符合以下条件：",
        "1.独立法人；",
        "2.独立核算。",
    )
    assert found == [
        (
            "个人还须符合以下条件：",
            ["年收入在30万元以上（含）。其中教师在20万元以上。", "签订3年以上合同；", "申报时在岗。"],
        ),
        ("单位须符合以下条件：", ["独立法人；", "独立核算。"]),
    ]


def test_a_list_within_an_item_is_one_of_its_own():
    texts = ("按以下标准奖励：", "（一）对企业：", "1.大型的100万元；", "2.小型的50万元。", "（二）对个人5万元。")
    outer, inner = blocks_to_enumerations(blocks(*texts))
    assert [len(one.items) for one in (outer, inner)] == [2, 2]
    assert (outer.is_within, inner.is_within) == (False, True)
    assert outer.items[0].text == "对企业：1.大型的100万元；2.小型的50万元。"


def test_numbers_that_name_something_else_begin_no_item():
    assert read("增长1.5个百分点，2.3万人受益。按第（一）项、第（二）项办理。", "2.只有第二项。") == []


def test_a_heading_over_its_items_announces_them():
    (listed,) = blocks_to_enumerations(blocks(("三、", "申报条件"), ">1.独立法人；", ">2.依法纳税。"))
    assert (listed.head, listed.is_headed) == ("申报条件", True)


def test_an_article_without_a_title_is_about_what_its_first_sentence_says():
    texts = (">项目实行报告制度。", ">（一）年度报告。每年报送一次。", ">（二）调整报告。目标变更时报送。")
    (listed,) = blocks_to_enumerations(blocks(("第九条", ""), *texts))
    assert (listed.head, listed.is_headed) == ("项目实行报告制度。", False)
