from assistant.answer import RefusalReason
from assistant.draft import NoAnswer


def test_the_task_with_a_number(told):
    assert "精准分级培育产业能级" in told("鹿城第14项任务是什么？")


def test_a_number_that_the_table_does_not_have_is_a_false_premise(answer):
    """Taiyuan's table ends with 23."""
    outcome = answer("太原任务分解表第30项是什么任务？")
    assert isinstance(outcome, NoAnswer)
    assert outcome.reason is RefusalReason.FALSE_PREMISE
    assert "第23项" in outcome.message
