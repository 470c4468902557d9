"""Numbers of table rows are quoted so that they can be read, white space aside."""

from assistant.composing import with_cell_quotes
from assistant.draft import Statement
from assistant.facts.evidence import row_evidence
from tests.assistant.making import five_documents


def suzhou_row(name):
    table = five_documents().document("suzhou").tables[0]
    return next(row_evidence(row) for row in table.rows if row.cells[0].text == name)


def test_a_number_that_runs_into_its_neighbours_is_quoted_on_its_own():
    """工业园区 91 2 40 4 1 12: white space aside, 40 cannot be told from 9124041."""
    row = suzhou_row("工业园区")
    shown = with_cell_quotes(Statement("工业园区累计亿元楼宇40幢。", (row,)), five_documents()).evidence
    assert [item.quote for item in shown] == [row.quote, "40"]
    assert (shown[1].place.row, shown[1].place.column) == (row.place.row, "累计亿元楼宇")


def test_what_a_quote_shows_already_is_not_said_twice():
    row = suzhou_row("工业园区")
    assert with_cell_quotes(Statement("新增2幢。", (row,)), five_documents()).evidence == (row,)


def test_prose_is_left_alone():
    facts = five_documents().facts["suzhou"]
    prose = next(target for target in facts.targets if target.place.table is None)
    statement = Statement("新增18幢。", (row_evidence_of(prose),))
    assert with_cell_quotes(statement, five_documents()) == statement


def row_evidence_of(target):
    from corpus.facts import Evidence

    return Evidence(quote=target.quote, place=target.place)
