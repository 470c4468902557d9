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
