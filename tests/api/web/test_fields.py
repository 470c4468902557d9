"""The page reads no field that the server does not send: every answer to the page notes what is read and is not there.

In the place of types checked by a compiler: what the page really reads is held against what the server really sends.
"""

import pytest
from playwright.sync_api import expect

from tests.api.web.asking import ask

pytestmark = pytest.mark.browser

NOTING = """(() => {
    window.absent = new Set();
    const harmless = new Set(["toJSON", "then", "constructor"]);
    const noting = (value, path) => value === null || typeof value !== "object" ? value : new Proxy(value, {
        get(target, name, receiver) {
            const found = Reflect.get(target, name, receiver);
            if (typeof name === "symbol" || typeof found === "function" || harmless.has(name)) return found;
            if (!(name in target) && !/^\\d+$/.test(name)) window.absent.add(`${path}.${name}`);
            return noting(found, Array.isArray(target) ? `${path}[]` : `${path}.${name}`);
        },
    });
    const json = Response.prototype.json;
    Response.prototype.json = async function () {
        const value = await json.call(this);
        return this.ok ? noting(value, new URL(this.url).pathname) : value;
    };
    const parse = JSON.parse;
    JSON.parse = (text, ...rest) => {
        const value = parse(text, ...rest);
        return value?.schema_version ? noting(value, "answer") : value;
    };
})()"""


@pytest.fixture
def noting(page):
    page.add_init_script(NOTING)
    yield page
    absent = page.evaluate("[...window.absent]")
    assert [name for name in absent if name.rpartition(".")[2] not in MADE_HERE] == []


MADE_HERE = {"local", "problem"}
"""What the page itself adds to conversations and turns."""


def test_the_test_sees_what_is_not_there(page, server):
    page.add_init_script(NOTING)
    page.goto(server)
    page.evaluate("fetch('/api/status').then((response) => response.json()).then((state) => state.nonsense)")
    assert page.evaluate("[...window.absent]") == ["/api/status.nonsense"]


@pytest.mark.parametrize(
    "question",
    ["各地2025年入驻率目标？", "区国资委牵头哪几项任务？", "请写一首关于春天的诗", "青浦到2030年的去化面积是多少？"],
)
def test_answers_conversations_and_sources(noting, server, question):
    noting.goto(server)
    ask(noting, question)
    for summary in noting.locator(".answer summary").all():
        summary.click()
    noting.get_by_role("button", name="有用").click()
    expect(noting.locator(".thanks")).to_be_visible()
    for mark in noting.locator(".mark").all()[:1]:
        mark.click()
        expect(noting.locator("#source .source-text")).to_be_visible()
        noting.get_by_role("button", name="关闭").click()
    noting.locator(".conversation").click(timeout=5_000)
    expect(noting.locator(".thanks")).to_be_visible()


@pytest.mark.parametrize(
    "view",
    [
        "tasks",
        "deadlines",
        "matrix",
        "targets",
        "compare?indicator=入驻率",
        "compare?doc=suzhou",
        "documents",
        "documents/suzhou",
    ],
)
def test_lists(noting, server, view):
    noting.goto(f"{server}/#/{view}")
    expect(noting.locator("tbody tr, .outline").first).to_be_attached()
