"""Asking in a real browser against the real server: what an official sees and does."""

import json

import pytest
from playwright.sync_api import expect

from tests.api.web.asking import QUESTION, answered, ask, today
from tests.api.web.conftest import serving, until_ready

pytestmark = pytest.mark.browser


def test_the_answer_comes_first_with_marks_and_sources(asked, shot):
    answer = asked.locator(".answer")
    expect(answer.locator(".answer-text")).to_contain_text("19个")
    expect(answer.locator(".mark")).not_to_have_count(0)
    expect(answer.locator(".sources blockquote").first).to_contain_text("19个")
    expect(answer.locator(".lead.headline")).to_have_text("青浦到2025年新建商务楼宇为19个1。")
    expect(answer.locator(".grounds-line summary > span")).to_have_text("依据 1 处")
    assert "毫秒" not in answer.inner_text()
    shot(asked, "answer")


def test_a_mark_shows_its_quote_and_opens_the_source_at_the_place(asked, shot):
    mark = asked.locator(".mark").first
    mark.hover()
    expect(asked.locator("#quote-tip")).to_contain_text("19个")
    shot(asked, "quote")
    mark.click()
    marked = asked.locator("#source mark").first
    expect(marked).to_be_in_viewport()
    expect(marked).to_contain_text("19个")
    expect(asked.locator("#source h2")).to_contain_text("青府办发〔2023〕30号")
    shot(asked, "source")
    asked.keyboard.press("Escape")
    expect(asked.locator("#source")).to_be_hidden()
    expect(mark).to_be_focused()


def test_a_refusal_looks_like_a_refusal_and_has_no_sources(page, server, shot):
    page.goto(server)
    ask(page, "杭州的入驻率目标是多少？")
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


def test_the_scope_is_kept_to(page, server):
    page.goto(server)
    page.get_by_role("button", name="范围：全部文件").click()
    page.locator(".chip", has_text="苏州").click()
    expect(page.get_by_role("button", name="范围：苏州")).to_be_visible()
    page.keyboard.press("Escape")
    with page.expect_request("**/api/ask/stream") as sent:
        ask(page, "亿元楼宇的目标是多少？")
    assert sent.value.post_data_json["documents"] == ["suzhou"]


def test_the_chosen_year_becomes_part_of_the_question(page, server):
    """Everybody sees what was asked; a question that says its own year keeps it."""
    page.goto(server)
    page.get_by_role("button", name="范围：全部文件").click()
    page.locator(".chip", has_text="青浦").click()
    expect(page.get_by_role("group", name="年份").locator(".chip")).to_have_text(["不限", "2023", "2024", "2025"])
    page.locator(".chip", has_text="2024").click()
    page.get_by_role("button", name="完成").click()
    ask(page, "去化面积是多少？")
    expect(page.locator(".question")).to_have_text("2024年去化面积是多少？")
    ask(page, QUESTION)
    expect(page.locator(".question").last).to_have_text(QUESTION)


def test_the_question_box_is_ready_from_the_start_and_recalls_what_was_asked(asked):
    asked.reload()
    expect(asked.locator("#question")).to_be_focused()
    asked.keyboard.press("Escape")
    expect(asked.locator(".mark").first).to_be_focused()
    asked.keyboard.press("/")
    asked.keyboard.press("ArrowUp")
    expect(asked.locator("#question")).to_have_value(QUESTION)
    asked.keyboard.press("ArrowDown")
    expect(asked.locator("#question")).to_have_value("")
    asked.keyboard.type("字" * 501)
    expect(asked.locator(".count")).to_have_text("501 / 500字")
    asked.keyboard.press("Enter")
    asked.reload()
    expect(asked.locator("#question")).to_have_value("字" * 501)
    asked.locator("#tabs").get_by_role("link", name="文件").click()
    asked.locator("caption").click()
    asked.keyboard.press("/")
    expect(asked.locator("#question")).to_be_focused()


def test_a_file_given_to_a_question_is_what_is_asked_about(page, small_server, tmp_path):
    path = tmp_path / "市场.txt"
    path.write_text("临江市市场建设方案\n一、目标\n到2026年，新建农贸市场12家。\n", encoding="utf-8")
    page.goto(small_server)
    page.set_input_files(".composer input[type=file]", path)
    expect(page.locator(".attached")).to_contain_text(
        "《临江市市场建设方案》已添加：0项任务，1个指标值", timeout=30_000
    )
    expect(page.get_by_role("button", name="范围：临江市市场建设方案")).to_be_visible()
    with page.expect_request("**/api/ask/stream") as sent:
        ask(page, "农贸市场要建多少家？")
    assert len(sent.value.post_data_json["documents"]) == 1
    expect(page.locator(".answer-text")).to_contain_text("12家")


def test_a_question_can_be_stopped_and_asked_again(page, server):
    page.goto(server)
    page.route("**/api/ask/stream", lambda _: None)
    page.fill("#question", QUESTION)
    page.press("#question", "Enter")
    expect(page.locator(".stages li")).to_have_text(["理解", "检索", "核对"])
    page.get_by_role("button", name="停止").click()
    expect(page.locator(".answer.problem")).to_contain_text("已停止")
    page.unroute("**/api/ask/stream")
    page.get_by_role("button", name="再试一次").click()
    expect(page.locator(".answer-text")).to_contain_text("19个", timeout=30_000)


def test_a_question_that_had_no_answer_when_the_page_was_left_stands_in_its_box_again(page, server):
    """However it was asked; once it is answered it does not come back."""
    page.route("**/api/ask/stream", lambda _: None)
    page.goto(server)
    page.fill("#question", QUESTION)
    page.press("#question", "Enter")
    expect(page.locator(".stages")).to_be_visible()
    page.reload()
    expect(page.locator("#question")).to_have_value(QUESTION)
    page.unroute("**/api/ask/stream")
    page.press("#question", "Enter")
    answered(page)
    page.reload()
    expect(page.locator("#question")).to_have_value("")
    expect(page.locator(".turn")).to_have_count(1)


def test_what_was_understood_is_said_above_every_answer(asked):
    understood = asked.locator(".understood span")
    expect(understood).to_have_text("理解为：青浦 · 指标“新建商务楼宇” · 2025年")
    ask(asked, "那2024年呢？")
    expect(understood.last).to_contain_text("新建商务楼宇")
    expect(understood.last).to_contain_text("· 2024年")


def test_what_answers_do_without_is_said_while_they_are_given(page, server):
    """The server says so of itself; here it is made to."""
    pending = {"ready": True, "library": True, "assistant": True, "index": "g", "missing": ["语义向量还在计算。"]}
    page.route("**/api/status", lambda route: route.fulfill(json=pending))
    page.goto(server)
    expect(page.locator("#banner")).to_have_text("语义向量还在计算。")
    ask(page, QUESTION)
    expect(page.locator(".answer-text")).to_contain_text("19个")


def test_a_model_that_is_asked_is_a_stage_of_its_own(page, server):
    page.goto(server)
    stages = page.evaluate(
        """async () => { const { element, at } = (await import("/web/turn.js")).stagesView();
        return ["理解", "检索", "大模型", "核对"].map((name) => { at(name);
            return [...element.children].map((li) => (li.ariaCurrent ? "*" : "") + li.textContent).join(" "); }); }"""
    )
    assert stages == ["*理解 检索 核对", "理解 *检索 核对", "理解 检索 *大模型 核对", "理解 检索 大模型 *核对"]


def test_a_row_is_told_by_its_fields_and_a_list_by_its_items(page, server):
    page.goto(server)
    told = page.evaluate(
        """async () => { const { listOf, rowOf } = await import("/web/statements.js");
        const lines = ["审批——举措：压缩；牵头单位：住建局。", "嘉兴：共4项：甲；乙；丙；丁。"].map((words) => [words]);
        return [lines.map((line) => rowOf(line)?.fields), listOf(lines[1]).items]; }"""
    )
    assert told == [[[["举措", "压缩"], ["牵头单位", "住建局"]], None], ["甲", "乙", "丙", "丁"]]


def test_a_silent_model_is_said_with_the_answer(page, small_settings, shot):
    """Nothing listens at the address of the model; the answer is the extract."""
    silent = {"llm_base_url": "http://127.0.0.1:9/v1", "llm_model": "none", "llm_use": "always", "llm_timeout": 1.0}
    with serving(small_settings.model_copy(update=silent)) as address:
        until_ready(address)
        page.goto(address)
        ask(page, "生态护岸的目标是多少公里？")
        expect(page.locator(".notice")).to_contain_text("大模型没有给出可用的理解或选择")
        expect(page.locator(".answer-text")).to_contain_text("30公里")
        shot(page, "degraded")


def test_only_what_is_likelier_wrong_than_right_is_warned_of(asked):
    """What is fair has the notice in small beside its sources, which it says to look at."""
    seen = asked.evaluate(
        """async () => { const { answerView } = await import("/web/answer.js");
        const source = { n: 1, document_id: "qingpu", place: "一、", quote: "19个", table: null };
        const base = { question: "几个？", understood: "几个？", status: "answered", answer: "19个[1]。",
            citations: [source], follow_ups: [], scope: { documents: [] }, writer: "extractive", elapsed_ms: 1,
            index: "g", notice: "请核对。" };
        return ["doubtful", "fair"].map((surety) => { const view = answerView({ answer: { ...base, surety } }, {});
            return [".caution", "summary > .notice"].map((one) => view.querySelector(one)?.textContent ?? ""); }); }"""
    )
    assert seen == [["请核对。", ""], ["", "请核对。"]]


def test_the_rows_of_a_list_are_its_table_and_nothing_else_lists_them(page, server, shot):
    """The count is that of the rows; neither it nor the rows need a strip of marks."""
    page.goto(server)
    ask(page, "区国资委牵头哪几项任务？")
    expect(page.locator(".lead")).to_have_text("区国资委牵头的任务共3项")
    expect(page.locator(".answer-text .mark")).to_have_count(0)
    expect(page.locator(".tasks tbody tr")).to_have_count(3)
    shot(page, "answer-table")
    page.locator(".tasks tbody td", has_text="探索联合招商模式").click()
    expect(page.locator("#source tr.marked").first).to_be_in_viewport()


def test_each_part_of_a_question_has_its_line_with_its_marks_and_its_table(page, server, client):
    answer = client.post("/api/ask", json={"question": QUESTION}).json()
    refused = "没有关于杭州的内容。"
    tasks = client.get("/api/tasks?doc=qingpu&unit=区国资委&role=lead").json()
    compared = client.get("/api/compare?indicator=入驻率").json()
    parts = [
        {"understood": "青浦", "status": "answered", "answer": answer["answer"].replace("[1]", ""), "tasks": tasks},
        {"understood": "杭州", "status": "refused", "answer": refused, "comparison": compared},
    ]
    told = json.dumps(answer | {"answer": answer["answer"] + refused, "parts": parts})
    page.route(
        "**/api/ask/stream",
        lambda route: route.fulfill(body=f"event: answer\ndata: {told}\n\n", content_type="text/event-stream"),
    )
    page.goto(server)
    ask(page, f"{QUESTION}杭州呢？")
    expect(page.locator(".part .part-state")).to_have_text(["已查到", "没有找到"])
    expect(page.locator(".part .mark")).to_have_count(1)
    expect(page.locator(".part").last).to_contain_text(refused)
    expect(page.locator(".part").first.locator(".tasks tbody tr")).to_have_count(len(tasks))
    expect(page.locator(".part").last.locator(".compared")).to_be_visible()


def test_a_question_is_put_in_other_words_and_answered_in_its_place(asked):
    asked.get_by_role("button", name="改问法").click()
    field = asked.get_by_role("textbox", name="改问法")
    expect(field).to_have_value(QUESTION)
    field.fill(QUESTION.replace("2025", "2024"))
    with asked.expect_request("**/api/ask/stream") as sent:
        field.press("Enter")
    assert sent.value.post_data_json["replaces"]
    expect(asked.locator(".understood")).to_contain_text("2024年", timeout=30_000)
    expect(asked.locator(".turn")).to_have_count(1)
    asked.reload()
    expect(asked.locator(".question")).to_have_text([QUESTION.replace("2025", "2024")])


def copied(page, name):
    """What a button puts on the clipboard: plain text, and HTML where there is some."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    return page.evaluate(
        """async () => { const [item] = await navigator.clipboard.read();
        return Promise.all(["text/plain", "text/html"].map(async (type) =>
            item.types.includes(type) ? (await item.getType(type)).text() : "")); }"""
    )


def test_an_answer_is_copied_with_its_sources_and_its_table_is_a_table(page, server):
    page.goto(server)
    ask(page, "区国资委牵头哪几项任务？")
    plain, html = copied(page, "复制")
    assert "序号\t任务\t举措\t牵头\t责任\t时限" in plain
    assert "依据：\n[1] 《青浦区楼宇经济" in plain
    assert html.count("<tr") == 4
    assert "<td>区规划资源局、区国资委</td>" in html


def test_an_answer_is_copied_as_prose_with_its_sources_in_brackets(asked):
    plain, html = copied(asked, "复制为段落")
    assert plain.startswith("青浦到2025年新建商务楼宇为19个（《青浦区楼宇经济高质量发展行动方案")
    assert html == ""


def test_an_answer_is_kept_as_a_word_file(asked):
    with asked.expect_download() as download:
        asked.get_by_role("button", name="存为 Word").click()
    assert download.value.suggested_filename == f"青浦2025年新建商务楼宇是多少个_{today()}.docx"


def test_a_server_without_an_index_says_so_on_the_page(page, empty_server, shot):
    page.goto(empty_server)
    expect(page.locator("#banner")).to_contain_text("policy-assistant index")
    ask(page, QUESTION)
    expect(page.locator(".answer.problem")).to_contain_text("还没有建立索引")
    shot(page, "no-index")
