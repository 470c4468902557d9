"""Forms: every rule of the data file asks and is answered in its own examples."""

import pytest

from assistant.data_files import data_rows
from assistant.reading.forms import formless, forms_of


@pytest.mark.parametrize("rule", data_rows("assistant.reading", "forms.tsv"), ids=lambda rule: rule[0])
def test_each_example_asks_for_the_form_and_has_it(rule):
    form, _, _, asking, having = rule
    asked = [{one for one in forms_of(example) if one.partition(" ")[0] == form} for example in asking.split("|")]
    assert all(asked)
    held = [[formless(frozenset((one,)), text) == 0 for one in set().union(*asked)] for text in having.split("|")]
    assert all(map(any, held))
    assert all(map(any, zip(*held, strict=True)))


@pytest.mark.parametrize(
    ("question", "forms"),
    [
        ("新引进的企业补贴多少家", set()),
        ("重点任务分几块，一共几条", set()),
        ("那栋楼容积率多少，有多高", {"length"}),
        ("联席会议谁当召集人", set()),
        ("奖励标准是多少，什么时候发", {"money", "day"}),
        ("二期工程的施工单位是谁", {"role 施工"}),
        ("二期工程的牵头单位是谁", set()),
        ("各镇一共建几个", set()),
        ("各县市住建局每个月几号前报进展", {"day"}),
        ("电话通知几个人", set()),
        ("班车是打电话预约就行吗", set()),
        ("民营经济占生产总值的比重有多高", {"rate"}),
        ("补助标准有多高", set()),
    ],
)
def test_only_words_that_ask_for_nothing_else_ask_for_a_form(question, forms):
    assert forms_of(question) == forms


@pytest.mark.parametrize(
    ("question", "text", "lost"),
    [
        ("每平方米补多少钱", "制定专项扶持政策，对装修给予补贴。", 2),
        ("总共补多少钱", "“亿元楼宇”指纳税总额1亿元以上的楼宇。", 0),
        ("建筑面积多少", "建筑面积：工业。", 1),
        ("组长叫什么名字", "由区长任组长。", 1),
        ("为啥定4幢", "相城区——新增亿元楼宇：4幢。", 1),
        ("停车楼的施工单位是哪家", "停车楼——总投资：3亿元；责任单位：市城管局。", 1),
        ("初中生均经费一年多少", "小学每生每年720元。", 1),
        ("初中生均经费一年多少", "义务教育阶段每生每年720元。", 0),
        ("换一台冰箱补多少钱", "对报废汽车补贴1万元。", 1),
        ("各街道要建几个充电站", "今年全区共建充电站54座。", 1),
        ("多久能卖", "配售后不得变更为商品住房。", 0),
    ],
)
def test_what_an_answer_must_hold_is_looked_for_in_its_words(question, text, lost):
    assert formless(forms_of(question), text) == lost
