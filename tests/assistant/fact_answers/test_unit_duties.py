def test_duties_of_the_running_text_stand_beside_the_tasks(told):
    text = told("区综合行政执法局在鹿城方案里负责什么？")
    assert "第24项" in text
    assert "停车管理" in text


def test_a_unit_without_a_task_of_its_own_has_its_duties(told):
    assert "打造特色楼宇" in told("鹿城区教育局要做什么？")


def test_a_duty_that_a_task_repeats_is_not_told_twice(told):
    assert "另写明" not in told("苏州市住建局负责什么？")
