"""Documents as callers get them."""

from datetime import date

from assistant.document_view import DocumentDetail, DocumentView
from assistant.task_list import select_tasks
from corpus.extraction.facts import document_to_facts
from corpus.facts import Facts, Library
from corpus.reading.document import read_document
from corpus.task import DeadlineKind
from tests.assistant.making import five_documents, target, task
from tests.indexing.fakes import river_sheet


def test_a_document_in_a_list_is_a_line():
    document = river_sheet().document()
    [view] = DocumentView.all_of(Library([document], [Facts(document_id="river")]))
    assert (view.id, view.name, view.regions) == ("river", "《临江市河道治理行动方案》", ("临江", "临江市"))
    assert (view.tasks, view.targets, view.warnings) == (0, 0, 0)


def test_the_detail_has_outline_and_tables():
    detail = DocumentDetail.of(river_sheet().document(), Facts(document_id="river"))
    assert [item.text for item in detail.outline] == [
        "一、总体目标",
        "二、重点任务",
        "（一）清淤疏浚",
        "（二）岸线绿化",
    ]
    [table] = detail.tables_read
    assert (table.caption, table.rows, table.columns) == ("任务分解表", 2, ("任务", "措施", "牵头单位"))


def test_the_years_are_those_of_targets_and_deadlines():
    """A target for 2025 and a task due in 2027."""
    facts = Facts(
        document_id="river",
        targets=(target("river", "护岸", "30", "公里", 2025),),
        tasks=(task("river", 1, due=date(2027, 12, 31), kind=DeadlineKind.BY_DATE, raw="2027年底前"),),
    )
    [view] = DocumentView.all_of(Library([river_sheet().document()], [facts]))
    assert view.years == (2025, 2027)


def test_what_was_not_understood_stands_first_in_the_report(tmp_path):
    file = tmp_path / "方案.txt"
    file.write_text("某县方案\n一、任务\n修堤。有关情况年底前报县政府。\n", encoding="utf-8")
    document = read_document(file, document_id="plan")
    facts = document_to_facts(document)
    view = DocumentDetail.of(document, facts)
    assert "写有时限，没有归入任务" in view.coverage.warnings[0]
    assert view.warnings == len(document.coverage.warnings) + 1


def test_a_document_counts_as_many_tasks_as_its_list_has():
    """Rows of its table and clauses that state the same are one."""
    library = five_documents()
    views = {view.id: view.tasks for view in DocumentView.all_of(library)}
    assert views == {one: len(select_tasks(library, documents=[one])) for one in library.documents}
    assert views["lucheng"] == 32
