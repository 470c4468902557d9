"""Titles among the lines of a head."""

import pytest

from corpus.reading.lines import text_to_lines
from corpus.reading.titles import find_titles


def titles(text):
    found = find_titles(text_to_lines(text))
    return (found.own and found.own.text, found.notice and found.notice.text)


def test_a_title_over_two_lines_stands_above_the_number():
    text = (
        "国务院关于加快推进农业机械化和\n农机装备产业转型升级的指导意见\n国发〔2018〕42号\n\n各省人民政府：\n正文。\n"
    )
    assert titles(text) == ("国务院关于加快推进农业机械化和农机装备产业转型升级的指导意见", None)


def test_what_is_marked_as_a_title_may_be_short():
    assert titles("# 城镇燃气条例\n\n第一条 为了安全，制定本条例。\n")[0] == "城镇燃气条例"
    assert titles("城镇燃气条例\n\n第一条 为了安全，制定本条例。\n")[0] is None


def test_who_forwards_several_documents_titles_his_own():
    text = (
        "关于转发《省厅关于做好茶园普查的通知》《市局关于茶园普查的通知》的通知\n各乡镇：\n现将两份通知转发给你们。\n"
    )
    assert titles(text)[0] == "关于转发《省厅关于做好茶园普查的通知》《市局关于茶园普查的通知》的通知"


def test_the_years_below_a_title_belong_to_it():
    assert titles("# 太原市楼宇经济高质量发展实施方案\n\n(2023—2025 年)\n\n为提升，制定。\n")[0] == (
        "太原市楼宇经济高质量发展实施方案(2023—2025年)"
    )


def test_a_notice_names_the_title_that_is_printed_behind_it():
    text = (
        "某区人民政府办公室文件\n某府办〔2023〕1号\n某区人民政府办公室\n关于印发《某区行动方案（2023~2025年）》的通知\n各镇：\n"
        "现将《某区行动方案（2023～2025年）》印发给你们。\n2023年5月1日\n某区行动方案\n（2023～2025年）\n为推动，制定。\n"
    )
    assert titles(text) == (
        "某区行动方案（2023～2025年）",
        "某区人民政府办公室关于印发《某区行动方案（2023~2025年）》的通知",
    )


def test_a_notice_whose_attachment_is_not_printed_still_quotes_its_title():
    found = find_titles(text_to_lines("市政府办公室关于印发某市发展规划的通知\n各县：\n请执行。\n"))
    assert found.own is None
    assert found.quoted == "某市发展规划"


def test_a_title_that_the_notice_mistypes_is_found_where_it_stands():
    notice = "某省关于印发某省加快推动人工智能质量发展行动计划的通知\n各市：\n请执行。\n"
    text = f"{notice}某省加快推动人工智能高质量发展行动计划\n为加快。\n"
    assert titles(text)[0] == "某省加快推动人工智能高质量发展行动计划"


def test_a_button_above_the_title_is_no_part_of_it():
    assert titles("在线客服\n广州南沙新区促进总部经济发展扶持办法实施细则\n第一章 总则\n")[0] == (
        "广州南沙新区促进总部经济发展扶持办法实施细则"
    )


def test_a_first_line_that_stands_alone_is_a_title_whatever_kind_it_names():
    assert titles("健康中国行动（2019—2030年）\n\n一、总体目标\n到2022年，建立。\n")[0] == "健康中国行动（2019—2030年）"
    assert titles("惠企稳增长政策选编\n\n为稳增长，制定。\n")[0] == "惠企稳增长政策选编"


@pytest.mark.parametrize(
    "text", ["", "各省人民政府：党中央高度重视改革。为落实方案", "一、总体要求\n实施三年行动计划\n"]
)
def test_a_text_without_a_title_has_none(text):
    assert titles(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "柳河镇乡村产业规划（2024—2028年）\n（柳河镇人民政府编制，2024年4月经镇人民代表大会审议通过）\n为推动，制定。\n",
            "柳河镇乡村产业规划（2024—2028年）",
        ),
        (
            "甲州市2026年度水利工程计划表（甲州市水利局编制，2026年2月）\n为推动，制定。\n",
            "甲州市2026年度水利工程计划表",
        ),
        (
            "丙县2026年惠民政策一张纸\n（丙县农业农村局、丙县财政局编印  2026年3月）\n\n各位乡亲：\n正文。\n",
            "丙县2026年惠民政策一张纸",
        ),
        ("丙县财政局\n丙县国库管理办法\n为规范，制定。\n", "丙县国库管理办法"),
        ("丙县财政局\n2025年工作总结和2026年工作安排\n2025年，全局。\n", "丙县财政局2025年工作总结和2026年工作安排"),
    ],
)
def test_who_made_a_document_is_no_part_of_its_title(text, title):
    assert titles(text)[0] == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "甲州市体育局 甲州市财政局\n关于调整场馆收费的公告\n甲体〔2026〕3号\n为规范收费，公告如下。\n",
            "关于调整场馆收费的公告",
        ),
        ("甲州市体育局关于公布首批健身名单的通知\n各县：\n名单如下。\n", "甲州市体育局关于公布首批健身名单的通知"),
        ("乙县2026年治水任务台账（填报单位：乙县水利局，截至2026年6月30日）\n序号\n", "乙县2026年治水任务台账"),
        ("丙县2026年治水任务分解表（丙政办〔2026〕5号附件）\n说明。\n", "丙县2026年治水任务分解表"),
    ],
)
def test_who_publishes_stands_beside_a_title(text, title):
    assert titles(text)[0] == title


@pytest.mark.parametrize(
    "letter",
    [
        "《梅溪县河道巡查办法》已经局长办公会审议通过，现印发实施。",
        "现将《梅溪县河道巡查办法》印发给你们，请遵照执行。",
    ],
)
def test_a_letter_without_a_title_names_that_of_what_it_sends(letter):
    text = f"各乡镇：\n{letter}\n梅溪县水务局\n2024年3月1日\n梅溪县河道巡查办法\n为规范巡查，制定本办法。\n"
    assert titles(text) == ("梅溪县河道巡查办法", None)


def test_what_is_sent_may_be_named_with_who_made_it_and_stand_over_lines():
    text = (
        "梅溪县人民政府转发县水务局\n关于春季河道清淤和沿线堤防加固工作意见的通知\n各乡镇：\n请执行。\n"
        "关于春季河道清淤和沿线\n堤防加固工作的意见\n为保障行洪，提出意见。\n"
    )
    assert titles(text)[0] == "关于春季河道清淤和沿线堤防加固工作的意见"


def test_a_head_may_tell_that_something_is_sent_and_call_itself_no_notice():
    text = (
        "# 青禾市人民政府办公室印发《关于加快绿道建设的若干意见》\n\n青府办发〔2025〕11号\n\n各区人民政府：\n正文。\n"
    )
    found = find_titles(text_to_lines(text))
    assert (found.own, found.quoted) == (None, "关于加快绿道建设的若干意见")


def test_a_reading_of_a_document_is_one_of_its_own():
    text = "《云州市夜市办法》政策解读\n日期：2026-03-10 10:40 来源：云州市商务局\n政策文件：云州市夜市办法\n"
    assert titles(text)[0] == "《云州市夜市办法》政策解读"


def test_bodies_that_share_a_title_stand_apart_in_it():
    told = "甲河市林业局 甲河市财政局关于下达2025年造林补助的通知"
    assert titles(f"{told}\n甲林发〔2025〕3号\n各县：\n现下达补助。\n")[0] == told
    wrapped = "甲河市林业局甲河市\n财政局关于下达2025年造林补助的通知\n各县：\n现下达补助。\n"
    assert titles(wrapped)[0] == "甲河市林业局甲河市财政局关于下达2025年造林补助的通知"
