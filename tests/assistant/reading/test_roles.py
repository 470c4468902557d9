"""Roles of units: which columns a question asks for, which it tells tasks by, and which units tasks are without."""

import pytest

from assistant.reading.reading import read
from assistant.reading.slots import slots_of
from corpus.task import Role
from tests.assistant.making import five_documents


def _slots(question):
    return slots_of(read(question, five_documents()), five_documents())


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("鹿城区财政局参与的任务有哪些，分别谁牵头", {"lead"}),
        ("青浦哪几项任务没有配合单位", set()),
        ("苏州2023年底前要完成哪些任务", set()),
        ("苏州有哪些任务，各自何时完成", {"deadline"}),
        ("鹿城区财政局牵头的任务有几项", set()),
    ],
)
def test_the_columns_that_are_asked_for(question, asked):
    assert _slots(question).wanted == asked


def test_a_role_that_is_asked_for_is_not_the_role_of_the_unit():
    assert _slots("鹿城区财政局的任务分别谁牵头").role is Role.ANY
    assert _slots("鹿城区财政局牵头的任务有几项").role is Role.LEAD


@pytest.mark.parametrize(
    ("question", "without"),
    [
        ("鹿城哪些任务没有区财政局", True),
        ("鹿城哪一项跟区财政局完全不沾边", True),
        ("鹿城不是区财政局牵头的有几项", True),
        ("鹿城区财政局有没有任务", False),
    ],
)
def test_tasks_without_a_unit(question, without):
    assert _slots(question).without is without
