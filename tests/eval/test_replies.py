"""Replies recorded and repeated: the same without the endpoint, and nothing secret among them."""

import json

import pytest

from assistant.advising.chat import Message
from corpus.errors import BadRequest
from eval.replies import Recorder, Replayer

ASKED = [Message("system", "规则"), Message("user", "问题")]
OTHER = [Message("user", "另一个问题")]
SHAPE = {"type": "object"}


class Once:
    name = "某模型"
    key = "sesame"

    def __init__(self, *replies):
        self.replies = list(replies)

    def complete(self, _messages, _seconds, _schema=None):
        return self.replies.pop(0)


def test_what_was_recorded_is_replayed_however_little_time_there_is(tmp_path):
    recorder = Recorder(Once("一", None, "三"), tmp_path)
    asked = [(ASKED, None), (ASKED, SHAPE), (OTHER, None)]
    said = [recorder.complete(messages, 5.0, schema) for messages, schema in asked]
    replayer = Replayer(tmp_path)
    assert said == ["一", None, "三"]
    assert [replayer.complete(messages, -1.0, schema) for messages, schema in asked] == said
    assert replayer.name == "某模型"


def test_a_recorded_request_is_not_made_again(tmp_path):
    assert [Recorder(Once("一"), tmp_path).complete(ASKED, 5.0), Recorder(Once(), tmp_path).complete(ASKED, 5.0)] == [
        "一",
        "一",
    ]


def test_what_was_never_recorded_has_no_reply(tmp_path):
    Recorder(Once("一"), tmp_path).complete(ASKED, 5.0)
    assert Replayer(tmp_path).complete(OTHER, 5.0) is None


def test_the_folder_holds_names_and_replies_only(tmp_path):
    Recorder(Once("一"), tmp_path).complete(ASKED, 5.0)
    assert {tuple(json.loads(path.read_text(encoding="utf-8"))) for path in tmp_path.iterdir()} == {
        ("name",),
        ("reply",),
    }
    assert not any("问题" in path.read_text(encoding="utf-8") for path in tmp_path.iterdir())


def test_a_folder_without_replies_is_told_so(tmp_path):
    with pytest.raises(BadRequest, match="--record"):
        Replayer(tmp_path / "none")
