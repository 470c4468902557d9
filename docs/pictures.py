"""Takes the three pictures of README from a running server: python docs/pictures.py [http://127.0.0.1:8000]."""

import sys
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

HERE = Path(__file__).parent
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu"]
QUESTION = "苏州2023年新增亿元楼宇多少幢？"


def main() -> None:
    """Each from a page of its own."""
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for name, show in {"ask": _ask, "tasks": _tasks, "compare": _compare}.items():
            page = browser.new_page(viewport={"width": 1440, "height": 810}, locale="zh-CN")
            page.goto(address)
            show(page)
            page.wait_for_timeout(1500)
            page.screenshot(path=HERE / f"{name}.png")
        browser.close()


def _ask(page: Page) -> None:
    page.fill("#question", QUESTION)
    page.press("#question", "Enter")
    expect(page.locator(".turn .answer").last).to_be_visible(timeout=60_000)
    page.locator(".mark").first.click()


def _tasks(page: Page) -> None:
    page.click("#tabs >> text=任务")


def _compare(page: Page) -> None:
    page.click("#tabs >> text=指标")
    page.click("#subviews >> text=比较")
    expect(page.get_by_role("heading", name="指标比较")).to_be_visible()
    page.locator("#main").get_by_label("指标", exact=True).first.fill("入驻率")
    page.keyboard.press("Enter")


if __name__ == "__main__":
    main()
