"""Rows of any table: the best candidate for Asks over the tables of the five documents, word for word."""

import pytest

from assistant.citing import draft_problems
from assistant.draft import NoAnswer
from assistant.facts.records import answer_records
from assistant.reading.ask import Fold, Subject
from corpus.target import Bound
from tests.assistant.facts.asking import amount, condition, make_ask, said
from tests.assistant.lexical import lexical_index, page_index


def records(words, fold=Fold.SHOW, document="lucheng", **slots):
    return make_ask(Subject.RECORDS, document, words, fold, **slots)


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (
            records("青山总部大楼的面积、进度、", gist="青山总部大楼的面积、进度、位置"),
            "青山总部大楼建设项目——建筑面积：200000平方米；建设类别：前期；项目位于滨江街道F-08地块。",
        ),
        (records("399米高的楼"), "青山总部大楼建设项目——拟建高度399米超高层建筑。"),
        (
            records("数发大厦要盖层", gist="数发大厦要盖多少层、多高"),
            "数发大厦项目——地上37层，地下3层，建筑屋面高度160米。",
        ),
        (records("正泰集团总部大楼建设类别"), "正泰集团总部大楼建设项目——建设类别：新开工。"),
        (
            records("七都国际康养中心和华峰总部大楼的建筑面积"),
            "鹿城七都国际康养中心建设工程——建筑面积：32406平方米。华峰集团总部大楼建设项目——建筑面积：60111平方米。",
        ),
        (records("华峰集团总部大楼是续建", claim=True), "是。华峰集团总部大楼建设项目——建设类别：续建。"),
        (records("华峰集团总部大楼是竣备", claim=True), "不是。华峰集团总部大楼建设项目——建设类别：续建。"),
        (
            records("华峰集团总部大楼续建5万平方米", claim=True, amounts=(amount("50000", "平方米"),)),
            "不是。华峰集团总部大楼建设项目——建筑面积：60111平方米。",
        ),
    ],
)
def test_a_named_row_gives_its_columns(ask, expected):
    assert said(answer_records, ask) == expected


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (
            records("已经竣备的", Fold.COUNT),
            (
                "“竣备”的项目共5个：鹿城七都国际康养中心建设工程；温州市滨江商务区03-01-10地块建设项目；"
                "温州市滨江商务区老港区二期建设项目；华润都市中心(一期)工程；保利高端城市创业中心。"
            ),
        ),
        (
            records("重大房地产的面积", Fold.SUM),
            (
                "“重大房地产”3个项目建筑面积合计427471平方米（90306+88165+249000=427471平方米）。"
                "3个项目：鹿城区滨江商务区E-04、E-07地块建设工程；温州市核心片区商务中心E-12、E-13、E-14项目；"
                "滨江云谷未来社区项目。"
            ),
        ),
        (records("重大 建筑面积", Fold.SUM), "建筑面积合计6011702平方米。"),
        (
            records("面积", Fold.EXTREME),
            "建筑面积最大的是长三角科技企业总部及国际智能制造中心启动区（450000平方米）。",
        ),
        (records("面积", Fold.EXTREME, rank=2), "建筑面积第二大的是鹿城广场国际时尚中心项目（380000平方米）。"),
        (
            records("建筑面积", conditions=(condition(Bound.GT, "30", "万平方米"),), fold=Fold.COUNT),
            (
                "符合条件的项目共3个：长三角科技企业总部及国际智能制造中心启动区；鹿城广场国际时尚中心项目；"
                "鹿城区南郊德政炬光园(中国智能谷工发智能园)项目。"
            ),
        ),
    ],
)
def test_rows_are_filtered_counted_added_and_ranked(ask, expected):
    assert said(answer_records, ask) == expected


def test_words_of_long_cells_pick_rows():
    candidate = answer_records(records("双屿街道", Fold.COUNT), lexical_index())[0]
    assert len(candidate.rows) == 5
    assert candidate.features["picked"] == 1.0


def test_a_number_behind_the_last_row_is_a_false_premise():
    candidate = answer_records(records("重大", ordinals=(48,)), lexical_index())[0]
    assert isinstance(candidate.outcome, NoAnswer)
    assert candidate.outcome.message == (
        "鹿城的“鹿城区楼宇经济建设重大项目清单”只有45项，没有第48项；"
        "最后一项是鹿城区南郊德政炬光园(中国智能谷工发智能园)项目。"
    )


def test_tables_of_targets_are_raw_cells_too_and_told_apart():
    candidate = answer_records(records("相城区那一行的数据", document="suzhou"), lexical_index())[0]
    assert candidate.rows == ("相城区",)
    assert candidate.features["plain"] == 0.0


def test_a_document_without_tables_has_no_candidate():
    ask = make_ask(Subject.RECORDS, "jiaxing", "联席会议召集人")
    assert [c for c in answer_records(ask, lexical_index()) if c.features["match"] > 0.5] == []


def test_a_word_of_a_cell_is_meant_as_it_is_said():
    candidate = answer_records(records("七都街道有 重大", Fold.COUNT), lexical_index())[0]
    assert candidate.rows == ("温州金融科技文化中心建设工程", "温州七都数字文化产业基地项目")


def test_two_rows_are_set_against_each_other():
    assert said(answer_records, records("青山总部大楼和 广场 面积", Fold.EXTREME)) == (
        "建筑面积最大的是鹿城广场国际时尚中心项目（380000平方米）。其余：青山总部大楼建设项目（200000平方米）；"
        "惠民路G01、G04地块(中央绿轴科创商务广场建设工程)（166000平方米）。"
    )


def test_a_share_is_of_the_printed_total():
    assert said(answer_records, records("竣备 的面积", Fold.SHARE)) == (
        "“竣备”5个项目建筑面积合计490645平方米（32406+28239+90900+198000+141100=490645平方米），"
        "占全部6011702平方米的8.16%（490645÷6011702≈8.16%≈8%）。"
    )


def test_words_that_most_rows_hold_pick_none():
    assert said(answer_records, records("重大 总建筑面积 平方米?", Fold.SUM)) == "建筑面积合计6011702平方米。"


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (
            records("华润都市中心一期和二期 面积", Fold.SUM),
            "2个项目建筑面积合计370100平方米（198000+172100=370100平方米）。",
        ),
        (records("45个 竣备的 面积", Fold.SUM), "“竣备”5个项目建筑面积合计490645平方米"),
        (records("前期 面积", Fold.SUM), "“前期”4个写了数的项目建筑面积合计734000平方米"),
        (records("竣备 的", Fold.COUNT, lacks=True), "“竣备”以外的项目共40个。"),
        (records("竣备 的", Fold.COUNT, lacks=True, claim=True), "“竣备”的项目共5个："),
        (
            records("写 面积 的项目", lacks=True),
            "温州市鹿城区学院路三创街区建设项目——建筑面积：文件未写。利尔达科技集团数字信息产业园项目——建筑面积：工业。",
        ),
        (
            records("面积 进度 ", Fold.EXTREME, gist="面积最大的项目什么进度"),
            (
                "建筑面积最大的是长三角科技企业总部及国际智能制造中心启动区（450000平方米）。"
                "长三角科技企业总部及国际智能制造中心启动区——建设类别：续建。"
            ),
        ),
        (
            records("面积", Fold.EXTREME, rank=2, heard=frozenset({"most", "nth", "difference"})),
            (
                "建筑面积最大的是长三角科技企业总部及国际智能制造中心启动区（450000平方米）。"
                "建筑面积第二大的是鹿城广场国际时尚中心项目（380000平方米）。"
                "长三角科技企业总部及国际智能制造中心启动区比鹿城广场国际时尚中心项目多70000平方米（450000-380000=70000）。"
            ),
        ),
    ],
)
def test_rows_are_complemented_paired_and_told_further(ask, expected):
    assert said(answer_records, ask).startswith(expected)


def test_a_ranking_leaves_those_it_tells_to_the_turns_behind_it():
    candidate = answer_records(records("面积", Fold.EXTREME, top=2), lexical_index())[0]
    assert candidate.rows == ("长三角科技企业总部及国际智能制造中心启动区", "鹿城广场国际时尚中心项目")


def test_rows_of_one_name_are_counted_once(tmp_path):
    """A name that stands over several rows is one of those asked for, and the rows are told beside."""
    rows = "<tr><td rowspan='3'>重点部门</td><td rowspan='2'>县水务局</td><td>60</td></tr><tr><td>15</td></tr>"
    rows += "<tr><td>县林草局</td><td>20</td></tr><tr><td>一般部门</td><td>县文旅局</td><td>10</td></tr>"
    head = "<tr><th>类别</th><th>部门名称</th><th>分值（分）</th></tr>"
    page = f"<html><title>考核细则</title><body><h1>考核细则</h1><table>{head}{rows}</table></body></html>"
    index = page_index(tmp_path, rules=page)
    found, *_ = answer_records(records("重点部门一共有几个", Fold.COUNT, "rules"), index)
    assert found.outcome.text == "“重点部门”的部门共2个（3行）：县水务局；县林草局。"
    assert draft_problems(found.outcome, index.library, "重点部门一共有几个") == []


def test_where_a_year_alone_is_asked_a_row_tells_its_columns_of_that_year():
    asked = records("徐泾镇的各项任务量", document="qingpu", years=(2024,))
    assert said(answer_records, asked) == (
        "徐泾镇——2024年去化面积：20000；2024年新增办公面积：30000；2024年总部项目引进：1。"
    )
