"""What of a reply is said, and that the same words are asked once."""

import pytest

from assistant.advising.chat import Message, Remembering, spoken

MESSAGES = [Message("user", "问题")]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("18幢", "18幢"),
        (" 18幢\n", "18幢"),
        ("<think>共105幢</think>18幢", "18幢"),
        ("共105幢</think>\n18幢", "18幢"),
        ("<think>一</think>二<think>三</think>四", "四"),
        ("<think>没有想完", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_thoughts_are_not_said(reply, said):
    assert spoken(reply) == said


class Counting:
    name = "m"

    def __init__(self, *replies):
        self.replies = list(replies)

    def complete(self, _messages, _seconds, _schema=None):
        return self.replies.pop(0)


def test_the_same_words_are_asked_once():
    model = Remembering(Counting("一", "二"))
    assert [model.complete(MESSAGES, 1.0) for _ in range(2)] == ["一", "一"]
    assert model.complete(MESSAGES, 1.0, {"type": "object"}) == "二"


def test_what_brought_no_reply_is_asked_again():
    model = Remembering(Counting(None, "一"))
    assert [model.complete(MESSAGES, 1.0) for _ in range(2)] == [None, "一"]


def test_only_so_many_replies_are_kept_the_oldest_go():
    model = Remembering(Counting("一", "二", "三", "四"), most=2)
    asked = [[Message("user", text)] for text in "甲乙甲丙乙"]
    assert [model.complete(one, 1.0) for one in asked] == ["一", "二", "一", "三", "四"]
