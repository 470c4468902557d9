"""Which stretches of a found passage are offered as answers."""

import pytest

from assistant.prose.windows import Kind, as_statement, chunk_to_windows
from corpus.quoting import compact
from indexing.chunk import ChunkKind


def windows_of(index, hits):
    return [window for hit in hits for window in chunk_to_windows(hit.chunk, index.library)]


def texts(windows, *kinds):
    return [one.text for one in windows if one.kind in kinds]


def test_a_passage_is_offered_in_sentences_runs_and_parts(index):
    query = "每双月至少举办一次楼宇招商推介会议"
    hits = index.search(query, documents=("suzhou",), limit=3)
    found = windows_of(index, hits)
    first = [one for one in windows_of(index, hits[:1]) if one.place.row is None]
    sentence = (
        "各地轮动策划楼宇经济行业会议、招商推介等相关活动，全市范围内每双月至少举办一次楼宇招商推介会议（活动）。"
    )
    assert sentence in texts(found, Kind.SENTENCE)
    assert any(one.startswith(sentence) and "蓝皮书" in one for one in texts(found, Kind.RUN))
    assert all(
        compact(item.quote) in compact(index.library.document("suzhou").text) for one in first for item in one.evidence
    )


def test_cells_of_a_row_cite_the_whole_row_and_know_its_name(index):
    hits = [hit for hit in index.search("扫楼", documents=("lucheng",), limit=20) if hit.chunk.kind is ChunkKind.ROW]
    found = windows_of(index, hits[:1])
    assert {one.kind for one in found} <= {Kind.CELL, Kind.PART, Kind.RUN, Kind.LIST}
    assert {one.evidence[0].quote for one in found} == {hits[0].chunk.text}


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("（三）申报时仍在申报单位工作；", "申报时仍在申报单位工作。"),
        ("1.5万平方米以上的，", "1.5万平方米以上的。"),
        ("此外，**鼓励**企业入驻", "鼓励企业入驻。"),
    ],
)
def test_a_statement_has_no_list_number_and_one_stop(printed, shown):
    assert as_statement(printed) == shown


def test_lines_without_a_stop_are_set_apart_where_they_are_told_together(index):
    hits = index.search("领导小组组长 副组长 张崇波", documents=("lucheng",), limit=5)
    together = [one for one in texts(windows_of(index, hits), Kind.RUN) if one.startswith("组长")]
    assert together[0] == "组长：张崇波区委副书记、区长；副组长：林杰区委常委、常务副区长。"
