"""Web pages: their words without navigation, their data tables with spans."""

from datetime import date

import pytest

from corpus.document import Heading
from corpus.errors import UnreadableDocument
from corpus.quoting import SourceText
from corpus.reading.document import read_document
from corpus.reading.html import html_to_written
from corpus.reading.written import written_to_reading

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>某市行动方案_某市人民政府</title>
<style>p{color:red}</style><script>var hidden = "脚本";</script></head><body>
<nav><a href="/">首页</a></nav><div class="login_box">用户登录</div>
<div class="crumbs">您现在的位置：政策</div><p>当前位置：首页 &gt; 政策</p>
<ul><li><a href="a">新闻</a></li><li><a href="b">公开</a></li><li><a href="c">互动</a></li></ul>
<div id="content"><p>某市楼宇经济高质量发展<br>行动方案</p><p>某政办发〔2024〕5号</p>
<p>&nbsp;&nbsp;一、主要目标</p><p>到<span> 2025 </span>年，新增面积<b>40</b>万平方米。</p>
<p style="display:none">看不见</p>
<p>任务分解表</p>
<table><thead><tr><th>序号</th><th>类别</th><th>任务</th></tr></thead><tbody>
<tr><td>1</td><td rowspan="2">载体建设</td><td><p>建设甲级写字楼</p><p>改造楼宇</p></td></tr>
<tr><td>2</td><td>盘活楼宇</td></tr></tbody></table><p>注：含续建。</p></div>
<aside>推荐阅读</aside><footer>版权所有</footer><div class="foot">备案号</div></body></html>"""


def read_html(data, name):
    return written_to_reading(html_to_written(data, name))


def read(tmp_path, page):
    file = tmp_path / "page.html"
    file.write_text(page, encoding="utf-8")
    return read_document(file)


def test_only_the_words_of_the_document_are_read():
    text = read_html(PAGE.encode(), "page.html").text
    for outside in ("脚本", "首页", "登录", "位置", "公开", "看不见", "推荐", "版权", "备案", "color"):
        assert outside not in text
    assert "到 2025 年，新增面积40万平方米。" in text


def test_a_page_whose_tags_were_escaped_is_read_as_the_page_it_was(tmp_path):
    page = "<p>一、管护</p><div class='x'>坡度 &lt; 5 度的&nbsp;河段，每月<br>两次。</div>"
    escaped = page.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;")
    text = "一、管护\n坡度 < 5 度的 河段，每月\n两次。\n"
    assert [read(tmp_path, one).text for one in (page, escaped)] == [text, text]


def test_headings_and_metadata_are_read_as_from_text(tmp_path):
    document = read(tmp_path, PAGE)
    assert document.metadata.title == "某市楼宇经济高质量发展行动方案"
    assert document.metadata.doc_number == "某政办发〔2024〕5号"
    assert [block.text for block in document.blocks if isinstance(block, Heading) and block.level] == ["一、主要目标"]


def test_a_row_span_is_carried_down(tmp_path):
    (table,) = read(tmp_path, PAGE).tables
    assert table.caption == "任务分解表"
    assert [column.name for column in table.columns] == ["序号", "类别", "任务"]
    assert [[(cell.text, cell.carried) for cell in row.cells] for row in table.rows] == [
        [("1", False), ("载体建设", False), ("建设甲级写字楼 改造楼宇", False)],
        [("2", False), ("载体建设", True), ("盘活楼宇", False)],
    ]
    assert table.notes == ("注：含续建。",)


def test_every_quote_is_found_in_the_text_of_the_page(tmp_path):
    document = read(tmp_path, PAGE)
    source = SourceText(document.text)
    assert all(row.quote in source for table in document.tables for row in table.rows)
    assert all(block.text in source for block in document.blocks if block.kind != "table")


def test_a_header_over_two_rows(tmp_path):
    (table,) = read(
        tmp_path,
        "<html><body><p>指标表</p><table>"
        "<tr><th rowspan=2>地区</th><th colspan=2>2023年</th><th colspan=2>2024年</th></tr>"
        "<tr><th>面积</th><th>个数</th><th>面积</th><th>个数</th></tr>"
        "<tr><td>赵巷镇</td><td>10000</td><td>1</td><td>20000</td><td>2</td></tr></table></body></html>",
    ).tables
    assert [column.path for column in table.columns] == [
        ("地区",),
        ("2023年", "面积"),
        ("2023年", "个数"),
        ("2024年", "面积"),
        ("2024年", "个数"),
    ]
    assert table.rows[0].quote == "赵巷镇 10000 1 20000 2"


def test_a_table_that_lays_out_the_page_is_no_table(tmp_path):
    page = (
        "<html><body><table><tr><td>索引号：</td><td>X1</td></tr><tr><td>发文字号：</td><td>国发〔2018〕42号</td></tr></table>"
        "<table><tr><td><p>国务院关于改革的指导意见</p><p>一、总体要求</p></td></tr></table></body></html>"
    )
    document = read(tmp_path, page)
    assert document.tables == ()
    assert document.metadata.doc_number == "国发〔2018〕42号"
    assert document.metadata.title == "国务院关于改革的指导意见"


def test_fields_in_brackets_above_a_title_are_no_part_of_it(tmp_path):
    fields = "".join(
        f"<li>[{name}] <span>{value}</span></li>"
        for name, value in (
            ("主题分类", "商贸"),
            ("联合发文单位", ""),
            ("成文日期", "2026-03-05"),
            ("发文字号", "云商发〔2026〕7号"),
            ("废止日期", ""),
            ("发布日期", "2026-03-09"),
            ("有效性", "是"),
        )
    )
    title = "云州市商务局关于办好夜市的通知"
    said = read(
        tmp_path, f"<body><ol>{fields}</ol><h1><p>{title}</p></h1><p>各区：</p><p>请办好夜市。</p></body>"
    ).metadata
    assert (said.title, said.doc_number, said.written_on) == (title, "云商发〔2026〕7号", date(2026, 3, 5))


@pytest.mark.parametrize(
    "button",
    [
        "【打印】",
        "打印本页",
        "关闭窗口",
        "【字体：<b>大</b> <b>中</b> <b>小</b>】",
        "字号：大 中 小",
        "浏览次数：12",
        "分享到：",
    ],
)
def test_buttons_of_a_page_are_no_words_of_a_document(button):
    assert written_of(f"<span>{button}</span><p>打印机的采购，由市局办理。</p>").text == "打印机的采购，由市局办理。\n"


@pytest.mark.parametrize(
    "field", ["名称：某市办好夜市的通知", "关键词：夜市;通知", "信息分类：商贸/通知", "2026-3-5 9:30:08 政策解读"]
)
def test_what_stands_above_a_title_is_no_title(tmp_path, field):
    page = f"<html><body><div>{field}</div><h1>某市办好夜市的通知</h1><p>各区：</p><p>请办好夜市。</p></body></html>"
    assert read(tmp_path, page).metadata.title == "某市办好夜市的通知"


def test_the_title_of_the_page_is_used_where_the_text_has_none(tmp_path):
    page = "<html><head><title>某市楼宇经济问答_某市政府网</title></head><body><p>楼宇经济是什么。</p></body></html>"
    assert read(tmp_path, page).metadata.title == "某市楼宇经济问答"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 200 + "正文在这里。",
        "<html><body><table><tr><td colspan=99999 rowspan=9999999>甲乙丙丁</td></tr><tr><td>1</td></tr></table>",
        "<html><body><table><tr></tr></table>正文在这里。",
        "<html><!-- <p> --><body><p>正文在这里。<p>未闭合<b>",
        '<html><body><a href="file:///etc/passwd"><img src=x>正文在这里。</a>',
    ],
)
def test_broken_and_hostile_pages_are_read_as_far_as_they_go(tmp_path, page):
    assert read(tmp_path, page).text.strip()


def test_a_page_nested_too_deep_is_refused_rather_than_cut(tmp_path):
    """The parser would drop the inner words without a sound."""
    with pytest.raises(UnreadableDocument, match="嵌套"):
        read(tmp_path, "<html><body><p>前文。</p>" + "<div>" * 3000 + "正文。")


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<html><script>正文</script></html>"])
def test_a_page_without_words_is_refused(tmp_path, page):
    with pytest.raises(UnreadableDocument):
        read(tmp_path, page)


def written_of(body):
    return html_to_written(f"<html><body>{body}</body></html>".encode(), "a.html")


def test_struck_words_are_left_out_and_told():
    written = written_of('<p>补助<del>30%</del>40%，<span style="text-decoration: line-through">两年</span>三年。</p>')
    assert written.text == "补助40%，三年。\n"
    assert written.warnings == ("有 2 处文字带删除线，已略去：“30%”、“两年”。",)


def test_marks_of_notes_are_no_digits_and_powers_stay():
    written = written_of(
        "<p>新建8<sup>2</sup>座，占地30km<sup>2</sup>，投资5<sup>[1]</sup>亿元，3×10<sup>5</sup>吨</p>"
    )
    assert written.text == "新建8座，占地30km²，投资5亿元，3×10⁵吨\n"


def test_pinyin_above_characters_is_left_out():
    assert written_of("<p>甪<ruby>里<rp>(</rp><rt>lǐ</rt><rp>)</rp></ruby>镇</p>").text == "甪里镇\n"


def test_the_pieces_of_a_number_in_a_cell_stay_together():
    rows = "<tr><td>年</td><td>数</td></tr><tr><td>2026</td><td><b>1</b><span>2</span><br>（约）</td></tr>"
    assert written_of(f"<table>{rows}</table>").text == "年\t数\n2026\t12 （约）\n"


def test_tables_in_cells_are_judged_apart():
    """The outer table lays out the page, the next one holds data, and so does the one in its cell."""
    inner = "<table><tr><td>年份</td><td>面积</td></tr><tr><td>2026年</td><td>7</td></tr></table>"
    data = (
        "<table><tr><td>任务</td><td>单位</td><td>时限</td></tr>"
        "<tr><td>修路</td><td>市交通局</td><td></td></tr>"
        f"<tr><td>分年建设{inner}</td><td></td><td>长期</td></tr></table>"
    )
    written = written_of(
        f"<table><tr><td>左</td><td><p>一、任务</p>{data}</td></tr><tr><td>下</td><td>完</td></tr></table>"
    )
    assert written.text.split("\n") == [
        *("左", "一、任务", "任务\t单位\t时限", "修路\t市交通局\t", "分年建设\t\t长期"),
        *("年份\t面积", "2026年\t7", "下", "完", ""),
    ]
    assert len(written.tables) == 2


def test_the_fields_above_a_document_are_lines_of_their_own():
    fields = (
        "<tr><td>索 引 号：</td><td>AB-1</td><td>标　题：</td><td>某市方案</td></tr><tr><td>主题词：</td><td></td></tr>"
    )
    assert written_of(f"<table>{fields}</table><p>正文</p>").text == "索引号：AB-1\n某市方案\n正文\n"


def test_classes_of_the_page_may_strike_and_hide():
    style = "<style>.old{color:red;text-decoration:line-through} .x-note { display: none }</style>"
    written = written_of(f'{style}<p>补助<b class="big old">30%</b>40%<i class="x-note">（底稿）</i>。</p>')
    assert written.text == "补助40%。\n"
    assert written.warnings == ("有 1 处文字带删除线，已略去：“30%”。",)


def test_a_title_over_all_columns_is_no_header(tmp_path):
    rows = "<tr><td colspan=3>主要指标</td></tr><tr><td>指标</td><td>2025年</td><td>2030年</td></tr>"
    values = "<tr><td>产值（亿元）</td><td>5</td><td>8</td></tr><tr><td colspan=3>注：产值为现价。</td></tr>"
    (table,) = read(tmp_path, f"<html><body><p>一、目标</p><table>{rows}{values}</table></body></html>").tables
    assert [column.name for column in table.columns] == ["指标", "2025年", "2030年"]
    assert (table.caption, table.notes, len(table.rows)) == ("主要指标", ("注：产值为现价。",), 1)


def test_the_inside_of_a_page_is_read_as_a_page(tmp_path):
    page = (
        '<%@ page pageEncoding="UTF-8"%>\n<p align="center"><b>梅溪县水务局<br/>关于开展春季清淤的通知</b></p>'
        '<p align="center">梅水〔2024〕7号</p><p>各乡镇：</p><p>请按期完成。</p><p>梅溪县水务局</p><p>2024年3月1日</p>'
    )
    metadata = read(tmp_path, page).metadata
    assert (metadata.title, metadata.doc_number) == ("关于开展春季清淤的通知", "梅水〔2024〕7号")
    assert (metadata.issuer, str(metadata.written_on)) == ("梅溪县水务局", "2024-03-01")


def test_the_caption_of_the_only_table_is_the_title(tmp_path):
    rows = "<tr><th>序号</th><th>单位</th><th>内容</th></tr><tr><td>1</td><td>县水务局</td><td>巡河</td></tr>"
    page = f"<div><h2>考核依据</h2><table><caption>梅溪县2024年度巡河考核细则</caption>{rows}</table></div>"
    assert read(tmp_path, page).metadata.title == "梅溪县2024年度巡河考核细则"


def test_a_sentence_runs_on_over_the_leaves_of_a_book_shown_page_by_page():
    leaf = "<div><p>苍坪县</p><p>促进消费若干意见</p></div><div><p>{}</p></div><div>{}</div><p>{}</p>"
    pages = [
        leaf.format("第一条 新开首店每家奖励5万元，同一企业累计不超过", 8, "下一页"),
        leaf.format("30万元。</p><p>第二条 举办展会每场补助2万元。", 9, "上一页"),
    ]
    text = read_html("".join(pages).encode(), "page.html").text
    assert text.splitlines()[:4] == [
        "苍坪县",
        "促进消费若干意见",
        "第一条 新开首店每家奖励5万元，同一企业累计不超过",
        "30万元。",
    ]
    assert text.splitlines()[4:] == ["第二条 举办展会每场补助2万元。"]


def test_a_number_alone_on_its_line_stays_where_no_leaf_ends():
    page = "<p>某县补助标准</p><p>12</p><p>每亩12元，由乡镇发放。</p><p>下一页</p>"
    assert "标准\n12\n每亩12元，由乡镇发放。" in read_html(page.encode(), "page.html").text


@pytest.mark.parametrize(
    "wrapping", ['form id="form1" runat="server"', 'div class="main menu"', "object", 'td class="search-content"']
)
def test_what_wraps_the_whole_page_is_part_of_it(wrapping):
    name = wrapping.split()[0]
    around = ("<table><tr>", "</tr></table>") if name == "td" else ("", "")
    page = f"""<html><body><form><input>站内检索</form>{around[0]}<{wrapping}><div class="menu">栏目</div>
<p>第一条 竞买人应当在截止时间前交纳保证金。</p><p>第二条 网上交易由主机自动记录。</p>
</{name}>{around[1]}</body></html>"""
    text = read_html(page.encode(), "page.html").text
    assert text.split() == ["第一条", "竞买人应当在截止时间前交纳保证金。", "第二条", "网上交易由主机自动记录。"]


def test_a_script_longer_than_the_page_does_not_make_a_form_of_it_furniture():
    page = (
        f"<html><script>{'说明' * 400}</script><body><form><p>第一条 本规则自发布之日起施行。</p></form></body></html>"
    )
    assert read_html(page.encode(), "page.html").text.split() == ["第一条", "本规则自发布之日起施行。"]
