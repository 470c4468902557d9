"""Conversations beside the chat, kept by the server and, where it keeps none, by the browser."""

import httpx
import pytest
from playwright.sync_api import expect

from tests.api.web.asking import QUESTION, ask

pytestmark = pytest.mark.browser


@pytest.fixture
def asked_of_a_forgetful_server(page, server):
    """The server refuses to keep conversations: its disk is full."""
    refused = {"error": {"code": "data_dir_unusable", "message": "磁盘已满。", "request_id": "1"}}
    page.route("**/api/conversations**", lambda route: route.fulfill(status=503, json=refused))
    page.goto(server)
    ask(page, QUESTION)
    return page


def menu(page, name):
    page.locator(".menu summary").first.click()
    page.locator(".menu[open]").get_by_text(name, exact=True).click()


def answer_dialogs(page, words):
    page.on("dialog", lambda dialog: dialog.accept(words) if dialog.type == "prompt" else dialog.accept())


def test_a_conversation_is_named_after_its_first_question_and_survives_a_reload(asked):
    expect(asked.locator(".conversation")).to_have_text(QUESTION)
    asked.reload()
    expect(asked.locator(".answer-text")).to_contain_text("19个")
    expect(asked.locator(".conversation[aria-current]")).to_have_text(QUESTION)


@pytest.mark.usefixtures("asked")
def test_another_browser_finds_it_in_the_list(server, open_page):
    other = open_page()
    other.goto(server)
    other.locator(".conversation", has_text=QUESTION).click()
    expect(other.locator(".answer-text")).to_contain_text("19个")


def test_a_later_question_is_understood_with_the_earlier_ones_in_mind(asked):
    asked.reload()
    expect(asked.locator(".turn")).to_have_count(1)
    with asked.expect_request("**/api/ask/stream") as sent:
        ask(asked, "那2024年呢？")
    assert sent.value.post_data_json["conversation_id"] in asked.url
    expect(asked.locator(".turn").last.locator(".understood")).to_contain_text("新建商务楼宇")


@pytest.mark.parametrize(("kept", "export"), [("asked", "导出 Markdown"), ("asked_of_a_forgetful_server", "导出")])
def test_it_is_renamed_exported_and_deleted(kept, export, request):
    page = request.getfixturevalue(kept)
    answer_dialogs(page, "去化面积")
    menu(page, "改名")
    expect(page.locator(".conversation")).to_have_text("去化面积")
    with page.expect_download() as download:
        menu(page, export)
    assert download.value.suggested_filename.startswith("去化面积.")
    assert "19个" in download.value.path().read_text(encoding="utf-8")
    page.keyboard.press("Escape")
    menu(page, "删除")
    expect(page.locator(".conversation")).to_have_count(0)
    expect(page.locator(".turn")).to_have_count(0)


def test_a_server_that_keeps_none_is_no_reason_not_to_answer(asked_of_a_forgetful_server):
    page = asked_of_a_forgetful_server
    expect(page.locator(".conversations .pane-note", has_text="只保存在这个浏览器")).to_be_visible()
    page.reload()
    expect(page.locator(".answer-text")).to_contain_text("19个")
    with page.expect_request("**/api/ask/stream") as sent:
        ask(page, "那2024年呢？")
    assert [one["citations"][0]["document_id"] for one in sent.value.post_data_json["history"]] == ["qingpu"]


def test_the_scope_is_remembered_with_the_conversation(asked):
    asked.get_by_role("button", name="范围：全部文件").click()
    with asked.expect_response("**/api/conversations/*"):
        asked.locator(".chip", has_text="苏州").click()
    asked.reload()
    expect(asked.get_by_role("button", name="范围：苏州")).to_be_visible()


def test_a_conversation_that_is_gone_is_said_to_be_gone(page, server):
    page.goto(f"{server}/#/ask/gone")
    expect(page.locator(".turns")).to_contain_text("没有这个会话")


LISTED = """async ({ items, now }) => (await import("/web/days.js")).byDay(items, new Date(now))
    .map(([title, some]) => [title, some.map((one) => one.id)])"""


def test_the_list_is_in_groups_by_day_those_that_are_pinned_first(page, server):
    page.goto(server)
    used = {
        "a": "2026-03-05T09:00:00",
        "b": "2026-03-04T23:59:00",
        "c": "2026-02-27T08:00:00",
        "d": "2025-12-31T08:00:00",
    }
    items = [{"id": "p", "pinned": True}, *({"id": name, "updated_at": at} for name, at in used.items()), {"id": "l"}]
    groups = [["置顶", ["p"]], ["今天", ["a"]], ["昨天", ["b"]], ["7天内", ["c"]], ["2025年12月", ["d"]]]
    shown = page.evaluate(LISTED, {"items": items, "now": "2026-03-05T10:00:00"})
    assert shown == [*groups, ["这个浏览器里的", ["l"]]]


def test_conversations_are_found_pinned_and_deleted_together(asked):
    answer_dialogs(asked, "")
    asked.get_by_role("link", name="新会话", exact=True).click()
    ask(asked, "苏州的文号是什么？")
    expect(asked.locator(".conversation")).to_have_count(2)
    asked.get_by_label("找会话").fill("新建商务")
    expect(asked.locator(".conversation")).to_have_text([QUESTION])
    menu(asked, "置顶")
    expect(asked.locator(".conversation-list h2")).to_have_text(["置顶"])
    asked.get_by_label("找会话").fill("")
    expect(asked.locator(".conversation")).to_have_text([QUESTION, "苏州的文号是什么？"])
    asked.get_by_role("button", name="批量删除").click()
    for box in asked.locator(".conversation input").all():
        box.check()
    asked.get_by_role("button", name="删除所选（2）").click()
    expect(asked.locator(".conversations")).to_contain_text("还没有会话")
    expect(asked.locator(".welcome")).to_be_visible()


def test_a_question_that_came_to_nothing_leaves_no_conversation(page, server):
    page.route("**/api/ask/stream", lambda route: route.abort())
    page.goto(server)
    page.fill("#question", QUESTION)
    page.press("#question", "Enter")
    expect(page.locator(".answer.problem")).to_contain_text("连不上服务")
    expect(page).to_have_url(f"{server}/#/ask")
    assert httpx.get(f"{server}/api/conversations").json()["items"] == []
    page.unroute("**/api/ask/stream")
    page.get_by_role("button", name="再试一次").click()
    expect(page.locator(".answer-text")).to_contain_text("19个", timeout=30_000)


def test_a_very_long_local_conversation_keeps_its_latest_turns(asked_of_a_forgetful_server):
    """The browser has room for some five million characters."""
    page = asked_of_a_forgetful_server
    kept = page.evaluate(
        """async () => { const { keep, all } = await import("/web/local_conversations.js");
        const problem = "长".repeat(1000000);
        const turns = Array.from({ length: 8 }, (_, index) => ({ question: `第${index}问`, problem }));
        keep({ id: "long", title: "长", documents: [], turns });
        return all().map((one) => one.turns.map((turn) => turn.question)); }"""
    )
    assert kept == [["第4问", "第5问", "第6问", "第7问"]]
