"""Asking in a real browser against the real server: what an official sees and does."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

QUESTION = "青浦到2025年累计去化面积是多少？"


@pytest.fixture
def asked(page, server):
    """The page after one question has been answered."""
    page.goto(server)
    ask(page, QUESTION)
    return page


def ask(page, question):
    page.fill("#question", question)
    page.press("#question", "Enter")
    answered(page)


def answered(page):
    expect(page.locator(".stages")).to_have_count(0, timeout=30_000)
    expect(page.locator(".turn").last.locator(".answer")).to_be_visible()


def test_the_answer_comes_first_with_marks_and_sources(asked, shot):
    answer = asked.locator(".answer")
    expect(answer.locator(".answer-text")).to_contain_text("40万平方米")
    expect(answer.locator(".mark")).not_to_have_count(0)
    expect(answer.locator(".sources blockquote").first).to_contain_text("40万平方米")
    assert answer.locator("> *").first.get_attribute("class") in ("answer-text", "understood")
    shot(asked, "answer")


def test_a_mark_shows_its_quote_and_opens_the_source_at_the_place(asked, shot):
    mark = asked.locator(".mark").first
    mark.hover()
    expect(asked.locator("#quote-tip")).to_contain_text("40万平方米")
    shot(asked, "quote")
    mark.click()
    marked = asked.locator("#source mark").first
    expect(marked).to_be_in_viewport()
    expect(marked).to_contain_text("40万平方米")
    expect(asked.locator("#source h2")).to_contain_text("青府办发〔2023〕30号")
    shot(asked, "source")
    asked.keyboard.press("Escape")
    expect(asked.locator("#source")).to_be_hidden()
    expect(mark).to_be_focused()


def test_a_refusal_looks_like_a_refusal_and_has_no_sources(page, server, shot):
    page.goto(server)
    ask(page, "请写一首关于春天的诗")
    refusal = page.locator(".answer.refusal")
    expect(refusal.locator(".refusal-reason")).to_be_visible()
    expect(refusal.locator(".sources")).to_have_count(0)
    shot(page, "refusal")


def test_starters_and_follow_ups_are_asked_with_a_click(page, server, shot):
    page.goto(server)
    expect(page.locator(".starters button")).not_to_have_count(0)
    shot(page, "welcome")
    page.locator(".starters button", has_text="青浦").first.click()
    answered(page)
    page.locator(".follow-ups button").first.click()
    answered(page)
    expect(page.locator(".turn")).to_have_count(2)


def test_enter_while_an_input_method_composes_does_not_send(page, server):
    """The events are the browser's own, as an input method causes them."""
    page.goto(server)
    page.locator("#question").focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "qingpu", "selectionStart": 6, "selectionEnd": 6})
    enter = {"key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229}
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter})
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter, "key": "Enter"})
    expect(page.locator(".turn")).to_have_count(0)
    session.send("Input.insertText", {"text": "青浦的文号是什么？"})
    page.keyboard.press("Enter")
    answered(page)
    expect(page.locator(".question")).to_have_text("青浦的文号是什么？")


def test_shift_enter_makes_a_new_line(page, server):
    page.goto(server)
    page.fill("#question", "第一行")
    page.press("#question", "Shift+Enter")
    page.keyboard.type("第二行")
    expect(page.locator("#question")).to_have_value("第一行\n第二行")
    expect(page.locator(".turn")).to_have_count(0)


def test_each_answer_is_announced_once(page, server):
    page.goto(server)
    page.wait_for_selector(".starters button")
    handle = page.evaluate_handle(
        """() => { const told = [], announcer = document.getElementById("announcer");
        new MutationObserver(() => told.push(announcer.textContent)).observe(announcer, { childList: true });
        return told; }"""
    )
    ask(page, QUESTION)
    told = handle.json_value()
    assert len(told) == 1
    assert told[0].startswith("答复：")


def test_the_scope_is_kept_to(page, server):
    page.goto(server)
    page.locator(".chip", has_text="苏州").click()
    expect(page.locator(".chip", has_text="苏州")).to_have_attribute("aria-pressed", "true")
    with page.expect_request("**/api/ask/stream") as sent:
        ask(page, "亿元楼宇的目标是多少？")
    assert sent.value.post_data_json["documents"] == ["suzhou"]


def test_earlier_answers_are_sent_as_history(asked):
    with asked.expect_request("**/api/ask/stream") as sent:
        ask(asked, "那2024年呢？")
    assert [one["citations"][0]["document_id"] for one in sent.value.post_data_json["history"]] == ["qingpu"]


def test_conversations_survive_a_reload_can_be_renamed_and_deleted(asked):
    asked.reload()
    expect(asked.locator(".answer-text")).to_contain_text("40万平方米")
    asked.on("dialog", lambda dialog: dialog.accept("去化面积") if dialog.type == "prompt" else dialog.accept())
    asked.locator(".menu summary").click()
    asked.get_by_role("button", name="改名").click()
    expect(asked.locator(".conversation")).to_have_text("去化面积")
    asked.locator(".menu summary").click()
    with asked.expect_download() as download:
        asked.get_by_role("button", name="导出").click()
    assert download.value.suggested_filename == "去化面积.txt"
    asked.get_by_role("button", name="删除").click()
    expect(asked.locator(".conversation")).to_have_count(0)
    expect(asked.locator(".turn")).to_have_count(0)


def test_an_answer_is_copied_with_its_sources(asked):
    asked.context.grant_permissions(["clipboard-read", "clipboard-write"])
    asked.get_by_role("button", name="复制（带出处）").click()
    expect(asked.get_by_role("button", name="已复制")).to_be_visible()
    copied = asked.evaluate("navigator.clipboard.readText()")
    assert "40万平方米" in copied
    assert "出处：\n[1] 《" in copied


def test_an_answer_is_kept_as_a_word_file(asked):
    with asked.expect_download() as download:
        asked.get_by_role("button", name="存为 Word").click()
    assert download.value.suggested_filename == "政策问答.docx"


def test_a_server_without_an_index_says_so_on_the_page(page, empty_server, shot):
    page.goto(empty_server)
    expect(page.locator("#banner")).to_contain_text("policy-assistant index")
    ask(page, QUESTION)
    expect(page.locator(".answer.problem")).to_contain_text("还没有建立索引")
    shot(page, "no-index")


def test_the_page_can_be_used_with_the_keyboard_alone(page, server):
    page.goto(server)
    page.wait_for_selector(".chip >> nth=1")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.locator("#question").focus()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    answered(page)
    page.locator(".mark").first.focus()
    expect(page.locator("#quote-tip")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#source mark").first).to_be_in_viewport()


@pytest.mark.parametrize(("name", "width", "scheme"), [("phone", 390, "light"), ("dark", 1440, "dark")])
def test_it_fits_a_phone_and_a_dark_room(browser, server, shot, name, width, scheme):
    with browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(server)
        ask(page, QUESTION)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        shot(page, name)
        page.locator(".mark").first.click()
        expect(page.locator("#source mark").first).to_be_in_viewport()
        shot(page, f"{name}-source")
