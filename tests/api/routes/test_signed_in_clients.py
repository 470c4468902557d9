"""The official OpenAI and MCP clients where callers have to show a key."""

import asyncio

import httpx2
import openai
import pytest
from mcp import Client
from mcp.client.streamable_http import streamable_http_client

from assistant.keeping.identity import KeyScope
from assistant.keeping.keeping import open_keeping
from assistant.settings import Settings
from assistant.updating import build
from tests.api.live import live_server
from tests.indexing.fakes import FakeEncoder

RIVER = "临江市河道治理方案\n一、总体目标\n到2026年，新建生态护岸30公里。\n"
QUESTION = "到2026年新建生态护岸多少公里？"


class World:
    """A server that asks for keys, and what it keeps."""

    def __init__(self, url, keeping):
        self.url, self._keeping = url, keeping

    def key(self, user):
        return self._keeping.keys.create(user, "客户端", KeyScope.READ).secret

    def askers(self):
        return {entry.who for entry in self._keeping.audit.entries()}


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("signed_in")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "river.txt").write_text(RIVER, encoding="utf-8")
    settings = Settings(data_dir=folder / "data", corpus=folder / "corpus", auth="on")
    build(settings, encoder=FakeEncoder())
    keeping = open_keeping(settings)
    with live_server(settings.data_dir, folder, corpus=settings.corpus, auth="on") as live:
        yield World(live.url, keeping)
    keeping.close()


def chat(world, key, **options):
    with openai.OpenAI(base_url=f"{world.url}/v1", api_key=key, max_retries=0) as client:
        messages = [{"role": "user", "content": QUESTION}]
        completion = client.chat.completions.create(model="policy-assistant", messages=messages, **options)
        return list(completion) if options.get("stream") else completion


def call(world, key, tool, **arguments):
    async def main():
        async with httpx2.AsyncClient(headers={"Authorization": f"Bearer {key}"}) as http:
            transport = streamable_http_client(f"{world.url}/mcp", http_client=http)
            async with Client(transport) as client:
                return await client.call_tool(tool, arguments)

    return asyncio.run(main())


def test_the_openai_client_answers_for_a_key_and_the_trail_says_who(world):
    completion = chat(world, world.key("甲"))
    assert "30公里[1]" in completion.choices[0].message.content
    assert "甲" in world.askers()


def test_a_streamed_answer_too(world):
    chunks = chat(world, world.key("乙"), stream=True)
    said = "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
    assert "30公里[1]" in said
    assert "乙" in world.askers()


@pytest.mark.parametrize("stream", [False, True])
def test_the_openai_client_is_told_that_its_key_is_wrong(world, stream):
    with pytest.raises(openai.AuthenticationError, match="登录"):
        chat(world, "any", stream=stream)


def test_the_mcp_client_answers_for_a_key_and_the_trail_says_who(world):
    answer = call(world, world.key("丁"), "ask", question=QUESTION).structured_content
    assert "30公里" in answer["answer"]
    assert "丁" in world.askers()


def test_the_mcp_route_refuses_all_others(world):
    listing = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    headers = {"Authorization": "Bearer any", "accept": "application/json, text/event-stream"}
    assert httpx2.post(f"{world.url}/mcp", json=listing, headers=headers).status_code == 401
