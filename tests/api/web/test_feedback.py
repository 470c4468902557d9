"""What a reader says of an answer is kept with it."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_thumb_is_kept_and_can_be_withdrawn(asked):
    up = asked.get_by_role("button", name="有用")
    up.click()
    expect(up).to_have_attribute("aria-pressed", "true")
    asked.reload()
    expect(up).to_have_attribute("aria-pressed", "true")
    up.click()
    expect(up).to_have_attribute("aria-pressed", "false")


def test_what_is_wrong_is_said_with_a_reason_and_what_is_right(asked, shot):
    asked.get_by_role("button", name="有问题").click()
    expect(asked.locator(".reasons label")).to_have_text(["引用不符", "数字错误", "未答全", "应拒答", "答非所问"])
    asked.get_by_label("数字错误").check()
    asked.get_by_label("正确答案").fill("19个")
    asked.get_by_label("说明").fill("与附件不一致")
    shot(asked, "feedback")
    with asked.expect_request("**/api/feedback") as sent:
        asked.get_by_role("button", name="提交").click()
    assert (sent.value.post_data_json["reasons"], sent.value.post_data_json["correct"]) == (["wrong_number"], "19个")
    expect(asked.locator(".thanks")).to_have_text("已记下：数字错误")
    asked.reload()
    expect(asked.locator(".thanks")).to_have_text("已记下：数字错误")


def test_the_reasons_can_be_left_with_the_keyboard(asked):
    down = asked.get_by_role("button", name="有问题")
    down.focus()
    asked.keyboard.press("Enter")
    expect(asked.get_by_label("引用不符")).to_be_focused()
    asked.keyboard.press("Escape")
    expect(asked.locator(".reasons")).to_have_count(0)
    expect(down).to_be_focused()
