"""A file to a Document: sniffed, read, reported on, or refused."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.document import MediaType, Source
from corpus.errors import UnreadableDocument
from corpus.manifest import read_manifest
from corpus.quoting import SourceText
from corpus.reading.document import read_document, reading_to_document
from corpus.reading.plain_text import read_text
from corpus.table import Table

DOCUMENTS = Path(__file__).parents[3] / "corpus" / "documents"


def quotes(document):
    for block in document.blocks:
        yield from [row.quote for row in block.rows] if isinstance(block, Table) else [block.text]


def test_every_quote_stands_in_the_file_itself(documents):
    for entry in read_manifest(DOCUMENTS):
        file = SourceText(entry.file.read_text(encoding="utf-8"))
        assert all(quote in file for quote in quotes(documents[entry.id]))


def test_line_numbers_are_those_of_the_file(documents):
    for entry in read_manifest(DOCUMENTS):
        lines = entry.file.read_text(encoding="utf-8").split("\n")
        for block in documents[entry.id].blocks:
            first = "".join((block.header_quote if isinstance(block, Table) else block.text).split())[0]
            assert first in lines[block.place.line - 1]


def test_a_document_knows_its_file(documents):
    source = documents["suzhou"].source
    assert source.file == "001_736dcf2d8f4ba42a.txt"
    assert source.media_type is MediaType.TEXT
    assert source.sha256 == hashlib.sha256((DOCUMENTS / source.file).read_bytes()).hexdigest()


def test_pages_are_not_guessed(documents):
    """苏州 has one page number, the others have none."""
    assert {block.place.page for document in documents.values() for block in document.blocks} == {None}


def test_pages_are_taken_from_form_feeds(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("某市方案\n一、目标\n\f二、任务\n推动发展。\n", encoding="utf-8")
    document = read_document(file)
    assert [(block.text, block.place.page) for block in document.blocks if not isinstance(block, Table)] == [
        ("某市方案", 1),
        ("一、目标", 1),
        ("二、任务", 2),
        ("推动发展。", 2),
    ]
    assert document.coverage.pages == 2


def test_a_sentence_over_a_page_break_can_be_quoted(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("到2025年，新增办公面积超\n— 1 —\n180万平方米，累计去化。\n— 2 —\n", encoding="utf-8")
    (paragraph,) = read_document(file).blocks
    assert paragraph.text == "到2025年，新增办公面积超180万平方米，累计去化。"
    assert paragraph.text in SourceText(read_document(file).text)


def test_the_report_counts_what_was_read(documents):
    coverage = documents["lucheng"].coverage
    assert (coverage.tables, coverage.rows, coverage.carried_cells, coverage.empty_cells) == (3, 90, 22, 4)
    assert coverage.characters > 15_000
    assert coverage.suspicious_characters == {}


def test_the_report_names_a_missing_serial_number_and_lost_characters(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("任务表\n序号\t任务\n1\t招\ufffd商\n3\t改造\n", encoding="utf-8")
    coverage = read_document(file).coverage
    assert coverage.suspicious_characters == {0: 1}
    assert any("从1跳到3" in warning for warning in coverage.warnings)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path / "nowhere.txt", tmp_path):
        with pytest.raises(UnreadableDocument) as caught:
            read_document(path)
        assert caught.value.hint


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\x00\x01\x02", b"PK\x03\x04 xl/", b"\xff\xfe ", b"\xef\xbb\xbf"])
def test_files_without_readable_words_are_refused(tmp_path, data):
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    with pytest.raises(UnreadableDocument):
        read_document(file)


MARKS = "一、|（一）|1.|——|附件|附件 1|附件：1.|序号\t任务|1\t甲\t|\t|\n|\n\n|\f|— 1 —\n|**|# |注：|。|，|（|）|《|》"
WORDS = "2023年5月1日|某市人民政府|关于印发|的通知|方案|推动发展|责任单位：|抄送：|印发"
PIECES = st.sampled_from(f"{MARKS}|{WORDS}".split("|"))


def test_a_line_of_marks_alone_is_no_block():
    source = Source(id="x", file="x.txt", media_type=MediaType.TEXT, sha256="0")
    document = reading_to_document(read_text("某市方案\n**\t**\n推动发展。\n".encode(), "x.txt"), source)
    assert [block.text for block in document.blocks] == ["某市方案", "推动发展。"]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=60).map("".join))
@example("**\t**")
def test_whatever_is_in_a_file_every_quote_is_found_again(text):
    source = Source(id="x", file="x.txt", media_type=MediaType.TEXT, sha256="0")
    try:
        document = reading_to_document(read_text(text.encode(), "x.txt"), source)
    except UnreadableDocument:
        return
    found = SourceText(document.text)
    assert all(quote in found for quote in quotes(document))


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece", ["（", "青浦\n", "a\t\n", "一、甲\n", "附件1\n", "抄送：\n", "由甲解释", "注：1.\n", "**", "甲，乙\n"]
)
def test_a_hostile_file_holds_nothing_up(piece):
    """A pattern that backtracks without bound would run into the limit."""
    source = Source(id="x", file="x.txt", media_type=MediaType.TEXT, sha256="0")
    reading_to_document(read_text((piece * (20_000 // len(piece))).encode() + "甲".encode(), "x.txt"), source)


def test_a_row_is_found_by_the_number_of_its_table(tmp_path):
    """Two tables of one caption, and one straight under a heading: every row is found, and none twice."""
    rows = "序号\t任务\t牵头单位\n1\t修路\t市交通局\n2\t种树\t市林业局\n"
    file = tmp_path / "a.txt"
    file.write_text(f"某市方案\n一、目标\n{rows}二、清单\n任务表\n{rows}三、清单\n任务表\n{rows}", encoding="utf-8")
    document = read_document(file)
    assert [table.place.table_no for table in document.tables] == [1, 2, 3]
    for table in document.tables:
        assert document.table(table.place) is table
        assert document.row(table.place) is None
        assert all(document.row(row.place) is row for row in table.rows)
    assert document.table(document.blocks[0].place) is None


@pytest.mark.parametrize(("name", "data"), [("fake.docx", b"PK fake docx\n\n"), ("一.doc", "一".encode())])
def test_what_holds_no_chinese_text_is_nothing_to_read(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableDocument, match="几乎没有中文文字"):
        read_document(tmp_path / name)


def test_a_name_that_promises_another_kind_is_told(tmp_path):
    (tmp_path / "a.pdf").write_text("<html><body>青浦区楼宇经济发展方案</body></html>", encoding="utf-8")
    assert "按内容读取（HTML）" in read_document(tmp_path / "a.pdf").coverage.warnings[0]
