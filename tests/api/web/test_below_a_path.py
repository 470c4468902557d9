"""Behind a proxy that takes a path off the front, everything the page asks for stays below that path."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.api.web.asking import QUESTION, ask

pytestmark = pytest.mark.browser

BELOW = "/policy"


def test_the_page_works_below_a_path(browser, server):
    context = browser.new_context()
    page = context.new_page()
    paths = []
    page.on("request", lambda request: paths.append(urlsplit(request.url).path))
    page.route(
        f"{server}{BELOW}/**",
        lambda route: route.fulfill(response=route.fetch(url=route.request.url.replace(f"{server}{BELOW}", server, 1))),
    )
    page.goto(f"{server}{BELOW}/")
    ask(page, QUESTION)
    page.locator(".mark").first.click()
    expect(page.locator("#source mark").first).to_be_in_viewport()
    page.locator("#tabs").get_by_role("link", name="任务").click()
    expect(page.locator("tbody tr").first).to_be_attached()
    page.locator("#tabs").get_by_role("link", name="文件").click()
    expect(page.get_by_role("link", name="下载原件").first).to_have_attribute("href", "api/documents/qingpu/file")
    assert [path for path in paths if not path.startswith(f"{BELOW}/")] == []
    context.close()
