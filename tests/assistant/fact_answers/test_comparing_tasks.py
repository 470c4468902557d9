from tests.assistant.fact_answers.clauses import clause_words


def test_who_leads_where(told):
    text = told("政务服务进楼宇这项工作，青浦、苏州、鹿城分别由哪个部门牵头负责？太原、嘉兴呢？")
    lines = {line.split("：")[0]: line for line in text.splitlines()}
    assert "区政务服务办" in lines["青浦"]
    assert "市行政审批局" in lines["苏州"]
    assert "区政务服务中心" in lines["鹿城"]
    assert "未提及" in lines["嘉兴"]


def test_how_tables_tell_who_leads(told):
    """Two columns in qingpu, a star in lucheng, nothing in suzhou and taiyuan, no table in jiaxing."""
    text = told("各地任务清单是怎么区分牵头单位和配合单位的？")
    lines = {line.split("：")[0]: line for line in text.splitlines()}
    assert "“牵头单位”、“责任单位”" in lines["青浦"]
    assert "“*”" in lines["鹿城"]
    assert "没有区分" in lines["苏州"]
    assert "没有任务表" in lines["嘉兴"]


def test_how_many_tasks_each_sets(told):
    lines = dict(line.split("：", 1) for line in told("太原和鹿城的任务各有多少项？").splitlines())
    assert "共23项" in lines["太原"]
    assert "共32项" in lines["鹿城"]


def test_the_tasks_of_units_in_several_documents(told):
    """Taiyuan: 12 and 13; Lucheng's 区税务局 is named beside 5, 14, 15, 24 and 29."""
    text = told("太原、鹿城的税务局各自参与哪些任务？")
    assert "太原：市税务局参与的任务共2项" in text
    assert "鹿城：区税务局参与的任务共5项" in text


def test_how_clauses_tell_who_leads():
    text = clause_words("民宿意见怎么区分牵头单位和责任单位？")
    assert "部分标明牵头单位" in text
    assert "交通运输厅" in text


def test_documents_that_give_a_unit_nothing_are_named_together(told):
    """Jiaxing sets no tasks; Qingpu's table does not name a tax office."""
    text = told("青浦、太原、嘉兴的市税务局分别参与哪些任务？")
    assert "太原：市税务局参与的任务共2项" in text
    assert "青浦、嘉兴：没有所问单位参与的任务。" in text
