"""Numbers that follow from printed ones; the texts are made up, as official prose writes them."""

import pytest

from assistant.arithmetic import proven_results
from assistant.figures import figures, folded
from assistant.prose.reckoning import change, difference, reckoned, times
from corpus.target import Quantity


def quantity(value, unit):
    return Quantity(value=value, unit=unit)


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
            ["difference"],
            ["rate"],
            "增加50户（250户-200户=50户），为200户的25%（50÷200户=25%）",
        ),
        ("建成公路80公里，其中高速12公里。", ["share"], [], "占15%（12公里÷80公里=15%）"),
        ("总用地面积8036.3平方米，总建筑面积32406平方米。", ["total"], ["area"], ""),
        ("首期给予20万元；验收后给予35万元，限1家。", ["total"], ["money"], "合计55万元（20万元+35万元=55万元）"),
        (
            "小麦为92%，玉米为88%，大豆为71%。",
            ["difference", "most"],
            [],
            "最高92%，最低71%，相差21个百分点（92-71=21）",
        ),
        ("建成公路80公里，其中高速12公里。", ["how_much"], [], ""),
        ("营收超过500万元的，奖励20万元。", ["total"], ["money"], ""),
        ("律所从12家到31家、会所从7家到9家。", ["how_much"], [], "增加19家（31家-12家=19家）；增加2家（9家-7家=2家）"),
        ("玉米种植、收获率分别达到80%和62%。", ["difference"], [], "相差18个百分点（80-62=18）"),
        ("平台由各区提供。", ["difference", "total", "share"], [], ""),
        ("由5家增加到12个百分点。", ["difference"], [], ""),
        ("首期给予20—30万元；验收后给予35万元。", ["total"], ["money"], ""),
    ],
)
def test_what_follows_is_spelled_out(text, heard, measures, said):
    assert reckoned(text, frozenset(heard), frozenset(measures)) == said


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


def test_how_many_times_is_spelled_out():
    said = times(quantity("1800", "亿元"), quantity("0.45", "万亿元"))
    assert said == "前者是后者的2.5倍（0.45万亿元÷1800亿元=2.5倍）"
