"""Tasks, matrix, targets, comparison and documents in a real browser against the real server."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_tasks_are_filtered_and_lead_to_their_source(page, server, shot):
    page.goto(f"{server}/#/tasks")
    expect(page.locator("tbody tr")).not_to_have_count(0)
    page.select_option("select[name=doc]", "qingpu")
    page.fill("input[name=unit]", "区商务委")
    page.select_option("select[name=role]", "lead")
    expect(page.locator("caption")).to_have_text("共13项任务")
    shot(page, "tasks")
    page.get_by_role("button", name="看原文").first.click()
    expect(page.locator("#source tr.marked").first).to_be_in_viewport()


def test_a_list_is_sorted_by_a_column_and_back(page, server):
    """The tasks of 苏州 with a last day come first when sorted by deadline, in the order of the calendar."""
    page.goto(f"{server}/#/tasks?doc=suzhou")
    numbers = page.locator("tbody tr td:nth-child(2)")
    expect(numbers).to_have_count(22)
    printed = numbers.all_inner_texts()
    head = page.locator("th", has_text="完成时限")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(page.locator("tbody tr").first).to_contain_text("2023年4月底前")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(page.locator("tbody tr").last).to_contain_text("2023年4月底前")
    head.get_by_role("button").click()
    assert numbers.all_inner_texts() == printed


def test_numbers_are_sorted_as_numbers(page, server):
    page.goto(f"{server}/#/targets?doc=suzhou&indicator=亿元楼宇")
    page.locator("th", has_text="数值").get_by_role("button").click()
    values = page.locator("tbody [data-key]").evaluate_all("cells => cells.map((cell) => Number(cell.dataset.key))")
    assert values == sorted(values)
    assert len(set(values)) > 5


def test_the_filtered_list_can_be_shared_and_downloaded(page, server):
    page.goto(f"{server}/#/tasks?doc=suzhou")
    expect(page.locator("select[name=doc]")).to_have_value("suzhou")
    with page.expect_download() as download:
        page.get_by_role("link", name="下载 Excel").click()
    assert download.value.suggested_filename == "任务清单.xlsx"


def test_the_matrix_has_a_table_for_each_document(page, server, shot):
    page.goto(f"{server}/#/matrix")
    expect(page.locator("table")).to_have_count(4)
    expect(page.get_by_label("牵头", exact=True).first).to_be_visible()
    shot(page, "matrix")


def test_targets_are_filtered(page, server, shot):
    page.goto(f"{server}/#/targets?doc=suzhou&scope=昆山")
    expect(page.locator("tbody tr")).not_to_have_count(0)
    assert set(page.locator("tbody tr td:nth-child(5)").all_inner_texts()) == {"昆山市"}
    shot(page, "targets")


def test_a_comparison_names_every_document_and_its_state(page, server, shot):
    page.goto(f"{server}/#/compare?indicator=入驻率")
    expect(page.locator(".comparison thead th")).to_have_text(["指标", "青浦", "苏州", "太原", "鹿城", "嘉兴"])
    expect(page.locator(".not_stated .state").first).to_have_text("未提及")
    shot(page, "compare")


def test_a_comparison_has_its_chart_and_every_number_opens_its_source(page, server, shot):
    page.goto(f"{server}/#/compare?indicator=入驻率")
    expect(page.locator(".chart img")).to_be_visible()
    assert page.locator(".chart img").evaluate("image => image.decode().then(() => image.naturalWidth)") == 960
    page.locator(".cell .original", has_text="85%").first.click()
    expect(page.locator("#source mark, #source tr.marked").first).to_be_in_viewport()
    shot(page, "compare-source")


def test_the_columns_of_a_comparison_are_of_even_width(page, server, shot):
    page.goto(f"{server}/#/compare")
    expect(page.locator(".comparison thead th")).to_have_count(6)
    widths = [box["width"] for box in (cell.bounding_box() for cell in page.locator(".comparison thead th").all())]
    assert max(widths[1:]) - min(widths[1:]) < 2
    shot(page, "compare-all")


def test_findings_open_both_sides_and_derived_numbers_are_said_to_be_derived(page, server, shot):
    page.goto(f"{server}/#/compare?doc=suzhou")
    finding = page.locator(".findings li", has_text="70").first
    expect(finding.locator("blockquote")).not_to_have_count(0)
    finding.scroll_into_view_if_needed()
    shot(page, "findings")
    finding.locator("blockquote button").first.click()
    expect(page.locator("#source mark, #source tr.marked").first).to_be_in_viewport()
    page.goto(f"{server}/#/compare?indicator=楼宇面积")
    page.locator("summary", has_text="派生数值").scroll_into_view_if_needed()
    expect(page.locator("th", has_text="结果（派生）")).to_be_visible()
    shot(page, "derived")


def test_deadlines_are_seen_from_a_day_and_go_into_a_calendar(page, server, shot):
    page.goto(f"{server}/#/deadlines?on=2023-04-01&within=29")
    expect(page.locator(".deadlines")).to_contain_text("期限内到期")
    shot(page, "deadlines")
    with page.expect_download() as download:
        page.get_by_role("link", name="下载日历").click()
    assert download.value.suggested_filename == "完成时限.ics"


def test_totals_stand_below_each_matrix_and_what_is_left_out_is_said(page, server, shot):
    """青浦 prints no deadline in any of its 22 rows."""
    page.goto(f"{server}/#/matrix?doc=qingpu")
    expect(page.locator("tfoot tr")).to_have_count(3)
    expect(page.locator("caption")).to_contain_text("22项没有写明完成时限")
    expect(page.locator("tbody .missing")).to_have_count(22)
    page.locator("tfoot").scroll_into_view_if_needed()
    shot(page, "matrix-totals")


def test_a_group_that_the_document_defines_unfolds_its_members(page, server, client, shot):
    matrices = client.get("/api/matrix?doc=qingpu").json()
    next(unit for unit in matrices[0]["units"] if unit["group"])["members"] = ["甲公司", "乙公司"]
    page.route("**/api/matrix*", lambda route: route.fulfill(json=matrices))
    page.goto(f"{server}/#/matrix?doc=qingpu")
    page.locator(".group-head").click()
    expect(page.locator(".matrices details[open] p")).to_have_text("甲公司、乙公司")
    shot(page, "matrix-group")


def test_the_task_list_is_a_word_file_and_a_calendar(page, server):
    page.goto(f"{server}/#/tasks?doc=suzhou")
    for name, file in (("下载 Word", "任务清单.docx"), ("下载日历", "任务清单.ics")):
        with page.expect_download() as download:
            page.get_by_role("link", name=name).click()
        assert download.value.suggested_filename == file


def test_the_indicators_of_the_documents_are_offered(page, server):
    page.goto(f"{server}/#/compare?indicator=火星移民")
    page.get_by_label("指标").focus()
    expect(page.locator("#indicators option[value=楼宇入驻率]")).to_be_attached()
    page.get_by_label("指标").fill("入驻率")
    page.get_by_role("button", name="查看").click()
    expect(page.locator(".chart img")).to_be_visible()


def test_a_comparison_of_nothing_is_said(page, server):
    page.goto(f"{server}/#/compare?indicator=火星移民")
    expect(page.locator(".result")).to_contain_text("没有这个指标")
