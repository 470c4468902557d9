"""An Ask as it is shown."""

from datetime import date
from decimal import Decimal

import pytest

from assistant.reading.ask import Ask, Condition, Due, DueKind, Fold, Subject, Want, Where
from assistant.reading.rendering import rendered
from corpus.target import Bound
from corpus.task import Role
from tests.assistant.making import five_documents

SUZHOU = Where(documents=("suzhou",), named=True)
QINGPU = Where(documents=("qingpu",), named=True)


def ask(subject, where, **slots):
    """An Ask whose place has these slots as well, where Asks have none of that name."""
    own = {name: slots.pop(name) for name in list(slots) if name in Ask.__dataclass_fields__}
    return Ask(subject, where, **own).about(**slots)


@pytest.mark.parametrize(
    ("meant", "shown"),
    [
        (
            ask(Subject.TASKS, SUZHOU, ordinals=(1,), want=(Want.LEAD, Want.DEADLINE)),
            "苏州 · 任务 · 第1项 · 牵头单位、完成时限",
        ),
        (
            ask(
                Subject.TARGETS,
                QINGPU,
                words="里存量空置楼宇去化面积的",
                areas=("西虹桥公司",),
                years=(2023, 2024, 2025),
                want=(Want.VALUE,),
                fold=Fold.SUM,
            ),
            "青浦 · 指标“存量空置楼宇去化面积” · 西虹桥公司 · 2023—2025年 · 合计",
        ),
        (
            ask(Subject.TASKS, QINGPU, units=("区商务委",), role=Role.LEAD, want=(Want.NAME,), fold=Fold.COUNT),
            "青浦 · 任务 · 区商务委牵头 · 名称 · 数量",
        ),
        (
            ask(Subject.RECORDS, SUZHOU, words="建筑面积", fold=Fold.EXTREME, rank=2, years=(2023, 2026)),
            "苏州 · 表格“建筑面积” · 2023、2026年 · 第2大",
        ),
        (
            ask(
                Subject.TASKS,
                SUZHOU,
                due=Due(DueKind.BY, date(2023, 6, 1), date(2023, 6, 30)),
                conditions=(Condition(Bound.GE, Decimal("10.0"), "幢"),),
            ),
            "苏州 · 任务 · 2023年6月30日前到期 · 不低于10幢",
        ),
        (ask(Subject.RECORDS, SUZHOU, picked=("甲大厦",), words="甲大厦 高度"), "苏州 · 表格“甲大厦”"),
        (
            ask(Subject.TARGETS, Where(documents=("suzhou", "jiaxing"), named=True), words="入驻率", per_document=True),
            "苏州、嘉兴 · 指标“入驻率” · 逐份对比",
        ),
        (
            ask(Subject.PROSE, Where(documents=("qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing")), words="扫楼"),
            "5份文件 · 原文“扫楼”",
        ),
        (ask(Subject.RECORDS, SUZHOU, want=("建设状态",)), "苏州 · 表格 · 建设状态"),
    ],
)
def test_an_ask_is_shown_in_a_few_words(meant, shown):
    assert rendered(meant, five_documents()) == shown


@pytest.mark.parametrize(
    ("words", "question", "shown"),
    [
        ("2025年要新建 幢商务楼宇", "到2025年要新建多少幢商务楼宇？", "2025年要新建多少幢商务楼宇"),
        ("水库除险加固 座", "全县的水库除险加固要完成几座", "水库除险加固"),
        ("每个学校 名校医", "每个学校要配几名校医，由谁管？", "每个学校要配几名校医"),
        ("护岸 长度", "护岸修了没有？长度呢？", "护岸 长度"),
        ("入驻率", "那嘉兴呢？", "入驻率"),
    ],
)
def test_words_are_shown_as_the_question_says_them(words, question, shown):
    meant = ask(Subject.PROSE, QINGPU, words=words)
    assert rendered(meant, five_documents(), question) == f"青浦 · 原文“{shown}”"
