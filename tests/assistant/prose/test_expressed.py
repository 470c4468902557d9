"""What is made of two numbers that a question names; the texts are made up."""

import pytest

from assistant.prose.expressed import expressed
from assistant.reading.ask import Ask, Subject, Where


def said(text, gist, *measures):
    """What a text tells a question, of which all words are looked for."""
    return expressed(text, Ask(Subject.PROSE, Where(words=gist), measures=frozenset(measures), gist=gist))


@pytest.mark.parametrize(
    ("text", "gist", "measures", "expected"),
    [
        (
            "全市登记渔船640艘,其中钢质渔船210艘、木质渔船430艘。",
            "登记的渔船里,钢船占几成",
            (),
            "占32.81%（210÷640≈32.81%≈33%）",
        ),
        (
            "维修祠堂18处、整修步道27公里,投入1350万元。",
            "平均一处祠堂整修了多少步道",
            ("length",),
            "平均1.5公里/处（27÷18=1.5）",
        ),
        (
            "调解纠纷320件,涉及金额4800万元;移送司法所案卷12件。",
            "平均一件纠纷多少钱",
            ("money",),
            "平均15万元/件（4800万÷320=15万）",
        ),
        (
            "新建菜场(建筑面积5000平方米,总投资2100万元),设摊位160个。",
            "菜场合一平米造价多少钱",
            ("money",),
            "平均4200元/平方米（2100万÷5000=4200）",
        ),
        (
            "招聘教师52名、护士130名。",
            "护士人数是教师的几倍",
            (),
            "2.5倍（130÷52=2.5）",
        ),
        (
            "茶叶产量增长3.2%,果品产量增长9%。年初确定茶叶产量增长6%的目标未实现。",
            "茶叶产量跟年初定的目标差了几个点",
            (),
            "相差2.8个百分点（6-3.2=2.8）",
        ),
    ],
)
def test_two_numbers_are_found_by_what_they_are_called(text, gist, measures, expected):
    assert said(text, gist, *measures) == [expected]


@pytest.mark.parametrize(
    ("text", "gist", "measures"),
    [
        ("全市登记渔船640艘,其中钢质渔船210艘。", "登记的渔船里,木船占几成", ()),
        ("维修祠堂18处,投入1350万元。", "平均一公里步道花多少钱", ("money",)),
        ("每名护士一次性奖励5000元;对带动10户以上的另给2万元。", "平均一户带动几个护士", ()),
        ("招聘教师52名、护士130名。", "今年一共招聘多少人", ("people",)),
    ],
)
def test_nothing_is_made_of_numbers_that_are_called_otherwise(text, gist, measures):
    assert said(text, gist, *measures) == []
