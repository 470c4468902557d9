"""Sections of the documents and their points, as anyone can read them there."""

import pytest

from assistant.facts.sections import (
    document_to_lists,
    document_to_sections,
    list_to_points,
    section_to_points,
)
from corpus.document import Heading, Paragraph
from corpus.place import Span
from tests.assistant.making import document, five_documents, place

SPAN = Span(start=0, end=1)


def points(document_id, title):
    document = five_documents().document(document_id)
    section = next(section for section in document_to_sections(document) if title in section.title)
    return [point.title for point in section_to_points(section)]


@pytest.mark.parametrize(
    ("document_id", "title", "expected"),
    [
        ("qingpu", "基本原则", ["坚持存量盘活精准化", "坚持配套建设品质化", "坚持宜商环境活力化"]),
        ("taiyuan", "保障措施", ["强化组织领导", "强化政策支持", "强化服务保障", "强化评价监测"]),
        (
            "suzhou",
            "完善楼宇工作机制",
            ["协调联动机制", "评价督查机制", "宣传推介机制", "政务服务机制", "组织建设机制"],
        ),
        (
            "suzhou",
            "放大典型示范效应",
            ["高产出楼宇", "产业特色楼宇", "存量楼宇提升示范项目", "优秀楼宇招商运营团队"],
        ),
        ("jiaxing", "五个楼宇集聚副中心发展重点", ["嘉善县", "平湖市", "海盐县", "海宁市", "桐乡市"]),
        ("jiaxing", "严格防范安全风险", ["建立风险防范预警", "加强税收风险管控", "强化楼宇网格管理"]),
    ],
)
def test_points_come_from_headings_leads_or_ordinals(document_id, title, expected):
    assert points(document_id, title) == expected


def test_an_announcing_sentence_heads_the_list_behind_it():
    listed = next(one for one in document_to_lists(five_documents().document("jiaxing")) if "困难和问题" in one.head)
    assert len(list_to_points(listed)) == 3


def test_numbers_that_begin_anew_end_the_first_list():
    assert len(points("jiaxing", "发展现状")) == 4


def made(*texts):
    """A document of paragraphs, and of headings where a text is a pair of number and title."""
    blocks = [
        Paragraph(text=text, place=place("a", line), span=SPAN)
        if isinstance(text, str)
        else Heading(level=2, number=text[0], title=text[1], text="".join(text), place=place("a", line), span=SPAN)
        for line, text in enumerate(texts, 1)
    ]
    return document("a").model_copy(update={"blocks": tuple(blocks)})


def test_numbered_paragraphs_behind_an_announcing_sentence_are_its_points():
    """Their numbers and long remarks in brackets are left out; the quote is the whole paragraph."""
    remark = "承诺书（承诺10年内注册及办公地址不迁离本区）；"
    announced = made("应提交以下材料：", "（一）申请书；", f"（二）{remark}", "申请由发改局受理。")
    (listed,) = document_to_lists(announced)
    points = list_to_points(listed)
    assert [point.title for point in points] == ["申请书", "承诺书"]
    assert points[1].evidence.quote == f"（二）{remark}"


def test_articles_without_titles_are_no_points():
    headed = made(("第二章", "落户奖"), ("第五条", ""), ("第六条", ""))
    assert all(section_to_points(section) == [] for section in document_to_sections(headed))


@pytest.mark.parametrize(
    ("line", "announces"),
    [
        ("各县（市、区）人民政府，市政府各部门、各直属机构：", False),
        ("青禾市卫生健康委员会：", False),
        ("各位代表：", False),
        ("各县（市、区）要做好以下工作：", True),
        ("有下列情形之一的，不予扶持：", True),
    ],
)
def test_whom_a_document_is_written_to_announces_no_list(line, announces):
    assert bool(list(document_to_lists(made(line, "1.落实资金；", "2.落实人员。")))) is announces


def test_labels_that_sections_share_are_their_fields_and_no_points():
    def entry(name: str) -> list[Heading | Paragraph]:
        below = place("r").model_copy(update={"path": (name,)})
        lines = ("办理条件：满一年。", "办理地点：街道窗口。")
        told = [Paragraph(text=line, place=below, span=SPAN) for line in lines]
        return [Heading(level=1, number="", title=name, text=name, place=place("r"), span=SPAN), *told]

    several = document("r").model_copy(update={"blocks": tuple(one for name in "甲乙丙" for one in entry(name))})
    assert [section_to_points(section) for section in document_to_sections(several)] == [[], [], []]
    once = document("r").model_copy(update={"blocks": tuple(entry("甲"))})
    assert [len(section_to_points(section)) for section in document_to_sections(once)] == [2]


def test_fields_before_a_document_are_no_points_of_it():
    front = ("发布日期**: 2025-05-27", "发布机构**: 青禾市科技局", "检索关键词**: 卫星, 导航")
    below = place("r").model_copy(update={"path": ("意见",)})

    def heading(name: str, *, level: int) -> Heading:
        return Heading(
            level=level, number="", title=name, text=name, place=below if level > 1 else place("r"), span=SPAN
        )

    fields = (Paragraph(text=one, place=below, span=SPAN) for one in front)
    blocks = (heading("意见", level=1), *fields, heading("供给", level=2), heading("市场", level=2))
    whole = next(document_to_sections(document("r").model_copy(update={"blocks": blocks})))
    assert [point.title for point in section_to_points(whole)] == ["供给", "市场"]
