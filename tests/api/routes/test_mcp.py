"""The tools of the Model Context Protocol, used by the official client."""

import asyncio

import httpx
import pytest
from mcp import Client

QUESTION = "青浦到2025年累计去化面积是多少？"
LIST = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
HEADERS = {"accept": "application/json, text/event-stream"}


def within(live, use):
    """What `use` returns, given a client of the server."""

    async def main():
        async with Client(f"{live.url}/mcp") as client:
            return await use(client)

    return asyncio.run(main())


def call(live, name, **arguments):
    return within(live, lambda client: client.call_tool(name, arguments))


def test_there_are_four_tools_and_all_only_read(live):
    tools = within(live, lambda client: client.list_tools()).tools
    assert [tool.name for tool in tools] == ["search", "ask", "list_tasks", "compare_targets"]
    assert all(tool.annotations.read_only_hint and not tool.annotations.destructive_hint for tool in tools)
    assert all(tool.title and tool.description and tool.output_schema for tool in tools)
    for tool in tools:
        assert all(parameter["description"] for parameter in tool.input_schema["properties"].values())


def test_an_answer_has_its_citations(live):
    answer = call(live, "ask", question=QUESTION).structured_content
    assert answer["status"] == "answered"
    assert "40万平方米" in answer["answer"]
    assert answer["citations"][0]["document_id"] == "qingpu"


def test_passages_are_found_in_the_documents_named(live):
    found = call(live, "search", query="停车场改造", documents=["qingpu"], limit=3).structured_content
    assert [passage["document_id"] for passage in found["passages"]] == ["qingpu"] * 3


def test_tasks_come_with_their_total_and_can_be_paged_through(live):
    first = call(live, "list_tasks", documents=["lucheng"], limit=20).structured_content
    rest = call(live, "list_tasks", documents=["lucheng"], limit=100, offset=20).structured_content
    assert first["total"] == rest["total"] == 20 + len(rest["tasks"])
    assert {task["document_id"] for task in first["tasks"]} == {"lucheng"}
    led = call(live, "list_tasks", unit="区国资委", role="lead").structured_content
    assert all(task["lead_units"] for task in led["tasks"])


def test_a_comparison_names_every_document(live):
    view = call(live, "compare_targets", indicator="入驻率").structured_content
    assert set(view["documents"]) == {"qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing"}


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("ask", {"question": ""}, "问题"),
        ("ask", {"question": QUESTION, "documents": ["nope"]}, "nope"),
        ("search", {"query": ""}, "不能用的参数 query：要找的词，如“楼宇去化”。请改正后再调用。"),
        ("search", {}, "缺少参数 query："),
        ("list_tasks", {"limit": 0}, "不能用的参数 limit：最多几条。"),
        ("list_tasks", {"due_before": "年底"}, "不能用的参数 due_before："),
        ("compare_targets", {"year": 1}, "不能用的参数 year："),
        ("nothing", {}, "没有名为“nothing”的工具"),
    ],
)
def test_what_a_model_did_wrong_is_told_to_it(live, tool, arguments, said):
    result = call(live, tool, **arguments)
    assert result.is_error
    assert said in result.content[0].text
    assert "rror" not in result.content[0].text


def test_empty_arguments_and_a_bare_text_for_a_list_are_taken_as_meant(live):
    empty = call(live, "list_tasks", documents="qingpu", unit="", role="", due_before="")
    assert empty.structured_content["total"] == 22
    view = call(live, "compare_targets", indicator="入驻率", year="", documents="qingpu、suzhou").structured_content
    assert list(view["documents"]) == ["qingpu", "suzhou"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "localhost"}, 200),
        ({"host": "[::1]:8000"}, 200),
        ({"host": "127.0.0.1:1", "origin": "http://127.0.0.1:1"}, 200),
        ({"host": "evil.example"}, 400),
        ({"host": "127.0.0.1.evil.example"}, 400),
        ({"host": "localhost:8000", "origin": "https://evil.example"}, 403),
    ],
)
def test_pages_of_other_sites_are_not_answered(live, headers, status):
    """A page of another site can make its name resolve to this machine; the browser then sends that name."""
    assert httpx.post(f"{live.url}/mcp", json=LIST, headers=HEADERS | headers).status_code == status


def test_nothing_is_kept_open(live):
    assert httpx.get(f"{live.url}/mcp", headers=HEADERS).status_code == 405
    assert httpx.delete(f"{live.url}/mcp", headers=HEADERS).status_code == 405
