import pytest

from assistant.fact_answers.task_roles import role_asked, role_verb
from corpus.task import Role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("区经委牵头的任务", Role.LEAD),
        ("区经委打头的是哪几项", Role.LEAD),
        ("区经委不打头、只当责任单位的是哪一项", Role.RESPONSIBLE),
        ("区经委参与但不牵头的任务", Role.RESPONSIBLE),
        ("区经委作为责任单位的任务", Role.RESPONSIBLE),
        ("区经委要做什么", Role.ANY),
    ],
)
def test_the_role_that_a_question_asks_for(text, role):
    assert role_asked(text) is role


def test_a_role_without_the_lead_is_told_as_such():
    assert role_verb(Role.RESPONSIBLE, "不牵头的任务") == "不牵头、只作为责任单位"
    assert role_verb(Role.RESPONSIBLE, "作为责任单位的任务") == "作为责任单位"


def test_tasks_in_which_a_unit_takes_part_without_leading(answer):
    """Qingpu: 区规划资源局 leads 1, 3, 20 and takes part in 18; 区经委 leads 14, 17 and takes part in 15, 16."""
    assert [task.seq for task in answer("青浦区规划资源局不打头、只当责任单位的是哪一项？").tasks] == [18]
    assert [task.seq for task in answer("青浦区经委参与但不牵头的任务有哪些？").tasks] == [15, 16]
