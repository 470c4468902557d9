"""Asking as a person does: typing and pressing Enter."""

from datetime import UTC, datetime

from playwright.sync_api import expect

QUESTION = "青浦2025年新建商务楼宇是多少个？"


def ask(page, question):
    page.fill("#question", question)
    page.press("#question", "Enter")
    answered(page)


def answered(page):
    expect(page.locator(".stages")).to_have_count(0, timeout=30_000)
    expect(page.locator(".turn").last.locator(".answer")).to_be_visible()


def today():
    """The day as it stands in the names of files."""
    return datetime.now(UTC).astimezone().date().isoformat()
