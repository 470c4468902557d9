"""The source beside an answer: the quoted words in view, a link that leads back, pages as they look."""

import io

import httpx
import pytest
from playwright.sync_api import expect
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.api.web.asking import ask

pytestmark = pytest.mark.browser

PAGES = [
    ["临江市市场建设方案", "一、目标", "到2026年，新建农贸市场12家。"],
    ["二、保障措施", "市商务局每年评估一次农贸市场的经营。"],
]


@pytest.fixture
def printed():
    """A PDF of two pages."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for lines in PAGES:
        canvas.setFont("STSong-Light", 16)
        for number, line in enumerate(lines):
            canvas.drawString(80, 700 - 30 * number, line)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture
def market(small_server, printed):
    """A server that was given the PDF as well."""
    files = {"file": ("市场.pdf", printed, "application/pdf")}
    form = {"id": "market", "region": "临江"}
    assert httpx.post(f"{small_server}/api/documents", files=files, data=form, timeout=60).status_code == 201
    return small_server


def test_the_head_says_where_the_words_stand(asked):
    asked.locator(".mark").first.click()
    head = asked.locator(".source-head")
    expect(head.locator("h2")).to_contain_text("青府办发〔2023〕30号")
    expect(head.locator(".path")).to_have_text("一、总体要求 › （三）主要目标")


def test_a_table_is_a_table_and_the_cell_is_marked(page, server, shot):
    """合计 is 150000 in 2023 too: the cell of the year asked for is the one that is marked."""
    page.goto(server)
    ask(page, "青浦2024年去化面积合计多少？")
    page.locator(".grounds-line summary").click()
    page.locator(".sources .place", has_text="附件2").first.click()
    row = page.locator("#source tr.marked")
    expect(row).to_be_in_viewport()
    expect(row.locator("td").first).to_have_text("合计")
    heads = page.locator("#source table:has(tr.marked) th").all_inner_texts()
    marked = row.locator("td:has(mark)")
    expect(marked).to_have_count(1)
    expect(marked).to_be_in_viewport()
    assert marked.evaluate("cell => cell.cellIndex") == heads.index("2024年 去化面积")
    shot(page, "source-table")


def test_a_link_to_a_place_opens_it(page, server):
    page.goto(f"{server}/#/source/suzhou?quote=亿元楼宇")
    expect(page.locator("#source mark").first).to_be_in_viewport()
    page.goto(f"{server}/#/source/suzhou?quote=从未写过的话")
    expect(page.locator("#source")).to_contain_text("找不到这段原话")


def test_a_copied_link_leads_to_the_same_words(asked, open_page):
    asked.context.grant_permissions(["clipboard-read", "clipboard-write"])
    asked.locator(".mark").first.click()
    asked.get_by_role("button", name="复制链接").click()
    other = open_page()
    other.goto(asked.evaluate("navigator.clipboard.readText()"))
    expect(other.locator("#source mark").first).to_be_in_viewport()
    assert other.locator("#source mark").first.inner_text() == asked.locator("#source mark").first.inner_text()


def test_a_link_outlives_a_line_that_is_not_there_any_more(page, server):
    """The document has become shorter since; the words still stand in it."""
    page.goto(f"{server}/#/source/suzhou?line=99999&quote=亿元楼宇&revision=unknown")
    expect(page.locator("#source mark").first).to_be_in_viewport()


def test_a_link_into_a_document_that_is_gone_says_so(page, server):
    page.goto(f"{server}/#/source/gone?quote=亿元楼宇")
    expect(page.locator("#source")).to_contain_text("没有编号为“gone”的文件")


def test_a_link_that_was_cut_off_opens_the_page_all_the_same(page, server):
    page.goto(f"{server}/#/source/%E8%8B?quote=%")
    expect(page.locator("#source")).to_contain_text("打不开原文")


def test_an_answer_about_a_document_that_was_removed_still_shows_what_it_cited(page, market):
    page.goto(market)
    ask(page, "新建农贸市场的目标是多少家？")
    httpx.delete(f"{market}/api/documents/market", timeout=60)
    page.locator(".mark").first.click()
    expect(page.locator("#source")).to_contain_text("答复当时的版本")
    expect(page.locator("#source mark").first).to_contain_text("农贸市场12家")


def test_a_pdf_shows_its_pages_as_they_look(page, market, shot):
    page.goto(f"{market}/#/source/market?quote=每年评估一次")
    expect(page.locator(".source-head .path")).to_contain_text("第2页")
    page.get_by_role("button", name="页面图像").click()
    picture = page.locator(".page-picture img")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1200
    expect(page.locator(".page-turns")).to_contain_text("第2页，共2页")
    shot(page, "page-picture")
    page.get_by_role("button", name="上一页").click()
    expect(page.locator(".page-turns")).to_contain_text("第1页，共2页")
    expect(page.get_by_role("button", name="上一页")).to_be_disabled()
    page.get_by_role("button", name="文字").click()
    expect(page.locator("#source mark")).to_be_visible()
