"""What cannot be told is asked back."""

import pytest

from assistant.answer import RefusalReason
from assistant.reading.asking_back import asked_back
from assistant.reading.reading import read
from assistant.reading.turn import unread_turn
from tests.assistant.making import five_documents


def back(question, history=(), documents=()):
    return asked_back(read(question, five_documents(), documents), history, five_documents())


def test_our_place_is_one_of_several():
    asked = back("咱们区的楼长怎么选？")
    assert asked.reason is RefusalReason.AMBIGUOUS
    assert asked.closest[:2] == ("青浦的楼长怎么选?", "苏州的楼长怎么选?")
    assert len(asked.closest) == 5


@pytest.mark.parametrize("question", ["2024年呢", "这项工作谁牵头", "那第三个呢", "由谁负责", "发文单位呢"])
def test_what_only_a_turn_before_would_explain_is_asked_back(question):
    assert back(question).closest[0] == "青浦的主要目标是什么？"


def test_a_place_alone_is_asked_what_of_it():
    assert back("嘉兴呢？").closest == ("嘉兴的主要目标是什么？",)


@pytest.mark.parametrize(
    "question", ["入驻率目标是多少", "有哪些文件", "各地的主要目标", "太原的文号", "区商务委牵头什么", "你好"]
)
def test_what_can_be_told_is_not_asked_back(question):
    assert back(question) is None


def test_one_document_in_scope_is_ours():
    assert back("本方案的文号是多少", documents=["taiyuan"]) is None


def test_behind_a_turn_nothing_is_asked_back():
    assert back("2024年呢", [unread_turn("青浦去化面积多少")]) is None
