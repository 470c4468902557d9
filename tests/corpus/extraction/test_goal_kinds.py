"""Kinds of goals that documents print beyond 到2025年…达到: one small text each, with all that it states."""

from datetime import date

import pytest

from corpus.document import Metadata
from corpus.extraction.prose_targets import prose_to_targets
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph

GOALS = a_heading(1, "一、", "工作目标")
WORK = a_heading(1, "三、", "重点工作")


def told(document):
    return [
        (one.indicator, one.quantity.number, one.quantity.unit, str(one.quantity.bound), one.year)
        for one in prose_to_targets(document)
    ]


def goals(text):
    return told(a_document(GOALS, a_paragraph(text, "一、工作目标")))


def report(text):
    """What the work section of a report of 2026 states."""
    document = a_document(WORK, a_paragraph(text, "三、重点工作"))
    return told(document.model_copy(update={"metadata": Metadata(title="2026年某市政府工作报告")}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增50家以上先进智能工厂。", [("新增先进智能工厂", "50", "家", "ge", 2026)]),
        ("参保率稳定在95%以上。", [("参保率", "95", "%", "ge", 2026)]),
        ("省级出让矿业权110宗。", [("省级出让矿业权", "110", "宗", "eq", 2026)]),
        ("免费实施1万名老年人复明工程。", [("老年人复明工程", "1", "万名", "eq", 2026)]),
        ("为500名残疾儿童提供康复服务。", [("残疾儿童提供康复服务", "500", "名", "eq", 2026)]),
        (
            "新建绿道100公里、绿地500公顷。",
            [("新建绿道", "100", "公里", "eq", 2026), ("绿地", "500", "公顷", "eq", 2026)],
        ),
        ("建成港区改造二期。", []),
        ("对新建厂房达到5000平方米的，给予补助20万元。", []),
        ("去年新增学位8000个。", []),
    ],
)
def test_the_work_of_a_report_promises_what_it_counts(text, expected):
    assert report(text) == expected


def test_a_rule_book_promises_nothing():
    document = a_document(WORK, a_paragraph("企业年营业收入达到2000万元以上。", "三、重点工作"))
    rules = document.model_copy(update={"metadata": Metadata(title="某市总部企业认定办法（试行）")})
    assert told(rules) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2025年、2026年、2027年覆盖率分别达到60%、70%、80%。",
            [("覆盖率", "60", "%", "eq", 2025), ("覆盖率", "70", "%", "eq", 2026), ("覆盖率", "80", "%", "eq", 2027)],
        ),
        (
            "打造3个千亿级、5个五百亿级产业集群。",
            [("千亿级产业集群", "3", "个", "eq", None), ("五百亿级产业集群", "5", "个", "eq", None)],
        ),
        (
            "高新技术企业、科技型中小企业分别突破2万家、3万家。",
            [("高新技术企业", "2", "万家", "gt", None), ("科技型中小企业", "3", "万家", "gt", None)],
        ),
        (
            "文化及相关产业、旅游及相关产业增加值占比分别超过2%、5%。",
            [
                ("文化及相关产业增加值占比", "2", "%", "gt", None),
                ("旅游及相关产业增加值占比", "5", "%", "gt", None),
            ],
        ),
        ("居民收入比缩小到2.2∶1以内。", [("居民收入比缩小", "2.2", ":1", "le", None)]),
        ("平均受教育年限达到11.5年。", [("平均受教育年限", "11.5", "年", "eq", None)]),
        ("铁路网密度达到507公里/万平方公里。", [("铁路网密度", "507", "公里/万平方公里", "eq", None)]),
        ("赋能1000家以上科技型企业。", [("赋能科技型企业", "1000", "家", "ge", None)]),
        ("每个县至少建成1所综合医院。", [("每个县综合医院", "1", "所", "ge", None)]),
        (
            "建成100个以上精品村，500个以上示范村。",
            [("精品村", "100", "个", "ge", None), ("示范村", "500", "个", "ge", None)],
        ),
        ("覆盖率由2023年的85%提高到90%。", [("覆盖率", "90", "%", "eq", None)]),
        (
            "实际到位内资500亿元，同比增长10%以上。",
            [("实际到位内资", "500", "亿元", "eq", None), ("实际到位内资同比增长", "10", "%", "ge", None)],
        ),
        ("每条产业链签约2个链主项目。", [("每条产业链链主项目", "2", "个", "eq", None)]),
        ("围绕8条产业链招商。", []),
    ],
)
def test_shared_words_and_odd_units_are_read_whole(text, expected):
    assert goals(text) == expected


def test_this_year_and_a_later_one_stand_side_by_side():
    document = a_document(
        WORK, a_paragraph("今年年底前，通达率达80%以上；2028年年底前，通达率达100%。", "三、重点工作")
    )
    dated = document.model_copy(update={"metadata": Metadata(title="2026年工作要点")})
    assert [row[1:] for row in told(dated)] == [("80", "%", "ge", 2026), ("100", "%", "eq", 2028)]


def test_a_line_of_its_own_titles_what_follows():
    document = a_document(
        a_heading(1, "——", "这是攻坚克难的五年"),
        a_paragraph("生产总值年均增长5%。", "——这是攻坚克难的五年"),
        a_paragraph("“十五五”时期的主要目标任务", "——这是攻坚克难的五年"),
        a_paragraph("人均预期寿命达到78岁。", "——这是攻坚克难的五年"),
    )
    assert [row[:2] for row in told(document)] == [("人均预期寿命", "78")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("生产总值增长5%以上，力争达到6%。", [("生产总值增长", "5", "ge"), ("生产总值增长", "6", "eq")]),
        (
            "接待游客480万人次，实现旅游收入46亿元，分别增长12%和15%。",
            [
                ("接待游客", "480", "eq"),
                ("旅游收入", "46", "eq"),
                ("接待游客增长", "12", "eq"),
                ("旅游收入增长", "15", "eq"),
            ],
        ),
        ("能耗、用水量分别比2020年降低25%、30%左右。", [("能耗降低", "25", "eq"), ("用水量降低", "30", "approx")]),
        ("产业规模年均增长20%以上，达到120亿元。", [("产业规模年均增长", "20", "ge"), ("产业规模", "120", "eq")]),
        ("数字业营业收入年均增速保持在18%以上。", [("数字业营业收入年均增速", "18", "ge")]),
        ("力争85%以上的综合性医院成为老年友善机构。", [("综合性医院成为老年友善机构", "85", "ge")]),
        ("力争建成区25%以上的面积达到要求。", [("建成区面积达到要求", "25", "ge")]),
        ("末端水质100%达标。", [("末端水质达标", "100", "eq")]),
        ("力争60个左右城市率先建成体系。", [("城市率先建成体系", "60", "approx")]),
        ("乡镇覆盖率由目前的52%提高到75%。", [("乡镇覆盖率", "75", "eq")]),
        ("污水集中收集率较上年提高5个百分点。", [("污水集中收集率较上年提高", "5", "eq")]),
        ("以2022年黑臭水体面积为基值，消减50%以上。", [("黑臭水体面积消减", "50", "ge")]),
        ("培育30个产值超50亿元的集群。", [("产值超50亿元的集群", "30", "eq")]),
        ("建设28个10万头以上养殖场。", [("10万头以上养殖场", "28", "eq")]),
        ("规上企业达到500户、比2020年增加200户。", [("规上企业", "500", "eq"), ("规上企业增加", "200", "eq")]),
        ("新增城镇就业500万人，年均100万人以上。", [("新增城镇就业", "500", "eq"), ("年均城镇就业", "100", "ge")]),
        ("建成通车4条、260公里。", [("通车", "4", "eq"), ("通车", "260", "eq")]),
        ("推动存量房改造，三年完成5万套。", [("存量房改造", "5", "eq")]),
        ("筹集保障性住房4.5万套（间）。", [("筹集保障性住房", "4.5", "eq")]),
        ("低保标准提高到每人每月780元。", [("低保标准", "780", "eq")]),
        ("灌溉水有效利用系数提高到0.63以上。", [("灌溉水有效利用系数", "0.63", "ge")]),
        (
            "每年安排专项资金不少于2亿元，设立50亿元的基金。",
            [("每年安排专项资金", "2", "ge"), ("设立基金", "50", "eq")],
        ),
        ("创建60家标杆、推出50家领跑者。", [("标杆", "60", "eq"), ("推出领跑者", "50", "eq")]),
        (
            "再生水利用率超过25%，京津冀地区达到35%以上。",
            [("再生水利用率", "25", "gt"), ("京津冀地区再生水利用率", "35", "ge")],
        ),
        (
            "达标率北方50%以上、南方30%以上。",
            [("达标率北方", "50", "ge"), ("南方达标率", "30", "ge")],
        ),
        ("报废汽车回收量增加约一倍。", [("报废汽车回收量增加", "1", "approx")]),
        ("以此稳定保障1万亿斤以上粮食产能。", [("稳定保障粮食产能", "1", "ge")]),
        ("新增收入7万元，是2025年的1.4倍，城镇化率达到55%。", [("新增收入", "7", "eq"), ("城镇化率", "55", "eq")]),
        ("充电桩补贴标准每千瓦不超过400元。", []),
        ("单个站点最高不超过60万元。", []),
        ("评价不合格的市扣减用能指标5%。", []),
    ],
)
def test_goals_that_leave_words_out_or_put_them_elsewhere(text, expected):
    assert [(name, number, bound) for name, number, _, bound, _ in report(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2025年、2026年、2027年分别新建充电桩30个、55个和85个。",
            [("新建充电桩", "30", 2025), ("新建充电桩", "55", 2026), ("新建充电桩", "85", 2027)],
        ),
        (
            "2025年、2030年覆盖率分别达到36%、37%，蓄积量达到2.1亿立方米和2.3亿立方米。",
            [("覆盖率", "36", 2025), ("覆盖率", "37", 2030), ("蓄积量", "2.1", 2025), ("蓄积量", "2.3", 2030)],
        ),
        (
            "到2025年，光伏装机达到45万千瓦、风电装机26万千瓦；到2030年分别达到60万千瓦和40万千瓦。",
            [("光伏装机", "45", 2025), ("风电装机", "26", 2025), ("光伏装机", "60", 2030), ("风电装机", "40", 2030)],
        ),
        ("到2030年，当年新增清洁能源车比例达到40%。", [("当年新增清洁能源车比例", "40", 2030)]),
        ("今年是“十五五”开局之年，粮食产量410亿斤以上。", [("粮食产量", "410", None)]),
        (
            "到2027年和2030年，5岁以下儿童迟缓率分别低于7%和5%。",
            [("5岁以下儿童迟缓率", "7", 2027), ("5岁以下儿童迟缓率", "5", 2030)],
        ),
        (
            "2026—2027年修订标准294项，其中2026年完成129项、2027年完成165项。",
            [("修订标准", "294", None), ("完成修订标准", "129", 2026), ("完成修订标准", "165", 2027)],
        ),
    ],
)
def test_each_number_has_the_year_that_is_meant(text, expected):
    assert [(name, number, year) for name, number, _, _, year in goals(text)] == expected


def test_the_expected_goals_of_a_report_are_those_of_the_year_it_was_given_in():
    document = a_document(WORK, a_paragraph("今年主要预期目标是：粮食产量410亿斤以上。", "三、重点工作"))
    given = Metadata(title="政府工作报告", written_on=date(2026, 1, 20))
    assert [row[-1] for row in told(document.model_copy(update={"metadata": given}))] == [2026]
