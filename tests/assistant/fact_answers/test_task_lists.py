from assistant.answer import AnswerKind, RefusalReason
from assistant.draft import Draft, NoAnswer
from tests.assistant.fact_answers.clauses import clause_answer, clause_words


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


def test_clauses_are_listed_whatever_they_are_called():
    """公安厅 stands in the brackets behind （四） and （五）, 财政厅 behind （一） and （三）."""
    for question in ("公安厅在民宿意见里承担责任的条目有哪些？", "列一下公安厅参加民宿意见的条款"):
        outcome = clause_answer(question)
        assert isinstance(outcome, Draft)
        assert [task.task for task in outcome.tasks] == ["推广智慧入住", "规范经营秩序"]
    assert "（三）“培训从业人员”" in clause_words("民宿意见中财政厅参加哪些条款？")


def test_tasks_that_two_units_share():
    text = clause_words("公安厅和文化和旅游厅共同负责哪几条？")
    assert text.startswith("公安厅、文化和旅游厅共同负责或参与的任务共2项")


def test_the_name_of_a_merged_cell_is_cited_from_the_row_that_prints_it(told):
    """Suzhou's row 4 prints its units once, beside the third of its four sub-rows."""
    text = told("苏州重点任务清单里市科技局要参与哪几方面工作？")
    assert "市科技局参与的任务共2项" in text
    assert "完善楼宇工作机制" in text


def test_what_a_unit_leads_and_what_it_takes_part_in():
    """文化和旅游厅 leads （五） and takes part in （四）."""
    lines = clause_words("文化和旅游厅牵头几项、参与几项？").splitlines()
    assert lines[0].startswith("文化和旅游厅牵头的任务只有一项：（五）“规范经营秩序”")
    assert lines[1].startswith("文化和旅游厅参与的任务只有一项：（四）“推广智慧入住”")


def test_a_units_tasks_that_have_to_do_with_a_word(told):
    """Of the tasks that 区商务委 leads, 1 speaks of 招商, and 15 and 16 stand under 拓展楼宇招商模式."""
    text = told("青浦区商务委牵头的任务里哪些和招商有关？")
    assert text.startswith("区商务委牵头的与“招商”有关的任务共3项")
    assert "第15项“深化产业链“链长”招商”" in text
