"""Where the page is: four tabs; each view, conversation and source is a step that Back takes back."""

import pytest
from playwright.sync_api import expect

from tests.api.web.asking import QUESTION, ask

pytestmark = pytest.mark.browser


def test_four_tabs_hold_all_views_and_hand_their_filters_on(page, server):
    page.goto(f"{server}/#/tasks?doc=suzhou")
    expect(page.locator("#tabs a")).to_have_text(["问答", "任务", "指标", "文件"])
    expect(page.locator("#subviews a:visible")).to_have_text(["清单", "时限", "矩阵"])
    page.locator("#subviews").get_by_role("link", name="矩阵").click()
    expect(page).to_have_url(f"{server}/#/matrix?doc=suzhou")
    expect(page).to_have_title("责任矩阵 · 政策问答助手")
    page.locator("#tabs").get_by_role("link", name="指标").click()
    expect(page.locator("#subviews a:visible")).to_have_text(["清单", "比较"])
    page.locator("#tabs").get_by_role("link", name="任务").click()
    expect(page).to_have_url(f"{server}/#/matrix?doc=suzhou")


def test_back_and_forward_go_through_conversations_sources_and_views(page, server):
    page.goto(server)
    ask(page, QUESTION)
    conversation = page.url
    page.locator(".mark").first.click()
    expect(page.locator("#source mark").first).to_be_in_viewport()
    page.go_back()
    expect(page.locator("#source")).to_be_hidden()
    page.go_forward()
    expect(page.locator("#source mark").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page).to_have_url(conversation)
    page.locator("#tabs").get_by_role("link", name="文件").click()
    expect(page.locator("caption")).to_be_visible()
    page.go_back()
    expect(page.locator(".question")).to_have_text(QUESTION)
    page.go_back()
    expect(page.locator(".welcome")).to_be_visible()


def test_a_source_beside_a_view_survives_a_reload(page, server):
    page.goto(f"{server}/#/tasks?doc=suzhou")
    page.locator("tbody tr .place").first.click()
    page.reload()
    expect(page.locator("#source tr.marked").first).to_be_in_viewport()
    expect(page.locator("tbody tr").first).to_be_attached()


def test_on_a_phone_back_closes_the_list_of_conversations(open_page, server):
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto(server)
    page.get_by_role("button", name="会话", exact=True).click()
    expect(page.locator("#conversations")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("#conversations")).to_be_hidden()
    expect(page.locator(".welcome")).to_be_visible()
