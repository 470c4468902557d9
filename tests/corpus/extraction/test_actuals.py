from decimal import Decimal

import pytest

from corpus.extraction.actuals import prose_to_actuals
from corpus.extraction.prose_targets import prose_to_targets
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph

TITLE = "2023年青岚县政府工作报告"
LOOKS_BACK = a_heading(1, "一、", "2022年工作回顾")
AHEAD = a_heading(1, "二、", "2023年重点工作")


def actuals(*texts, heading=LOOKS_BACK):
    document = a_document(heading, *(a_paragraph(text, heading.text) for text in texts), title=TITLE)
    return prose_to_actuals(document, prose_to_targets(document))


def told(*texts, heading=LOOKS_BACK):
    return [(one.indicator, one.quantity.number + one.quantity.unit, one.year or one.period) for one in
            actuals(*texts, heading=heading)]  # fmt: skip


def test_a_report_tells_of_the_year_in_its_heading():
    assert told("粮食总产量达到46.2万吨，增长3.1%。") == [
        ("粮食总产量", "46.2万吨", 2022),
        ("粮食总产量增长", "3.1%", 2022),
    ]


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("去年，建成充电桩310个。", 2022),
        ("五年来，建成充电桩310个。", (2018, 2022)),
        ("“十三五”时期，建成充电桩310个。", (2016, 2020)),
        ("截至2021年底，全县充电桩达到310个。", 2021),
        ("2020年以来，建成充电桩310个。", (2020, 2022)),
        ("目前，全县充电桩达到310个。", None),
    ],
)
def test_a_time_gone_by_is_told_by_its_words(words, time):
    assert told(words) == [("充电桩", "310个", time)]


def test_outside_of_reports_only_a_sentence_that_names_a_time_gone_by_reports():
    assert told("建成充电桩310个。比2021年增加40个。", heading=a_heading(1, "三、", "交通")) == []


def test_what_is_told_of_holds_until_another_time_is_named():
    texts = "新建泵站12座。", "五年来，全县面貌一新。新建水库3座。", "2020年新建桥梁7座。"
    assert told(*texts) == [
        ("新建泵站", "12座", 2022),
        ("新建水库", "3座", (2018, 2022)),
        ("新建桥梁", "7座", 2020),
    ]


def test_a_part_is_told_of_its_own_time_and_no_further():
    assert told("五年来，新建绿道420公里，其中去年新建绿道96公里；改造老旧小区318个，惠及居民5.2万户。") == [
        ("新建绿道", "420公里", (2018, 2022)),
        ("新建绿道", "96公里", 2022),
        ("改造老旧小区", "318个", (2018, 2022)),
        ("惠及居民", "5.2万户", (2018, 2022)),
    ]


def test_a_year_within_a_clause_is_the_one_that_its_number_is_told_of():
    assert told("2019年以来，累计发放救助金860万元，其中2022年发放210万元。") == [
        ("累计发放救助金", "860万元", (2019, 2022)),
        ("发放救助金", "210万元", 2022),
    ]


def test_goals_and_what_looks_ahead_are_none():
    assert told("2023年，新建泵站20座。力争建成充电桩500个。", heading=AHEAD) == []
    assert told("今年新建泵站20座。") == []


def test_a_number_of_a_year_gone_by_is_reached_wherever_it_stands():
    words = "2022年，完成水利投资7.7亿元，新建堤防42公里，失业率控制在3.4%以内。到2025年，新建堤防90公里。"
    assert told(words, heading=a_heading(1, "一、", "目标任务")) == [
        ("水利投资", "7.7亿元", 2022),
        ("新建堤防", "42公里", 2022),
        ("失业率", "3.4%", 2022),
    ]


def test_what_was_before_is_told_beside():
    (hotels, beds) = actuals("五年来，星级酒店、登记民宿分别从8家、110家增加到13家、264家。")
    assert (hotels.indicator, hotels.quantity.value, hotels.baseline.value) == ("星级酒店", 13, 8)
    assert (beds.indicator, beds.quantity.value, beds.baseline.value) == ("登记民宿", 264, 110)
    assert beds.baseline.year == 2017
    (rate,) = actuals("森林覆盖率由61.5%提高到63.2%。")
    assert (rate.quantity.value, rate.baseline.value) == (Decimal("63.2"), Decimal("61.5"))


def test_a_list_shares_the_verb_it_begins_with():
    assert [name for name, *_ in told("新增普惠托位240个、公共车位960个，新设企业1800户、增长9%。")] == [
        "新增普惠托位",
        "新增公共车位",
        "新设企业",
        "新设企业增长",
    ]


def test_ranks_descriptions_and_what_has_no_name_are_none():
    assert told("总量居全省第3位。投资6亿元的水厂投用。完成投资目标的92%。增长5%。") == []
    assert told("对30家企业开展检查。超额完成400人的年度任务。每年4月预拨上年度补贴额的50%。") == []
    assert [name for name, *_ in told("石膏、萤石、盐产量分别增长4%、5%、6%。")] == ["盐产量增长"]


def test_of_one_name_in_a_sentence_the_first_is_the_whole():
    assert told("全县共有卫生院18所，床位数960张，其中山区卫生院6所，床位数210张。")[1] == ("床位数", "960张", 2022)
    assert ("床位数", "210张", 2022) not in told("全县共有卫生院18所，床位数960张，其中山区卫生院6所，床位数210张。")


def test_the_past_year_of_a_report_is_the_one_in_its_heading():
    heading = a_heading(1, "一、", "2023年工作总结")
    assert told("过去一年，新建泵站12座。", heading=heading) == [("新建泵站", "12座", 2023)]


def test_a_rule_book_reports_nothing():
    text = "2021年，粮食总产量达到46.2万吨。"
    assert prose_to_actuals(a_document(a_paragraph(text), title="2023年粮食补贴办法"), []) == []


def test_what_was_reached_is_no_target():
    document = a_document(LOOKS_BACK, a_paragraph("新建泵站12座。", LOOKS_BACK.text), title=TITLE)
    assert prose_to_targets(document) == []
