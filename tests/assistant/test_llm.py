"""An endpoint in any mood: the call returns in time with what was said, or with None, and never raises."""

import asyncio
import json
import logging
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.advising.chat import Message
from assistant.llm import OpenAiChat
from tests.assistant.endpoint import (
    breaks_off,
    completion,
    drips,
    explodes,
    floods,
    hangs,
    says,
    sends,
    serving,
)

MESSAGES = [Message("system", "规则"), Message("user", "问题")]


def asked(url, seconds=5.0, key=None):
    return OpenAiChat(url, "some-model", key).complete(MESSAGES, seconds)


def test_what_is_said_is_returned_as_it_is():
    with serving(says("超180万平方米[1]。")) as server:
        assert asked(server.url) == "超180万平方米[1]。"


def test_the_request_is_plain_openai_and_asks_for_the_likeliest_words():
    with serving(says("好")) as server:
        asked(server.url, key="sesame")
    body = server.bodies[0]
    assert body["model"] == "some-model"
    assert body["temperature"] == 0
    assert [(turn["role"], turn["content"]) for turn in body["messages"]] == [("system", "规则"), ("user", "问题")]
    assert server.headers[0]["authorization"] == "Bearer sesame"


def test_nothing_of_this_machine_or_its_environment_goes_along(monkeypatch):
    """The client library would send organisation and project from its own variables, a proxy would see it all."""
    monkeypatch.setenv("OPENAI_ORG_ID", "secret-org")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "secret-project")
    monkeypatch.setenv("OPENAI_API_KEY", "secret-key")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with serving(says("好")) as server:
        assert asked(server.url) == "好"
    assert "secret" not in str(server.headers)
    assert not [name for name in server.headers[0] if name.startswith("x-stainless")]


HTML = "<!DOCTYPE html><html><body>网关错误</body></html>".encode()


@pytest.mark.parametrize(
    "mood",
    [
        sends(HTML, 502, "text/html"),
        sends(HTML, 200, "text/html"),
        sends(HTML, 200),
        sends(b'{"error": {"message": "overloaded"}}', 500),
        sends(b'{"error": {"message": "bad key sesame"}}', 401),
        sends(b'{"error": "busy"}', 429),
        sends(b'{"error": "busy"}', 200),
        sends(completion("青浦")[:40]),
        sends(b""),
        sends(b"null"),
        sends(b"[]"),
        sends(b'{"choices": []}'),
        sends(b'{"choices": null}'),
        sends(b'{"choices": [{"message": null, "finish_reason": "stop"}]}'),
        sends(b'{"choices": "x"}'),
        sends(b"\xff\xfe\x00garbage"),
        says("这一句没有说", "length"),
        breaks_off,
        floods,
        explodes,
    ],
)
def test_whatever_is_no_reply_is_none(mood):
    with serving(mood) as server:
        assert asked(server.url) is None
        assert len(server.bodies) == 1, "not asked again: the deadline is the caller's"


def test_an_empty_reply_says_nothing():
    with serving(says("")) as server:
        assert not asked(server.url)
    with serving(says(None)) as server:
        assert not asked(server.url)


@pytest.mark.timeout(20)
@pytest.mark.parametrize("mood", [hangs, drips])
def test_the_deadline_is_for_the_whole_reply(mood):
    with serving(mood) as server:
        assert asked(server.url, seconds=0.3) is None


def test_no_endpoint_is_no_reply():
    with serving(says("好")) as server:
        url = server.url
    assert asked(url, seconds=2.0) is None


def test_no_time_left_means_no_request():
    with serving(says("好")) as server:
        assert asked(server.url, seconds=0) is None
        assert server.bodies == []


def test_a_redirect_does_not_carry_the_key_elsewhere():
    with serving(says("好")) as other:
        moved = lambda endpoint: endpoint.send(b"", 307, Location=f"{other.url}/chat/completions")  # noqa: E731
        with serving(moved) as server:
            assert asked(server.url, key="sesame") is None
        assert other.bodies == []


def test_the_key_is_not_logged(caplog):
    with caplog.at_level(logging.DEBUG), serving(sends(b'{"error": {"message": "bad key sesame"}}', 401)) as server:
        asked(server.url, key="sesame")
    assert "no reply of the LLM some-model" in caplog.text
    assert "sesame" not in caplog.text


def test_it_can_be_called_from_a_running_event_loop():
    async def inside(url):
        return asked(url)

    with serving(says("好")) as server, ThreadPoolExecutor(1) as thread:  # the loop of browser tests is in ours
        assert thread.submit(asyncio.run, inside(server.url)).result() == "好"


def test_without_an_llm_llama_index_is_not_imported():
    """Its import takes seconds."""
    program = "import sys, assistant.wiring, assistant.writing; sys.exit(any('llama' in name for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


SHAPE = {"type": "object", "properties": {"numbers": {"type": "array"}}}


def test_an_endpoint_is_held_to_the_schema_of_the_reply():
    with serving(says('{"numbers": [1]}')) as server:
        assert OpenAiChat(server.url, "m").complete(MESSAGES, 5.0, SHAPE) == '{"numbers": [1]}'
    asked_for = server.bodies[0]["response_format"]
    assert asked_for == {"type": "json_schema", "json_schema": {"name": "reply", "schema": SHAPE}}


def test_one_that_knows_no_schemas_is_asked_without_and_from_then_on():
    with serving(sends(b'{"error": "unknown field response_format"}', 400), says("{}")) as server:
        chat = OpenAiChat(server.url, "m")
        assert [chat.complete(MESSAGES, 5.0, SHAPE) for _ in range(2)] == ["{}", "{}"]
    assert ["response_format" in body for body in server.bodies] == [True, False, False]


TOOLS = {"role": "assistant", "content": None, "tool_calls": [{"id": "1", "type": "function", "function": {}}]}
DECLINED = {"role": "assistant", "content": None, "refusal": "我不能回答。"}
THOUGHT = {"role": "assistant", "content": "18幢[1]。", "reasoning_content": "先想一想，共105幢"}


@pytest.mark.parametrize(("message", "said"), [(TOOLS, None), (DECLINED, None), (THOUGHT, "18幢[1]。")])
def test_tool_calls_and_refusals_say_nothing_and_thoughts_are_not_said(message, said):
    with serving(
        sends(json.dumps({**json.loads(completion("")), "choices": [{"index": 0, "message": message}]}).encode())
    ) as server:
        assert (asked(server.url) or None) == said
