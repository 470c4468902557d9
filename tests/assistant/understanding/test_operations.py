import pytest

from assistant.query import Operation
from assistant.understanding.operations import asks_comparison, text_to_operation


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("发文字号是什么", Operation.METADATA),
        ("什么时候印发的?", Operation.METADATA),
        ("由哪个部门负责解释", Operation.METADATA),
        ("属地纳税率,分子分母各是啥", Operation.DEFINITION),
        ("“三个一批”是哪三个?", Operation.DEFINITION),
        ("建设类别为“竣备”的是哪几个项目", Operation.COUNT),
        ("三年行动计划最晚什么时候要出台", Operation.DEADLINE),
        ("政务服务进楼宇归谁管", Operation.LEAD),
        ("哪些部门参与", Operation.PARTICIPANTS),
        ("有没有规定入驻率", Operation.YES_NO),
        ("哪个区最多", Operation.EXTREME),
        ("占全市的比重", Operation.SHARE),
        ("要提高几个点", Operation.DIFFERENCE),
        ("任务比2024年轻多少", Operation.DIFFERENCE),
        ("抬头是发给哪些单位的", Operation.METADATA),
        ("哪个部门给楼盖打分", Operation.LEAD),
        ("面积超没超警戒线", Operation.YES_NO),
        ("加起来多少幢", Operation.SUM),
        ("概括四条保障措施", Operation.SUMMARY),
        ("要改造几栋老楼", Operation.VALUE),
        ("靠哪些平台实现", Operation.LIST),
        ("怎样推进统一运营", Operation.TEXT),
    ],
)
def test_question_words_tell_the_operation(text, operation):
    assert text_to_operation(text) is operation


@pytest.mark.parametrize("text", ["各地怎么定的", "五份文件排个序", "哪个城市最高", "比较一下", "哪几地提了"])
def test_comparison_words(text):
    assert asks_comparison(text)


@pytest.mark.parametrize("text", ["各区直部门", "哪个市级部门负责", "三个倍增"])
def test_words_that_only_look_like_comparison(text):
    assert not asks_comparison(text)
