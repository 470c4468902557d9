"""What a question asks for, and what a text offers."""

import pytest

from assistant.passages.asked import Asked, Wanted, question_to_wanted


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("专班主任叫什么名字？", Asked.NAME),
        ("对亿元楼宇奖励多少钱？", Asked.MONEY),
        ("多久开一次会？", Asked.HOW_OFTEN),
        ("蓝皮书几年出一本？", Asked.HOW_OFTEN),
        ("三年行动计划最晚什么时候出台？", Asked.WHEN),
        ("更名后多久之内要备案？", Asked.TERM),
        ("几个工作日内答复？", Asked.DAYS),
        ("补贴期限是多少？", Asked.TERM),
        ("开办企业要几天？", Asked.DAYS),
        ("每平方米产出多少？", Asked.AMOUNT),
        ("由哪些人组成？", Asked.LIST),
        ("党建工作谁来负责？", Asked.WHO),
        ("联席会议办公室设在哪？", Asked.WHERE),
        ("怎样推进统一运营？", Asked.HOW),
        ("考评不过关有后果吗", Asked.TEXT),
        ("企业落户奖励几百万？", Asked.MONEY),
        ("几点开门？", Asked.WHEN),
        ("方案是在哪次会上通过的？", Asked.TEXT),
    ],
)
def test_the_most_definite_kind_comes_first(question, asked):
    assert question_to_wanted(question).kinds[0] is asked


@pytest.mark.parametrize(
    ("asked", "yes", "no"),
    [
        (Asked.NAME, "组长：张崇波", "专班主任任副主任"[:4]),
        (Asked.MONEY, "不少于1000万元", "18幢"),
        (Asked.HOW_OFTEN, "每半年召开一次", "建立定期会议机制"),
        (Asked.WHEN, "2023年4月底前", "持续推进"),
        (Asked.WHEN, "海关完成处置后，即允许提离", "海关处置后使用新系统"),
        (Asked.TERM, "在办理手续后10个工作日内报送", "到10家企业办理手续"),
        (Asked.TERM, "补贴期限为3年", "对3年级学生给予补贴"),
        (Asked.TERM, "2023年4月底前", "持续推进"),
        (Asked.AMOUNT, "超5幢", "提升水平"),
        (Asked.WHERE, "在符合条件的监管作业场所开展试点", "在开展试点时加强监管"),
        (Asked.AMOUNT, "共三项", "符合第二条第三项"),
    ],
)
def test_a_text_offers_what_has_the_form(asked, yes, no):
    wanted = Wanted((asked,))
    assert wanted.kept(yes) == (asked,)
    assert wanted.lacking(yes) == ()
    assert wanted.lacking(no) == (asked,) or wanted.vague(no)


def test_years_are_no_amounts():
    assert Wanted((Asked.AMOUNT,)).lacking("制定三年行动计划（2023～2025），明确任务") == (Asked.AMOUNT,)


def test_a_vague_frequency_is_vague_not_lacking():
    wanted = question_to_wanted("多久开一次会？")
    assert wanted.vague("建立定期会议机制") == (Asked.HOW_OFTEN,)
    assert wanted.lacking("建立定期会议机制") == ()


def test_the_holder_of_an_office_is_worth_most():
    wanted = question_to_wanted("领导小组副组长是谁？")
    assert wanted.role == "副组长"
    named, general = wanted.offered("副组长：林杰"), wanted.offered("分管副区长任副组长")
    assert named > general > wanted.offered("组长：张崇波")


def test_a_body_asked_for_by_its_kind_must_be_named():
    wanted = question_to_wanted("平台由哪家公司开发？")
    assert wanted.lacking("由市发改委建设平台") == (Asked.WHO,)
    assert wanted.lacking("由数字科技公司建设平台") == ()


def test_where_several_amounts_are_asked_for_a_text_with_all_of_them_offers_most():
    wanted = question_to_wanted("三个低时延圈分别是多少毫秒？")
    every, one = "打造城市内1ms、枢纽间3ms、全省5ms低时延圈", "打造全省5ms低时延圈"
    assert wanted.offered(every) > wanted.offered(one) + 1
    assert wanted.keeps(every, every)
    assert not wanted.keeps(one, every)


def test_two_departments_are_asked_for_too():
    assert question_to_wanted("由哪两个部门管？").asks(Asked.WHO)
