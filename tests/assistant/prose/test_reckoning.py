"""Numbers that follow from printed ones; the texts are made up, as official prose writes them."""

from decimal import Decimal

import pytest

from assistant.arithmetic import proven_results
from assistant.calculating import change, difference, growth
from assistant.figures import figures, folded
from assistant.prose.reckoning import reckoned
from assistant.reading.ask import Ask, Subject, Where
from corpus.target import Quantity


def quantity(value, unit):
    return Quantity(value=Decimal(value), unit=unit)


def asked(words, *heard, measures=()):
    """An ask of these words; they are the gist too."""
    return Ask(Subject.PROSE, Where(words=words), heard=frozenset(heard), measures=frozenset(measures), gist=words)


@pytest.mark.parametrize(
    ("text", "heard", "measures", "said"),
    [
        ("港口航线由112条增加到130条。", ["difference"], [], "增加18条（130条-112条=18条）"),
        (
            "注册律所、会计所分别从20家、35家提高到26家、50家。",
            ["difference"],
            [],
            "提高6家（26家-20家=6家）；提高15家（50家-35家=15家）",
        ),
        ("绿化率从31.5%提升到40%。", ["difference"], [], "提升8.5个百分点（40-31.5=8.5）"),
        ("排名由89位上升至80位。", ["order"], [], "上升9位（89位-80位=9位）"),
        (
            "企业由200户增加到250户。",
            ["growth"],
            [],
            "增加50户（250户-200户=50户），增长25%（50户÷200户=25%）",
        ),
        ("总用地面积8036.3平方米，总建筑面积32406平方米。", ["total"], ["area"], ""),
        ("建成公路80公里，其中高速12公里。", ["how_much"], [], ""),
        ("营收超过500万元的，奖励20万元。", ["total"], ["money"], ""),
        ("律所从12家到31家、会所从7家到9家。", ["how_much"], [], "增加19家（31家-12家=19家）；增加2家（9家-7家=2家）"),
        ("平台由各区提供。", ["difference", "total", "share"], [], ""),
        ("由5家增加到12个百分点。", ["difference"], [], ""),
        ("查处127起，罚款412万元，其中高速占比86%。", ["how_much"], [], ""),
        ("安排高速资金2亿元，对前两名分别奖励60万元、40万元。", ["total"], [], ""),
        ("给予业主100万元，收费超过500万元。", ["difference"], [], ""),
        ("首期给予20—30万元；验收后给予35万元。", ["total"], ["money"], ""),
    ],
)
def test_what_follows_is_spelled_out(text, heard, measures, said):
    assert reckoned(text, asked("高速", *heard, measures=measures)) == said


@pytest.mark.parametrize(
    ("said", "result"),
    [
        (change(quantity("1.2", "亿千瓦"), quantity("1.3", "亿千瓦")), 10**7),
        (difference(quantity("9000", "万元"), quantity("1.5", "亿元")), 6 * 10**7),
        (change(quantity("300", "家"), quantity("240", "家")), 60),
    ],
)
def test_the_arithmetic_proves_itself(said, result):
    assert result in proven_results(folded(said))
    assert {one.value for one in figures(folded(said))}


def test_less_is_said_to_be_less():
    assert change(quantity("300", "家"), quantity("240", "家")) == "减少60家（300家-240家=60家）"


@pytest.mark.parametrize(
    ("before", "after", "heard", "said"),
    [
        (("33.8", "亿元"), ("62", "亿元"), "growth", "，增长83.4%（28.2亿元÷33.8亿元≈83.4%）"),
        (("80", "家"), ("60", "家"), "growth", "，下降25%（20家÷80家=25%）"),
        (
            ("40", "家"),
            ("90", "家"),
            "doubled",
            "，增长125%（50家÷40家=125%），是40家的2.25倍（90家÷40家=2.25倍），超过一番",
        ),
        (("75", "%"), ("85", "%"), "growth", ""),
        (("40", "家"), ("90", "家"), "difference", ""),
    ],
)
def test_a_growth_is_told_where_it_is_asked(before, after, heard, said):
    told = growth(quantity(*before), quantity(*after), frozenset({heard}))
    assert told == said
    assert not said or proven_results(folded(told))
