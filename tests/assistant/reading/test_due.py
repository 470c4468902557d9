"""A condition on deadlines binds every list of tasks; beside the name of a task it asks of that task."""

from datetime import date

import pytest

from assistant.reading.ask import Due, DueKind, Subject
from assistant.reading.due import due_of
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


@pytest.mark.parametrize(
    ("question", "due"),
    [
        ("2031年4月30日到期的任务有哪些", Due(DueKind.WITHIN, date(2031, 4, 30), date(2031, 4, 30))),
        ("2031年二季度的任务", Due(DueKind.WITHIN, date(2031, 4, 1), date(2031, 6, 30))),
        ("2031年7月至2032年3月到期的任务", Due(DueKind.WITHIN, date(2031, 7, 1), date(2032, 3, 31))),
        ("2031年底到期的任务", Due(DueKind.WITHIN, date(2031, 12, 1), date(2031, 12, 31))),
        ("到2031年底要完成哪些任务", Due(DueKind.BY, date(2031, 1, 1), date(2031, 12, 31))),
        ("拖到2031年8月才到期的任务", Due(DueKind.WITHIN, date(2031, 8, 1), date(2031, 8, 31))),
        ("2031年5月以后到期的任务", Due(DueKind.FROM, date(2031, 6, 1), date.max)),
        ("2031年以后（含2031年）到期的任务", Due(DueKind.FROM, date(2031, 1, 1), date.max)),
        ("2031年5月起到期的任务", Due(DueKind.FROM, date(2031, 5, 1), date.max)),
        ("截至2031年5月底已经到期的任务", Due(DueKind.BY, date(2031, 5, 1), date(2031, 5, 31))),
        ("苏州年底前要完成的任务", Due(DueKind.BY, date(2023, 1, 1), date(2023, 12, 31))),
        ("没有明确完成时限的任务", Due(DueKind.NONE)),
        ("2031年9月份完工的有哪些", Due(DueKind.WITHIN, date(2031, 9, 1), date(2031, 9, 30))),
        ("和楼宇统计同一时限的任务", Due(DueKind.SAME)),
        ("和楼宇统计同一天到期的任务", Due(DueKind.SAME)),
    ],
)
def test_what_is_said_behind_a_day_makes_the_condition(question, due, library):
    assert due_of(read(question, library), library) == due
