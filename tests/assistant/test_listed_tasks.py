"""Follow-ups on what a turn has listed; what they become in a conversation is told in test_following."""

import pytest

from assistant.listed_tasks import with_listed_task, with_other_role, with_unit_meant
from tests.assistant.making import five_documents
from tests.assistant.test_conversation import turn
from tests.assistant.test_following import listing


def test_a_number_that_a_listed_task_bears_is_meant_before_its_place():
    listed = listing("青浦有哪些任务", "qingpu", (2, 3, 11))
    assert with_listed_task("第2项谁牵头?", [listed], five_documents()) == "青浦第2项任务谁牵头?"
    assert with_listed_task("第1项谁牵头?", [listed], five_documents()) == "青浦第2项任务谁牵头?"


@pytest.mark.parametrize("question", ["第9项谁牵头?", "太原第一项谁牵头?", "谁牵头第一项?", "第一季度怎么安排?"])
def test_what_the_list_does_not_hold_is_not_asked_of_it(question):
    assert with_listed_task(question, [listing("青浦有哪些任务", "qingpu", (2, 3))], five_documents()) is None


def test_a_task_asked_for_by_its_number_is_no_list():
    asked = listing("青浦第13项任务是什么", "qingpu", (13,))
    assert with_listed_task("第一项呢?", [asked], five_documents()) is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("参与的呢?", "区国资委参与哪些任务?"),
        ("它还配合哪些工作?", "区国资委配合哪些任务?"),
        ("其中单独牵头的有几项?", "区国资委单独牵头的任务有几项?"),
        ("谁参与?", None),
    ],
)
def test_the_same_unit_in_another_role(question, expected):
    assert with_other_role(question, "区国资委牵头哪几项任务?", five_documents()) == expected


def test_where_several_units_lead_none_is_meant():
    """Task 3 is led by 区规划资源局 and 区国资委 together."""
    listed = listing("青浦存量载体建设谁牵头", "qingpu", (3,))
    assert with_unit_meant("它还牵头哪些任务?", listed, five_documents()) == "它还牵头哪些任务?"


def test_the_unit_asked_for_is_meant_by_it():
    question = with_unit_meant("它参与哪些任务?", turn("区国资委牵头哪几项任务?", "qingpu"), five_documents())
    assert question == "区国资委参与哪些任务?"
