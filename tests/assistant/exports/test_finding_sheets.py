"""Findings and deadlines as sheets: every one of them, with its words."""

from datetime import date

from assistant.deadlines import deadline_overview
from assistant.exports.finding_sheets import deadlines_to_sheet, findings_to_sheet
from assistant.findings import findings
from assistant.task_list import select_tasks
from tests.assistant.making import five_documents


def test_every_finding_has_its_row_with_every_quote():
    found = findings(five_documents())
    sheet = findings_to_sheet(found, five_documents())
    assert len(sheet.rows) == len(found) > 0
    for finding, row in zip(found, sheet.rows, strict=True):
        assert all(evidence.quote in row[3] for evidence in finding.evidence)


def test_text_against_annex_is_named_as_a_contradiction():
    """鹿城: 超300家 in the text, 300 in the annex."""
    rows = findings_to_sheet(findings(five_documents(), documents=["lucheng"]), five_documents()).rows
    assert any(row[0] == "文件内部不一致" and "超300家" in row[2] for row in rows)


def test_every_task_has_a_row_and_one_without_a_day_says_so():
    overview = deadline_overview(five_documents(), date(2023, 4, 1), 29)
    sheet = deadlines_to_sheet(overview.entries(), five_documents(), "时限")
    assert len(sheet.rows) == len(select_tasks(five_documents()))
    assert all(row[1] or row[0] in {"持续推进", "按期间推进", "未写明时限"} for row in sheet.rows)
