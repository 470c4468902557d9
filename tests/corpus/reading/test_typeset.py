"""The five documents set in type and read back: the same tasks and targets, wherever a page ends."""

from pathlib import Path

import pytest

from corpus.document import MediaType, Source
from corpus.extraction.facts import document_to_facts
from corpus.quoting import SourceText, compact
from corpus.reading.document import reading_to_document
from corpus.reading.docx import docx_to_written
from corpus.reading.pdf import pdf_to_written
from corpus.reading.written import written_to_reading
from tests.corpus.reading.typesetting import Press, document_to_docx, document_to_pdf, table_to_spans

IDS = ("qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing")
PRESSES = {
    MediaType.DOCX: (document_to_docx, docx_to_written),
    MediaType.PDF: (document_to_pdf, pdf_to_written),
}


def printed(document, media_type):
    """The document as read from what a printer makes of it."""
    press, read = PRESSES[media_type]
    source = document.source.model_copy(update={"media_type": media_type})
    return reading_to_document(written_to_reading(read(press(document), "file")), source)


def tasks(document):
    return [
        (task.seq, compact(task.measure), task.lead_units, task.responsible_units, task.deadline, task.origin)
        for task in document_to_facts(document).tasks
    ]


def targets(document):
    return sorted(
        str((target.indicator, target.quantity, target.year, target.period, target.scope, target.kind, target.baseline))
        for target in document_to_facts(document).targets
    )


@pytest.mark.parametrize("media_type", PRESSES)
@pytest.mark.parametrize("document_id", IDS)
def test_tasks_and_targets_are_those_of_the_text(documents, document_id, media_type):
    document = printed(documents[document_id], media_type)
    assert tasks(document) == tasks(documents[document_id])
    assert targets(document) == targets(documents[document_id])


@pytest.mark.parametrize("media_type", PRESSES)
def test_cells_and_captions_are_those_of_the_text(documents, media_type):
    for document in documents.values():
        for before, after in zip(document.tables, printed(document, media_type).tables, strict=True):
            assert after.caption == before.caption
            assert [column.path for column in after.columns] == [column.path for column in before.columns]
            assert words(after.rows) == words(before.rows)


@pytest.mark.parametrize("media_type", PRESSES)
def test_every_row_can_be_quoted(documents, media_type):
    document = printed(documents["qingpu"], media_type)
    source = SourceText(document.text)
    assert all(row.quote in source for table in document.tables for row in table.rows)


def test_rows_know_their_pages(documents):
    """The 32 tasks of 鹿城 run over several pages, the first row stands before the last."""
    table = printed(documents["lucheng"], MediaType.PDF).tables[1]
    pages = [row.place.page for row in table.rows]
    assert pages == sorted(pages)
    assert pages[-1] > pages[0]


@pytest.mark.parametrize("closed", [True, False], ids=["ruled off", "left open"])
@pytest.mark.parametrize(("document_id", "index"), [("qingpu", 0), ("qingpu", 1), ("suzhou", 1)])
def test_a_table_is_whole_wherever_the_page_ends(documents, document_id, index, closed):
    """The page break falls between rows, within rows, within merged cells and behind the header."""
    table = documents[document_id].tables[index]
    for used in range(0, 590, 64):
        press = Press(closed=closed)
        press.y += used
        press.table(*table_to_spans(table), len(table.columns))
        (grid,) = written_to_reading(pdf_to_written(press.finish(), "a.pdf")).grids
        assert words(grid.rows) == words(table.rows), used


def words(rows):
    return [[compact(cell.text) for cell in row.cells] for row in rows]


@pytest.mark.timeout(60)
def test_forty_ruled_pages_are_read(documents):
    assert pdf_to_written(document_to_pdf(documents["lucheng"], copies=2), "a.pdf").pages >= 40


def test_the_file_itself_can_be_read(documents, tmp_path):
    """Through the front door, in a process of its own."""
    from corpus.reading.document import read_document

    for suffix, media_type in (("pdf", MediaType.PDF), ("docx", MediaType.DOCX)):
        file = Path(tmp_path / f"a.{suffix}")
        file.write_bytes(PRESSES[media_type][0](documents["qingpu"]))
        document = read_document(file)
        assert document.source.media_type is media_type
        assert [len(table.rows) for table in document.tables] == [22, 5]
        assert isinstance(document.source, Source)
