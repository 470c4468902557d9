"""A question that names its own subject takes nothing along from the turns before it."""

import pytest

from assistant.conversation import standalone
from assistant.independence import is_of_its_own
from assistant.mentions import mentions
from tests.assistant.making import five_documents
from tests.assistant.test_conversation import turn


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("区国资委牵头哪几项任务？", True),
        ("市商务局负责什么工作？", True),
        ("杭州的入驻率目标呢？", True),
        ("明天天气怎么样？", True),
        ("它的牵头单位是谁？", False),
        ("区商务委也参与吗？", False),
        ("责任单位呢？", False),
        ("多久开一次会？", False),
        ("换成市本级呢？", False),
    ],
)
def test_what_stands_alone(question, expected):
    assert is_of_its_own(question, mentions(question, five_documents()), five_documents()) is expected


def test_the_tasks_of_a_unit_are_no_longer_about_the_last_indicator():
    understood = standalone("区国资委牵头哪几项任务？", [turn("各地2025年入驻率目标？")], five_documents())
    assert understood == "区国资委牵头哪几项任务？"


def test_a_unit_that_the_last_document_knows_is_asked_there():
    understood = standalone("区商务委牵头哪几项任务？", [turn("青浦的文号是什么？", "qingpu")], five_documents())
    assert understood.startswith("青浦")


def test_another_city_is_not_asked_for_in_the_last_document():
    history = [turn("青浦的特色楼宇有几个？", "qingpu")]
    assert "青浦" not in standalone("杭州的特色楼宇目标？", history, five_documents())
