"""The marks that open a line."""

import pytest

from corpus.reading.marks import Style, is_attachment_list, is_note, strip_edges, text_to_mark


@pytest.mark.parametrize(
    ("text", "style", "number", "value"),
    [
        ("一、总体要求", Style.CHINESE, "一、", 1),
        ("十二、附则", Style.CHINESE, "十二、", 12),
        ("丙、转移路线", Style.CHINESE, "丙、", None),
        ("叁、报名办法", Style.CHINESE, "叁、", None),
        ("3 空间布局", Style.ARABIC, "3", 3),
        ("（一）指导思想", Style.CHINESE_PAREN, "（一）", 1),
        ("(四)强化评价监测", Style.CHINESE_PAREN, "(四)", 4),
        ("( 二 ) 基本原则", Style.CHINESE_PAREN, "( 二 )", 2),
        ("1.增量楼宇高水平建设", Style.ARABIC, "1.", 1),
        ("10．全市各地", Style.ARABIC, "10．", 10),
        ("3、推动招商", Style.ARABIC, "3、", 3),
        ("（1）总部经济楼宇集群", Style.ARABIC_PAREN, "（1）", 1),
        ("①其他先进制造业", Style.CIRCLED, "①", 1),
        ("——坚持存量盘活精准化", Style.DASH, "——", None),
        ("专栏10：品质楼宇培育工程", Style.BOX, "专栏10：", 10),
        ("专栏 一 重点工程", Style.BOX, "专栏 一", 1),
        ("附件 1", Style.ANNEX, "附件 1", 1),
        ("附件", Style.ANNEX, "附件", None),
        ("第三章 经营贡献奖", Style.CHAPTER, "第三章", 3),
        ("第一节 骨干人才奖励", Style.SECTION, "第一节", 1),
        ("第十五条 区人力资源部门", Style.ARTICLE, "第十五条", 15),
        ("#### **四、保障措施**", Style.CHINESE, "四、", 4),
        ("## (二)精准谋划楼宇招商", Style.CHINESE_PAREN, "(二)", 2),
        ("**1. 楼宇开发**", Style.ARABIC, "1.", 1),
    ],
)
def test_every_style_of_number_is_known(text, style, number, value):
    mark = text_to_mark(text)
    assert mark is not None
    assert (mark.style, mark.number, mark.value) == (style, number, value)


@pytest.mark.parametrize(
    "text",
    [
        "2023年，楼宇经济要在开发建设",
        "1.2平方米警戒线",
        "（2023～2025），明确年度目标任务",
        "（苏府〔2022〕75号），加快构建",
        "第二条第（二）款第一项",
        "一是高产出楼宇。",
        "附件所列任务",
        "3.0 版本改革",
        "一楼一方案",
    ],
)
def test_numbers_in_running_text_are_no_marks(text):
    assert text_to_mark(text) is None


def test_a_heading_with_hash_marks_only_nests_by_them():
    outer, inner = text_to_mark("## 工作目标"), text_to_mark("### 年度目标")
    assert outer is not None
    assert inner is not None
    assert outer.style is inner.style is Style.HASH
    assert outer.rank < inner.rank


@pytest.mark.parametrize(
    "text", ["注：1. 本方案楼宇指", "备注：带“*”为牵头单位。", "注: 现有", "**注：** 口径", "注1：含税"]
)
def test_notes_are_known(text):
    assert is_note(text)


@pytest.mark.parametrize("text", ["（注：本方案所指的“亿元楼宇”", "注册率达到60%：", "关注：重点"])
def test_a_note_inside_a_sentence_is_none(text):
    assert not is_note(text)


def test_a_list_of_attachments_is_not_the_heading_of_one():
    assert is_attachment_list("附件：1.任务分解表")
    assert is_attachment_list("- 附件：1. 领导小组")
    assert not is_attachment_list("附件 1")
    assert not is_attachment_list("附件1：任务分解表")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("**发挥作用。**", "发挥作用。"),
        ("- 附件：1. 领导小组 ", "附件：1. 领导小组"),
        ("## 二、目标", "二、目标"),
        ("* ", ""),
    ],
)
def test_marks_at_the_edges_are_left_out(text, kept):
    start, end = strip_edges(text, 0, len(text))
    assert text[start:end] == kept


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    "hostile", ["（" * 50_000, "第" + "一" * 50_000, "#" * 50_000, " " * 50_000, "附 件" + " " * 50_000]
)
def test_hostile_text_holds_nothing_up(hostile):
    """A pattern that backtracks without bound would run into the limit."""
    text_to_mark(hostile)
    is_note(hostile)
    strip_edges(hostile, 0, len(hostile))
