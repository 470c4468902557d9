"""The deadline view: every task in exactly one list."""

from datetime import date

import pytest

from assistant.deadlines import deadline_overview
from assistant.task_list import select_tasks
from corpus.errors import BadRequest
from corpus.task import DeadlineKind
from tests.assistant.making import five_documents, library, task

DAY = date(2023, 4, 1)
MADE = library(
    tasks=(
        task("a", 1, due=date(2023, 3, 31)),
        task("a", 2, due=date(2023, 4, 1)),
        task("a", 3, due=date(2023, 5, 1)),
        task("a", 4, due=date(2023, 5, 2)),
        task("a", 5, kind=DeadlineKind.ONGOING, raw="持续推进"),
        task("a", 6, kind=DeadlineKind.PERIOD, raw="每年"),
        task("a", 7),
    )
)


def numbers(views):
    return [view.seq for view in views]


def test_tasks_are_parted_by_their_last_day():
    found = deadline_overview(MADE, DAY, 30)
    assert numbers(found.overdue) == [1]
    assert numbers(found.due) == [2, 3]
    assert numbers(found.later) == [4]
    assert numbers(found.ongoing) == [5]
    assert numbers(found.period) == [6]
    assert numbers(found.unstated) == [7]


def test_no_task_of_the_five_documents_is_lost():
    found = deadline_overview(five_documents(), DAY, 30)
    lists = (found.overdue, found.due, found.later, found.ongoing, found.period, found.unstated)
    assert sum(len(one) for one in lists) == len(select_tasks(five_documents()))


def test_what_is_due_in_april_2023():
    """苏州 prints 2023年4月底前 in seven sub-rows."""
    found = deadline_overview(five_documents(), DAY, 29, documents=["suzhou"])
    assert len([one for one in found.due if one.origin == "table"]) == 7


def test_negative_days_are_refused():
    with pytest.raises(BadRequest):
        deadline_overview(MADE, DAY, -1)


def test_every_task_is_once_among_the_entries_with_its_state():
    entries = deadline_overview(MADE, DAY, 30).entries()
    assert [(entry.seq, entry.state.value) for entry in entries] == [
        (1, "overdue"),
        (2, "due"),
        (3, "due"),
        (4, "later"),
        (5, "ongoing"),
        (6, "period"),
        (7, "unstated"),
    ]


def test_days_beyond_the_calendar_are_refused():
    with pytest.raises(BadRequest):
        deadline_overview(MADE, date(9999, 12, 31), 10**9)
