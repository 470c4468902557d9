"""The page for everyone: keyboard, screen reader, zoom, telephone, paper, darkness, calm."""

import io
import json
import re

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.api.web.asking import QUESTION, answered, ask
from tests.api.web.conftest import SHOTS

pytestmark = pytest.mark.browser

SERIOUS = {"serious", "critical"}
LISTS = [
    "tasks?doc=suzhou",
    "deadlines",
    "matrix?doc=qingpu",
    "targets?doc=lucheng",
    "compare?indicator=入驻率",
    "documents",
]


def findings(page):
    """What axe-core finds serious on the page as it is shown, and in the dark, where only colours are different."""
    found = found_serious(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found += found_serious(page, runOnly=["color-contrast"])
    page.emulate_media(color_scheme="light")
    return found


def found_serious(page, **rules):
    response = Axe().run(page, options={"resultTypes": ["violations"], **rules}).response
    assert response["passes"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in response["violations"] if one["impact"] in SERIOUS]


SHIFTED = """() => new Promise((done) => {
    const sum = (list) => done(list.getEntries().reduce((all, entry) => all + entry.value, 0));
    new PerformanceObserver(sum).observe({type: "layout-shift", buffered: true});
    setTimeout(done, 100, 0);
})"""
"""How much of the page has moved since it was opened."""


def test_axe_finds_nothing_serious_where_questions_are_asked(page, server):
    page.goto(server)
    page.wait_for_selector(".starters button")
    assert page.evaluate(SHIFTED) < 0.02
    assert findings(page) == []
    ask(page, "各地2025年入驻率目标？")
    for summary in page.locator(".answer summary").all():
        summary.click()
    page.get_by_role("button", name="有问题").click()
    page.locator(".mark").first.click()
    expect(page.locator("#source mark").first).to_be_in_viewport()
    assert findings(page) == []
    ask(page, "请写一首关于春天的诗")
    page.locator(".menu summary").first.click()
    assert findings(page) == []


def test_axe_finds_nothing_serious_in_a_list(page, server):
    for view in LISTS:
        page.goto("about:blank")
        page.goto(f"{server}/#/{view}")
        page.locator("tbody button").first.click()
        expect(page.locator("#source .source-text")).to_be_visible()
        assert findings(page) == [], view


def test_the_page_can_be_used_with_the_keyboard_alone(page, server):
    """From the question to a quote in its source, never touching a mouse."""
    page.goto(server)
    page.wait_for_selector(".starters button")
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    answered(page)
    press_until(page, ".mark", "Shift+Tab")
    expect(page.locator("#quote-tip")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#source mark").first).to_be_in_viewport()
    expect(page.locator("#source h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".mark:focus")).to_have_count(1)


def press_until(page, selector, key="Tab", most=60):
    """Press a key until something of the selector has the focus; every stop on the way must show it."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert ring != "none", page.evaluate("document.activeElement.outerHTML")
    pytest.fail(f"{selector} cannot be reached")


def test_the_skip_link_leaves_the_view_as_it_is(page, server):
    page.goto(f"{server}/#/tasks?doc=suzhou")
    expect(page.locator("tbody tr").first).to_be_visible()
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    expect(page.locator("h2")).to_have_text("任务清单")


@pytest.mark.parametrize(
    ("question", "begin"),
    [("青浦2025年的去化面积是多少？", "答复：青浦2025年去化面积为100000平方米"), ("请写一首关于春天的诗", "答复：")],
)
def test_each_answer_is_announced_once(page, server, question, begin):
    """Also one that comes with a notice."""
    page.route("**/api/ask/stream", lambda route: route.fulfill(**with_notice(route.fetch())))
    page.goto(server)
    page.wait_for_selector(".starters button")
    told = page.evaluate_handle(
        """() => { const told = [];
        const live = "[aria-live], [role=alert], [role=status]";
        new MutationObserver((changes) => { for (const change of changes) {
            const region = change.target.closest?.(live) ?? [...change.addedNodes].find((node) => node.matches?.(live));
            if (region?.textContent) told.push(region.textContent); } })
            .observe(document.body, { childList: true, subtree: true });
        return told; }"""
    )
    ask(page, question)
    heard = told.json_value()
    assert len(heard) == 1
    assert heard[0].startswith(begin)
    assert heard[0].endswith("请核实。")


def with_notice(response):
    """The stream of an answer that its server says a word about."""
    *stages, answer = response.text().strip().split("\n\n")
    told = json.loads(answer.partition("data: ")[2]) | {"notice": "请核实。"}
    body = "\n\n".join([*stages, f"event: answer\ndata: {json.dumps(told)}", ""])
    return {"response": response, "body": body}


def test_the_page_is_read_in_the_order_it_is_seen(asked):
    """Head, conversations, question, answer, sources, where to type; then the source."""
    wanted = [".brand", ".views", "#conversations", ".question", ".answer-text", ".sources", "#question", "#source"]
    places = asked.evaluate(
        """selectors => { const all = [...document.querySelectorAll("*")];
        return selectors.map((selector) => all.indexOf(document.querySelector(selector))); }""",
        wanted,
    )
    assert places == sorted(places)
    assert -1 not in places


SIZES = {"phone": (390, 844), "zoomed-200": (720, 450), "small-phone": (320, 640)}


def test_it_fits_a_phone_and_twice_the_size(open_page, server, shot):
    page = open_page(device_scale_factor=2)
    page.goto(server)
    ask(page, QUESTION)
    for name in sizes(page):
        assert fits(page), name
        shot(page, name)
        page.locator(".mark").first.click()
        expect(page.locator("#source mark").first).to_be_in_viewport()
        shot(page, f"{name}-source")
        page.keyboard.press("Escape")
        page.get_by_role("button", name="会话", exact=True).click()
        expect(page.locator(".conversation")).to_be_in_viewport()
        shot(page, f"{name}-conversations")
        page.keyboard.press("Escape")
        expect(page.locator("#backdrop")).to_be_hidden()
    for view in LISTS:
        page.goto(f"{server}/#/{view}")
        expect(page.locator("tbody tr").first).to_be_attached()
        assert [name for name in sizes(page) if not fits(page)] == [], view
    shot(page, "small-phone-list")


def sizes(page):
    """The page at each of the sizes, one after the other."""
    for name, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        yield name


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_it_is_dark_in_a_dark_room_and_still_when_asked_to_be(open_page, server, shot):
    page = open_page(color_scheme="dark", reduced_motion="reduce")
    page.goto(server)
    ask(page, QUESTION)
    shot(page, "dark")
    red, green, blue = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert max(red, green, blue) < 64
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
        const style = getComputedStyle(one);
        return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none"; }).length"""
    )
    assert moving == 0


def test_on_paper_stand_the_answer_and_its_sources_and_no_controls(page, server):
    page.goto(server)
    ask(page, "各地特色楼宇数量目标对比")
    expect(page.locator(".sources blockquote").first).to_be_hidden()
    words = printed(page, "paper-answer")
    assert "太原市楼宇经济高质量发展实施方案" in words
    assert "地方指标（原文）目标值年份范围能否直接比" in words
    assert "依据" in words
    pages = int(re.match(r"1/(\d)", words)[1])
    assert words.count("各地特色楼宇数量目标对比·政策问答助手打印于") == pages > 1
    assert re.search(r"\d{4}年\d+月\d+日\d\d:\d\d问", words)
    for control in ("复制", "发送", "新会话", "责任矩阵"):
        assert control not in words
    expect(page.locator(".sources blockquote").first).to_be_hidden()


def test_a_list_on_paper_is_whole(page, server):
    """Each of its pages begins with the head of the table."""
    page.goto(f"{server}/#/tasks?doc=suzhou")
    expect(page.locator("tbody tr")).to_have_count(17)
    words = printed(page, "paper-tasks")
    assert words.startswith("1/3任务清单·政策问答助手打印于")
    assert "筛选条件文件：苏州" in words
    assert words.count("序号任务举措牵头责任时限") > 1
    assert words.count("2023年4月底前") >= page.locator("td", has_text="2023年4月底前").count()
    assert "下载" not in words


def printed(page, name):
    """The words on A4, white space aside; the first page is kept to be looked at."""
    data = page.pdf(format="A4")
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    SHOTS.mkdir(parents=True, exist_ok=True)
    document[0].render(scale=1.5).to_pil().save(SHOTS / f"{name}.png")
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


def test_no_style_or_script_is_written_into_the_page(client):
    policy = client.get("/").headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    assert "default-src 'none'" in policy


def test_a_browser_without_scripts_is_told_what_to_do(client):
    notice = client.get("/").text.partition("<noscript>")[2].partition("</noscript>")[0]
    assert "policy-assistant" in notice


@pytest.mark.parametrize(("script", "told"), [("?.broken", True), (None, False)])
def test_only_a_browser_that_cannot_read_the_scripts_is_told_so(browser, server, script, told):
    context = browser.new_context()
    page = context.new_page()
    if script:
        page.route("**/web/ask.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    page.goto(server)
    expect(page.locator("#too-old")).to_be_visible(visible=told)
    context.close()
