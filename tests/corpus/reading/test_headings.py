"""Where a heading ends and its paragraph begins."""

import pytest

from corpus.reading.document import read_document
from corpus.reading.headings import text_to_heading


def split(text):
    parts = text_to_heading(text)
    assert parts is not None
    return parts.label(text), None if parts.body is None else text[parts.body :]


@pytest.mark.parametrize(
    ("text", "label", "body"),
    [
        ("（一）优化楼宇服务流程。市级相关部门要聚焦", "（一）优化楼宇服务流程", "市级相关部门要聚焦"),
        ("1.增量楼宇高水平建设。推动西虹桥", "1.增量楼宇高水平建设", "推动西虹桥"),
        ("——坚持存量盘活精准化。强化政府", "——坚持存量盘活精准化", "强化政府"),
        ("1．楼宇面积存量过大，去化任务任重道远。以国际", "1．楼宇面积存量过大，去化任务任重道远", "以国际"),
        ("1. **楼宇开发建设超千亩。**合理规划", "1.楼宇开发建设超千亩", "合理规划"),
        ("7.引导注册经济“脱虚向实”。建立", "7.引导注册经济“脱虚向实”", "建立"),
        ("第五条 （一）对符合条件的企业", "第五条", "（一）对符合条件的企业"),
        ("**第六条** 县林业局受理申请", "第六条", "县林业局受理申请"),
        ("第七条【申报】企业在线填报", "第七条", "【申报】企业在线填报"),
        ("任务三　水泥行业。到2028年完成改造", "任务三水泥行业", "到2028年完成改造"),
        ("【水环境】断面达标率96%。", "水环境", "断面达标率96%。"),
    ],
)
def test_a_run_in_heading_is_parted_from_its_paragraph(text, label, body):
    assert split(text) == (label, body)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("一、总体要求", "一、总体要求"),
        ("(一) 优化供给配置，盘活楼宇资源", "(一)优化供给配置，盘活楼宇资源"),
        ("（二）发展目标。", "（二）发展目标"),
        ("#### **四、保障措施**", "四、保障措施"),
        ("专栏1：五个楼宇集聚副中心发展重点", "专栏1：五个楼宇集聚副中心发展重点"),
        ("1.对内资企业:", "1.对内资企业"),
        ("第一章 总则", "第一章 总则"),
        ("【考核监督】", "考核监督"),
        ("【2027年打算】", "2027年打算"),
        ("叁　投放点改造", "叁投放点改造"),
        ("## 工作目标", "工作目标"),
    ],
)
def test_a_line_of_its_own_is_a_heading_as_a_whole(text, label):
    assert split(text) == (label, None)


@pytest.mark.parametrize(
    "text",
    [
        "强化楼宇业态引导。明确全市各区域",
        "一是高产出楼宇。聚焦产出效益",
        "1.三带即沿中山路、中环西路、中环南路所形成三条的楼宇经济发展集聚带。",
        "2.市本级在上述三带楼宇集聚的基础上，发挥作用，着力打造一批楼宇集群。",
        "——沿中山路楼宇集聚带，东端立足江南大厦等成熟商圈，打造业态中心；西端凭借北科建。推动集聚。",
        "（一）依法获准设立的外国非企业经济组织代表机构；",
        "1.在我区纳税总额超过1000万元（含）的，奖励300万元；",
        "（一）年度收入在30万元以上（含30万元）。其中，第四项在20万元以上；",
        "（3）现代都市农业：上一年度纳入我区统计核算的营业收入1亿元以上。",
        "附件 1",
        "2023年底前完成。",
        "一、总体要求…………………………3",
        "（一）指导思想 ........ 12",
    ],
)
def test_sentences_and_list_items_are_no_headings(text):
    assert text_to_heading(text) is None


def test_only_the_title_can_be_quoted_where_bold_marks_part_it_from_its_number():
    text = "1. **楼宇开发建设超千亩。**合理规划"
    parts = text_to_heading(text)
    assert parts is not None
    assert parts.quote(text) == "楼宇开发建设超千亩"
    plain = text_to_heading("1. 楼宇开发建设超千亩。合理规划")
    assert plain is not None
    assert plain.quote("1. 楼宇开发建设超千亩。合理规划") == "1.楼宇开发建设超千亩"


def test_a_full_stop_inside_brackets_does_not_end_a_title():
    assert split("1.落实“放管服。改革”要求。各地")[0] == "1.落实“放管服。改革”要求"


def test_places_head_the_notices_that_a_page_puts_together(tmp_path):
    notice = "{place}\n为活跃市场，公告如下：\n一、时间\n6月1日至30日。\n二、总额\n{amount}万元。\n"
    counties = (("春和县", 200), ("夏长县", 150), ("秋实市", 90))
    parts = (notice.format(place=place, amount=amount) for place, amount in counties)
    text = f"四季市各县开展购车补贴活动\n\n各县活动如下。\n{''.join(parts)}"
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    blocks = read_document(tmp_path / "page.txt").blocks
    assert [(one.text, one.place.path[0]) for one in blocks if one.text.endswith("0万元。")] == [
        ("200万元。", "春和县"),
        ("150万元。", "夏长县"),
        ("90万元。", "秋实市"),
    ]


def test_places_in_a_row_head_nothing(tmp_path):
    text = "四季市购车补贴办法\n\n适用于：\n春和县\n夏长县\n一、时间\n6月1日至30日。\n二、总额\n200万元。\n"
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    assert all("春和县" not in one.place.path for one in read_document(tmp_path / "page.txt").blocks)
