"""The documents: what is in them, adding by choosing and by dropping, replacing, removing."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

MARKET = "临江市市场建设方案\n一、目标\n到2026年，新建农贸市场12家。\n"
LATER = "临江市市场建设方案\n一、目标\n到2027年，新建农贸市场20家。\n"
DROP = """async (zone, files) => {
    const carried = new DataTransfer();
    for (const [name, text] of files) carried.items.add(new File([text], name, { type: "text/plain" }));
    for (const type of ["dragenter", "dragover", "drop"])
        zone.dispatchEvent(new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def documents(page, small_server):
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{small_server}/#/documents")
    expect(page.locator("caption")).to_have_text("共1份文件")
    return page


@pytest.fixture
def market(tmp_path):
    path = tmp_path / "市场.txt"
    path.write_text(MARKET, encoding="utf-8")
    return path


def test_the_outline_leads_into_the_document(page, server, shot):
    page.goto(f"{server}/#/documents")
    page.locator("tr", has_text="苏府办").get_by_role("link", name="《关于促进").first.click()
    expect(page.locator(".metadata")).to_contain_text("苏府办〔2023〕48号")
    heads = ["是什么文件", "效力和依据", "目标（71个指标值）", "谁的任务最多", "时限"]
    expect(page.locator(".overview h3")).to_have_text(heads)
    expect(page.locator(".overview")).to_contain_text("期限已过")
    shot(page, "documents")
    page.get_by_role("button", name="三、重点任务", exact=True).click()
    expect(page.locator("#source h3", has_text="三、重点任务")).to_be_in_viewport()


def test_the_original_file_can_be_saved(page, server):
    page.goto(f"{server}/#/documents")
    with page.expect_download() as download:
        page.locator("tr", has_text="苏府办").get_by_role("link", name="下载原件").click()
    assert "亿元楼宇" in download.value.path().read_text(encoding="utf-8")


def test_a_document_is_added_reported_and_removed(documents, market, shot):
    documents.set_input_files("input[type=file][name=file]", market)
    documents.fill("input[name=region]", "临江")
    documents.get_by_role("button", name="添加", exact=True).click()
    expect(documents.locator("caption")).to_have_text("共2份文件", timeout=30_000)
    expect(documents.locator(".queue .added")).to_contain_text("已添加")
    expect(documents.locator(".queue .added")).to_contain_text("1个指标值")
    shot(documents, "added")
    documents.get_by_role("button", name="移除：《临江市市场建设方案》").click()
    expect(documents.locator("caption")).to_have_text("共1份文件", timeout=30_000)


def test_files_are_dropped_and_each_has_its_own_progress_and_outcome(documents, shot):
    files = [["市场.txt", MARKET], ["空.txt", ""]]
    documents.locator(".drop-zone").evaluate(f"(zone, files) => ({DROP})(zone, files)", files)
    expect(documents.locator(".queue .waiting")).to_have_count(2)
    shot(documents, "dropped")
    documents.evaluate(
        """() => { window.seen = []; new MutationObserver(() => {
        for (const bar of document.querySelectorAll(".queue progress"))
            window.seen.push(bar.getAttribute("aria-label"));
        }).observe(document.querySelector(".queue"), { childList: true, subtree: true }); }"""
    )
    documents.get_by_role("button", name="添加", exact=True).click()
    expect(documents.locator(".queue .added")).to_contain_text("临江市市场建设方案", timeout=30_000)
    expect(documents.locator(".queue .failed")).to_contain_text("是空的", timeout=30_000)
    assert {"“市场.txt”的进度", "“空.txt”的进度"} <= set(documents.evaluate("window.seen"))


def test_a_document_is_replaced_by_its_successor(documents, market, tmp_path):
    documents.set_input_files("input[type=file][name=file]", market)
    documents.get_by_role("button", name="添加", exact=True).click()
    expect(documents.locator("caption")).to_have_text("共2份文件", timeout=30_000)
    later = tmp_path / "市场（新）.txt"
    later.write_text(LATER, encoding="utf-8")
    with documents.expect_file_chooser() as chooser:
        documents.get_by_role("button", name="替换：《临江市市场建设方案》").click()
    chooser.value.set_files(later)
    expect(documents.locator(".report .changes")).to_contain_text("数值由", timeout=30_000)
    documents.get_by_role("button", name="确认替换").click()
    expect(documents.locator(".report .added")).to_contain_text("已替换为", timeout=30_000)
    expect(documents.locator("caption")).to_have_text("共2份文件", timeout=30_000)
    documents.get_by_role("button", name="原文：《临江市市场建设方案》").click()
    expect(documents.locator("#source")).to_contain_text("农贸市场20家")


def test_a_successor_that_cannot_be_read_leaves_everything_as_it_was(documents, tmp_path):
    path = tmp_path / "空.txt"
    path.write_bytes(b"")
    with documents.expect_file_chooser() as chooser:
        documents.get_by_role("button", name="替换：").click()
    chooser.value.set_files(path)
    expect(documents.locator(".report .failed")).to_contain_text("是空的")
    expect(documents.locator("caption")).to_have_text("共1份文件")
