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
    expect(asked.locator(".answer-text")).to_contain_text("60%")
    expect(asked.locator(".conversation[aria-current]")).to_have_text(QUESTION)


@pytest.mark.usefixtures("asked")
def test_another_browser_finds_it_in_the_list(server, open_page):
    other = open_page()
    other.goto(server)
    other.locator(".conversation", has_text=QUESTION).click()
    expect(other.locator(".answer-text")).to_contain_text("60%")


def test_a_later_question_is_understood_with_the_earlier_ones_in_mind(asked):
    asked.reload()
    expect(asked.locator(".turn")).to_have_count(1)
    with asked.expect_request("**/api/ask/stream") as sent:
        ask(asked, "那2024年呢？")
    assert sent.value.post_data_json["conversation_id"] in asked.url
    expect(asked.locator(".turn").last.locator(".understood")).to_contain_text("入驻企业注册落地率")


@pytest.mark.parametrize("kept", ["asked", "asked_of_a_forgetful_server"])
def test_it_is_renamed_exported_and_deleted(kept, request):
    page = request.getfixturevalue(kept)
    answer_dialogs(page, "去化面积")
    menu(page, "改名")
    expect(page.locator(".conversation")).to_have_text("去化面积")
    with page.expect_download() as download:
        menu(page, "导出")
    assert download.value.suggested_filename.startswith("去化面积.")
    assert "60%" in download.value.path().read_text(encoding="utf-8")
    page.keyboard.press("Escape")
    menu(page, "删除")
    expect(page.locator(".conversation")).to_have_count(0)
    expect(page.locator(".turn")).to_have_count(0)


def test_a_server_that_keeps_none_is_no_reason_not_to_answer(asked_of_a_forgetful_server):
    page = asked_of_a_forgetful_server
    expect(page.locator(".conversations .pane-note")).to_contain_text("只保存在这个浏览器")
    page.reload()
    expect(page.locator(".answer-text")).to_contain_text("60%")
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


def test_the_list_goes_on_where_it_is_long(page, server):
    for number in range(60):
        httpx.post(f"{server}/api/conversations", json={"title": f"第{number}个"})
    page.goto(server)
    expect(page.locator(".conversation")).to_have_count(50)
    page.get_by_role("button", name="更早的会话").click()
    expect(page.locator(".conversation")).to_have_count(60)


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
