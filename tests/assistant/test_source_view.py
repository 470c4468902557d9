"""The source around a place: the quoted words are marked where they stand, white space aside."""

import pytest

from assistant.source_view import document_to_view
from corpus.errors import BadRequest
from corpus.reading.document import read_document
from tests.assistant.making import five_documents
from tests.indexing.fakes import river_sheet


@pytest.fixture
def document():
    return river_sheet().document()


def marked(view):
    return [block.text[slice(*mark)] for block in view.blocks if block.mark for mark in (block.mark, *block.also)]


def test_the_quote_is_marked_in_its_block(document):
    view = document_to_view(document, quote="新建生态护岸30公里")
    assert marked(view) == ["新建生态护岸30公里"]
    assert view.path == ("一、总体目标",)
    assert view.found


def test_white_space_in_the_quote_does_not_matter(document):
    assert marked(document_to_view(document, quote="新建 生态\n护岸30公里")) == ["新建生态护岸30公里"]


def test_a_quote_over_two_blocks_marks_both(document):
    view = document_to_view(document, quote="制定本方案。一、总体目标")
    assert marked(view) == ["制定本方案。", "一、总体目标"]


def test_all_quotes_of_a_fact_are_marked_none_twice(document):
    """In one block and in another; `found` is about the first."""
    view = document_to_view(document, quote="30公里", also=["新建生态护岸", "30公里", "制定本方案", "没有这句"])
    assert marked(view) == ["制定本方案", "新建生态护岸", "30公里"]
    assert view.found
    assert not document_to_view(document, quote="没有这句", also=["30公里"]).found


def test_the_quote_of_a_row_marks_the_row_and_that_of_a_cell_the_cell(document):
    def rows(view):
        return [row for block in view.blocks for row in block.rows]

    row = rows(document_to_view(document, quote="截污纳管\t改造老旧管网18公里\t区水务局"))[0]
    assert row.marked
    assert not any(cell.marked for cell in row.cells)
    cell = rows(document_to_view(document, quote="改造老旧管网18公里"))[0]
    assert [one.marked for one in cell.cells] == [False, True, False]


def test_a_table_is_shown_with_header_carried_cells_and_notes(document):
    table = next(block for block in document_to_view(document).blocks if block.kind == "table")
    assert table.columns == (("任务",), ("措施",), ("牵头单位",))
    assert [cell.carried for cell in table.rows[1].cells] == [True, False, False]
    assert table.notes == ("注：管网长度以竣工测量为准。",)


def test_the_line_tells_which_of_several_occurrences_is_meant(document):
    later = document_to_view(document, quote="区水务局", line=10)
    assert any(block.kind == "table" and any(row.marked for row in block.rows) for block in later.blocks)
    first = document_to_view(document, quote="区水务局", line=1)
    assert marked(first) == ["区水务局"]


def test_a_quote_that_stands_nowhere_is_said(document):
    view = document_to_view(document, quote="从未写过的话")
    assert not view.found
    assert not marked(view)


def test_only_the_blocks_around_are_given(document):
    view = document_to_view(document, quote="新建生态护岸30公里", around=1)
    assert len(view.blocks) == 3
    assert view.total == len(document.blocks)


@pytest.mark.parametrize("line", [0, 10_000])
def test_a_line_outside_the_document_is_refused(document, line):
    with pytest.raises(BadRequest, match="没有第"):
        document_to_view(document, line=line)


def test_a_note_that_is_a_paragraph_below_its_table_is_shown_once():
    shown = document_to_view(five_documents().documents["lucheng"])
    notes = [note for block in shown.blocks for note in block.notes]
    paragraphs = [block.text for block in shown.blocks if block.note]
    assert len([one for one in (*notes, *paragraphs) if "本方案楼宇指" in one]) == 1
    assert len([one for one in (*notes, *paragraphs) if "为牵头单位" in one]) == 1


@pytest.mark.parametrize(
    ("foot", "shown"),
    [
        ("滨海市商务局\n2025年2月20日\n", "滨海市商务局\n2025年2月20日"),
        ("临江市财政局\n临江市水务局\n二〇二六年一月五日\n", "临江市财政局\n临江市水务局\n二〇二六年一月五日"),
    ],
)
def test_who_signs_and_when_stand_in_lines_of_their_own(tmp_path, foot, shown):
    path = tmp_path / "a.txt"
    path.write_text(
        f"关于首店经济的措施\n一、对首店给予补贴。\n二、本措施自发布之日起施行。\n\n{foot}", encoding="utf-8"
    )
    assert document_to_view(read_document(path)).blocks[-1].text == shown
