"""A condition on deadlines binds every list of tasks; beside the name of a task it asks of that task."""

import pytest

from assistant.reading.ask import DueKind, Subject
from assistant.reading.grammar import asks_of
from assistant.reading.reading import read


def dues(question, library):
    """The kinds of deadlines of the Asks for tasks."""
    asks = [ask for ask in asks_of(read(question, library), library) if ask.subject is Subject.TASKS]
    return {ask.where.due and ask.where.due.kind for ask in asks}


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("苏州哪些任务已经到期？", DueKind.OVERDUE),
        ("苏州有哪些任务是持续推进的", DueKind.ONGOING),
        ("苏州2023年6月底前要完成哪些任务", DueKind.BY),
    ],
)
def test_no_list_of_tasks_leaves_the_deadline_out(question, kind, library):
    assert dues(question, library) == {kind}


def test_a_task_may_be_asked_for_by_its_name_and_its_deadline(library):
    assert dues("苏州4月底前优化楼宇服务流程由谁牵头", library) >= {None, DueKind.BY}
