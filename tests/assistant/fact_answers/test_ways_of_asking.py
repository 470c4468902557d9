"""Ways of asking that the facts answer, each with what the documents print."""

import pytest

from assistant.answer import RefusalReason
from assistant.draft import NoAnswer


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("太原方案的实施年限是哪几年？", "2023年—2025年"),
        ("嘉兴规划的期限是多少年到多少年？", "2016年—2020年"),
        ("嘉兴规划由哪些单位联合发文？", "嘉兴市发展和改革委员会"),
        ("各地文件分别管到哪一年？", "2026年"),
        ("青浦2024年新增办公面积任务最重的是哪个属地？", "西虹桥公司"),
        ("苏州哪些地区2023年没有存量楼宇改造任务？", "张家港市0幢、常熟市0幢、太仓市0幢、相城区0幢"),
        ("苏州正文说的新增亿元楼宇和附件合计对得上吗？", "一致：正文“新增亿元楼宇”为18幢，附件合计为18幢"),
        ("昆山的1万平米以上商务楼占全苏州的几成？", "12%"),
        ("嘉兴特色楼里市本级那一份占几成？", "60%"),
        ("嘉兴千万税收楼宇五年要多出多少栋？", "150-83=67"),
        ("鹿城2025年要比上一年多新引进几家总部企业？", "12-10=2"),
        ("鹿城想在2026年有多少栋交税上亿的楼？", "36幢"),
        ("嘉兴总体布局里的“五城”是哪五个？", "嘉善、平湖、海盐、海宁、桐乡"),
        ("嘉兴说的“三率”是哪三率？", "楼宇税收贡献率"),
        ("苏州和太原的任务表有没有牵头单位一栏？", "没有区分牵头单位"),
        ("太原任务13责任单位?", "市税务局"),
        ("青浦任务表里区商务委打头的有多少条？", "共13项"),
        ("鹿城区住建局在任务清单里牵头什么？", "老旧楼宇更新改造"),
        ("苏州有哪些活是一直干下去、没写截止日子的？", "完善楼宇工作机制"),
        ("鹿城优化提升综合服务水平正文的责任单位有哪些？", "区综合行政执法局"),
        ("鹿城任务清单第8项谁打头？", "区住建局"),
    ],
)
def test_the_answer_says(told, question, words):
    assert words in told(question)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("青浦任务分解表第3项的完成时限是几号？", "没有完成时限一栏"),
        ("鹿城任务清单第40项是什么？", "只到第32项"),
    ],
)
def test_a_false_premise_is_put_right(answer, question, words):
    found = answer(question)
    assert isinstance(found, NoAnswer)
    assert found.reason is RefusalReason.FALSE_PREMISE
    assert words in found.message
