import pytest

from corpus.quoting import SourceText
from indexing.chunk import ChunkKind
from indexing.chunks import SIZE, document_to_chunks, years_of
from indexing.words import Words
from tests.indexing.fakes import Sheet, market_sheet, river_sheet

BORDERS = Words().borders


def chunks_of(sheet):
    return document_to_chunks(sheet.document(), BORDERS)


@pytest.mark.parametrize("sheet", [river_sheet(), market_sheet()])
def test_every_chunk_stands_in_the_source(sheet):
    source = SourceText(sheet.text)
    assert all(chunk.text in source for chunk in chunks_of(sheet))


def test_no_chunk_reaches_over_a_heading():
    """The two goals stand under different headings and stay apart, short as they are."""
    texts = [(chunk.place.path, chunk.text) for chunk in chunks_of(river_sheet())]
    assert (("二、重点任务", "（一）清淤疏浚"), "对老城区12条河道实施清淤，由区水务局牵头，各街道配合。") in texts
    assert (("二、重点任务", "（二）岸线绿化"), "推广垂柳、水杉等本地树种，建设滨水步道。") in texts


def test_a_table_row_is_a_chunk_with_its_caption_header_and_carried_cells_as_context():
    row = [chunk for chunk in chunks_of(river_sheet()) if chunk.kind is ChunkKind.ROW][1]
    assert row.text == "排查排污口200个 区生态环境局"
    assert row.place.row == 2
    for part in ("《临江市河道治理行动方案》", "临江", "任务分解表", "措施", "截污纳管"):
        assert part in row.context.split()


def test_a_note_is_a_chunk_of_its_own():
    note = next(chunk for chunk in chunks_of(river_sheet()) if chunk.kind is ChunkKind.NOTE)
    assert note.text == "注：管网长度以竣工测量为准。"


def test_short_paragraphs_of_one_article_stay_together():
    sheet = Sheet("a", "办法").heading("一、", "材料").paragraph("（1）申请表；").paragraph("（2）营业执照。")
    assert [chunk.text for chunk in chunks_of(sheet)] == ["（1）申请表；\n（2）营业执照。"]


def test_paragraphs_apart_in_the_source_stay_apart():
    """A page mark between them would make the joined text unquotable."""
    sheet = Sheet("a", "办法").heading("一、", "材料")
    sheet.paragraph("（1）申请表；").furniture("— 3 —").paragraph("（2）营业执照。")
    assert [chunk.text for chunk in chunks_of(sheet)] == ["（1）申请表；", "（2）营业执照。"]


def test_a_long_paragraph_is_cut_at_sentence_ends_and_every_piece_knows_its_line():
    sentences = [f"第{number}项措施由有关单位按照职责分工抓好落实，并按时报送工作进展情况。" for number in range(30)]
    sheet = Sheet("a", "办法").heading("一、", "措施")
    sheet.paragraph("".join(sentences), printed="\n".join(sentences))
    pieces = chunks_of(sheet)
    assert len(pieces) > 1
    assert all(len(piece.text) <= SIZE and piece.text.endswith("。") for piece in pieces)
    for piece in pieces:
        number = sentences.index(piece.text.split("。")[0] + "。")
        assert piece.place.line == 2 + number


def test_a_heading_with_nothing_under_it_is_a_chunk():
    sheet = Sheet("a", "办法").heading("一、", "推动老旧市场改造").heading("二、", "加强督查").paragraph("每季度一次。")
    headings = [chunk.text for chunk in chunks_of(sheet) if chunk.kind is ChunkKind.HEADING]
    assert headings == ["一、推动老旧市场改造"]


def test_ids_are_content_hashes():
    """Two builds agree, and words printed twice are two chunks."""
    sheet = Sheet("a", "办法").table("表", ("甲", "乙"), (("1", "2"), ("1", "2")))
    assert [chunk.id for chunk in chunks_of(sheet)] == [chunk.id for chunk in chunks_of(sheet)]
    assert len({chunk.id for chunk in chunks_of(sheet)}) == 2


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2023—2025年，到2030年", (2023, 2024, 2025, 2030)),
        ("2023年至2024年", (2023, 2024)),
        ("青府办发〔2023〕30号", (2023,)),
        ("面积120235平方米", ()),
        ("1990-2090", (1990, 2090)),
    ],
)
def test_years_named_in_a_text(text, years):
    """Spans of years are filled in, long ones (no plan's period) are not."""
    assert years_of(text) == years
