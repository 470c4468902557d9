"""Tasks, matrix, targets, comparison and documents in a real browser against the real server."""

import pytest
from playwright.sync_api import expect

from tests.api.web.asking import today

pytestmark = pytest.mark.browser


def exported(page, name):
    """The name of the file that the menu of exports gives."""
    page.locator(".export:not([open]) summary").click()
    with page.expect_download() as download:
        page.locator(".export").get_by_role("link", name=name).click()
    page.locator(".export summary").click()
    return download.value.suggested_filename


def test_tasks_are_filtered_and_lead_to_their_source(page, server, shot):
    page.goto(f"{server}/#/tasks")
    expect(page.locator("tbody tr")).not_to_have_count(0)
    page.select_option("select[name=doc]", "qingpu")
    page.fill("input[name=unit]", "区商务委")
    page.select_option("select[name=role]", "lead")
    expect(page.locator("caption")).to_have_text("共13项任务")
    shot(page, "tasks")
    page.locator("tbody td", has_text="招引具有自带流量").first.click()
    expect(page.locator("#source tr.marked").first).to_be_in_viewport()


def test_a_list_is_sorted_by_a_column_and_back(page, server):
    """The tasks of 苏州 with a last day come first when sorted by deadline, in the order of the calendar."""
    page.goto(f"{server}/#/tasks?doc=suzhou")
    numbers = page.locator("tbody tr td:nth-child(3)")
    expect(numbers).to_have_count(17)
    printed = numbers.all_inner_texts()
    head = page.locator("th", has_text="时限")
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
    for name, file in (("Excel", "xlsx"), ("Word", "docx"), ("日历", "ics")):
        assert exported(page, name) == f"苏州_任务清单_{today()}.{file}"


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
    expect(page.locator(".silent p")).to_contain_text("未提及：青浦、苏州。")
    assert set(page.locator(".compared tbody th[scope=row]").all_inner_texts()) == {"太原", "鹿城", "嘉兴"}
    shot(page, "compare")


def test_a_comparison_has_its_chart_and_every_number_opens_its_source(page, server, shot):
    page.goto(f"{server}/#/compare?indicator=入驻率")
    expect(page.locator(".stated .bar")).to_have_count(1)
    page.locator(".original", has_text="85%").first.click()
    expect(page.locator("#source mark, #source tr.marked").first).to_be_in_viewport()
    shot(page, "compare-source")


def test_five_places_fit_a_small_screen_and_stand_below_each_other(open_page, server, shot):
    """Those that can be compared come first; who says nothing is counted in one line."""
    page = open_page(viewport={"width": 1366, "height": 768})
    page.goto(f"{server}/#/compare?indicator=入驻率&year=2025")
    expect(page.locator(".compared tbody tr:not(.indicator) th").first).to_have_text("鹿城")
    expect(page.locator(".compared .silent summary")).to_have_text("其余 2 份未提及")
    frame = page.locator(".comparison")
    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    assert page.evaluate("document.querySelector('#main').scrollWidth <= document.querySelector('#main').clientWidth")
    shot(page, "compare-1366")


def test_findings_open_both_sides_and_derived_numbers_are_said_to_be_derived(page, server, shot):
    page.goto(f"{server}/#/compare?doc=lucheng")
    finding = page.locator(".findings li", has_text="超300家").first
    expect(finding.locator("blockquote")).not_to_have_count(0)
    shot(page, "findings")
    finding.locator("blockquote button").first.click()
    expect(page.locator("#source mark, #source tr.marked").first).to_be_in_viewport()
    page.goto("about:blank")  # so that no table of the page before is taken for one of the next
    page.goto(f"{server}/#/compare?indicator=楼宇面积")
    expect(page.locator("th", has_text="结果（派生）")).to_be_visible()
    page.locator("summary", has_text="派生数值").scroll_into_view_if_needed()
    shot(page, "derived")


def test_deadlines_are_seen_from_a_day_and_go_into_a_calendar(page, server, shot):
    page.goto(f"{server}/#/deadlines?on=2023-04-01&within=29")
    expect(page.locator(".deadlines")).to_contain_text("期限内到期")
    firsts = "all => all.map((one) => one.querySelector('th').textContent)"
    heads = page.locator(".deadlines table").evaluate_all(firsts)
    assert len(heads) > 1
    assert set(heads) == {"文件"}
    shot(page, "deadlines")
    assert exported(page, "日历") == f"完成时限_{today()}.ics"


def test_totals_stand_below_each_matrix_and_what_is_left_out_is_said(page, server, shot):
    """青浦 prints no deadline in any of its 22 rows."""
    page.goto(f"{server}/#/matrix?doc=qingpu")
    expect(page.locator("tfoot tr")).to_have_count(3)
    expect(page.locator("caption")).to_contain_text("全部22项没有写明完成时限")
    expect(page.locator("tbody .missing")).to_have_count(0)
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


def test_tasks_are_searched_and_grouped_and_the_clauses_of_the_text_are_told_apart(page, server, client, shot):
    """17 rows of the table; 5 clauses of the text say the same and come only when they are asked for."""
    page.goto(f"{server}/#/tasks?doc=suzhou")
    expect(page.locator("caption")).to_have_text("共17项任务")
    page.get_by_label("写在").select_option("clause")
    expect(page.locator("caption")).to_have_text("共5项任务")
    page.get_by_label("写在").select_option("")
    page.get_by_label("分组").select_option("deadline")
    expect(page.locator("caption").first).to_contain_text("2023年4月底前（")
    page.locator(".columns summary").click()
    page.locator(".columns").get_by_label("举措").uncheck()
    expect(page.locator("th", has_text="举措")).to_have_count(0)
    address = page.locator(".export a", has_text="CSV").get_attribute("href")
    lines = client.get(f"/{address}").content.decode("utf-8-sig").splitlines()
    assert lines[0] == "分组,文件,序号,任务,牵头单位,责任单位,完成时限,最后一天"
    shown = [caption.partition("（")[0] for caption in page.locator("caption").all_inner_texts()]
    assert shown == list(dict.fromkeys(line.partition(",")[0] for line in lines[1:]))
    page.get_by_label("搜索").press_sequentially("督查")
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.get_by_label("搜索")).to_be_focused()
    shot(page, "tasks-grouped")


def test_an_empty_list_says_what_to_loosen(page, server):
    page.goto(f"{server}/#/tasks?doc=suzhou&words=督查&due_before=2020-01-01")
    empty = page.locator(".empty")
    expect(empty).to_contain_text("没有同时符合搜索“督查”、到期不晚于“2020-01-01”、文件“苏州”的任务")
    empty.get_by_role("link", name="去掉“到期不晚于：2020-01-01”").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    page.goto(f"{server}/#/tasks?unit=街镇")
    page.get_by_role("link", name="单位改为“各街镇”").click()
    expect(page.locator("input[name=unit]")).to_have_value("各街镇")
    expect(page.locator("tbody tr")).not_to_have_count(0)


def test_ones_own_unit_is_offered_wherever_units_are_asked_for(page, server):
    page.goto(f"{server}/#/tasks?unit=区商务委")
    page.get_by_role("button", name="记为我的单位").click()
    page.goto(f"{server}/#/deadlines")
    page.get_by_role("button", name="我的单位：区商务委").click()
    expect(page.locator("input[name=unit]")).to_have_value("区商务委")
    page.locator("input[name=unit]").focus()
    expect(page.locator("#units option[value=区商务委]")).to_be_attached()


def test_on_a_phone_each_task_is_a_card(open_page, server, shot):
    """Also in the matrix, where a card names the units of its task; the filters are folded away."""
    page = open_page(viewport={"width": 390, "height": 844})
    page.goto(f"{server}/#/matrix?doc=qingpu")
    cells = page.locator("tbody tr").first.locator("td:visible")
    expect(cells).to_have_count(7)
    expect(page.locator("select[name=doc]")).to_be_hidden()
    page.get_by_role("button", name="筛选（1）").click()
    page.select_option("select[name=doc]", "suzhou")
    expect(page.locator("caption")).to_contain_text("苏州")
    expect(page.locator("select[name=doc]")).to_be_visible()
    page.goto(f"{server}/#/tasks?doc=suzhou")
    expect(page.locator("h2")).to_have_text("任务清单")
    expect(page.locator("tbody tr").first).to_have_css("display", "flex")
    assert page.evaluate("document.querySelector('.table-frame').scrollWidth <= innerWidth")
    shot(page, "phone-tasks")


def test_a_thousand_rows_are_sorted_at_once(page, server, client):
    """Measured to the next picture; the bound is loose for machines that do much else."""
    one = client.get("/api/tasks?doc=suzhou&limit=1").json()[0]
    tasks = [{**one, "seq": number, "task": f"任务{number * 7919 % 1000}"} for number in range(1000)]
    page.route("**/api/tasks*", lambda route: route.fulfill(json=tasks))
    page.goto(f"{server}/#/tasks")
    expect(page.locator("tbody tr")).to_have_count(1000, timeout=20_000)
    spent = page.evaluate(
        """() => new Promise((done) => { const begin = performance.now();
        [...document.querySelectorAll(".sorter")].find((one) => one.textContent === "任务").click();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin))); })"""
    )
    expect(page.locator("tbody tr td .place").first).to_have_text("任务0")
    assert spent < 1000


def test_the_indicators_of_the_documents_are_offered(page, server):
    page.goto(f"{server}/#/compare?indicator=火星移民")
    page.get_by_role("combobox", name="指标").focus()
    expect(page.locator("#indicators option[value=楼宇入驻率]")).to_be_attached()
    page.get_by_role("combobox", name="指标").fill("入驻率")
    page.get_by_role("button", name="查看").click()
    expect(page.locator(".summary-line")).to_contain_text("鹿城85%（2025年）")


def test_a_comparison_of_nothing_is_said(page, server):
    page.goto(f"{server}/#/compare?indicator=火星移民")
    expect(page.locator(".result")).to_contain_text("没有这个指标")


def test_two_documents_side_by_side(page, server, shot):
    """What changed, fact by fact and clause beside clause; a clause leads to its words."""
    page.goto(f"{server}/#/differences")
    expect(page.locator(".pane-note")).to_contain_text("请选择")
    page.select_option("select[name=old]", "qingpu")
    page.select_option("select[name=new]", "suzhou")
    expect(page.locator(".summary-line")).to_contain_text("任务：新增22项、删除22项", timeout=15_000)
    expect(page.locator(".changes li").first).to_contain_text("标题由")
    shot(page, "differences")
    page.locator(".side-by-side .place").first.click()
    expect(page.locator("#source")).to_be_visible()
