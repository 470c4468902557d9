from assistant.draft import Draft


def test_tasks_by_deadline(answer, told):
    draft = answer("苏州2023年4月底前要完成的任务有哪些？")
    assert isinstance(draft, Draft)
    assert {task.seq for task in draft.tasks} == {1, 2, 3}
    assert told("苏州重点任务清单里完成时限是持续推进的有几项？").endswith("第2、4、5项。")


def test_the_values_of_a_column(told):
    assert told("苏州五方面工作是哪五个方面？").startswith("五方面工作共5个：优化楼宇服务流程；加强楼宇动态监测")
    assert "行动类别共4个" in told("青浦附件1的任务分成哪几个行动类别？")


def test_both_roles(told):
    """Qingpu's row 9 names 区商务委 in both columns."""
    assert "第9项" in told("青浦任务分解表中区商务委既是牵头又是责任单位的是哪一项？")


def test_tasks_of_one_unit_alone(told):
    assert "第11项" in told("太原市发展改革委单独负责的任务有哪些？")


def test_a_unit_outside_the_tables_is_left_to_the_passages(answer):
    assert answer("鹿城区发改局在领导小组里负责什么？") is None
