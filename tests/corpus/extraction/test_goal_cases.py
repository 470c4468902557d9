"""Goals beside what is no goal in their sentence: awards, cases, payments, grades, charges."""

import pytest

from corpus.document import Metadata
from corpus.extraction.prose_targets import prose_to_targets
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph


def told(text):
    document = a_document(a_heading(1, "二、", "重点任务"), a_paragraph(text, "二、重点任务"))
    plan = Metadata(title="某市三年行动计划（2024—2026年）", period=(2024, 2026))
    found = prose_to_targets(document.model_copy(update={"metadata": plan}))
    return [f"{one.indicator} {one.quantity.number}{one.quantity.unit}" for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("统筹补充中小学教师3600名。", ["统筹补充中小学教师 3600名"]),
        ("遴选工作室40个，每个工作室每年给予5万元支持。", ["遴选工作室 40个"]),
        ("三年培训护理员9000人次，取得证书的，给予1000元奖励。", ["三年培训护理员 9000人次"]),
        (
            "对投产后亩均税收低于3万元的企业纳入整治范围，三年盘活用地9000亩，其中2024年2500亩。",
            ["三年盘活用地 9000亩", "三年盘活用地 2500亩"],
        ),
        ("支持各类主体建设标准化厂房，2026年底前新增300万平方米。", ["标准化厂房 300万平方米"]),
        ("2026年底前蔬菜保障供应5万吨。", ["蔬菜保障供应 5万吨"]),
        ("已建煤矿矿井水综合利用率2027年达到90%。", ["已建煤矿矿井水综合利用率 90%"]),
        ("护理型床位占比2025年底前达到70%。", ["护理型床位占比 70%"]),
        ("机构签约率保持100%。", ["机构签约率保持 100%"]),
        (
            "到2025年，托位数达到4个，使用率达到55%；到2026年，两项指标分别达到5个和60%。",
            ["托位数 4个", "使用率 55%", "托位数 5个", "使用率 60%"],
        ),
        ("实施避险搬迁52户208人。", ["实施避险搬迁 52户", "实施避险搬迁 208人"]),
    ],
)
def test_a_goal_is_told_whatever_its_sentence_goes_on_with(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "项目开工后拨付60%，竣工验收合格后拨付40%。",
        "配售住房的利润率不超过5%，租金年涨幅不超过5%。",
        "招收2至3岁幼儿，自受理之日起20个工作日内办结。",
        "按得分由高到低分为A、B、C、D四类。",
        "营业收入首次突破10亿元，每家给予50万元奖励。",
        "三年新增投资5000万元的，给予一次性奖励。",
    ],
)
def test_payments_charges_grades_and_cases_are_no_goals(text):
    assert told(text) == []


def test_places_that_share_a_number_out_are_areas_of_its_indicator():
    text = "新增水田18.6万亩，其中崇阳县7.2万亩、武川县5.4万亩、其他县（区）6万亩；基地5个，其中示范县1个、示范镇4个。"
    document = a_document(a_heading(1, "一、", "工作目标"), a_paragraph(text, "一、工作目标"))
    found = [(one.indicator, one.scope, one.quantity.number) for one in prose_to_targets(document)]
    assert found == [
        ("新增水田", None, "18.6"),
        ("新增水田", "崇阳县", "7.2"),
        ("新增水田", "武川县", "5.4"),
        ("新增水田", "其他县（区）", "6"),
        ("基地", None, "5"),
        ("示范县", None, "1"),
        ("示范镇", None, "4"),
    ]
