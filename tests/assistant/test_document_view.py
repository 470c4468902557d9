"""Documents as callers get them."""

from assistant.document_view import DocumentDetail, DocumentView
from corpus.facts import Facts, Library
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
