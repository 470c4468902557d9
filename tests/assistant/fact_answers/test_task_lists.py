from assistant.answer import AnswerKind, RefusalReason
from assistant.draft import Draft, NoAnswer


def test_all_tasks_a_unit_leads(answer):
    """Qingpu's table: 区经委 leads 14 and 17 and takes part in two more."""
    draft = answer("帮我查一下，青浦任务分解表里区经委当牵头单位的有哪些事？")
    assert isinstance(draft, Draft)
    assert draft.kind is AnswerKind.TASKS
    assert [task.seq for task in draft.tasks] == [14, 17]
    assert "脱虚向实" in draft.statements[1].text
    assert "制造业" in draft.statements[2].text


def test_the_tasks_a_unit_takes_part_in(told):
    assert "放大典型示范效应" in told("苏州方案中市司法局要参与哪项工作？")
    text = told("太原市税务局在任务表里要干哪两项活？")
    assert "共2项" in text
    assert "注册率" in text
    assert "梯度培育" in text


def test_only_the_number_where_only_that_is_asked_for(told):
    """Stars in lucheng's list: 5 7 14 15 16 18 22 27 28 29 30 32."""
    assert told("鹿城区发改局牵头的任务有多少项？") == (
        "区发改局牵头的任务共12项：第5、7、14、15、16、18、22、27、28、29、30、32项。"
    )


def test_a_unit_that_leads_nothing_is_said_to_take_part(told):
    text = told("青浦区发改委牵头了哪些任务？")
    assert "没有牵头的任务" in text
    assert "第16项" in text


def test_tasks_with_a_single_unit(told):
    text = told("太原任务分解表中，责任单位只写了一个市级部门、没有其他单位的任务共有几项？")
    assert "共6项" in text
    assert all(unit in text for unit in ("市金融办", "市发展改革委", "市工商联", "市委组织部", "市审批服务管理局"))


def test_tasks_with_two_leads(told):
    text = told("鹿城附件2任务清单里，哪一项同时标了两个牵头单位？")
    assert "扫楼" in text
    assert "区发改局、区市场监管局" in text


def test_the_nth_task_and_one_too_many(answer, told):
    assert "精准分级培育产业能级" in told("鹿城第14项任务是什么？")
    outcome = answer("太原任务分解表第30项是什么任务？")
    assert isinstance(outcome, NoAnswer)
    assert outcome.reason is RefusalReason.FALSE_PREMISE
    assert "第23项" in outcome.message


def test_how_many_tasks(told):
    assert "共22项" in told("青浦任务分解表一共有多少项任务")


def test_the_tasks_under_a_heading(told):
    assert "共4项" in told("鹿城优化提升综合服务水平有几项举措")
    assert "共5项" in told("青浦“高标准建立楼宇综合评价和治理体系”包括哪些任务？")


def test_two_units_at_once(told):
    text = told("太原市房产局、市金融办分别负责什么")
    assert "市房产局负责或参与的任务共2项" in text
    assert "市金融办" in text


def test_a_unit_by_a_short_name(told):
    assert "市审批服务管理局参与的任务共3项" in told("太原审批局参与哪些任务")


def test_a_unit_that_the_document_never_names(answer):
    outcome = answer("太原市教育局负责哪些任务？")
    assert isinstance(outcome, NoAnswer)
    assert "教育局" in outcome.message


def test_the_tasks_without_a_unit(told):
    """Lucheng: 32 tasks, 属地街镇 in 17."""
    assert "共15项" in told("鹿城哪几项任务没有属地街镇参与")


def test_the_unit_with_the_most_tasks(told):
    assert told("鹿城哪个部门牵头的任务最多").startswith("最多的是区发改局。")


def test_whether_a_unit_has_tasks(told):
    assert told("太原市财政局有没有任务").startswith("有。")
    assert told("鹿城区教育局在任务清单里有任务吗").startswith("没有。")


def test_the_mark_of_the_lead_is_no_work_of_its_own(answer):
    """Stars beside 区投资促进服务中心 in lucheng's list: 3, 11, 13."""
    draft = answer("鹿城区投资促进服务中心带星号牵头的是哪几项？")
    assert [task.seq for task in draft.tasks] == [3, 11, 13]


def test_the_part_that_a_unit_plays_is_its_tasks(told):
    assert "放大典型示范效应" in told("市场监管局在苏州这份方案里参与的是哪一块？")
