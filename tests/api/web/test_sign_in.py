"""Where the server wants to know who asks, the page asks for a key first."""

import pytest
from playwright.sync_api import expect

from assistant.keeping.identity import KeyScope
from assistant.keeping.keeping import open_keeping
from tests.api.web.asking import ask
from tests.api.web.conftest import serving, until_ready

pytestmark = pytest.mark.browser


@pytest.fixture
def guarded(small_settings):
    settings = small_settings.model_copy(update={"auth": "on"})
    with serving(settings) as address:
        until_ready(address)
        yield address, open_keeping(settings).keys.create("张三", "办公室", KeyScope.READ).secret


def test_a_key_opens_the_page_and_signing_out_closes_it(page, guarded, shot):
    address, secret = guarded
    page.goto(address)
    page.get_by_label("密钥").fill("pa_wrong")
    page.get_by_role("button", name="登录").click()
    expect(page.locator(".sign-in .problem")).not_to_be_empty()
    shot(page, "sign-in")
    page.get_by_label("密钥").fill(secret)
    page.get_by_role("button", name="登录").click()
    expect(page.locator("#user")).to_contain_text("张三")
    ask(page, "生态护岸的目标是多少公里？")
    expect(page.locator(".answer-text")).to_contain_text("30公里")
    page.get_by_role("button", name="退出").click()
    expect(page.get_by_label("密钥")).to_be_visible()


def test_who_may_only_read_is_not_offered_to_change_documents(page, guarded):
    address, secret = guarded
    page.goto(address)
    page.get_by_label("密钥").fill(secret)
    page.get_by_role("button", name="登录").click()
    page.get_by_role("link", name="文件").click()
    expect(page.get_by_role("button", name="原文")).to_have_count(1)
    expect(page.get_by_role("button", name="移除")).to_have_count(0)
    expect(page.locator(".adding")).to_have_count(0)
