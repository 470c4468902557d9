"""A real server over the real documents, and a browser that fails on outside requests, on policy violations, and on
requests that the OpenAPI document does not describe.
"""

import shutil
import threading
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
import uvicorn
from playwright.sync_api import sync_playwright

from api.address import bound_socket
from assistant.settings import Settings
from assistant.updating import build
from tests.api.conftest import app_over, wait_until
from tests.api.web.asking import QUESTION, ask
from tests.api.web.described import undescribed
from tests.indexing.fakes import FakeEncoder

SHOTS = Path(__file__).parents[3] / "build" / "screenshots"
CHROMIUM = shutil.which("chromium-headless-shell") or "/usr/bin/chromium"
"""Without windows where it is installed: the whole browser takes a second to open one for every test."""
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


@contextmanager
def serving(settings):
    """The address of a server in a thread."""
    server = uvicorn.Server(uvicorn.Config(app_over(settings), log_config=None, timeout_graceful_shutdown=1))
    with bound_socket("127.0.0.1", 0) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        wait_until(lambda: server.started)
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)


def until_ready(address):
    wait_until(lambda: httpx.get(f"{address}/readyz").status_code == httpx.codes.OK)


@pytest.fixture(scope="session")
def shared_server(settings):
    with serving(settings) as address:
        until_ready(address)
        yield address


@pytest.fixture
def server(shared_server):
    """A server over the five documents that keeps no conversation of an earlier test."""
    for conversation in httpx.get(f"{shared_server}/api/conversations?limit=200").json()["items"]:
        httpx.delete(f"{shared_server}/api/conversations/{conversation['id']}")
    return shared_server


@pytest.fixture
def small_settings(tmp_path):
    """An index of one small document, which may be changed."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    text = "临江市河道治理方案\n一、总体目标\n到2026年，新建生态护岸30公里。\n"
    (folder / "river.txt").write_text(text, encoding="utf-8")
    settings = Settings(data_dir=tmp_path / "data", corpus=folder)
    build(settings, encoder=FakeEncoder())
    return settings


@pytest.fixture
def small_server(small_settings):
    with serving(small_settings) as address:
        until_ready(address)
        yield address


@pytest.fixture
def empty_server(tmp_path):
    """A server that has no index."""
    with serving(Settings(data_dir=tmp_path)) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    """Chromium, gone with the last test of a file: its event loop would be in the way of others."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser, client):
    """Opens pages, each of its own browser profile. The test fails on any outside request, script error, policy
    violation, and on any request that OpenAPI does not describe.
    """
    schema = client.get("/openapi.json").json()
    contexts, faults, calls = [], [], []

    def opened(**options):
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, "locale": "zh-CN", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: calls.append(request))  # noqa: PLW0108 - a method has no room for its marks
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: message.type == "error" and faults.append(message.text))
        return page

    yield opened
    unknown = [fault for call in calls for fault in undescribed(schema, call)]
    for context in contexts:
        context.close()
    assert {urlsplit(call.url).hostname for call in calls} <= {"127.0.0.1", None}
    assert [fault for fault in faults if "Failed to load resource" not in fault] == []
    assert unknown == []


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def asked(page, server):
    """The page after one question has been answered."""
    page.goto(server)
    ask(page, QUESTION)
    return page


@pytest.fixture
def shot():
    """Keeps a picture of the page for people to look at."""
    SHOTS.mkdir(parents=True, exist_ok=True)

    def take(page, name):
        page.screenshot(path=SHOTS / f"{name}.png")

    return take
